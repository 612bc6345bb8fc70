import type { InstanceAuditor, InstanceService, PlanSeat } from '../matcher/instance';
import { isListed, memberValue, seatOf, seatsOf } from './facts';
import { hardReasons, obstaclesTo } from './obstacles';
import { copyOf, rise, setWeek, teamOf, type Assignment, type Standing } from './standing';

/** Seats of a service that are taken anew while all others stay as they are. */
export interface OpenService {
  service: InstanceService;
  seats: readonly PlanSeat[];
  /** Every possible week when all seats are open, else the team's own. */
  weeks: readonly (string | null)[];
}

/** A plan of which some seats are to be taken anew. */
export interface Reopening {
  /** The plan as it was. */
  before: Standing;
  /** The plan without whoever sat on the open seats. */
  rest: Standing;
  open: readonly OpenService[];
}

/** Limits that are lifted for some pairs, to see what they alone prevent. */
export interface Lift {
  /** Codes of rules, of hard reasons and of limits of the plan. */
  limits: ReadonlySet<string>;
  /** For which pairs. */
  covers: (auditor: InstanceAuditor, service: InstanceService) => boolean;
  /** Whether one pair at most may make use of it. */
  isForOne: boolean;
}

/** Somebody who could take an open seat in a week. */
export interface Candidate {
  auditor: InstanceAuditor;
  open: OpenService;
  seat: PlanSeat;
  week: string | null;
  value: number;
  /** His value there, and the gain of keeping him where he was. */
  gain: number;
  isPinned: boolean;
  /** Whether only a lifted limit lets him in. */
  isExempt: boolean;
}

/** Opens seats of a plan: whoever sits there is taken off. */
export function reopen(before: Standing, seats: ReadonlyMap<string, ReadonlySet<PlanSeat>>): Reopening {
  const rest = copyOf(before);
  const open: OpenService[] = [];
  for (const [id, chosen] of seats) {
    const service = before.facts.services.get(id)!;
    const all = seatsOf(service);
    const isWhole = all.every((seat) => chosen.has(seat));
    const { week, members } = teamOf(before, id);
    for (const { auditor, seat } of members) if (chosen.has(seat)) rise(rest, auditor, id);
    const isFree = isWhole || members.length === 0;
    if (isFree) setWeek(rest, id, null);
    open.push({
      service,
      seats: all.filter((seat) => chosen.has(seat)),
      weeks: isFree ? (service.weeks.length > 0 ? service.weeks : [null]) : [week],
    });
  }
  return { before, rest, open };
}

/** Whom to consider for the open seats. */
export interface Choosing {
  /** How many of each seat, the best; whoever is on an open seat now always is considered. All when left out. */
  perSeat?: number;
  lift?: Lift | null;
  /** Must have a seat there. */
  wanted?: Assignment;
}

/** Everybody who could take one of the open seats, as the rest of the plan stands. */
export function candidatesFor(
  { before, rest, open }: Reopening,
  { perSeat = Infinity, lift = null, wanted }: Choosing,
): Candidate[] {
  const { facts } = rest;
  const incumbents = new Set(
    open.flatMap(({ service, seats }) =>
      teamOf(before, service.id)
        .members.filter(({ seat }) => seats.includes(seat))
        .map(({ auditor }) => auditor),
    ),
  );
  const found: Candidate[] = [];
  for (const one of open)
    for (const seat of one.seats) {
      const here: Candidate[][] = [];
      for (const auditor of facts.instance.auditors) {
        if (seatOf(auditor) !== seat) continue;
        const candidates = inEachWeek(rest, auditor, one, seat, lift);
        if (candidates.length > 0) here.push(candidates);
      }
      // Those whom only a lifted limit lets in are ranked apart: they are what is asked about.
      const ranks = [0, 0];
      here.sort(([one], [other]) => other!.gain - one!.gain);
      for (const candidates of here) {
        const { auditor, isPinned } = candidates[0]!;
        const isWanted = wanted?.auditor === auditor.id;
        const rank = ranks[Number(candidates.every(({ isExempt }) => isExempt))]!++;
        if (rank < perSeat || isPinned || isWanted || incumbents.has(auditor.id)) found.push(...candidates);
      }
    }
  return found;
}

function inEachWeek(
  rest: Standing,
  auditor: InstanceAuditor,
  open: OpenService,
  seat: PlanSeat,
  lift: Lift | null,
): Candidate[] {
  const { facts } = rest;
  const { service } = open;
  const isPinned = isListed(facts.pinned, auditor.id, service.id);
  const limits = lift?.covers(auditor, service) ? lift.limits : NONE;
  const hard = isPinned
    ? []
    : hardReasons(facts, auditor, service).flatMap(({ code, parameters }) =>
        code === 'CONFLICT' ? (parameters.rules as readonly string[]) : [code],
      );
  if (hard.some((code) => !limits.has(code))) return [];
  const value = memberValue(facts, auditor, service);
  const gain = value + (isListed(facts.previous, auditor.id, service.id) ? facts.instance.weights.kept : 0);
  return open.weeks.flatMap((week) => {
    const obstacles = obstaclesTo(rest, auditor, service, week, limits === NONE);
    if (obstacles.some(({ code }) => !limits.has(code))) return [];
    const isExempt = hard.length > 0 || obstacles.length > 0;
    return [{ auditor, open, seat, week, value, gain, isPinned, isExempt }];
  });
}

const NONE: ReadonlySet<string> = new Set();
