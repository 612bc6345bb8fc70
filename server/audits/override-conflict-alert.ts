import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { Conflict } from '../matching';
import { ConflictAlert } from './conflict-alert.entity';
import { conflictAlertStates } from './conflict-alert.states';
import { requireAudit, subjectOf } from './require-audit';

/** Which alert a coordinator lets pass, and why. */
export interface ConflictAlertOverrideInput {
  conflictAlertId: string;
  expectedVersion: number;
  reason: string;
}

/**
 * Goes on in spite of a conflict that wants a review; the reason is kept with the coordinator's name, where those given
 * at the proposal stand. A blocking conflict cannot be let pass: the auditor is replaced, or the tie ends.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION, CONFLICT_BLOCKS
 */
export async function overrideConflictAlert(
  uow: UnitOfWork,
  input: ConflictAlertOverrideInput,
): Promise<{ conflictAlert: string }> {
  const path = ['input', 'conflictAlertId'];
  const alert = await uow.require(ConflictAlert, input.conflictAlertId, path, input.expectedVersion);
  const audit = await requireAudit(uow, alert.auditId, path);
  authorise(uow, 'conflictAlertOverride', subjectOf(audit));
  const facts = { isReviewable: alert.level === 'REVIEW' };
  await uow.move(conflictAlertStates, ConflictAlert, alert, 'conflictAlertOverride', facts, {
    resolvedAt: uow.now().toISOString(),
  });
  const { auditId, assignmentId, auditorId, ruleCode, ruleNumber, level } = alert;
  await uow.insert(Conflict, {
    auditId,
    assignmentId,
    auditorId,
    ruleCode,
    ruleNumber,
    level,
    facts: alert.facts,
    overriddenById: uow.viewer.accountId,
    overrideReason: input.reason,
  });
  uow.record({
    act: 'conflictAlertOverride',
    objectType: 'Assignment',
    objectId: assignmentId,
    campaignId: audit.campaignId,
    detail: { rule: ruleCode },
  });
  return { conflictAlert: alert.id };
}
