import type { UnitOfWork } from '../database/unit-of-work';
import { Auditor } from '../auditors';
import { delayFrom } from '../campaigns';
import { authorise } from '../identity';
import { parisDate } from '../kernel/working-days';
import { Assignment, type Seat } from './assignment.entity';
import { assignmentStates, COMPOSING } from './assignment.states';
import { campaignOf } from './plan-visit';
import { requireAudit, requireState, subjectOf } from './require-audit';
import { requireSeat } from './seat-guards';
import { codesOf, conflictsOnAudit, keepConflicts, requireReviewed } from './team-conflicts';

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
  await requireSeat(uow, audit, auditor, place);
  const found = (await conflictsOnAudit(uow.sql, audit, [auditor.id], uow.now())).get(auditor.id) ?? [];
  const overrideReason = input.overrideReason ?? null;
  requireReviewed(uow, found, overrideReason);
  const respondBy = delayFrom(await campaignOf(uow, audit), 'perAuditDeclaration', parisDate(uow.now()));
  const assignment = await uow.insert(Assignment, {
    ...(input.id ? { id: input.id } : {}),
    ...place,
    auditId: audit.id,
    auditorId: auditor.id,
    state: assignmentStates.initial,
    respondBy,
  });
  await keepConflicts(uow, { audit, auditorId: auditor.id, assignment, overrideReason }, found);
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
