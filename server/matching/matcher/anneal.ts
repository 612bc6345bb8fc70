import { SEAT_KINDS, TRAINEE, type Lists, type Solution } from './compiled';
import { clear, fits, isFree, isFreeIn, moveTo, place, solutionOf, type PlanState } from './plan-state';
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

const PLACE = -1;

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

  const reseat = (): boolean => {
    const slot = random.below(member.length);
    if (state.fixed[slot] === 1) return false;
    const s = c.slotService[slot]!;
    const row = s * SEAT_KINDS + c.slotKind[slot]!;
    const first = eligible.from[row]!;
    const count = eligible.from[row + 1]! - first;
    if (count === 0) return false;
    const a = member[slot]!;
    const u = random.share();
    const b = eligible.items[first + Math.floor(count * u * u)]!;
    if (c.slotKind[slot] === TRAINEE && a >= 0 && b === a) {
      take(slot);
      return true;
    }
    if (b === a) return false;
    const week = state.week[s]!;
    if (week >= 0 && c.available[b * c.weekCount + week] === 0) return false;
    let ejected = -1;
    const elsewhere = week >= 0 ? state.busy[b * c.weekCount + week]! - 1 : -1;
    if (elsewhere === s) return false;
    if (elsewhere >= 0) ejected = slotOfAt(b, elsewhere);
    else if (state.audits[b]! >= c.capacity[b]!) {
      if (c.capacity[b]! === 0) return false;
      ejected = state.slotsOf[state.slotsFrom[b]! + random.below(state.audits[b]!)]!;
      if (c.slotService[ejected] === s) return false;
    }
    if (ejected >= 0 && state.fixed[ejected] === 1) return false;
    if (a >= 0) take(slot);
    if (ejected >= 0) take(ejected);
    if (!fits(state, slot, b)) return false;
    put(slot, b);
    if (ejected >= 0) refill(ejected, a, b);
    return true;
  };

  const reschedule = (): boolean => {
    const s = random.below(c.serviceCount);
    const first = c.serviceWeeks.from[s]!;
    const count = c.serviceWeeks.from[s + 1]! - first;
    if (count < 2) return false;
    const week = c.serviceWeeks.items[first + random.below(count)]!;
    if (week === state.week[s]) return false;
    for (let slot = c.slotFrom[s]!; slot < c.slotFrom[s + 1]!; slot += 1) {
      const a = member[slot]!;
      if (a < 0 || isFreeIn(state, week, a)) continue;
      if (state.fixed[slot] === 1) return false;
      take(slot);
    }
    journal.push(-s - 1, state.week[s]!);
    moveTo(state, s, week);
    for (let slot = c.slotFrom[s]!; slot < c.slotFrom[s + 1]!; slot += 1)
      if (member[slot]! < 0) refill(slot, -1, -1);
    return true;
  };

  for (let step = 0; step < options.steps; step += 1) {
    if (step % 1000 === 0) {
      if (options.stop(step / options.steps, bestObjective)) break;
      temperature *= cooling;
    }
    const before = state.objective;
    const limit = before + temperature * Math.log(random.share() + 1e-12);
    const done = random.below(16) === 0 ? reschedule() : reseat();
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
