import { availableParallelism } from 'node:os';
import { checkPlan } from '../../../server/matching/checker/check-plan';
import { placeOf } from '../../../server/matching/matcher/instance-problem';
import { solveApart } from '../../../server/matching/matcher/solve-apart';
import { SolverFailure } from '../../../server/matching/matcher/solver-failure';
import { BenchError } from '../bench-error';
import { franceInstance } from './france-instance';
import { MATCHING_CASES, MEMORY_TARGET, type MatchingCase } from './sizes';

/** What came of one problem; times in seconds, memory in MiB, null where it did not happen. */
export interface MatchingFigures {
  name: string;
  target: Pick<MatchingCase, 'seconds' | 'gap'>;
  firstPlan: number | null;
  /** When plan and bound were first known to be within 1 %. */
  onePercent: number | null;
  /** What the search took, and what it had. */
  seconds: number;
  limit: number;
  status: string;
  stoppedBy: string;
  objective: number;
  bound: number;
  gap: number;
  emptySeats: number;
  /** Of the process of the solver, WebAssembly and threads included. */
  peakMegabytes: number;
  /** Objective to that of the first plan, which fills the scarcest service first. */
  toGreedy: number;
  toBound: number;
}

/** What the bench found, and on what. */
export interface MatchingResult {
  node: string;
  cores: number;
  cases: MatchingFigures[];
}

/** Which problems, and for how long. */
export interface MatchingOptions {
  /** A name of MATCHING_CASES; all of them without it. */
  only: string | undefined;
  /** Instead of what each problem has. */
  seconds: number | undefined;
}

/**
 * Solves made-up problems of rising size, one after the other, each in a process of its own, and checks each plan.
 * @throws BenchError when a plan is not right, or the solver gives none
 */
export async function runMatching(
  { only, seconds }: MatchingOptions,
  log: (line: string) => void,
  stopping: AbortSignal,
): Promise<MatchingResult> {
  const chosen = MATCHING_CASES.filter(({ name }) => only === undefined || name === only);
  if (chosen.length === 0)
    throw new BenchError(`--only is one of ${MATCHING_CASES.map(({ name }) => name).join(', ')}`);
  const cases: MatchingFigures[] = [];
  for (const one of chosen) {
    const limit = seconds ?? one.seconds;
    log(`${one.name}: at most ${limit} s.`);
    cases.push(await measure(one, limit, stopping));
  }
  return { node: process.version, cores: availableParallelism(), cases };
}

async function measure(one: MatchingCase, seconds: number, stopping: AbortSignal): Promise<MatchingFigures> {
  const instance = franceInstance(one.example);
  const started = performance.now();
  const passed = () => (performance.now() - started) / 1000;
  let first: { objective: number; at: number } | null = null;
  let onePercent: number | null = null;
  let peakMegabytes = 0;
  const plan = await solveApart(
    instance,
    { seconds, seed: 1, memoryMegabytes: 2 * MEMORY_TARGET },
    {
      signal: stopping,
      onPeak: (megabytes) => (peakMegabytes = megabytes),
      onProgress: ({ objective, bound }) => {
        if (objective === null) return;
        first ??= { objective, at: passed() };
        if (bound !== null && bound - objective <= 0.01 * Math.abs(bound)) onePercent ??= passed();
      },
    },
  ).catch((error: unknown) => {
    stopping.throwIfAborted();
    throw error instanceof SolverFailure ? new BenchError(`${one.name}: ${error.message}`) : error;
  });
  const [wrong] = checkPlan(instance, plan);
  if (wrong) throw new BenchError(`${one.name}: ${placeOf(wrong.path)}: ${wrong.message}`);
  const greedy = first as { objective: number; at: number } | null;
  return {
    name: one.name,
    target: { seconds: one.seconds, gap: one.gap },
    firstPlan: greedy?.at ?? null,
    onePercent: onePercent ?? (plan.gap <= 0.01 ? plan.seconds : null),
    seconds: plan.seconds,
    limit: seconds,
    status: plan.status,
    stoppedBy: plan.stoppedBy,
    objective: plan.objective,
    bound: plan.bound,
    gap: plan.gap,
    emptySeats: plan.shortfalls.reduce((sum, { missing }) => sum + missing, 0),
    peakMegabytes,
    toGreedy: plan.objective / (greedy?.objective ?? plan.objective),
    toBound: plan.objective / plan.bound,
  };
}
