import type { Compiled, Solution } from './compiled';
import { corePairs, solveCore } from './core-milp';
import type { MilpLimits } from './highs';
import { wholePrices } from './lagrangian-bound';
import { servicesAround, wantedBy } from './neighbourhoods';
import { recount } from './objective';
import { teamLosses } from './price-loss';
import { teamFinder } from './price-teams';
import type { FoundPrices } from './price-search';
import type { RankedPairs } from './ranked-pairs';

/** A plan to be bettered with prices, and how much may be done for it. */
export interface PolishTask {
  found: Pick<FoundPrices, 'prices' | 'usage'>;
  start: Solution;
  /** Neighbourhoods that are solved at most. */
  rounds: number;
  /** Services of a neighbourhood. */
  size?: number;
  /** For clocks and cancelling. */
  stop?: () => boolean;
  onRound?: (round: number, objective: number) => void;
}

/** So many services at once are solved in a second or two, once prices have left few pairs. */
export const POLISH_SIZE = 250;

/** What one neighbourhood may cost. */
const LIMITS: MilpLimits = { nodes: 20, iterations: 20_000 };

/** Rounds after which a neighbourhood is as good as new. */
const AGE = 5;

/**
 * Betters a plan by exact solves of large neighbourhoods among the pairs that matter at good prices: around whichever
 * team loses most at these prices and was left alone longest, other teams being held. Ends when a sweep gains nothing.
 */
export async function polish(c: Compiled, ranked: RankedPairs, task: PolishTask): Promise<Solution> {
  const prices = wholePrices(task.found.prices);
  const bestTeam = teamFinder(c, ranked);
  const size = Math.min(task.size ?? POLISH_SIZE, c.serviceCount);
  const patience = Math.ceil(c.serviceCount / size) + 1;
  const opened = new Int32Array(c.serviceCount).fill(-AGE - 1);
  let plan = task.start;
  let { objective } = recount(c, plan);
  let idle = 0;
  for (let round = 0; round < task.rounds && idle < patience && !task.stop?.(); round += 1) {
    const pairs = corePairs(c, task.found.usage, plan);
    const losses = teamLosses(c, bestTeam, prices, plan);
    const seed = worstOff(losses, opened, round);
    const open = servicesAround(c, plan, wantedBy(c, pairs), seed, size);
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
