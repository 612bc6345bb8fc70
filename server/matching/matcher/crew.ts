import type { Compiled, Solution } from './compiled';
import { proveOnCore } from './core-milp';
import { PROOF_LIMITS, solveExactly } from './exact';
import { provedBound, type ProvedBound } from './lagrangian-bound';
import { planOf } from './plan-of';
import { polish } from './polish';
import { searchPrices, type FoundPrices } from './price-search';
import type { RankedPairs } from './ranked-pairs';

/** What every task has: milliseconds since 1970 at which to stop with what there is. */
interface Timed {
  until: number;
}

/** What a crew can be asked to do. How much, is counted, so that the answer does not depend on who gives it. */
export interface Tasks {
  /** Seek prices; the objective is of a plan that is known. */
  PRICES: Timed & { passes: number; rounds: number; objective: number };
  /** Prove by branch and bound over all pairs. */
  PROOF: Timed & { start: Solution };
  /** Prove over the pairs that a better plan could have. */
  CORE: Timed & { found: PricesFound; start: Solution; objective: number; iterations: number };
  /** Better a plan by exact solves of neighbourhoods. */
  POLISH: Timed & { found: PricesFound; start: Solution; rounds: number };
}

/** Prices found, and the bound that they prove. */
export type PricesFound = ProvedBound & Pick<FoundPrices, 'prices' | 'usage'>;

/** How far a proof came: the best plan, and what no plan exceeds. */
export interface ProofFound {
  solution: Solution;
  bound: number;
  isProved: boolean;
}

/** What it answers; no proof when the limits ended it before there was any plan, or there were too many pairs. */
export interface Answers {
  PRICES: PricesFound;
  PROOF: ProofFound | null;
  CORE: ProofFound | null;
  POLISH: Solution;
}

/** A bound or an objective reached on the way to an answer. */
export interface Step {
  bound?: number;
  objective?: number;
  /** Share of the task that is done. */
  done?: number;
}

/** Whoever works beside the search. */
export interface Crew {
  ask: <Kind extends keyof Tasks>(
    kind: Kind,
    task: Tasks[Kind],
    onStep?: (step: Step) => void,
  ) => Promise<Answers[Kind]>;
  /** Sends everybody home. */
  dismiss: () => Promise<void>;
}

/** More pairs than this make a proof a matter of hours. */
const MOST_PAIRS = 20_000;

/** How each kind of task is done. */
type Workshop = {
  [Kind in keyof Tasks]: (task: Tasks[Kind], onStep: (step: Step) => void) => Promise<Answers[Kind]>;
};

const workshop = (c: Compiled, ranked: RankedPairs): Workshop => ({
  PRICES: (task, onStep) => {
    const { prices, usage } = searchPrices(c, ranked, {
      passes: task.passes,
      rounds: task.rounds,
      target: task.objective,
      onRound: (round, bound) => {
        if (Number.isFinite(bound))
          onStep({ bound: Math.floor(bound), done: round / (task.passes + task.rounds) });
        return Date.now() > task.until;
      },
    });
    return Promise.resolve({ prices, usage, ...provedBound(c, ranked, prices) });
  },
  PROOF: ({ start, until }) =>
    solveExactly(c, {
      start: planOf(c, start).teams,
      limits: { ...PROOF_LIMITS, stop: () => Date.now() > until },
    }),
  CORE: ({ found, start, objective, iterations, until }) =>
    proveOnCore(c, ranked, {
      prices: found.prices,
      start,
      objective,
      mostPairs: MOST_PAIRS,
      limits: { ...PROOF_LIMITS, iterations, stop: () => Date.now() > until },
    }),
  POLISH: ({ found, start, rounds, until }, onStep) =>
    polish(c, ranked, {
      found,
      start,
      rounds,
      stop: () => Date.now() > until,
      onRound: (round, objective) => onStep({ objective, done: (round + 1) / rounds }),
    }),
});

/** A crew of nobody: the thread of the search does everything itself, one thing after the other. */
export function crewOfOne(c: Compiled, ranked: RankedPairs): Crew {
  const work = workshop(c, ranked);
  return {
    ask: (kind, task, onStep = () => undefined) => work[kind](task, onStep),
    dismiss: () => Promise.resolve(),
  };
}
