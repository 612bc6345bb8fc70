import type { Compiled, Solution } from './compiled';
import { proveOnCore } from './core-milp';
import { PROOF_LIMITS, solveExactly } from './exact';
import { provedBound, type ProvedBound } from './lagrangian-bound';
import { recount } from './objective';
import { planOf } from './plan-of';
import { polish } from './polish';
import { searchPrices, type FoundPrices } from './price-search';
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

/** A plan to be bettered, and proved if it can be, with prices that were found. */
export interface PolishTask extends Timed {
  kind: 'POLISH';
  start: Solution;
  found: PricesFound;
  /** Neighbourhoods that are solved at most. */
  rounds: number;
  /** Iterations of a proof at most. */
  iterations: number;
}

/** Prices found, which pairs they use, and the bound that they prove. */
export interface PricesFound extends ProvedBound, Pick<FoundPrices, 'prices' | 'usage'> {}

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
  polish: (task: PolishTask, onObjective: (objective: number) => void) => Promise<ProofFound>;
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
  const { prices, usage } = searchPrices(c, ranked, {
    passes: task.passes,
    rounds: task.rounds,
    target: task.target,
    onRound: (_, bound) => {
      if (Number.isFinite(bound)) onBound(bound);
      return Date.now() > task.until;
    },
  });
  return { prices, usage, ...provedBound(c, ranked, prices) };
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

/** With so many services a proof is sought before anything else, however many pairs it has to look at … */
const FEW_SERVICES = 300;
const MOST_PAIRS = 20_000;
/** … and with more of them afterwards, where little is left to look at. */
const PAIRS_LEFT = 4_000;

/** Betters a plan by exact solves of neighbourhoods and proves it the best where that is within reach; in this thread. */
export async function polishAndProve(
  c: Compiled,
  ranked: RankedPairs,
  { start, found, rounds, iterations, until }: PolishTask,
  onObjective: (objective: number) => void,
): Promise<ProofFound> {
  const stop = () => Date.now() > until;
  const proofFrom = async (plan: Solution, mostPairs: number): Promise<ProofFound> => {
    const nothing = { solution: plan, bound: found.bound, isProved: false };
    // Proofs are of the best sum.
    if (c.instance.fairness !== 'SUM' || stop()) return nothing;
    const { objective } = recount(c, plan);
    const limits = { ...PROOF_LIMITS, iterations, stop };
    const { prices } = found;
    return (await proveOnCore(c, ranked, { prices, start: plan, objective, mostPairs, limits })) ?? nothing;
  };
  const isFirst = c.serviceCount <= FEW_SERVICES;
  const proof = isFirst ? await proofFrom(start, MOST_PAIRS) : null;
  if (proof?.isProved) return proof;
  const better = await polish(c, ranked, {
    found,
    start: proof?.solution ?? start,
    rounds,
    stop,
    onRound: (_, objective) => onObjective(objective),
  });
  return proof ? { ...proof, solution: better } : proofFrom(better, PAIRS_LEFT);
}

/** A crew of nobody: the thread of the search does everything itself, one thing after the other. */
export const crewOfOne = (c: Compiled, ranked: RankedPairs): Crew => ({
  findPrices: (task, onBound) => Promise.resolve(findPrices(c, ranked, task, onBound)),
  prove: (task) => prove(c, task),
  polish: (task, onObjective) => polishAndProve(c, ranked, task, onObjective),
  dismiss: () => Promise.resolve(),
});
