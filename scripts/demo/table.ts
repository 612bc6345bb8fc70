import type { DemoReport } from './demo-report';
import { TABLES, type Table, type Tally } from './ledger';
import type { Covered } from './reference-coverage';
import type { Unserved } from './stage';
import { doseRows, fileRows, judgedRows, sharedRows, spoken, toldRows } from './table-of-facts';

type Row = [name: string, value: string];

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const tallied = (tally: Tally): string =>
  Object.entries(tally)
    .map(([label, count]) => `${count} ${label.split(' ').map(spoken).join(' ')}`)
    .join(', ') || 'none';

/** What whoever reads the results has to know before; said at the top. */
export const ALL_INVENTED: readonly string[] = [
  'The sites are real places of the national register. Everything that is said of them is invented: people, audits,',
  'grades, findings, doses, messages. It tells nothing about them, and no site is named beside a result.',
];

/** What has happened in a demonstration, for people: in the order of the year, one line for each kind of thing. */
export function tableOf(report: DemoReport): string[] {
  const off = [...report.checks.failed.map((fact) => `does not hold: ${fact}`), ...report.mismatches];
  const parts: [title: string, rows: Row[]][] = [
    ['The campaign', campaignRows(report)],
    ['Teams', teamRows(report)],
    ['Before the visit', [...of(report, 'evidence', 'requests', 'verdicts'), ...fileRows(report.files)]],
    ['The visit', visitRows(report)],
    [
      'The report',
      [...of(report, 'findings', 'replies', 'dispositions', 'reports'), ...coveredRows(report.covered)],
    ],
    ['What changes afterwards', actionRows(report)],
    ['Messages', messageRows(report)],
    ['What the country learns', [...toldRows(report.told), ...sharedRows(report.shared)]],
    ['What must hold, and what must never happen', checkRows(report)],
  ];
  return [
    ...parts.flatMap(([title, rows]) => [
      '',
      title,
      ...rows.map(([name, value]) => `  ${name.padEnd(WIDTH)} ${value}`),
    ]),
    ...off.map((line) => `  OFF  ${line}`),
  ];
}

const WIDTH = 38;

const NAMES: Readonly<Partial<Record<Table, string>>> = {
  assignments: 'auditors on teams',
  recusals: 'objections to an auditor',
  requests: 'pieces of evidence asked for',
  verdicts: 'pieces looked at by the team',
  replies: 'replies of the services',
  dispositions: 'what the teams made of them',
  actions: 'corrective actions',
};

function of({ tables }: DemoReport, ...which: readonly Table[]): Row[] {
  return TABLES.filter((table) => which.includes(table)).map((table) => [
    NAMES[table] ?? table,
    tallied(tables[table]),
  ]);
}

function campaignRows(report: DemoReport): Row[] {
  return [
    ['campaign', `${report.campaignCode}, ${spoken(report.campaign)}`],
    ...of(report, 'applications', 'audits'),
  ];
}

function teamRows(report: DemoReport): Row[] {
  return [
    ...of(report, 'assignments', 'recusals'),
    ['pairs kept apart, by conflict rule', tallied(report.keptApart)],
    ['conflicts overridden', String(report.conflictsOverridden)],
    ...report.unserved.flatMap(unservedRows),
  ];
}

function visitRows(report: DemoReport): Row[] {
  const { agreement } = report;
  return [
    ...of(report, 'grades'),
    [
      'agreement of the two auditors',
      agreement === null ? 'none' : `the same grade on ${percent(agreement)} of the criteria`,
    ],
    ...judgedRows(report.judged),
    ...doseRows(report.doses),
  ];
}

function actionRows(report: DemoReport): Row[] {
  const { relapses, overdueMidway } = report;
  const rows: Row[] = [
    ...of(report, 'actions'),
    ['overdue midway', overdueMidway === null ? 'not reached' : String(overdueMidway)],
    ['overdue now', String(report.overdueActions)],
  ];
  if (!relapses) return rows;
  const { knownBefore, relapsed } = relapses;
  const again = `${knownBefore} findings of one service; ${relapsed} undo an action that held`;
  return [...rows, ['found two years before as well', again]];
}

function messageRows({ messages, programs }: DemoReport): Row[] {
  const { deliveries, digests, most, atOnce } = messages;
  return [
    [
      'people',
      `${deliveries} things to tell, in ${digests} digests (${most} in the longest) and ${atOnce} messages at once`,
    ],
    ['reminders of today', `${messages.facts} things, to ${messages.people} people`],
    ['program of the coordination', tallied(programs.coordination)],
    ['program of one service', `${programs.service} messages about itself`],
    [
      '  on the way',
      `${programs.attempts} attempts, ${programs.failures} failed on purpose; ${programs.duplicates} came again, under the same id`,
    ],
  ];
}

/** Each fact once, with how often it was looked at. */
function checkRows({ checks, requests, seconds }: DemoReport): Row[] {
  return [
    ['looked at', `${checks.passed} times held, ${checks.failed.length} times not`],
    ...Object.entries(checks.facts).map(([fact, times]): Row => [
      `  ${times === 1 ? 'once' : `${times} times`}`,
      fact,
    ]),
    ['requests', `${requests} in ${seconds.toFixed(1)} s`],
  ];
}

/** How many reference texts one service covers, family by family. */
function coveredRows(covered: Covered | null): Row[] {
  if (!covered) return [];
  return [
    ['texts that one service covers', 'by what was found of its criteria'],
    ...covered.families.map(({ label, texts }): Row => [`  ${label}`, tallied(texts)]),
  ];
}

/** The cheapest of what was suggested are enough for a table. */
const SUGGESTIONS = 3;

/** Why a service could not be served at first, what was suggested, and what was done. */
function unservedRows({ blocking, suggestions, chosen }: Unserved): Row[] {
  return [
    ['no team at first for one service', blocking.join('; ')],
    ['  what would help', suggestions.slice(0, SUGGESTIONS).join('; ')],
    ['  what was done', chosen ?? 'nothing'],
  ];
}

/** The same for programs. */
export function jsonOf({ timings, ...report }: DemoReport): string {
  const operations = Object.fromEntries(
    [...timings].map(([name, { count, total, longest }]) => [
      name,
      { count, meanMs: rounded(total / count), longestMs: rounded(longest) },
    ]),
  );
  return JSON.stringify({ ...report, seconds: rounded(report.seconds), operations });
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
