import type { InstanceAuditor, InstanceService, PlanSeat } from '../matcher/instance';
import { memberValue, seatOf, under, type Facts } from './facts';
import { hardReasons } from './obstacles';

/** Somebody whom nothing keeps off a service but what the rest of a plan does. */
export interface Eligible {
  auditor: InstanceAuditor;
  /** What he is worth there, points. */
  value: number;
}

const known = new WeakMap<Facts, Map<string, Map<PlanSeat, Eligible[]>>>();

/** All who are eligible for a seat of a service, those worth most first; of equals, the smaller id. Found once. */
export function eligibleFor(facts: Facts, service: InstanceService, seat: PlanSeat): readonly Eligible[] {
  const services = under(known, facts, () => new Map<string, Map<PlanSeat, Eligible[]>>());
  return under(services, service.id, () => bySeat(facts, service)).get(seat) ?? [];
}

function bySeat(facts: Facts, service: InstanceService): Map<PlanSeat, Eligible[]> {
  const seats = new Map<PlanSeat, Eligible[]>();
  for (const auditor of facts.instance.auditors) {
    if (hardReasons(facts, auditor, service).length > 0) continue;
    const value = memberValue(facts, auditor, service);
    under(seats, seatOf(auditor), () => []).push({ auditor, value });
  }
  for (const list of seats.values())
    list.sort((one, other) => other.value - one.value || (one.auditor.id < other.auditor.id ? -1 : 1));
  return seats;
}
