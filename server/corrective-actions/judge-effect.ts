import { subjectOf } from '../audits';
import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { refuse } from '../kernel/outcome';
import { parisDate } from '../kernel/working-days';
import { CorrectiveAction } from './corrective-action.entity';
import { correctiveActionStates } from './corrective-action.states';
import { EffectivenessCheck, type EffectVerdict } from './effectiveness-check.entity';
import { lastRound } from './effectiveness-rounds';
import { giveBack } from './give-back';
import { evidenceOf } from './note-corrective-action';
import { requireFitVerifier } from './require-fit-verifier';
import {
  factsOfAction,
  requireCorrectiveAction,
  type CorrectiveActionMoveInput,
} from './require-corrective-action';

/** Whether an action that was carried out had its effect. */
export interface CorrectiveActionJudgeEffectInput extends CorrectiveActionMoveInput {
  verdict: EffectVerdict;
  /** Needed for NOT_EFFECTIVE. */
  reason?: string | null;
  /** Evidence of the same audit that shows it. */
  evidenceId?: string | null;
}

/**
 * Someone who has no part in the action, and no tie to its service, judges on its day or later whether it worked. What did
 * not is given back to the service with the reason, due within the delay for its severity from today; its effect is judged
 * anew after that. The day that was set with the action stays what it was.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION, AUDIT_STATE_FORBIDS, EFFECTIVENESS_TOO_EARLY,
 *   EFFECT_ALREADY_JUDGED, VERIFIER_IS_OWNER, ASSIGNMENT_FROZEN, VERIFIER_IN_CONFLICT, REASON_MISSING
 */
export async function judgeEffect(
  uow: UnitOfWork,
  input: CorrectiveActionJudgeEffectInput,
): Promise<{ correctiveAction: string }> {
  const act = 'correctiveActionJudgeEffect';
  const { audit, action } = await requireCorrectiveAction(uow, input);
  authorise(uow, act, subjectOf(audit));
  const { verdict, reason } = input;
  const facts = { ...(await factsOfAction(uow, action)), verdict };
  await requireFitVerifier(uow, { audit, action }, act, facts);
  if (verdict === 'NOT_EFFECTIVE' && !reason?.trim()) refuse('REASON_MISSING', ['input', 'reason']);
  const evidenceId = input.evidenceId ? await evidenceOf(uow, audit.id, input.evidenceId) : null;
  await writeVerdict(uow, action, { dueOn: facts.effectDueOn, verdict, reason: reason ?? null, evidenceId });
  if (verdict === 'NOT_EFFECTIVE') {
    await giveBack(uow, { audit, action }, act, facts, { reason: reason ?? '', evidenceId });
  } else {
    await uow.move(correctiveActionStates, CorrectiveAction, action, act, facts);
  }
  uow.record({
    act,
    objectType: 'CorrectiveAction',
    objectId: action.id,
    campaignId: audit.campaignId,
    detail: { verdict },
  });
  return { correctiveAction: action.id };
}

async function writeVerdict(
  uow: UnitOfWork,
  action: CorrectiveAction,
  said: Pick<EffectivenessCheck, 'dueOn' | 'verdict' | 'reason' | 'evidenceId'>,
): Promise<void> {
  const { dueOn, ...judged } = said;
  const verdict = { ...judged, judgedOn: parisDate(uow.now()), judgedById: uow.viewer.accountId };
  const open = await lastRound(uow, action.id);
  if (open) await uow.change(EffectivenessCheck, open, verdict);
  else await uow.insert(EffectivenessCheck, { correctiveActionId: action.id, round: 1, dueOn, ...verdict });
}
