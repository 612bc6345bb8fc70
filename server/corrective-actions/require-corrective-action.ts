import { requireAudit, requireState, type Audit } from '../audits';
import type { UnitOfWork } from '../database/unit-of-work';
import { uuidOf } from '../kernel/ids';
import { refuse, type ErrorPath } from '../kernel/outcome';
import { CorrectiveAction } from './corrective-action.entity';
import type { CorrectiveActionFacts } from './corrective-action.states';
import { correctiveActionFacts } from './corrective-action-facts';

/** Where every act on a corrective action names it. */
export const ACTION_PATH: ErrorPath = ['input', 'correctiveActionId'];

/** Which action, in which version. */
export interface CorrectiveActionMoveInput {
  correctiveActionId: string;
  expectedVersion: number;
}

/**
 * Loads a corrective action that the viewer may see, and locks its audit before it.
 * @throws Refusal NOT_FOUND, STALE_VERSION (of the action)
 */
export async function requireCorrectiveAction(
  uow: UnitOfWork,
  input: CorrectiveActionMoveInput,
): Promise<{ audit: Audit; action: CorrectiveAction }> {
  const { correctiveActionId, expectedVersion } = input;
  const [owner] = await uow.sql<{ auditId: string }>(
    'select audit_id as "auditId" from corrective_action where id = $1',
    [uuidOf('CorrectiveAction', correctiveActionId)],
  );
  if (!owner) refuse('NOT_FOUND', ACTION_PATH);
  const audit = await requireAudit(uow, owner.auditId, ACTION_PATH);
  const action = await uow.require(CorrectiveAction, correctiveActionId, ACTION_PATH, expectedVersion);
  return { audit, action };
}

/** What the guards of one action look at, as of now and for this viewer. */
export async function factsOfAction(
  uow: UnitOfWork,
  action: CorrectiveAction,
): Promise<CorrectiveActionFacts> {
  const [facts] = await correctiveActionFacts(
    (text, values) => uow.sql(text, values),
    [action.id],
    uow.viewer,
    uow.now(),
  );
  if (!facts) throw new Error('a corrective action without an audit');
  return facts;
}

/**
 * Lets what makes no move of its own happen while the action is followed: until its audit is closed; after that, for what
 * was given back since and what is still waived.
 * @throws Refusal ILLEGAL_TRANSITION with the acts that the state of the audit allows
 */
export function requireFollowedUp(audit: Audit, facts: CorrectiveActionFacts): void {
  if (!facts.isOutstanding) requireState(audit, ['FOLLOW_UP']);
}
