import { subjectOf } from '../audits';
import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { CorrectiveAction } from './corrective-action.entity';
import { correctiveActionStates } from './corrective-action.states';
import {
  factsOfAction,
  requireCorrectiveAction,
  type CorrectiveActionMoveInput,
} from './require-corrective-action';

/** Makes one move of the action's state table by its service. */
async function moveCorrectiveAction(
  uow: UnitOfWork,
  act: string,
  input: CorrectiveActionMoveInput,
  patch: Partial<CorrectiveAction> = {},
): Promise<{ correctiveAction: string }> {
  const { audit, action } = await requireCorrectiveAction(uow, input);
  authorise(uow, act, subjectOf(audit));
  const facts = await factsOfAction(uow, action);
  await uow.move(correctiveActionStates, CorrectiveAction, action, act, facts, patch);
  uow.record({ act, objectType: 'CorrectiveAction', objectId: action.id, campaignId: audit.campaignId });
  return { correctiveAction: action.id };
}

/**
 * The service starts an agreed action, or takes up a reopened one again.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION, AUDIT_STATE_FORBIDS
 */
export const startCorrectiveAction = (uow: UnitOfWork, input: CorrectiveActionMoveInput) =>
  moveCorrectiveAction(uow, 'correctiveActionStart', input);

/**
 * The service declares an action done, with a proof handed in since it was last reopened, once what it waits for is settled.
 * @throws Refusal DEPENDENCY_PENDING, PROOF_MISSING beside those of `startCorrectiveAction`
 */
export const declareCorrectiveActionDone = (uow: UnitOfWork, input: CorrectiveActionMoveInput) =>
  moveCorrectiveAction(uow, 'correctiveActionDeclareDone', input, { doneAt: uow.now().toISOString() });
