import type { Compiled } from './compiled';
import { provedBound, type ProvedBound } from './lagrangian-bound';
import { searchPrices } from './price-search';
import type { Prices } from './prices';
import type { RankedPairs } from './ranked-pairs';

/** Prices asked for: how much work, and what is known. */
export interface PriceTask {
  passes: number;
  rounds: number;
  /** Objective of a plan that is known. */
  target: number;
  /** Milliseconds since 1970 at which to stop with what there is. */
  until: number;
}

/** Prices found, and the bound that they prove. */
export interface PricesFound extends ProvedBound {
  prices: Prices;
}

/** Whoever works beside the search. What is asked of it is counted, so that the answer does not depend on who gives it. */
export interface Crew {
  findPrices: (task: PriceTask, onBound: (bound: number) => void) => Promise<PricesFound>;
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

/** A crew of nobody: the thread of the search does everything itself, one thing after the other. */
export const crewOfOne = (c: Compiled, ranked: RankedPairs): Crew => ({
  findPrices: (task, onBound) => Promise.resolve(findPrices(c, ranked, task, onBound)),
  dismiss: () => Promise.resolve(),
});
