import type { Compiled, Solution } from './compiled';
import { corePairs, solveCore } from './core-milp';
import type { MilpLimits } from './highs';
import { wholePrices } from './lagrangian-bound';
import { servicesAround, wantedBy } from './neighbourhoods';
import { recount } from './objective';
import { pairsWithin, type PairSet } from './pairs-within';
import { teamLosses } from './price-loss';
import { teamFinder } from './price-teams';
import type { FoundPrices } from './price-search';
import { THOUSANDTHS } from './prices';
import type { RankedPairs } from './ranked-pairs';

/** A plan to be bettered with prices, and how much may be done for it. */
export interface Polish {
  found: Pick<FoundPrices, 'prices' | 'usage'>;
  start: Solution;
  /** Neighbourhoods that are solved at most. */
  rounds: number;
  /** For clocks and cancelling. */
  stop?: () => boolean;
  onRound?: (round: number, objective: number) => void;
}

/**
 * Which pairs are looked at, besides those that prices use: those that lose so many points; and how many services at
 * once, at first and at most. So many at once are solved in a second or two.
 */
const STAGES = [
  { slack: 0, least: 250, most: 500 },
  { slack: 3, least: 120, most: 250 },
  { slack: 15, least: 60, most: 120 },
];
const NONE: PairSet = new Set();

/** Neighbourhoods grow when a sweep gains nothing. */
const GROWTH = 1.5;

/** What one neighbourhood may cost. */
const LIMITS: MilpLimits = { nodes: 20, iterations: 20_000 };

/** Rounds after which a neighbourhood is as good as new. */
const AGE = 5;

/**
 * Betters a plan by exact solves of large neighbourhoods, around whichever team loses most at good prices and was left
 * alone longest, other teams being held: first among the pairs that prices use, then among more and more of those that
 * lose little. Ends when nothing gains any more, or with its rounds.
 */
export async function polish(c: Compiled, ranked: RankedPairs, task: Polish): Promise<Solution> {
  const prices = wholePrices(task.found.prices);
  const bestTeam = teamFinder(c, ranked);
  let plan = task.start;
  let { objective } = recount(c, plan);
  let round = 0;
  const isOver = () => round >= task.rounds || task.stop?.() === true;
  for (const { slack, least, most } of STAGES) {
    if (isOver()) break;
    const near = slack > 0 ? pairsWithin(c, ranked, bestTeam, prices, slack * THOUSANDTHS) : NONE;
    const opened = new Int32Array(c.serviceCount).fill(-AGE);
    let idle = 0;
    for (let size = least; !isOver(); round += 1) {
      if (idle > c.serviceCount / size) {
        if (size >= Math.min(most, c.serviceCount)) break;
        size *= GROWTH;
        idle = 0;
      }
      const pairs = new Set([...corePairs(c, task.found.usage, plan), ...near]);
      const seed = worstOff(teamLosses(c, bestTeam, prices, plan), opened, round);
      const open = servicesAround(c, plan, wantedBy(c, pairs), seed, Math.min(size, c.serviceCount));
      for (const s of open) opened[s] = round;
      const limits = task.stop ? { ...LIMITS, stop: task.stop } : LIMITS;
      const answer = await solveCore(c, { start: plan, pairs, open, limits });
      const gained = answer ? recount(c, answer.solution).objective - objective : 0;
      idle = gained > 0 ? 0 : idle + 1;
      if (answer && gained > 0) {
        plan = answer.solution;
        objective += gained;
      }
      task.onRound?.(round, objective);
    }
  }
  return plan;
}

/** The service whose team loses most, those opened lately counting less. */
function worstOff(losses: Float64Array, opened: Int32Array, round: number): number {
  let seed = 0;
  let most = -1;
  losses.forEach((loss, s) => {
    const weight = (loss + 1) * Math.min(AGE, round - opened[s]! - 1);
    if (weight > most) {
      most = weight;
      seed = s;
    }
  });
  return seed;
}
