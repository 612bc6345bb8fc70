import { checkPlan } from '../../server/matching/checker/check-plan';
import type { Instance } from '../../server/matching/matcher/instance';
import { placeOf } from '../../server/matching/matcher/instance-problem';
import type { Plan, Shortfall } from '../../server/matching/matcher/plan';
import { InstanceError } from '../../server/matching/matcher/instance-error';
import { solveApart } from '../../server/matching/matcher/solve-apart';
import { SolverFailure, type SolverFailureCode } from '../../server/matching/matcher/solver-failure';
import { explainShortfalls } from '../../server/matching/reasons/explain-shortfalls';
import { franceInstance } from '../bench/matching/france-instance';
import { FileError, instanceFrom, planFrom, requireFolderOf, writeWhole } from './files';
import { matchOptions, USAGE, UsageError, type MatchOptions } from './options';
import { progressTeller, shortfallLines, summaryOf } from './progress-line';

/** What shells make of a command that ends by SIGINT. */
const STOPPED = 130;

/** Reasons may take half as long as the search, but always so many seconds. */
const REASONS = { share: 0.5, leastSeconds: 5 };

/** Where the command says what: results, and everything on the way. */
export interface Voice {
  say: (line: string) => void;
  tell: (line: string) => void;
}

/**
 * `npm run match`: solves or checks a matching problem in a file, without any database.
 * @param stopping ends a search early, without a result, and the asking for reasons, with the plan
 * @returns the exit code: 0 all is right, 1 instance or result are not, 2 the command is not, 130 stopped
 */
export async function runMatch(
  args: readonly string[],
  voice: Voice,
  stopping: AbortSignal,
): Promise<number> {
  try {
    return await act(matchOptions(args), voice, stopping);
  } catch (error) {
    if (error instanceof UsageError) {
      voice.tell(`${error.message}\n\n${USAGE}`);
      return 2;
    }
    // Ctrl-C reaches the solver's process as well, which may be gone before this one hears of it.
    if (error instanceof SolverFailure && (await isStopped(stopping))) {
      voice.tell(FAILURES.CANCELLED);
      return STOPPED;
    }
    const speaksForItself =
      error instanceof FileError || error instanceof InstanceError || error instanceof SolverFailure;
    if (!speaksForItself) throw error;
    voice.tell(error instanceof SolverFailure ? FAILURES[error.code] : error.message);
    return 1;
  }
}

const FAILURES: Record<SolverFailureCode, string> = {
  SOLVER_OUT_OF_MEMORY: 'The solver needs more memory than it may take: see --memory.',
  SOLVER_TIMED_OUT: 'The solver did not end in time.',
  SOLVER_DIED: 'The process of the solver ended before it had a result.',
  CANCELLED: 'Stopped; nothing is written.',
};

async function isStopped(stopping: AbortSignal): Promise<boolean> {
  if (!stopping.aborted) await new Promise((resolve) => setTimeout(resolve, 100));
  return stopping.aborted;
}

async function act(options: MatchOptions, voice: Voice, stopping: AbortSignal): Promise<number> {
  switch (options.act) {
    case 'HELP':
      voice.say(USAGE);
      return 0;
    case 'EXAMPLE':
      writeWhole(options.out, franceInstance(options.example));
      return 0;
    case 'CHECK': {
      const isSound = isRight(instanceFrom(options.instance), planFrom(options.result), voice);
      if (isSound) voice.say('All is right.');
      return isSound ? 0 : 1;
    }
    case 'SOLVE':
      return solveFile(options, voice, stopping);
  }
}

async function solveFile(
  { instance: file, out, ...limits }: MatchOptions & { act: 'SOLVE' },
  voice: Voice,
  stopping: AbortSignal,
): Promise<number> {
  requireFolderOf(out);
  const instance = instanceFrom(file);
  voice.tell(`${file}: ${instance.services.length} services, ${instance.auditors.length} auditors`);
  let peak: number | null = null;
  const plan = await solveApart(
    instance,
    { seconds: limits.seconds, seed: limits.seed, memoryMegabytes: limits.memory },
    { onProgress: progressTeller(voice.tell), onPeak: (megabytes) => (peak = megabytes), signal: stopping },
  );
  if (!isRight(instance, plan, voice)) return 1;
  // Whatever becomes of the reasons, the plan is there.
  writeWhole(out, plan);
  voice.say(summaryOf(plan, peak));
  const shortfalls = await explained(instance, plan, limits.seconds, voice, stopping);
  if (!shortfalls) {
    voice.tell(`Stopped; ${out} holds the plan without reasons.`);
    return STOPPED;
  }
  if (shortfalls.length > 0) writeWhole(out, { ...plan, shortfalls });
  for (const line of shortfallLines(shortfalls)) voice.say(line);
  if (plan.status !== 'INFEASIBLE') return 0;
  voice.tell(`${file}: pinned: no plan keeps all pins at once`);
  return 1;
}

/**
 * Why seats are empty, and what would fill them: asked after the search, and not counted in its seconds. Null when it was
 * stopped.
 */
async function explained(
  instance: Instance,
  plan: Plan,
  seconds: number,
  voice: Voice,
  stopping: AbortSignal,
): Promise<readonly Shortfall[] | null> {
  if (plan.shortfalls.length === 0) return [];
  voice.tell(`asking why ${plan.shortfalls.length} kinds of seats are empty`);
  const until = Date.now() + 1000 * Math.max(REASONS.leastSeconds, REASONS.share * seconds);
  const isLate = () => {
    stopping.throwIfAborted();
    return Date.now() > until;
  };
  try {
    return await explainShortfalls(instance, plan, { isLate });
  } catch (error) {
    if (stopping.aborted) return null;
    throw error;
  }
}

/** Says what the checker finds. */
function isRight(instance: Instance, plan: Plan, voice: Voice): boolean {
  const problems = checkPlan(instance, plan);
  for (const { path, message } of problems) voice.tell(`${placeOf(path)}: ${message}`);
  return problems.length === 0;
}
