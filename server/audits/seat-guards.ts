import type { UnitOfWork } from '../database/unit-of-work';
import type { Auditor } from '../auditors';
import { refuse } from '../kernel/outcome';
import { ACTIVE_ASSIGNMENT_STATES, availabilityFor, staffingNeeds } from '../matching';
import type { Seat } from './assignment.entity';
import type { Audit } from './audit.entity';
import { SEAT_RULES } from './seat-rules';

/** A place on a team that an auditor is called on for. */
export interface Place {
  seat: Seat;
  isLead: boolean;
}

/**
 * Everything but ties that must hold before an auditor is called on for a place.
 * @throws Refusal ALREADY_ON_TEAM, SEAT_TAKEN, SEAT_PROFESSION_MISMATCH, AUDITOR_NOT_QUALIFIED, LEAD_NOT_ELIGIBLE,
 *   AUDITOR_UNAVAILABLE, AUDITOR_AT_MAXIMUM
 */
export async function requireSeat(
  uow: UnitOfWork,
  audit: Audit,
  auditor: Auditor,
  place: Place,
): Promise<void> {
  await requireFreeSeat(uow, audit, auditor.id, place);
  requireFitness(auditor, place);
  await requireAvailability(uow, audit, auditor);
}

/**
 * Seats of an audit are as many as its service needs; a physicist may come along where none is asked for, and observers as
 * the coordination sees fit.
 */
async function requireFreeSeat(
  uow: UnitOfWork,
  audit: Audit,
  auditorId: string,
  { seat, isLead }: Place,
): Promise<void> {
  const members = await uow.sql<Place & { auditorId: string }>(
    `select auditor_id as "auditorId", seat, is_lead as "isLead" from assignment
     where audit_id = $1 and state = any($2::text[])`,
    [audit.id, [...ACTIVE_ASSIGNMENT_STATES]],
  );
  if (members.some((member) => member.auditorId === auditorId))
    refuse('ALREADY_ON_TEAM', ['input', 'auditorId']);
  const taken = members.filter((member) => member.seat === seat).length;
  if (taken >= (await seatsOf(uow, audit, seat))) refuse('SEAT_TAKEN', ['input', 'seat']);
  if (isLead && members.some((member) => member.isLead)) refuse('SEAT_TAKEN', ['input', 'isLead']);
}

async function seatsOf(uow: UnitOfWork, audit: Audit, seat: Seat): Promise<number> {
  if (seat === 'OBSERVER') return Infinity;
  const [need] = await staffingNeeds(uow.sql, [audit]);
  if (!need) throw new Error('an audit without a need');
  if (seat === 'RADIOLOGIST') return need.radiologists;
  return seat === 'RADIOGRAPHER' ? need.radiographers : Math.max(1, need.medicalPhysicists);
}

function requireFitness(auditor: Auditor, { seat, isLead }: Place): void {
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
