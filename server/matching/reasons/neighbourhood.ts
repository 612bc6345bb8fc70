import type { InstanceService, PlanSeat } from '../matcher/instance';
import { eligibleFor } from './eligible';
import { seatOf, seatsOf, under } from './facts';
import { obstaclesTo } from './obstacles';
import { servicesOf, teamOf, type Standing } from './standing';

/** Which seats are taken anew to answer a question. */
export interface Neighbourhood {
  seats: Map<string, Set<PlanSeat>>;
  /** Whether these are all seats of the instance: then the answer holds for the whole plan. */
  isWhole: boolean;
}

/** How wide a question may look. */
export interface Reach {
  /** Instances with at most so many pairs of auditor and seat are taken as a whole. */
  wholePairs: number;
  /** Kinds of seats beyond the first services. */
  seats: number;
  /** Candidates of each seat through whom others are reached. */
  candidates: number;
}

export const REACH: Reach = { wholePairs: 1_500, seats: 14, candidates: 10 };

/**
 * The seats that matter to some services: all of theirs, and those of others that are reached through shared
 * candidates: where the best candidates of an open seat serve now, and what stands against them.
 * @param first services that are taken anew as a whole
 */
export function neighbourhoodOf(
  standing: Standing,
  first: readonly string[],
  reach: Reach = REACH,
  only?: PlanSeat,
): Neighbourhood {
  const { instance, services } = standing.facts;
  const seats = new Map<string, Set<PlanSeat>>();
  const pairs = instance.services.length * instance.auditors.length;
  if (pairs <= reach.wholePairs) {
    for (const service of instance.services) seats.set(service.id, new Set(seatsOf(service)));
    return { seats, isWhole: true };
  }
  for (const id of first) seats.set(id, new Set(seatsOf(services.get(id)!)));
  let ring: { service: string; seat: PlanSeat; weight: number }[] = [...seats].flatMap(([service, own]) =>
    [...own]
      .filter((seat) => only === undefined || seat === only)
      .map((seat) => ({ service, seat, weight: 1 })),
  );
  let room = reach.seats;
  while (ring.length > 0 && room > 0) {
    const weights = new Map<string, { service: string; seat: PlanSeat; weight: number }>();
    for (const { service, seat, weight } of ring)
      for (const [rank, found] of reachedFrom(
        standing,
        services.get(service)!,
        seat,
        reach.candidates,
      ).entries())
        for (const near of found) {
          if (seats.get(near.service)?.has(near.seat)) continue;
          const entry = under(weights, `${near.service} ${near.seat}`, () => ({ ...near, weight: 0 }));
          entry.weight += weight / (rank + 1);
        }
    const nearest = [...weights.values()].sort(
      (one, other) => other.weight - one.weight || (one.service < other.service ? -1 : 1),
    );
    ring = nearest.slice(0, room);
    room -= ring.length;
    for (const { service, seat } of ring) under(seats, service, () => new Set<PlanSeat>()).add(seat);
  }
  return { seats, isWhole: false };
}

/** For each of the best candidates of a seat, best first: the seats that keep him from it. */
function reachedFrom(
  standing: Standing,
  service: InstanceService,
  seat: PlanSeat,
  count: number,
): { service: string; seat: PlanSeat }[][] {
  const { facts } = standing;
  const { week } = teamOf(standing, service.id);
  return eligibleFor(facts, service, seat)
    .slice(0, count)
    .map(({ auditor }) => {
      const near = servicesOf(standing, auditor.id).map((id) => ({ service: id, seat }));
      for (const { code, ways } of obstaclesTo(standing, auditor, service, week))
        if (code === 'RECIPROCITY')
          for (const way of ways)
            near.push({ service: way.service, seat: seatOf(facts.auditors.get(way.auditor)!) });
      return near;
    });
}
