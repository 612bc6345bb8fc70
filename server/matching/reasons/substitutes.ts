import type { Instance, InstanceService, PlanSeat } from '../matcher/instance';
import type { Plan } from '../matcher/plan';
import { eligibleFor, type Eligible } from './eligible';
import { isListed, memberValue, seatCount } from './facts';
import { obstaclesTo, type Obstacle } from './obstacles';
import { gainOfSitting, mostBesides } from './plan-parts';
import {
  loadOf,
  rise,
  servicesOf,
  setWeek,
  sit,
  standingOnce,
  teamOf,
  type Assignment,
  type Standing,
} from './standing';

/** What must happen first for a substitute to come: somebody is replaced elsewhere, or the audit moves to another week. */
export type FurtherMove =
  | { kind: 'REPLACE'; service: string; leaves: string; joins: string | null }
  | { kind: 'WEEK'; service: string; from: string | null; week: string };

/** Somebody who could take a seat. */
export interface Substitute {
  auditor: string;
  /** Who gives the seat up; null when it is empty. */
  replaces: string | null;
  week: string | null;
  /** His value on this seat less that of whom he replaces, points. */
  valueDifference: number;
  /** Change of the whole plan's objective, points: load, leads, critical modalities and the further move included. */
  change: number;
  /** Null when he can come as the plan stands. */
  after: FurtherMove | null;
}

/** Whom to rank. */
export interface SubstituteOptions {
  /** Who gives the seat up; without it, an empty seat of the kind or else anybody on one. */
  leaving?: string;
  /** Most of those who can come as the plan stands; and as many of those who need a further move. */
  limit?: number;
}

/**
 * Who could take a seat: those who can come as the plan stands, best first, then those who could after one further
 * move, best first. Nobody who breaks a rule is named; a pinned holder is not replaced.
 */
export function substitutes(
  instance: Instance,
  plan: Pick<Plan, 'teams'>,
  serviceId: string,
  seat: PlanSeat,
  { leaving, limit = 5 }: SubstituteOptions = {},
): Substitute[] {
  const standing = standingOnce(instance, plan);
  const service = standing.facts.services.get(serviceId);
  if (!service || limit <= 0) return [];
  const found: Substitute[] = [];
  for (const holder of holders(standing, service, seat, leaving)) {
    if (holder !== null) rise(standing, holder, serviceId);
    try {
      found.push(...forSeat(standing, service, seat, holder, limit));
    } finally {
      if (holder !== null) sit(standing, holder, serviceId, seat);
    }
  }
  const best = bestOfEach(found);
  return [
    ...best.filter(({ after }) => after === null).slice(0, limit),
    ...best.filter(({ after }) => after !== null).slice(0, limit),
  ];
}

/** Whose seat it is about: nobody's when one is empty. */
function holders(
  standing: Standing,
  service: InstanceService,
  seat: PlanSeat,
  leaving: string | undefined,
): (string | null)[] {
  const sitting = teamOf(standing, service.id)
    .members.filter((member) => member.seat === seat)
    .map(({ auditor }) => auditor);
  if (leaving === undefined && sitting.length < seatCount(service, seat)) return [null];
  return sitting.filter(
    (id) => (leaving === undefined || id === leaving) && !isListed(standing.facts.pinned, id, service.id),
  );
}

/** Substitutes for a seat that its holder has just left. */
function forSeat(
  standing: Standing,
  service: InstanceService,
  seat: PlanSeat,
  holder: string | null,
  limit: number,
): Substitute[] {
  const { facts } = standing;
  const { week: own, members } = teamOf(standing, service.id);
  const former = holder === null ? null : facts.auditors.get(holder)!;
  const trial: Trial = {
    standing,
    service,
    seat,
    holder,
    holderWorth: former ? gainOfSitting(standing, former, service, seat) : 0,
    holderValue: former ? memberValue(facts, former, service) : 0,
  };
  const weeks = weeksFor(service, members.length > 0 ? own : undefined);
  const direct: Substitute[] = [];
  const further: Substitute[] = [];
  const besides = mostBesides(standing, service, seat);
  let tried = 0;
  for (const candidate of eligibleFor(facts, service, seat)) {
    const { auditor, value } = candidate;
    const isEnough =
      direct.length >= limit && value + besides - trial.holderWorth < direct[limit - 1]!.change;
    if (isEnough && tried >= limit * TRIES) break;
    if (auditor.id === holder || members.some((member) => member.auditor === auditor.id)) continue;
    const blocked: { week: string | null; obstacles: Obstacle[] }[] = [];
    for (const week of weeks) {
      const obstacles = obstaclesTo(standing, auditor, service, week);
      if (obstacles.length > 0) blocked.push({ week, obstacles });
      else if (!isEnough) {
        direct.push(resultOf(trial, candidate, week));
        direct.sort(inOrder);
      }
      if (obstacles.length === 0) break;
    }
    if (blocked.length < weeks.length || tried >= limit * TRIES) continue;
    const found = blocked.flatMap(({ week, obstacles }) => afterOneMove(trial, candidate, week, obstacles));
    if (found.length > 0) tried++;
    further.push(...found);
  }
  return [...direct.slice(0, limit), ...bestOfEach(further).slice(0, limit)];
}

/** How many times as many auditors as asked for are looked at for a further move. */
const TRIES = 2;

interface Trial {
  /** Without the holder. */
  standing: Standing;
  service: InstanceService;
  seat: PlanSeat;
  holder: string | null;
  /** What the plan loses when the holder leaves. */
  holderWorth: number;
  holderValue: number;
}

/** The weeks in which an audit could take place: the team's own when it has one. */
function weeksFor(service: InstanceService, own: string | null | undefined): readonly (string | null)[] {
  if (own !== undefined) return [own];
  return service.weeks.length > 0 ? service.weeks : [null];
}

/** Somebody comes; `gain` is what a further move and he together bring, or null for him alone. */
function resultOf(
  { standing, service, seat, holder, holderWorth, holderValue }: Trial,
  { auditor, value }: Eligible,
  week: string | null,
  further: { move: FurtherMove; gain: number } | null = null,
): Substitute {
  return {
    auditor: auditor.id,
    replaces: holder,
    week,
    valueDifference: value - holderValue,
    change: (further?.gain ?? gainOfSitting(standing, auditor, service, seat)) - holderWorth,
    after: further?.move ?? null,
  };
}

/** Assignments of which any one, given up, removes all obstacles. */
function oneWay(obstacles: readonly Obstacle[]): Assignment[] {
  const [first, ...others] = obstacles;
  return (first?.ways ?? []).filter((way) =>
    others.every(({ ways }) =>
      ways.some(({ auditor, service }) => auditor === way.auditor && service === way.service),
    ),
  );
}

/** The ways for somebody to come after one further move. */
function afterOneMove(
  trial: Trial,
  candidate: Eligible,
  week: string | null,
  obstacles: readonly Obstacle[],
): Substitute[] {
  const found = oneWay(obstacles).map((way) => afterReplacing(trial, candidate, week, way));
  if (obstacles.every(({ code }) => code === 'BUSY_WEEK' || code === 'UNAVAILABLE_IN_WEEK'))
    found.push(afterMovingWeek(trial, candidate));
  return found.filter((substitute) => substitute !== null);
}

/** Somebody comes once an assignment is given up and its seat taken by the best who can; a trainee's may stay empty. */
function afterReplacing(
  trial: Trial,
  candidate: Eligible,
  week: string | null,
  way: Assignment,
): Substitute | null {
  const { standing, service, seat } = trial;
  const { facts } = standing;
  const { auditor } = candidate;
  if (isListed(facts.pinned, way.auditor, way.service)) return null;
  const there = facts.services.get(way.service)!;
  const left = teamOf(standing, way.service).members.find((member) => member.auditor === way.auditor)!;
  rise(standing, way.auditor, way.service);
  const lost = gainOfSitting(standing, facts.auditors.get(way.auditor)!, there, left.seat);
  const gained = gainOfSitting(standing, auditor, service, seat);
  const before = teamOf(standing, service.id).week;
  setWeek(standing, service.id, week);
  sit(standing, auditor.id, service.id, seat);
  const joining = bestJoiner(standing, there, left.seat, way.auditor);
  rise(standing, auditor.id, service.id);
  setWeek(standing, service.id, before);
  sit(standing, way.auditor, way.service, left.seat);
  if (!joining && left.seat !== 'TRAINEE') return null;
  const joins = joining && (joining.gain > 0 || left.seat !== 'TRAINEE') ? joining.auditor : null;
  const move: FurtherMove = { kind: 'REPLACE', service: way.service, leaves: way.auditor, joins };
  return resultOf(trial, candidate, week, { move, gain: gained - lost + (joins ? joining!.gain : 0) });
}

/** Who brings most to an empty seat as the plan stands, but for one; null when nobody can come. */
function bestJoiner(
  standing: Standing,
  service: InstanceService,
  seat: PlanSeat,
  except: string,
): { auditor: string; gain: number } | null {
  const { week, members } = teamOf(standing, service.id);
  const besides = mostBesides(standing, service, seat);
  let best: { auditor: string; gain: number } | null = null;
  for (const { auditor, value } of eligibleFor(standing.facts, service, seat)) {
    if (best && value + besides <= best.gain) break;
    if (auditor.id === except || members.some((member) => member.auditor === auditor.id)) continue;
    if (obstaclesTo(standing, auditor, service, week, true).length > 0) continue;
    const gain = gainOfSitting(standing, auditor, service, seat);
    if (best === null || gain > best.gain) best = { auditor: auditor.id, gain };
  }
  return best;
}

/** Somebody comes once the whole team moves to a week in which all of them are free. */
function afterMovingWeek(trial: Trial, candidate: Eligible): Substitute | null {
  const { standing, service } = trial;
  const { facts } = standing;
  const { auditor } = candidate;
  const { week: from, members } = teamOf(standing, service.id);
  if (members.length === 0 || loadOf(standing, auditor.id) >= auditor.capacity) return null;
  const all = [auditor, ...members.map((member) => facts.auditors.get(member.auditor)!)];
  const week = service.weeks.find(
    (one) =>
      one !== from &&
      all.every(
        ({ id, unavailableWeeks }) =>
          !unavailableWeeks.includes(one) &&
          servicesOf(standing, id).every((other) => teamOf(standing, other).week !== one),
      ),
  );
  if (week === undefined) return null;
  const move: FurtherMove = { kind: 'WEEK', service: service.id, from, week };
  return resultOf(trial, candidate, week, {
    move,
    gain: gainOfSitting(standing, auditor, service, trial.seat),
  });
}

/** The best outcome for each auditor, best first; of equals, the smaller id. */
function bestOfEach(list: readonly Substitute[]): Substitute[] {
  const best = new Map<string, Substitute>();
  for (const one of list) {
    const before = best.get(one.auditor);
    if (!before || inOrder(one, before) < 0) best.set(one.auditor, one);
  }
  return [...best.values()].sort(inOrder);
}

function inOrder(one: Substitute, other: Substitute): number {
  if ((one.after === null) !== (other.after === null)) return one.after === null ? -1 : 1;
  return other.change - one.change || (one.auditor < other.auditor ? -1 : 1);
}
