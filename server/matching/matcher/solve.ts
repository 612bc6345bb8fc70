import { anneal } from './anneal';
import { compileInstance } from './compile-instance';
import type { Compiled, Solution } from './compiled';
import { crewOfOne, type Crew } from './crew';
import { fillScarcestFirst } from './greedy';
import type { Instance } from './instance';
import { recount } from './objective';
import { placePins } from './place-pins';
import { planOf } from './plan-of';
import type { Plan, SolveLimits, SolveProgress, StoppedBy } from './plan';
import { emptyState, restore, solutionOf } from './plan-state';
import { rankByPrices } from './price-ranking';
import { randomFrom } from './random';
import { rankPairs, type RankedPairs } from './ranked-pairs';
import { workBudget } from './work-budget';

/** Points that a move may lose at first and at last, before prices are known and after. */
const UNGUIDED = { from: 100, to: 5 };
const GUIDED = { from: 40, to: 2 };

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
  if (!placePins(state)) return infeasible(seconds());
  onProgress({ phase: 'GREEDY', done: 0, objective: null, bound: null });
  fillScarcestFirst(state, ranked);
  onProgress({ phase: 'BOUND', done: 0, objective: state.objective, bound: null });

  const crew = hire(c, ranked);
  try {
    const isSmall = ranked.who.length <= SMALL_PAIRS;
    const proof = isSmall ? await crew.prove({ kind: 'PROOF', start: solutionOf(state), until }) : null;
    if (proof?.isProved) return finish(c, proof.solution, proof, 'PROOF', seconds());

    const budget = workBudget(c, limits);
    const random = randomFrom(limits.seed);
    const total = budget.unguided + budget.guided;
    let bound: number | null = null;
    const tell = (done: number, objective: number): void =>
      onProgress({ phase: bound === null ? 'BOUND' : 'SEARCH', done, objective, bound });
    const asked = crew.findPrices(
      { kind: 'PRICES', passes: budget.passes, rounds: budget.rounds, target: state.objective, until },
      (found) => (bound = Math.floor(found)),
    );
    const first = await anneal(state, ranked, random, {
      ...UNGUIDED,
      work: budget.unguided,
      stop: (done, best) => {
        tell((done * budget.unguided) / total, best);
        return isLate();
      },
    });
    const found = await asked;
    bound = found.bound;
    restore(state, first.solution);
    const second = await anneal(state, rankByPrices(c, ranked, found.prices), random, {
      ...GUIDED,
      work: budget.guided,
      stop: (done, best) => {
        tell((budget.unguided + done * budget.guided) / total, best);
        return isLate();
      },
    });
    return finish(c, second.solution, found, isLate() ? 'TIME' : 'WORK', seconds());
  } finally {
    await crew.dismiss();
  }
}

/** What no plan exceeds; without a certificate when it was proved by branching. */
type Proof = Pick<Plan, 'bound' | 'certificate'>;

function finish(
  c: Compiled,
  solution: Solution,
  { bound, certificate }: Proof,
  stoppedBy: StoppedBy,
  seconds: number,
): Plan {
  const { objective } = recount(c, solution);
  const isProved = objective >= bound;
  return {
    status: isProved ? 'OPTIMAL' : 'FEASIBLE',
    objective,
    bound,
    gap: bound === objective ? 0 : (bound - objective) / Math.abs(bound),
    boundCovers: 'ALL_PAIRS',
    seconds,
    stoppedBy: isProved ? 'PROOF' : stoppedBy,
    ...planOf(c, solution),
    ...(certificate ? { certificate } : {}),
  };
}

/** What is said when pins contradict each other: no team at all. */
const infeasible = (seconds: number): Plan => ({
  status: 'INFEASIBLE',
  objective: 0,
  bound: 0,
  gap: 0,
  boundCovers: 'ALL_PAIRS',
  seconds,
  stoppedBy: 'PROOF',
  teams: [],
  shortfalls: [],
  load: {},
});
