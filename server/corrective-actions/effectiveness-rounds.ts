import type { Campaign } from '../campaigns';
import type { UnitOfWork } from '../database/unit-of-work';
import type { CalendarDate } from '../kernel/working-days';
import { effectivenessDate } from './action-deadlines';
import type { CorrectiveAction } from './corrective-action.entity';
import { EffectivenessCheck } from './effectiveness-check.entity';

/** The latest round of an action; null when nothing was judged yet: the first round has no row before. */
export async function lastRound(uow: UnitOfWork, actionId: string): Promise<EffectivenessCheck | null> {
  const [last] = await uow.manager.find(EffectivenessCheck, {
    where: { correctiveActionId: actionId },
    order: { round: 'DESC' },
    take: 1,
  });
  return last ?? null;
}

/**
 * Opens the next round of an action that is given back, if its last one is judged: its effect is looked at anew once it is
 * done again.
 * @param dueOn when the action itself is due now
 */
export async function openNextRound(
  uow: UnitOfWork,
  campaign: Campaign,
  action: CorrectiveAction,
  dueOn: CalendarDate,
): Promise<void> {
  const last = await lastRound(uow, action.id);
  if (!last?.verdict) return;
  await uow.insert(EffectivenessCheck, {
    correctiveActionId: action.id,
    round: last.round + 1,
    dueOn: effectivenessDate(campaign, dueOn),
  });
}
