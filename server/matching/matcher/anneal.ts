import { SEAT_KINDS, TRAINEE, type Lists, type Solution } from './compiled';
import {
  clear,
  fits,
  isFree,
  isFreeIn,
  lastAuditCost,
  moveTo,
  nextAuditCost,
  place,
  solutionOf,
  type PlanState,
} from './plan-state';
import type { Random } from './random';

/** How an annealing goes from a plan to a better one. */
export interface AnnealOptions {
  /** Moves tried. */
  steps: number;
  /** Points that a move may lose, about, at the beginning and at the end. */
  from: number;
  to: number;
  /** Asked every thousand moves, with the share of them that is done; true ends the annealing. */
  stop: (done: number, best: number) => boolean;
}

/** Best plan of an annealing. */
export interface Annealed {
  solution: Solution;
  objective: number;
  accepted: number;
}

const EXP = (u: number) => Math.pow(u, Number(process.env.EXPO ?? 3));
const PLACE = -1;
const NO_WEEK = -2;
const STAY = Number(process.env.STAY ?? 0.8);
const RESCHED = Number(process.env.RESCHED ?? 16);

/**
 * Simulated annealing over seats and weeks. A move puts an auditor on a seat, whoever sat there leaving it; if he has
 * no audit left or is elsewhere in that week he leaves another seat, which is filled again, by the one who left if
 * possible: so an empty seat wanders at no cost until somebody is found for it. Or it moves a service to another week.
 * @param eligible allowed auditors of each service and kind of seat, best first
 */
export function anneal(state: PlanState, eligible: Lists, random: Random, options: AnnealOptions): Annealed {
  const { c, member } = state;
  const journal: number[] = [];
  const cooling = Math.pow(options.to / options.from, 1 / Math.max(1, options.steps / 1000));
  let temperature = options.from;
  let accepted = 0;
  let best = solutionOf(state);
  let bestObjective = state.objective;

  const topWorth = new Int32Array(eligible.from.length - 1);
  for (let row = 0; row < topWorth.length; row += 1)
    for (let i = eligible.from[row]!; i < eligible.from[row + 1]!; i += 1)
      topWorth[row] = Math.max(
        topWorth[row]!,
        c.worth[Math.floor(row / SEAT_KINDS) * c.auditorCount + eligible.items[i]!]!,
      );

  const put = (slot: number, a: number): void => {
    place(state, slot, a);
    journal.push(slot, PLACE);
  };
  const take = (slot: number): void => {
    journal.push(slot, member[slot]!);
    clear(state, slot);
  };
  const undo = (): void => {
    while (journal.length > 0) {
      const what = journal.pop()!;
      const slot = journal.pop()!;
      if (slot < 0) moveTo(state, -slot - 1, what);
      else if (what === PLACE) clear(state, slot);
      else place(state, slot, what);
    }
  };

  const refill = (slot: number, first: number, except: number): void => {
    const s = c.slotService[slot]!;
    const row = s * SEAT_KINDS + c.slotKind[slot]!;
    const base = s * c.auditorCount;
    let chosen = -1;
    let bestGain = c.slotKind[slot] === TRAINEE ? 0 : -Infinity;
    let tried = 0;
    const before = state.objective;
    const consider = (a: number): void => {
      if (!isFree(state, s, a) || !fits(state, slot, a)) return;
      tried += 1;
      place(state, slot, a);
      const gain = state.objective - before;
      clear(state, slot);
      if (gain > bestGain) {
        bestGain = gain;
        chosen = a;
      }
    };
    if (first >= 0) consider(first);
    for (let i = eligible.from[row]!; i < eligible.from[row + 1]! && tried < 4; i += 1) {
      const a = eligible.items[i]!;
      if (a === except || a === first) continue;
      if (tried > 0 && c.worth[base + a]! < bestGain - state.c.weights.shortfall) break;
      consider(a);
    }
    if (chosen >= 0) put(slot, chosen);
  };

  const slotOfAt = (a: number, s: number): number => {
    for (let slot = c.slotFrom[s]!; slot < c.slotFrom[s + 1]!; slot += 1) if (member[slot] === a) return slot;
    return -1;
  };

  /** Moves a service to a week; members who are not free in it leave it. */
  const shift = (s: number, week: number): boolean => {
    for (let slot = c.slotFrom[s]!; slot < c.slotFrom[s + 1]!; slot += 1) {
      const a = member[slot]!;
      if (a < 0 || isFreeIn(state, week, a)) continue;
      if (state.fixed[slot] === 1) return false;
      take(slot);
    }
    journal.push(-s - 1, state.week[s]!);
    moveTo(state, s, week);
    return true;
  };

  const refillAll = (s: number): void => {
    for (let slot = c.slotFrom[s]!; slot < c.slotFrom[s + 1]!; slot += 1)
      if (member[slot]! < 0) refill(slot, -1, -1);
  };

  /** A week of a service in which an auditor is available: mostly the one that it has. */
  const weekFor = (s: number, a: number): number => {
    const first = c.serviceWeeks.from[s]!;
    const count = c.serviceWeeks.from[s + 1]! - first;
    if (count === 0) return -1;
    const current = state.week[s]!;
    if (c.available[a * c.weekCount + current] === 1 && (count === 1 || random.share() < STAY))
      return current;
    const week = c.serviceWeeks.items[first + random.below(count)]!;
    return c.available[a * c.weekCount + week] === 1 ? week : NO_WEEK;
  };

  /** More than a move can gain: most moves are not worth trying. */
  const mostGained = (slot: number, a: number, b: number, ejected: number): number => {
    const s = c.slotService[slot]!;
    let gain = c.worth[s * c.auditorCount + b]! + state.lacking[s]!;
    if (a >= 0) gain -= c.worth[s * c.auditorCount + a]!;
    if (ejected < 0) return gain - nextAuditCost(state, b) + (a >= 0 ? lastAuditCost(state, a) : 0);
    const t = c.slotService[ejected]!;
    return (
      gain +
      state.lacking[t]! -
      c.worth[t * c.auditorCount + b]! +
      topWorth[t * SEAT_KINDS + c.slotKind[ejected]!]! +
      (a >= 0 ? lastAuditCost(state, a) : 0)
    );
  };

  const reseat = (limit: number): boolean => {
    const slot = random.below(member.length);
    if (state.fixed[slot] === 1) return false;
    const s = c.slotService[slot]!;
    const row = s * SEAT_KINDS + c.slotKind[slot]!;
    const first = eligible.from[row]!;
    const count = eligible.from[row + 1]! - first;
    if (count === 0) return false;
    const a = member[slot]!;
    const u = random.share();
    const b = eligible.items[first + Math.floor(count * EXP(u))]!;
    if (c.slotKind[slot] === TRAINEE && a >= 0 && b === a) {
      take(slot);
      return true;
    }
    if (b === a) return false;
    const week = weekFor(s, b);
    if (week === NO_WEEK) return false;
    let ejected = -1;
    const elsewhere = week >= 0 ? state.busy[b * c.weekCount + week]! - 1 : -1;
    if (elsewhere === s && week === state.week[s]) return false;
    if (elsewhere >= 0) ejected = slotOfAt(b, elsewhere);
    else if (state.audits[b]! >= c.capacity[b]!) {
      if (c.capacity[b]! === 0) return false;
      ejected = state.slotsOf[state.slotsFrom[b]! + random.below(state.audits[b]!)]!;
      if (c.slotService[ejected] === s) return false;
    }
    if (ejected >= 0 && state.fixed[ejected] === 1) return false;
    if (week === state.week[s] && state.objective + mostGained(slot, a, b, ejected) < limit) return false;
    if (a >= 0) take(slot);
    if (ejected >= 0) take(ejected);
    if (!fits(state, slot, b)) return false;
    const moves = week !== state.week[s];
    if (moves && !shift(s, week)) return false;
    put(slot, b);
    if (ejected >= 0) refill(ejected, a, b);
    if (moves) refillAll(s);
    return true;
  };

  const reschedule = (): boolean => {
    const s = random.below(c.serviceCount);
    const first = c.serviceWeeks.from[s]!;
    const count = c.serviceWeeks.from[s + 1]! - first;
    if (count < 2) return false;
    const week = c.serviceWeeks.items[first + random.below(count)]!;
    if (week === state.week[s]) return false;
    if (!shift(s, week)) return false;
    refillAll(s);
    return true;
  };

  for (let step = 0; step < options.steps; step += 1) {
    if (step % 1000 === 0) {
      if (options.stop(step / options.steps, bestObjective)) break;
      temperature *= cooling;
    }
    const before = state.objective;
    const limit = before + temperature * Math.log(random.share() + 1e-12);
    const done = random.below(RESCHED) === 0 ? reschedule() : reseat(limit);
    if (!done || state.objective < limit) {
      undo();
      continue;
    }
    if (state.objective < before && before > bestObjective) {
      // The best so far is kept only when it is left: most are improved upon at once.
      undo();
      best = solutionOf(state);
      bestObjective = before;
      continue;
    }
    journal.length = 0;
    accepted += 1;
  }
  if (state.objective > bestObjective) {
    best = solutionOf(state);
    bestObjective = state.objective;
  }
  return { solution: best, objective: bestObjective, accepted };
}
