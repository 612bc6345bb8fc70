import type { UnitOfWork } from '../database/unit-of-work';
import { Auditor } from '../auditors';
import { delayFrom } from '../campaigns';
import { authorise } from '../identity';
import { refuse } from '../kernel/outcome';
import { parisDate } from '../kernel/working-days';
import { ACTIVE_ASSIGNMENT_STATES, availabilityFor, Conflict, type FoundConflict } from '../matching';
import { Assignment, type Seat } from './assignment.entity';
import { assignmentStates, COMPOSING } from './assignment.states';
import type { Audit } from './audit.entity';
import { campaignOf } from './plan-visit';
import { requireAudit, requireState, subjectOf } from './require-audit';
import { SEAT_RULES } from './seat-rules';
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
  const isLead = input.isLead ?? false;
  await requireFreeSeat(uow, audit, auditor.id, input.seat, isLead);
  requireFitness(auditor, input.seat, isLead);
  await requireAvailability(uow, audit, auditor);
  const found = (await conflictsOnAudit(uow.sql, audit, [auditor.id], uow.now())).get(auditor.id) ?? [];
  requireReviewed(uow, found, input.overrideReason ?? null);

  const campaign = await campaignOf(uow, audit);
  const assignment = await uow.insert(Assignment, {
    ...(input.id ? { id: input.id } : {}),
    auditId: audit.id,
    auditorId: auditor.id,
    seat: input.seat,
    isLead,
    state: assignmentStates.initial,
    respondBy: delayFrom(campaign, 'perAuditDeclaration', parisDate(uow.now())),
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
      overrideReason: isOverridden ? (input.overrideReason ?? null) : null,
    });
  }
  await uow.reviewFacts({ cause: 'assignmentPropose', auditorIds: [auditor.id] });
  uow.record({
    act: 'assignmentPropose',
    objectType: 'Assignment',
    objectId: assignment,
    campaignId: audit.campaignId,
    detail: {
      seat: input.seat,
      isLead,
      overridden: codesOf(found.filter(({ level }) => level === 'REVIEW')),
    },
  });
  return { assignment };
}

async function requireFreeSeat(
  uow: UnitOfWork,
  audit: Audit,
  auditorId: string,
  seat: Seat,
  isLead: boolean,
): Promise<void> {
  const members = await uow.sql<{ auditorId: string; seat: Seat; isLead: boolean }>(
    `select auditor_id as "auditorId", seat, is_lead as "isLead" from assignment
     where audit_id = $1 and state = any($2::text[])`,
    [audit.id, [...ACTIVE_ASSIGNMENT_STATES]],
  );
  if (members.some((member) => member.auditorId === auditorId))
    refuse('ALREADY_ON_TEAM', ['input', 'auditorId']);
  if (seat !== 'OBSERVER' && members.some((member) => member.seat === seat))
    refuse('SEAT_TAKEN', ['input', 'seat']);
  if (isLead && members.some((member) => member.isLead)) refuse('SEAT_TAKEN', ['input', 'isLead']);
}

function requireFitness(auditor: Auditor, seat: Seat, isLead: boolean): void {
  const { profession, qualifications } = SEAT_RULES[seat];
  if (profession !== null && auditor.profession !== profession)
    refuse('SEAT_PROFESSION_MISMATCH', ['input', 'seat'], { expected: profession });
  if (!qualifications.includes(auditor.qualification))
    refuse('AUDITOR_NOT_QUALIFIED', ['input', 'auditorId'], { state: auditor.qualification });
  if (isLead && (seat === 'OBSERVER' || !auditor.isLeadEligible))
    refuse('LEAD_NOT_ELIGIBLE', ['input', 'isLead']);
}

async function requireAvailability(uow: UnitOfWork, audit: Audit, auditor: Auditor): Promise<void> {
  const availability = (await availabilityFor(uow.sql, audit.id, [auditor.id])).get(auditor.id);
  if (!availability) throw new Error('an auditor without availability');
  if (!availability.isFree) refuse('AUDITOR_UNAVAILABLE', ['input', 'auditorId']);
  if (availability.load >= auditor.yearlyMaximum)
    refuse('AUDITOR_AT_MAXIMUM', ['input', 'auditorId'], { maximum: auditor.yearlyMaximum });
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
