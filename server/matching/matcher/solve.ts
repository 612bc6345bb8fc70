import { setImmediate as letOthersRun } from 'node:timers/promises';
import { allEligible } from './candidates';
import { anneal } from './anneal';
import { compileInstance } from './compile-instance';
import type { Compiled, Solution } from './compiled';
import { fillScarcestFirst } from './greedy';
import type { Instance } from './instance';
import { recount } from './objective';
import { placePins } from './place-pins';
import { planOf } from './plan-of';
import type { Plan, SolveLimits, SolveProgress, StoppedBy } from './plan';
import { emptyState } from './plan-state';
import { randomFrom } from './random';
import { simpleBound } from './simple-bound';

/** Moves that a slow machine tries in a second: the budget follows from it, so that it ends before the clock. */
const MOVES_PER_SECOND = 400_000;

/**
 * Solves a matching problem in this process, which it keeps busy all the time: see `solveApart` for servers.
 * The same instance and limits give the same plan wherever the clock is not hit.
 * @throws InstanceError when the instance contradicts itself
 */
export async function solve(
  instance: Instance,
  limits: SolveLimits,
  onProgress: (progress: SolveProgress) => void = () => undefined,
): Promise<Plan> {
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  const isLate = () => seconds() > limits.seconds;
  onProgress({ phase: 'CANDIDATES', done: 0, objective: null, bound: null });
  const c = compileInstance(instance);
  const eligible = allEligible(c);
  const state = emptyState(c);
  if (!placePins(state)) return infeasible(seconds());
  onProgress({ phase: 'GREEDY', done: 0, objective: null, bound: null });
  fillScarcestFirst(state, eligible);
  onProgress({ phase: 'BOUND', done: 0, objective: state.objective, bound: null });
  const bound = simpleBound(c, eligible);
  onProgress({ phase: 'SEARCH', done: 0, objective: state.objective, bound });
  await letOthersRun();
  const { solution } = anneal(state, eligible, randomFrom(limits.seed), {
    steps: limits.seconds * MOVES_PER_SECOND,
    from: 200,
    to: 2,
    stop: (done, objective) => {
      if (Math.round(done * 1000) % 10 === 0) onProgress({ phase: 'SEARCH', done, objective, bound });
      return isLate();
    },
  });
  return finish(c, solution, bound, isLate() ? 'TIME' : 'WORK', seconds());
}

function finish(c: Compiled, solution: Solution, bound: number, stoppedBy: StoppedBy, seconds: number): Plan {
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
