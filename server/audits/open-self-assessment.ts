import type { UnitOfWork } from '../database/unit-of-work';
import { parisDate } from '../kernel/working-days';
import { auditFor, moveAudit, recordAudit, type AuditMoveInput } from './move-audit';
import { campaignOf, selfAssessmentDue } from './plan-visit';

/**
 * Opens the self-assessment to the service; it is due so many days before the visit as the campaign's delay
 * `selfAssessmentDue` says.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION, VISIT_DATE_MISSING
 */
export async function openSelfAssessment(uow: UnitOfWork, input: AuditMoveInput): Promise<{ audit: string }> {
  const audit = await auditFor(uow, 'auditOpenSelfAssessment', input);
  const { visitOn } = audit;
  // Without a visit the move's guard refuses.
  const selfAssessmentDueOn =
    visitOn && selfAssessmentDue(await campaignOf(uow, audit), visitOn, parisDate(uow.now()));
  await moveAudit(uow, audit, 'auditOpenSelfAssessment', { selfAssessmentDueOn });
  return recordAudit(uow, audit, 'auditOpenSelfAssessment', { selfAssessmentDueOn });
}

/**
 * Records that the service did not hand in its self-assessment in time (constat de carence); the team goes on without.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION, SELF_ASSESSMENT_NOT_OVERDUE
 */
export async function recordDefault(uow: UnitOfWork, input: AuditMoveInput): Promise<{ audit: string }> {
  const audit = await auditFor(uow, 'auditRecordDefault', input);
  await moveAudit(uow, audit, 'auditRecordDefault');
  return recordAudit(uow, audit, 'auditRecordDefault');
}
