import { anneal } from './anneal';
import { compileInstance } from './compile-instance';
import type { Compiled } from './compiled';
import { crewOfOne, type Crew } from './crew';
import { fillScarcestFirst } from './greedy';
import type { Instance } from './instance';
import { placePins } from './place-pins';
import { recount } from './objective';
import { foundPlan, noPlan, provedPlan } from './solved-plan';
import { raiseFloor } from './raise-floor';
import type { Plan, SolveLimits, SolveProgress } from './plan';
import { emptyState, restore, solutionOf } from './plan-state';
import { rankByPrices } from './price-ranking';
import { randomFrom } from './random';
import { rankPairs, type RankedPairs } from './ranked-pairs';
import { workBudget } from './work-budget';

/** Points that a move may lose at first and at last, before prices are known and after. */
const UNGUIDED = { from: 100, to: 5 };
const GUIDED = { from: 40, to: 2 };

/** Shares of the whole at which its parts end, for the progress that is told. */
const ENDS = { prices: 0.25, floor: 0.4, guided: 0.5 };

/** With so few allowed pairs a proof is a matter of seconds, and is sought at once. */
const SMALL_PAIRS = 3_000;

/** Who works beside the search on an instance. */
export type Hire = (c: Compiled, ranked: RankedPairs) => Crew;

/**
 * Solves a matching problem in this thread, which it keeps busy all the time: servers use `solveApart`. The same
 * instance and limits give the same plan wherever the clock is not hit.
 * @throws InstanceError when the instance contradicts itself
 */
export const solve = (
  instance: Instance,
  limits: SolveLimits,
  onProgress?: (progress: SolveProgress) => void,
): Promise<Plan> => solveWith(crewOfOne, instance, limits, onProgress);

/** Solves with help: the plan is that of `solve`. */
export async function solveWith(
  hire: Hire,
  instance: Instance,
  limits: SolveLimits,
  onProgress: (progress: SolveProgress) => void = () => undefined,
): Promise<Plan> {
  const started = Date.now();
  const until = started + limits.seconds * 1000;
  const seconds = () => (Date.now() - started) / 1000;
  const isLate = () => Date.now() > until;
  onProgress({ phase: 'CANDIDATES', done: 0, objective: null, bound: null });
  const c = compileInstance(instance);
  const ranked = rankPairs(c);
  const state = emptyState(c);
  if (!placePins(state)) return noPlan(seconds());
  onProgress({ phase: 'GREEDY', done: 0, objective: null, bound: null });
  fillScarcestFirst(state, ranked);
  onProgress({ phase: 'BOUND', done: 0, objective: state.objective, bound: null });

  const crew = hire(c, ranked);
  try {
    if (ranked.who.length <= SMALL_PAIRS) {
      const proof = await crew.ask('PROOF', { start: solutionOf(state), until });
      if (proof?.isProved) return provedPlan(c, proof.solution, seconds());
      if (proof) restore(state, proof.solution);
    }
    const budget = workBudget(c, limits);
    const random = randomFrom(limits.seed);
    let phase: SolveProgress['phase'] = 'BOUND';
    let bound: number | null = null;
    let objective = state.objective;
    /** Tells of a part of the work that begins and ends at these shares of the whole, and whether it is late. */
    const during = (from: number, to: number) => (done: number, best: number) => {
      objective = best;
      onProgress({ phase, done: from + done * (to - from), objective, bound });
      return isLate();
    };
    const { passes, rounds } = budget;
    const asked = crew.ask('PRICES', { passes, rounds, objective, until }, (step) => {
      bound = step.bound ?? bound;
    });
    const start = await anneal(state, ranked, random, {
      ...UNGUIDED,
      work: budget.unguided,
      stop: during(0, ENDS.prices),
    });
    const found = await asked;
    bound = found.bound;
    phase = 'SEARCH';
    restore(state, start.solution);
    const guided = rankByPrices(c, ranked, found.prices);
    if (budget.floor > 0)
      await raiseFloor(state, guided, random, { work: budget.floor, stop: during(ENDS.prices, ENDS.floor) });
    let { solution } = await anneal(state, guided, random, {
      ...GUIDED,
      work: budget.guided,
      stop: during(budget.floor > 0 ? ENDS.floor : ENDS.prices, ENDS.guided),
    });
    ({ objective } = recount(c, solution));
    const claim: Pick<Plan, 'bound' | 'certificate'> = { bound, certificate: found.certificate };
    if (budget.iterations > 0 && objective < bound && !isLate()) {
      phase = 'PROOF';
      during(ENDS.guided, ENDS.guided)(0, objective);
      const { iterations } = budget;
      const proof = await crew.ask('CORE', { found, start: solution, objective, iterations, until });
      if (proof?.isProved) return provedPlan(c, proof.solution, seconds());
      if (proof) solution = proof.solution;
    }
    if (budget.neighbourhoods > 0 && objective < bound && !isLate()) {
      phase = 'SEARCH';
      const tell = during(ENDS.guided, 1);
      const { neighbourhoods } = budget;
      solution = await crew.ask('POLISH', { found, start: solution, rounds: neighbourhoods, until }, (step) =>
        tell(step.done ?? 0, step.objective ?? objective),
      );
    }
    return foundPlan(c, solution, claim, isLate() ? 'TIME' : 'WORK', seconds());
  } finally {
    await crew.dismiss();
  }
}
