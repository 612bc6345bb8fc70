import type { UnitOfWork } from '../database/unit-of-work';
import { Auditor } from '../auditors';
import { delayFrom } from '../campaigns';
import { authorise } from '../identity';
import { parisDate } from '../kernel/working-days';
import { Conflict, type FoundConflict } from '../matching';
import { Assignment, type Seat } from './assignment.entity';
import { assignmentStates, COMPOSING } from './assignment.states';
import type { Audit } from './audit.entity';
import { campaignOf } from './plan-visit';
import { requireAudit, requireState, subjectOf } from './require-audit';
import { requireAvailability, requireFitness, requireFreeSeat, type Place } from './seat-guards';
import { codesOf, conflictsOnAudit, refuseConflicts } from './team-conflicts';

/** Whom a coordinator calls on, for which seat of which audit. */
export interface AssignmentProposeInput {
  id?: string | null;
  auditId: string;
  auditorId: string;
  seat: Seat;
  isLead?: boolean | null;
  overrideReason?: string | null;
}

/**
 * Calls on an auditor for a seat of an audit. The campaign's conflict rules decide: a blocking tie refuses, one to
 * review needs a reason that is kept with the coordinator's name.
 * @throws Refusal NOT_FOUND, FORBIDDEN, ILLEGAL_TRANSITION, CONFLICT_OF_INTEREST, CONFLICT_REVIEW_NEEDED, ALREADY_ON_TEAM,
 *   SEAT_TAKEN, SEAT_PROFESSION_MISMATCH, AUDITOR_NOT_QUALIFIED, LEAD_NOT_ELIGIBLE, AUDITOR_UNAVAILABLE, AUDITOR_AT_MAXIMUM
 */
export async function proposeAssignment(
  uow: UnitOfWork,
  input: AssignmentProposeInput,
): Promise<{ assignment: string }> {
  const audit = await requireAudit(uow, input.auditId, ['input', 'auditId']);
  authorise(uow, 'assignmentPropose', subjectOf(audit));
  const auditor = await uow.require(Auditor, input.auditorId, ['input', 'auditorId']);
  requireState(audit, COMPOSING);
  const place = { seat: input.seat, isLead: input.isLead ?? false };
  const found = await requireFit(uow, audit, auditor, place, input.overrideReason ?? null);
  const respondBy = delayFrom(await campaignOf(uow, audit), 'perAuditDeclaration', parisDate(uow.now()));
  const assignment = await seatAuditor(uow, audit, auditor, {
    ...(input.id ? { id: input.id } : {}),
    ...place,
    respondBy,
    found,
    overrideReason: input.overrideReason ?? null,
  });
  await uow.reviewFacts({ cause: 'assignmentPropose', auditorIds: [auditor.id] });
  uow.record({
    act: 'assignmentPropose',
    objectType: 'Assignment',
    objectId: assignment,
    campaignId: audit.campaignId,
    detail: { ...place, overridden: codesOf(found.filter(({ level }) => level === 'REVIEW')) },
  });
  return { assignment };
}

/**
 * Everything that must hold before an auditor is called on for a place.
 * @returns what stands against the pair and does not keep it apart
 * @throws Refusal as `proposeAssignment` says
 */
export async function requireFit(
  uow: UnitOfWork,
  audit: Audit,
  auditor: Auditor,
  place: Place,
  overrideReason: string | null,
): Promise<FoundConflict[]> {
  await requireFreeSeat(uow, audit, auditor.id, place);
  requireFitness(auditor, place);
  await requireAvailability(uow, audit, auditor);
  const found = (await conflictsOnAudit(uow.sql, audit, [auditor.id], uow.now())).get(auditor.id) ?? [];
  requireReviewed(uow, found, overrideReason);
  return found;
}

/** Writes the assignment with the ties that were found; the audit must be locked. @returns its id */
export async function seatAuditor(
  uow: UnitOfWork,
  audit: Audit,
  auditor: Auditor,
  {
    found,
    overrideReason,
    ...columns
  }: Partial<Assignment> & Place & { found: readonly FoundConflict[]; overrideReason: string | null },
): Promise<string> {
  const assignment = await uow.insert(Assignment, {
    ...columns,
    auditId: audit.id,
    auditorId: auditor.id,
    state: assignmentStates.initial,
  });
  for (const conflict of found) {
    const isOverridden = conflict.level === 'REVIEW';
    await uow.insert(Conflict, {
      auditId: audit.id,
      assignmentId: assignment,
      auditorId: auditor.id,
      ruleCode: conflict.ruleCode,
      ruleNumber: conflict.ruleNumber,
      level: conflict.level,
      facts: conflict.facts,
      overriddenById: isOverridden ? uow.viewer.accountId : null,
      overrideReason: isOverridden ? overrideReason : null,
    });
  }
  return assignment;
}

function requireReviewed(
  uow: UnitOfWork,
  found: readonly FoundConflict[],
  overrideReason: string | null,
): void {
  if (found.some(({ level }) => level === 'BLOCK'))
    refuseConflicts(uow, found, ['input', 'auditorId'], 'PROGRAMME');
  const toReview = found.filter(({ level }) => level === 'REVIEW');
  if (toReview.length > 0 && overrideReason === null) {
    refuseConflicts(uow, toReview, ['input', 'overrideReason'], 'PROGRAMME', 'CONFLICT_REVIEW_NEEDED');
  }
}
