import { In } from 'typeorm';
import { Assignment, requireAudit, requireState, requireThawed, subjectOf, type Audit } from '../audits';
import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { refuse } from '../kernel/outcome';

/** Which audit, in which version. */
export interface ReportActInput {
  auditId: string;
  expectedVersion: number;
}

/**
 * An auditor signs the draft as it stands. Whoever changes a finding afterwards takes the signatures back.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION, OBSERVER_DOES_NOT_SIGN, ASSIGNMENT_FROZEN, ALREADY_SIGNED
 */
export async function signDraftReport(uow: UnitOfWork, input: ReportActInput): Promise<{ audit: string }> {
  const audit = await requireAudit(uow, input.auditId, ['input', 'auditId'], input.expectedVersion);
  authorise(uow, 'draftReportSign', subjectOf(audit));
  requireState(audit, ['DRAFT_REPORT']);
  await sign(uow, audit, 'draftSignedAt');
  uow.record({
    act: 'draftReportSign',
    objectType: 'Audit',
    objectId: audit.id,
    campaignId: audit.campaignId,
  });
  return { audit: audit.id };
}

/**
 * An auditor signs the final report as it stands. A reply disposed of afterwards takes the signatures back.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION, OBSERVER_DOES_NOT_SIGN, ASSIGNMENT_FROZEN, ALREADY_SIGNED
 */
export async function signReport(uow: UnitOfWork, input: ReportActInput): Promise<{ audit: string }> {
  const audit = await requireAudit(uow, input.auditId, ['input', 'auditId'], input.expectedVersion);
  authorise(uow, 'reportSign', subjectOf(audit));
  requireState(audit, ['FINALISATION']);
  await sign(uow, audit, 'reportSignedAt');
  uow.record({ act: 'reportSign', objectType: 'Audit', objectId: audit.id, campaignId: audit.campaignId });
  return { audit: audit.id };
}

async function sign(
  uow: UnitOfWork,
  audit: Audit,
  column: 'draftSignedAt' | 'reportSignedAt',
): Promise<void> {
  const { auditorId } = uow.viewer;
  if (!auditorId) throw new Error('a member of a team who is no auditor');
  const state = In(['ACCEPTED', 'CONFIRMED', 'COMPLETED']);
  const assignment = await uow.manager.findOneByOrFail(Assignment, { auditId: audit.id, auditorId, state });
  if (assignment.seat === 'OBSERVER') refuse('OBSERVER_DOES_NOT_SIGN');
  await requireThawed(uow, audit.id, auditorId);
  if (assignment[column] !== null) refuse('ALREADY_SIGNED');
  await uow.change(Assignment, assignment, { [column]: uow.now().toISOString() });
}
