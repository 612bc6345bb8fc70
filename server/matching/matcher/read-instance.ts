import type { Instance, Pair } from './instance';
import { idProblems } from './instance-ids';
import type { InstanceProblem } from './instance-problem';
import { instanceShape } from './instance-shape';
import { pinProblems } from './pin-problems';

/** What reading an instance gives: the instance, or everything that is wrong with it, at most so many problems. */
export type ReadInstance = { instance: Instance } | { problems: readonly InstanceProblem[] };

const MOST_PROBLEMS = 100;

/**
 * Reads an instance in the neutral format, whoever wrote it: what may be left out gets its standard, lists that are sets
 * lose their repetitions, everything else that is not right is told with a code and its place.
 */
export function readInstance(given: unknown): ReadInstance {
  const parsed = instanceShape.safeParse(given);
  if (!parsed.success) return { problems: shapeProblems(parsed.error.issues) };
  const instance: Instance = {
    ...parsed.data,
    teamConflicts: distinct(parsed.data.teamConflicts, true),
    pastPairs: distinct(parsed.data.pastPairs, true),
    pinned: distinct(parsed.data.pinned),
    forbidden: distinct(parsed.data.forbidden),
    previous: distinct(parsed.data.previous),
  };
  const ids = idProblems(parsed.data);
  const problems = ids.length > 0 ? ids : pinProblems(parsed.data);
  return problems.length > 0 ? { problems: problems.slice(0, MOST_PROBLEMS) } : { instance };
}

/** Reads an instance from the text of a file (JSON, with or without a byte order mark). */
export function readInstanceText(text: string): ReadInstance {
  let given: unknown;
  try {
    given = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { problems: [{ code: 'INSTANCE_NOT_JSON', path: [], message }] };
  }
  return readInstance(given);
}

type Issue = NonNullable<ReturnType<typeof instanceShape.safeParse>['error']>['issues'][number];

/** One problem for each place: that a number is too large says no more than that it is none. */
function shapeProblems(issues: readonly Issue[]): InstanceProblem[] {
  const told = new Map<string, InstanceProblem>();
  const tell = (path: InstanceProblem['path'], message: string) => {
    const place = JSON.stringify(path);
    if (!told.has(place)) told.set(place, { code: 'INSTANCE_INVALID', path, message });
  };
  for (const issue of issues) {
    if (told.size >= MOST_PROBLEMS) break;
    const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys) tell([...path, key], 'there is no such field');
    else tell(path, issue.message);
  }
  return [...told.values()].slice(0, MOST_PROBLEMS);
}

/** Pairs without repetitions; in either order they are the same pair, if need be. */
function distinct(pairs: readonly Pair[], isUnordered = false): Pair[] {
  const found = new Map<string, Pair>();
  for (const [left, right] of pairs) {
    const pair: Pair = isUnordered && right < left ? [right, left] : [left, right];
    const key = JSON.stringify(pair);
    if (!found.has(key)) found.set(key, pair);
  }
  return [...found.values()];
}
