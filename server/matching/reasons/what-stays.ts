import type { Instance, Pair, PlanSeat } from '../matcher/instance';
import type { Plan } from '../matcher/plan';
import { factsOf, isListed, seatCount, seatOf, seatsOf, under } from './facts';
import { hardReasons, obstaclesTo } from './obstacles';
import { setWeek, sit, standingOf, teamOf, type Standing } from './standing';

/** What happened to a plan, besides what its instance says now. */
export interface PlanChange {
  /** Auditor, service: must not be any more, because of a recusal, a refusal or a new conflict. */
  withdrawn: readonly Pair[];
  /** Auditor, service: accepted, and not to be touched unless the instance forbids it now. */
  fixed: readonly Pair[];
}

/** The instance in which a plan is made good: with what was withdrawn forbidden, what is fixed pinned, and the plan as the previous one. */
export function changedInstance(
  instance: Instance,
  before: Pick<Plan, 'teams'>,
  change: PlanChange,
): Instance {
  const withdrawn = new Set(change.withdrawn.map(keyOf));
  const facts = factsOf(instance);
  const isPossible = ([auditor, service]: Pair): boolean => {
    const who = facts.auditors.get(auditor);
    const where = facts.services.get(service);
    if (!who || !where || withdrawn.has(keyOf([auditor, service]))) return false;
    // An accepted pair keeps its seat though he may not lead: that was decided.
    return hardReasons(facts, who, where).every(({ code }) => code === 'LEAD_RIGHT');
  };
  const pinned = new Map(
    [...instance.pinned, ...change.fixed.filter(isPossible)]
      .filter((pair) => !withdrawn.has(keyOf(pair)))
      .map((pair) => [keyOf(pair), pair]),
  );
  return {
    ...instance,
    forbidden: [...instance.forbidden, ...change.withdrawn],
    pinned: [...pinned.values()],
    previous: pairsOf(before).filter(
      ([auditor, service]) => facts.auditors.has(auditor) && facts.services.has(service),
    ),
  };
}

/** The plan before, without what is not allowed any more; what is pinned is seated first. */
export function whatStays(instance: Instance, before: Pick<Plan, 'teams'>): Standing {
  const standing = standingOf(instance, { teams: [] });
  const { facts } = standing;
  const isPinned = (auditor: string, service: string) => isListed(facts.pinned, auditor, service);
  const members = before.teams.flatMap((team) =>
    team.members.map(({ auditor }) => ({ auditor, service: team.service, week: team.week })),
  );
  const inOrder = [
    ...members.filter(({ auditor, service }) => isPinned(auditor, service)),
    ...members.filter(({ auditor, service }) => !isPinned(auditor, service)),
  ];
  for (const { auditor: id, service: where, week } of inOrder) {
    const auditor = facts.auditors.get(id);
    const service = facts.services.get(where);
    if (!auditor || !service) continue;
    const isInTime = week === null ? service.weeks.length === 0 : service.weeks.includes(week);
    const seat = seatOf(auditor);
    const sitting = teamOf(standing, where).members.filter((member) => member.seat === seat).length;
    if (!isInTime || sitting >= seatCount(service, seat)) continue;
    if (!isPinned(id, where) && hardReasons(facts, auditor, service).length > 0) continue;
    if (obstaclesTo(standing, auditor, service, week, true).length > 0) continue;
    setWeek(standing, where, week);
    sit(standing, id, where, seat);
  }
  return standing;
}

/** Seats that are empty now: required ones, and those of trainees whom the change took away. */
export function emptySeatsOf(kept: Standing, before: Pick<Plan, 'teams'>): Map<string, Set<PlanSeat>> {
  const seats = new Map<string, Set<PlanSeat>>();
  const had = new Map(before.teams.map((team) => [team.service, team.members]));
  for (const service of kept.facts.instance.services)
    for (const seat of seatsOf(service)) {
      const sitting = teamOf(kept, service.id).members.filter((member) => member.seat === seat).length;
      const isLost = seat !== 'TRAINEE' || had.get(service.id)?.some((member) => member.seat === seat);
      if (sitting < seatCount(service, seat) && isLost)
        under(seats, service.id, () => new Set<PlanSeat>()).add(seat);
    }
  return seats;
}

/** All assignments of a plan. */
export const pairsOf = ({ teams }: Pick<Plan, 'teams'>): Pair[] =>
  teams.flatMap(({ service, members }) => members.map(({ auditor }) => [auditor, service] as const));

const keyOf = ([auditor, service]: Pair): string => `${auditor} ${service}`;
