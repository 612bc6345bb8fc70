import { delayFrom } from '../campaigns';
import type { UnitOfWork } from '../database/unit-of-work';
import { parisDate } from '../kernel/working-days';
import { auditFor, moveAudit, recordAudit, type AuditMoveInput } from './move-audit';
import { openAssignmentsOf } from './review-facts';
import { campaignOf } from './plan-visit';

/**
 * Starts the visit: the opening meeting.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION, VISIT_DATE_MISSING, VISIT_NOT_REACHED
 */
export async function startVisit(uow: UnitOfWork, input: AuditMoveInput): Promise<{ audit: string }> {
  const audit = await auditFor(uow, 'auditStartVisit', input);
  await moveAudit(uow, audit, 'auditStartVisit');
  return recordAudit(uow, audit, 'auditStartVisit');
}

/**
 * Ends the visit, the closing meeting held and each criterion graded by consensus; from here the campaign's delay
 * `draftReport` runs.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION, GRADES_INCOMPLETE
 */
export async function endVisit(uow: UnitOfWork, input: AuditMoveInput): Promise<{ audit: string }> {
  const audit = await auditFor(uow, 'auditEndVisit', input);
  const draftDueOn = delayFrom(await campaignOf(uow, audit), 'draftReport', parisDate(uow.now()));
  await moveAudit(uow, audit, 'auditEndVisit', { visitClosedAt: uow.now().toISOString(), draftDueOn });
  // From now on it counts as a past audit, in other campaigns too.
  const members = await openAssignmentsOf(uow.sql, audit.id, null);
  await uow.reviewFacts({
    cause: 'auditEndVisit',
    auditorIds: members.map(({ auditorId }) => auditorId),
  });
  return recordAudit(uow, audit, 'auditEndVisit', { draftDueOn });
}
