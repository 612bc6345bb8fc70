import type { QuestionResult, Figures } from './measurements';
import { VARIANTS, type Variant } from './questions';
import type { ReadsResult } from './run-reads';

const FLOOR_TARGET = 0.5;

/** What the walls may cost of the throughput: of the big answers, of the small one (security groundwork, measured). */
const WALLS_LEAVE = { big: 0.85, small: 0.7 };

const LABELS: Record<Variant, string> = {
  api: 'this API',
  unwalled: 'without walls',
  floor: 'floor',
  postgraphile: 'PostGraphile',
};

/** What was found, for people: one table per question, then one sentence per target. */
export function reportOf(result: ReadsResult): string {
  const { postgres, node, options } = result;
  const nodes = VARIANTS.filter((variant) => node[variant]).map(
    (variant) => `${LABELS[variant]} on Node ${node[variant]}`,
  );
  return [
    `Reads on PostgreSQL ${postgres.version} (${postgres.place}): 200 campaigns, 10,000 audits, 100,000 findings.`,
    `${nodes.join(', ')}; 8 connections, ${options.rounds} rounds of ${options.seconds} s in turns, medians.`,
    'This API asks who signs in and has a policy table before the row policies of the database; “without walls” it signs in only.',
    'PostGraphile answers behind the same row policies, as somebody whom it knows beforehand; the floor asks for nothing.',
    ...result.questions.flatMap(questionLines),
    '',
    ...verdicts(result).map(({ sentence }) => sentence),
  ].join('\n');
}

const HEAD = ['', 'req/s', '/ floor', 'p50 ms', 'p95 ms', 'p95 / floor', 'node ms', 'pg ms', 'SQL'];

function questionLines(result: QuestionResult): string[] {
  const rows = VARIANTS.flatMap((variant) => {
    const figures = result.figures[variant];
    return figures ? [rowOf(LABELS[variant], figures, result.toFloor[variant])] : [];
  });
  const { apiToPostgraphile, walledToUnwalled, apiTime, compared } = result;
  return [
    '',
    `${result.question}: ${result.what} (${compared} ${compared === 1 ? 'answer' : 'answers'} compared, all equal)`,
    ...table([HEAD, ...rows]),
    ...(apiToPostgraphile
      ? [
          `  this API / PostGraphile: throughput ${figure(apiToPostgraphile.throughput)}, p95 ${figure(apiToPostgraphile.p95)}`,
        ]
      : []),
    ...(walledToUnwalled
      ? [
          `  this API / without walls: throughput ${figure(walledToUnwalled.throughput)}, p95 ${figure(walledToUnwalled.p95)}`,
        ]
      : []),
    `  time of this API's process: ${apiTime.map(({ place, share }) => `${place} ${Math.round(share * 100)} %`).join(', ')}`,
  ];
}

function rowOf(label: string, figures: Figures, toFloor: QuestionResult['toFloor'][Variant]): string[] {
  const { statements } = figures;
  return [
    label,
    figure(figures.requestsPerSecond),
    figure(toFloor?.throughput),
    figure(figures.p50),
    figure(figures.p95),
    figure(toFloor?.p95),
    figure(figures.serverMs),
    figure(figures.postgresMs),
    statements
      ? `${statements.statements}${statements.transaction > 0 ? ` + ${statements.transaction} begin/commit` : ''}`
      : '',
  ];
}

/** Three digits are all that such a measurement is good for; empty when it is not known. */
function figure(value: number | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

function table(rows: readonly string[][]): string[] {
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => {
    const cells = row.map((cell, column) => {
      const width = widths[column] ?? 0;
      return column === 0 || column === row.length - 1 ? cell.padEnd(width) : cell.padStart(width);
    });
    return `  ${cells.join('  ')}`.trimEnd();
  });
}

/** A target, whether it is reached (null: not measured), and by which figures. */
export interface Verdict {
  isReached: boolean | null;
  sentence: string;
}

/** What became of each target. Nothing is asserted: a slow result is a result. */
export function verdicts({ questions, missing }: ReadsResult): Verdict[] {
  const ahead = 'Ahead of PostGraphile on each question?';
  return [
    missing
      ? { isReached: null, sentence: `${ahead} Not measured: ${missing}.` }
      : verdict(
          ahead,
          questions.map(({ question, apiToPostgraphile }) => [
            question,
            apiToPostgraphile?.throughput ?? 0,
            1,
          ]),
        ),
    verdict(
      `Do the walls leave ${WALLS_LEAVE.big} of the big answers and ${WALLS_LEAVE.small} of the small one?`,
      questions.map(({ question, isBig, walledToUnwalled }) => [
        question,
        walledToUnwalled?.throughput ?? 0,
        isBig ? WALLS_LEAVE.big : WALLS_LEAVE.small,
      ]),
    ),
    verdict(
      `At least ${FLOOR_TARGET} of the floor on the two big answers?`,
      questions
        .filter(({ isBig }) => isBig)
        .map(({ question, toFloor }) => [question, toFloor.api?.throughput ?? 0, FLOOR_TARGET]),
    ),
  ];
}

function verdict(asked: string, found: [question: string, value: number, wanted: number][]): Verdict {
  const short = found.filter(([, value, wanted]) => value < wanted).map(([question]) => question);
  const figures = found.map(([question, value]) => `${question} ${figure(value)}`).join(', ');
  const answer = short.length === 0 ? 'Yes' : `No, short on ${short.join(' and ')}`;
  return { isReached: short.length === 0, sentence: `${asked} ${answer} (${figures}).` };
}
