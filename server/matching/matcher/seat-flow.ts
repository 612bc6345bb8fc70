import { ONE_LEAD, RADIOLOGIST, SEAT_KINDS, TRAINEE, type Compiled } from './compiled';
import type { RankedPairs } from './ranked-pairs';

/** Who sits on each service, and what one more audit of each auditor is worth. */
export interface SeatFlow {
  /** Auditors of each service. */
  readonly members: readonly (readonly number[])[];
  /** Points of one audit, by auditor; between what his last and what his next one costs. */
  readonly price: (auditor: number) => number;
}

/**
 * The best assignment of auditors to the seats of one kind when seats, pairs and loads are all there is: a flow of least
 * cost, by shortest augmenting paths from each seat in turn (Edmonds and Karp, 1972, with potentials).
 * @param steps pairs that may be looked at; what was is taken off
 * @param isLate asked before each seat; true gives the flow up
 * @returns null when the steps or the time ran out
 */
export function flowOfSeats(
  c: Compiled,
  ranked: RankedPairs,
  kind: number,
  steps: { left: number },
  isLate: () => boolean,
): SeatFlow | null {
  const { auditorCount, serviceCount, worth } = c;
  const people = [...c.seatOf.keys()].filter((a) => c.seatOf[a] === kind);
  const members: number[][] = Array.from({ length: serviceCount }, () => []);
  const servicesOf: number[][] = Array.from({ length: auditorCount }, () => []);
  const empty = new Int32Array(serviceCount);
  const row = (s: number) => s * SEAT_KINDS + kind;
  /** Points that one more audit costs. */
  const auditCost = (a: number): number => {
    const n = servicesOf[a]!.length;
    if (n >= c.capacity[a]!) return Infinity;
    return c.load[n]! - (n < c.minimum[a]! ? c.weights.belowMinimum : 0);
  };
  /** Points that one more empty seat costs: the last of several radiologists is the only lead as well. */
  const emptyCost = (s: number): number => {
    if (kind === TRAINEE) return 0;
    const isLast = kind === RADIOLOGIST && empty[s]! + 1 === c.seats[row(s)]!;
    return c.weights.shortfall + (isLast && c.leadRule[s] === ONE_LEAD ? c.weights.missingLead : 0);
  };

  // Potentials, such that no arc costs less than it gains of them. All arcs end where audits and empty seats are paid.
  const atService = new Float64Array(serviceCount);
  const atAuditor = new Float64Array(auditorCount);
  for (let s = 0; s < serviceCount; s += 1)
    for (let i = ranked.from[row(s)]!; i < ranked.from[row(s) + 1]!; i += 1) {
      const a = ranked.who[i]!;
      atAuditor[a] = Math.min(atAuditor[a]!, -worth[s * auditorCount + a]!);
    }
  let atEnd = kind === TRAINEE ? 0 : c.weights.shortfall;
  for (const a of people) atEnd = Math.min(atEnd, atAuditor[a]! + auditCost(a));

  const toAuditor = new Float64Array(auditorCount);
  const toService = new Float64Array(serviceCount);
  /** The service before an auditor on the shortest path to him, and the auditor before a service. */
  const serviceBefore = new Int32Array(auditorCount);
  const auditorBefore = new Int32Array(serviceCount);
  const isReached = new Uint8Array(auditorCount);

  const augment = (first: number): boolean => {
    toAuditor.fill(Infinity);
    toService.fill(Infinity);
    isReached.fill(0);
    let toEnd = Infinity;
    let lastAuditor = -1;
    let lastService = -1;
    const leave = (s: number): void => {
      const base = toService[s]! + atService[s]!;
      const none = base + emptyCost(s) - atEnd;
      if (none < toEnd) [toEnd, lastAuditor, lastService] = [none, -1, s];
      for (let i = ranked.from[row(s)]!; i < ranked.from[row(s) + 1]!; i += 1) {
        const a = ranked.who[i]!;
        const way = base - worth[s * auditorCount + a]! - atAuditor[a]!;
        if (way >= toAuditor[a]! || isReached[a] === 1 || members[s]!.includes(a)) continue;
        toAuditor[a] = way;
        serviceBefore[a] = s;
      }
      steps.left -= ranked.from[row(s) + 1]! - ranked.from[row(s)]!;
    };
    toService[first] = 0;
    leave(first);
    for (;;) {
      let a = -1;
      let nearest = toEnd;
      for (const one of people)
        if (toAuditor[one]! < nearest && isReached[one] === 0) [a, nearest] = [one, toAuditor[one]!];
      steps.left -= people.length;
      if (steps.left < 0) return false;
      if (a < 0) break;
      isReached[a] = 1;
      const end = nearest + atAuditor[a]! + auditCost(a) - atEnd;
      if (end < toEnd) [toEnd, lastAuditor, lastService] = [end, a, -1];
      for (const s of servicesOf[a]!) {
        const back = nearest + atAuditor[a]! + worth[s * auditorCount + a]! - atService[s]!;
        if (back >= toService[s]!) continue;
        toService[s] = back;
        auditorBefore[s] = a;
        leave(s);
      }
    }
    for (let s = 0; s < serviceCount; s += 1) atService[s]! += Math.min(toService[s]!, toEnd);
    for (const a of people) atAuditor[a]! += Math.min(toAuditor[a]!, toEnd);
    atEnd += toEnd;
    // Back along the path: each auditor on it goes from the service after him to the one before.
    if (lastAuditor < 0) empty[lastService]! += 1;
    for (let a = lastAuditor, s = lastService; ;) {
      if (a >= 0) {
        s = serviceBefore[a]!;
        members[s]!.push(a);
        servicesOf[a]!.push(s);
      }
      if (s === first) return true;
      a = auditorBefore[s]!;
      members[s]!.splice(members[s]!.indexOf(a), 1);
      servicesOf[a]!.splice(servicesOf[a]!.indexOf(s), 1);
    }
  };

  for (let s = 0; s < serviceCount; s += 1)
    for (let n = 0; n < c.seats[row(s)]!; n += 1) if (isLate() || !augment(s)) return null;
  return { members, price: (a) => atEnd - atAuditor[a]! };
}
