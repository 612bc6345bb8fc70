import { checkPlan } from '../../server/matching/checker/check-plan';
import type { Instance } from '../../server/matching/matcher/instance';
import { placeOf } from '../../server/matching/matcher/instance-problem';
import type { Plan } from '../../server/matching/matcher/plan';
import { solve } from '../../server/matching/matcher/solve';
import { franceInstance } from '../bench/matching/france-instance';
import { FileError, instanceFrom, planFrom, requireFolderOf, writeWhole } from './files';
import { matchOptions, USAGE, UsageError, type MatchOptions } from './options';
import { progressTeller, summaryOf } from './progress-line';

/** Where the command says what: results, and everything on the way. */
export interface Voice {
  say: (line: string) => void;
  tell: (line: string) => void;
}

/**
 * `npm run match`: solves or checks a matching problem in a file, without any database.
 * @param stopping ends a search early; the best plan so far is its result
 * @returns the exit code: 0 all is right, 1 instance or result are not, 2 the command is not
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
    if (!(error instanceof FileError)) throw error;
    voice.tell(error.message);
    return 1;
  }
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
  stopping.throwIfAborted();
  const plan = await solve(
    instance,
    { seconds: limits.seconds, seed: limits.seed, memoryMegabytes: limits.memory },
    progressTeller(voice.tell),
  );
  if (!isRight(instance, plan, voice)) return 1;
  writeWhole(out, plan);
  voice.say(summaryOf(plan, process.resourceUsage().maxRSS / 1024));
  if (plan.status !== 'INFEASIBLE') return 0;
  voice.tell(`${file}: pinned: no plan keeps all pins at once`);
  return 1;
}

/** Says what the checker finds. */
function isRight(instance: Instance, plan: Plan, voice: Voice): boolean {
  const problems = checkPlan(instance, plan);
  for (const { path, message } of problems) voice.tell(`${placeOf(path)}: ${message}`);
  return problems.length === 0;
}
