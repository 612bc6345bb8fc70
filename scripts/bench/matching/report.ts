import type { MatchingFigures, MatchingResult } from './run-matching';
import { MEMORY_TARGET } from './sizes';

/** A target, whether it is reached (null: the search was given less time than it takes), and by which figures. */
export interface MatchingVerdict {
  name: string;
  isReached: boolean | null;
  sentence: string;
}

const HEAD = [
  'services x auditors',
  'first plan s',
  '1 % gap s',
  'seconds',
  'gap',
  'empty seats',
  'peak MiB',
  '/ greedy',
  '/ bound',
  'stopped by',
];

/** What was found, for people: one row per problem, then one sentence per target. */
export function matchingReport(result: MatchingResult): string {
  const rows = [HEAD, ...result.cases.map(rowOf)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  );
  return [
    `Matching on Node ${result.node}, ${result.cores} cores: each problem in a process of its own, each plan checked.`,
    ...lines,
    '',
    ...matchingVerdicts(result).map(({ sentence }) => sentence),
  ].join('\n');
}

const percent = (share: number) => `${(100 * share).toFixed(3)} %`;
const seconds = (time: number | null) => (time === null ? 'never' : time.toFixed(1));

function rowOf(figures: MatchingFigures): string[] {
  return [
    figures.name,
    seconds(figures.firstPlan),
    seconds(figures.onePercent),
    seconds(figures.seconds),
    percent(figures.gap),
    String(figures.emptySeats),
    figures.peakMegabytes.toFixed(0),
    figures.toGreedy.toFixed(3),
    figures.toBound.toFixed(4),
    figures.stoppedBy,
  ];
}

/** What became of each target. Nothing is asserted: a slow result is a result. */
export function matchingVerdicts({ cases }: MatchingResult): MatchingVerdict[] {
  const memory = cases.filter(({ peakMegabytes }) => peakMegabytes > MEMORY_TARGET).map(({ name }) => name);
  const most = Math.max(...cases.map(({ peakMegabytes }) => peakMegabytes));
  return [
    ...cases.flatMap(verdictOf),
    {
      name: 'memory',
      isReached: memory.length === 0,
      sentence: `All within ${MEMORY_TARGET} MiB? ${memory.length === 0 ? 'Yes' : `No, not ${memory.join(' and ')}`} (at most ${most.toFixed(0)}).`,
    },
  ];
}

function verdictOf({ name, target, gap, limit, seconds: took }: MatchingFigures): MatchingVerdict[] {
  if (target.gap === null) return [];
  const wanted = target.gap === 0 ? 'proved best' : `within ${percent(target.gap)}`;
  const asked = `${name} ${wanted} in ${target.seconds} s?`;
  const isReached = gap <= target.gap && took <= target.seconds + 1;
  if (!isReached && limit < target.seconds)
    return [
      { name, isReached: null, sentence: `${asked} Not measured: it had ${limit} s (${percent(gap)}).` },
    ];
  const answer = isReached ? 'Yes' : `No, ${percent(gap - target.gap)} short`;
  return [{ name, isReached, sentence: `${asked} ${answer} (${percent(gap)} in ${took.toFixed(1)} s).` }];
}
