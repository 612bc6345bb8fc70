import type { Compiled, Solution } from './compiled';
import { PROOF_LIMITS, solveExactly } from './exact';
import { provedBound, type ProvedBound } from './lagrangian-bound';
import { planOf } from './plan-of';
import { searchPrices } from './price-search';
import type { Prices } from './prices';
import type { RankedPairs } from './ranked-pairs';

/** Milliseconds since 1970 at which to stop with what there is. */
interface Timed {
  until: number;
}

/** Prices asked for: how much work, and the objective of a plan that is known. */
export interface PriceTask extends Timed {
  kind: 'PRICES';
  passes: number;
  rounds: number;
  target: number;
}

/** A proof asked for, and the plan to begin from. */
export interface ProofTask extends Timed {
  kind: 'PROOF';
  start: Solution;
}

/** Prices found, and the bound that they prove. */
export interface PricesFound extends ProvedBound {
  prices: Prices;
}

/** How far a proof came: the best plan, and what no plan exceeds. */
export interface ProofFound {
  solution: Solution;
  bound: number;
  isProved: boolean;
}

/** Whoever works beside the search. What is asked of it is counted, so that the answer does not depend on who gives it. */
export interface Crew {
  findPrices: (task: PriceTask, onBound: (bound: number) => void) => Promise<PricesFound>;
  /** Null when the limits ended it before there was any plan. */
  prove: (task: ProofTask) => Promise<ProofFound | null>;
  /** Sends everybody home. */
  dismiss: () => Promise<void>;
}

/** Seeks prices, in this thread. */
export function findPrices(
  c: Compiled,
  ranked: RankedPairs,
  task: PriceTask,
  onBound: (bound: number) => void,
): PricesFound {
  const { prices } = searchPrices(c, ranked, {
    passes: task.passes,
    rounds: task.rounds,
    target: task.target,
    onRound: (_, bound) => {
      if (Number.isFinite(bound)) onBound(bound);
      return Date.now() > task.until;
    },
  });
  return { prices, ...provedBound(c, ranked, prices) };
}

/** Proves by branch and bound, in this thread. */
export async function prove(c: Compiled, { start, until }: ProofTask): Promise<ProofFound | null> {
  const exact = await solveExactly(c, {
    start: planOf(c, start).teams,
    limits: { ...PROOF_LIMITS, stop: () => Date.now() > until },
  });
  if (!exact) return null;
  return { solution: exact.solution, bound: exact.bound, isProved: exact.isProved };
}

/** A crew of nobody: the thread of the search does everything itself, one thing after the other. */
export const crewOfOne = (c: Compiled, ranked: RankedPairs): Crew => ({
  findPrices: (task, onBound) => Promise.resolve(findPrices(c, ranked, task, onBound)),
  prove: (task) => prove(c, task),
  dismiss: () => Promise.resolve(),
});
