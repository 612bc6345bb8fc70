import { setImmediate as letOthersRun } from 'node:timers/promises';
import { SEAT_KINDS, TRAINEE, type Solution } from './compiled';
import { lastAuditCost, fits, nextAuditCost, solutionOf, type PlanState } from './plan-state';
import type { Ranking } from './price-ranking';
import type { Random } from './random';
import { trialOn } from './trial';

/** How an annealing goes from a plan to a better one. */
export interface AnnealOptions {
  /** Units of work, about ten million of which are a second. */
  work: number;
  /** Points that a move may lose, about, at the beginning and at the end. */
  from: number;
  to: number;
  /** Asked now and then with the share of the work that is done and the best objective; true ends the annealing. */
  stop: (done: number, best: number) => boolean;
}

/** Best plan of an annealing. */
export interface Annealed {
  solution: Solution;
  objective: number;
}

/** Moves between two looks at the clock and the temperature, and between two pauses in which others have their turn. */
const ROUND = 256;
const TURN = 128 * ROUND;
/** Share of moves that put an auditor on a seat in the week that its service has, if he is available in it. */
const STAYS = 0.8;
/** One move of so many is a service's to another week. */
const RESCHEDULES = 16;
const NO_WEEK = -2;

/**
 * Simulated annealing over seats and weeks (Kirkpatrick, Gelatt and Vecchi, 1983). A move puts an auditor on a seat,
 * whoever sat there leaving it; if he has no audit left or is elsewhere in that week he leaves another seat, which is
 * filled again, by the one who left if possible: so an empty seat, or a team without a lead, wanders at no cost until
 * somebody is found for it. Or it moves a service to another week. The state ends as it happens; the best plan met is
 * returned.
 */
export async function anneal(
  state: PlanState,
  ranking: Ranking,
  random: Random,
  options: AnnealOptions,
): Promise<Annealed> {
  const { c, member } = state;
  const trial = trialOn(state, ranking);
  const topWorth = bestWorths(state, ranking);
  let best = solutionOf(state);
  let bestObjective = state.objective;

  const slotOn = (a: number, s: number): number => {
    let slot = c.slotFrom[s]!;
    while (member[slot] !== a) slot += 1;
    return slot;
  };

  /** More than a move can gain: most moves are not worth trying. */
  const mostGained = (slot: number, a: number, b: number, ejected: number): number => {
    const s = c.slotService[slot]!;
    let gain = c.worth[s * c.auditorCount + b]! + state.lacking[s]!;
    if (a >= 0) gain += lastAuditCost(state, a) - c.worth[s * c.auditorCount + a]!;
    if (ejected < 0) return gain - nextAuditCost(state, b);
    const t = c.slotService[ejected]!;
    const refilled = topWorth[t * SEAT_KINDS + c.slotKind[ejected]!]!;
    return gain + state.lacking[t]! - c.worth[t * c.auditorCount + b]! + refilled;
  };

  /** A week of a service in which an auditor is available: mostly the one that it has. */
  const weekFor = (s: number, a: number): number => {
    const first = c.serviceWeeks.from[s]!;
    const count = c.serviceWeeks.from[s + 1]! - first;
    if (count === 0) return -1;
    const isIn = (week: number) => c.available[a * c.weekCount + week] === 1;
    const current = state.week[s]!;
    if (isIn(current) && (count === 1 || random.share() < STAYS)) return current;
    const week = c.serviceWeeks.items[first + random.below(count)]!;
    return isIn(week) ? week : NO_WEEK;
  };

  const reseat = (limit: number): boolean => {
    const slot = random.below(member.length);
    if (state.fixed[slot] === 1) return false;
    const s = c.slotService[slot]!;
    const row = s * SEAT_KINDS + c.slotKind[slot]!;
    const count = ranking.from[row + 1]! - ranking.from[row]!;
    if (count === 0) return false;
    const a = member[slot]!;
    // The sixth power: half of the draws are of the first hundredth.
    const u = random.share();
    const b = ranking.who[ranking.from[row]! + Math.floor(count * u * u * u * u * u * u)]!;
    if (b === a) {
      if (c.slotKind[slot] !== TRAINEE) return false;
      trial.take(slot);
      return true;
    }
    const week = weekFor(s, b);
    if (week === NO_WEEK || c.capacity[b] === 0) return false;
    const moves = week !== state.week[s];
    const elsewhere = week >= 0 ? state.busy[b * c.weekCount + week]! - 1 : -1;
    let ejected = -1;
    if (elsewhere >= 0) ejected = slotOn(b, elsewhere);
    else if (state.audits[b]! >= c.capacity[b]!)
      ejected = state.slotsOf[state.slotsFrom[b]! + random.below(state.audits[b]!)]!;
    if (ejected >= 0 && (state.fixed[ejected] === 1 || c.slotService[ejected] === s)) return false;
    if (!moves && state.objective + mostGained(slot, a, b, ejected) < limit) return false;
    if (a >= 0) trial.take(slot);
    if (ejected >= 0) trial.take(ejected);
    if (!fits(state, slot, b)) return false;
    if (moves && !trial.shift(s, week)) return false;
    trial.put(slot, b);
    if (ejected >= 0) trial.refill(ejected, a, b);
    if (moves) trial.refillAll(s);
    return true;
  };

  const reschedule = (): boolean => {
    const s = random.below(c.serviceCount);
    const first = c.serviceWeeks.from[s]!;
    const count = c.serviceWeeks.from[s + 1]! - first;
    if (count < 2) return false;
    const week = c.serviceWeeks.items[first + random.below(count)]!;
    if (week === state.week[s] || !trial.shift(s, week)) return false;
    trial.refillAll(s);
    return true;
  };

  if (member.length === 0) return { solution: best, objective: bestObjective };
  let temperature = options.from;
  let moves = 0;
  for (;;) {
    if (moves % ROUND === 0) {
      const done = (trial.work() + moves) / options.work;
      if (done >= 1 || options.stop(done, bestObjective)) break;
      temperature = options.from * (options.to / options.from) ** done;
    }
    if (moves % TURN === 0) await letOthersRun();
    moves += 1;
    const before = state.objective;
    const limit = before + temperature * Math.log(1 - random.share());
    const isDone = random.below(RESCHEDULES) === 0 ? reschedule() : reseat(limit);
    if (!isDone || state.objective < limit) trial.undo();
    else if (state.objective < before && before > bestObjective) {
      // The best so far is copied only when it is left: most are improved upon at once.
      trial.undo();
      best = solutionOf(state);
      bestObjective = before;
    } else trial.keep();
  }
  if (state.objective > bestObjective) return { solution: solutionOf(state), objective: state.objective };
  return { solution: best, objective: bestObjective };
}

/** The most that anybody is worth on each kind of seat of each service. */
function bestWorths({ c }: PlanState, { from, who }: Ranking): Int32Array {
  const best = new Int32Array(from.length - 1);
  for (let row = 0; row < best.length; row += 1) {
    const base = Math.floor(row / SEAT_KINDS) * c.auditorCount;
    for (let i = from[row]!; i < from[row + 1]!; i += 1)
      best[row] = Math.max(best[row]!, c.worth[base + who[i]!]!);
  }
  return best;
}
