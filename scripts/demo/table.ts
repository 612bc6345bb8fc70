import { doseRows, fileRows, judgedRows, toldRows } from './table-of-facts';
import type { Covered } from './reference-coverage';
import { TABLES, type Tally } from './ledger';
import type { DemoReport } from './play';
import type { Unserved } from './stage';

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const tallied = (tally: Tally): string =>
  Object.entries(tally)
    .map(([label, count]) => `${count} ${label}`)
    .join(', ') || 'none';

/** What has happened in a demonstration, for people: one line for each kind of thing. */
export function tableOf(report: DemoReport): string[] {
  const rows: [string, string][] = [
    ['campaign', `${report.campaignCode} ${report.campaign}`],
    ...TABLES.map((table): [string, string] => [table, tallied(report.tables[table])]),
    ['agreement of the auditors', report.agreement === null ? 'none' : percent(report.agreement)],
    ['pairs kept apart, by rule', tallied(report.keptApart)],
    ...report.unserved.flatMap(unservedRows),
    ...coveredRows(report.covered),
    ...fileRows(report.files),
    ...doseRows(report.doses),
    ...judgedRows(report.judged),
    ...toldRows(report.told),
    ['conflicts overridden', String(report.conflictsOverridden)],
    ['actions overdue midway', report.overdueMidway === null ? 'not reached' : String(report.overdueMidway)],
    ['actions overdue now', String(report.overdueActions)],
    ['must and never', `${report.checks.passed} held, ${report.checks.failed.length} did not`],
    ['requests', `${report.requests} in ${report.seconds.toFixed(1)} s`],
  ];
  const off = [...report.checks.failed.map((fact) => `does not hold: ${fact}`), ...report.mismatches];
  return [
    ...rows.map(([name, value]) => `  ${name.padEnd(27)} ${value}`),
    ...off.map((line) => `  OFF  ${line}`),
  ];
}

/** How many reference texts one service covers, family by family. */
function coveredRows(covered: Covered | null): [string, string][] {
  if (!covered) return [];
  return [
    ['texts covered by', covered.service],
    ...covered.families.map(({ label, texts }): [string, string] => [`  ${label}`, tallied(texts)]),
  ];
}

/** The cheapest of what was suggested are enough for a table. */
const SUGGESTIONS = 3;

/** Why a service could not be served at first, what was suggested, and what was done. */
function unservedRows({ service, blocking, suggestions, chosen }: Unserved): [string, string][] {
  return [
    ['not to be served at first', service],
    ['  because', blocking.join('; ')],
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
