import type { Audit } from '../audits';
import { Campaign } from '../campaigns';
import type { UnitOfWork } from '../database/unit-of-work';
import type { Finding } from '../findings';
import { parisDate } from '../kernel/working-days';
import { dueDateFrom } from '../reports';
import { CorrectiveAction } from './corrective-action.entity';
import { correctiveActionStates, type CorrectiveActionFacts } from './corrective-action.states';
import { openNextRound } from './effectiveness-rounds';
import { writeNote } from './write-note';

/** What to do with an action that does not hold. */
export interface Returned {
  reason: string;
  evidenceId?: string | null;
}

/**
 * Gives a verified action back to its service: due within the delay for the severity of its finding from today, its effect
 * to be judged anew after that.
 * @param act the move of the state table that leads to REOPENED
 * @throws Refusal ILLEGAL_TRANSITION, or what the move's guard says
 */
export async function giveBack(
  uow: UnitOfWork,
  { audit, action }: { audit: Pick<Audit, 'campaignId'>; action: CorrectiveAction },
  act: string,
  facts: CorrectiveActionFacts,
  { reason, evidenceId = null }: Returned,
): Promise<void> {
  const campaign = await uow.manager.findOneByOrFail(Campaign, { id: audit.campaignId });
  const [finding] = await uow.sql<Pick<Finding, 'severity'>>('select severity from finding where id = $1', [
    action.findingId,
  ]);
  const dueOn = dueDateFrom(campaign, finding?.severity ?? null, parisDate(uow.now()));
  await uow.move(correctiveActionStates, CorrectiveAction, action, act, facts, {
    dueOn,
    reopenReason: reason,
    doneAt: null,
    verifiedAt: null,
    verifiedById: null,
  });
  await writeNote(uow, action.id, { kind: 'REOPENING', text: reason, evidenceId });
  await openNextRound(uow, campaign, action, dueOn);
}
