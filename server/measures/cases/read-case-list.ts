import { decodeText } from '../../kernel/delimited-file';
import type { ErrorCode } from '../../kernel/messages';
import { Refusal, type DomainError, type ErrorPath } from '../../kernel/outcome';
import { hasForbiddenCharacters } from '../../kernel/row-problem';
import { identifyingNumber } from './identifying-text';
import type { ListedRecord } from './list-commitment';
import { splitRow } from './split-row';

/** A list as it was read. */
export interface CaseList {
  records: ListedRecord[];
  /** What the strata are called, in their order. */
  strataNames: string[];
}

export const RECORDS_AT_MOST = 200_000;
const RECORD_LENGTH = 64;
const STRATA_AT_MOST = 6;
const STRATUM_LENGTH = 60;
/** A column with more values than this sorts nothing: it may name people. */
const STRATUM_VALUES = 50;
const PROBLEMS_SHOWN = 100;

/** What the column of the record numbers may be called, without case, accents and signs. */
const RECORD_NAMES = new Set(
  `record recordnumber recordid dossier numero numerodedossier numerodossier ndossier ndedossier nodossier identifiant id
   pseudonyme pseudonym reference ref demande numerodedemande accession accessionnumber examen numerodexamen`.split(
    /\s+/,
  ),
);

/** A pseudonymous number: no space, and at least one digit, or it may be a name. */
const RECORD = /^(?=.*\d)[A-Za-z0-9][A-Za-z0-9._:/#+-]*$/;

interface Problem {
  code: ErrorCode;
  params: DomainError['params'];
}

/**
 * Reads a list of pseudonymous record numbers with their strata: a table with a header, whose first column holds the numbers
 * under any of their usual names and whose others are strata named by it; cells are parted by semicolon, comma, tab or bar.
 * A single column may do without a header.
 * @param path where the text stands in the input
 * @throws Refusal with the row of each defect, the first being 1, and never what stands there: CASE_LIST_EMPTY,
 *   CASE_LIST_HEADER_MISSING, CASE_LIST_TOO_LONG, CASE_LIST_STRATA_TOO_MANY, CASE_LIST_STRATUM_TOO_FINE, CASE_ROW_MALFORMED,
 *   CASE_ROW_EMPTY, CASE_ROW_TOO_LONG, CASE_ROW_NIR, CASE_ROW_DATE, CASE_ROW_NOT_PSEUDONYMOUS, CASE_ROW_DUPLICATE,
 *   CASE_ROWS_MORE
 */
export function readCaseList(text: string, path: ErrorPath): CaseList {
  const fail = (code: ErrorCode, params: DomainError['params'] = {}): never => {
    throw new Refusal([{ code, path, params }]);
  };
  const lines = decodeText(text)
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ line, row: index + 1 }))
    .filter(({ line }) => line.trim() !== '');
  const [first] = lines;
  if (!first) return fail('CASE_LIST_EMPTY');
  const separator = separatorOf(first.line);
  const header = splitRow(first.line, separator) ?? [];
  const hasHeader = RECORD_NAMES.has(plain(header[0] ?? ''));
  if (!hasHeader && header.length > 1) return fail('CASE_LIST_HEADER_MISSING');
  const rows = hasHeader ? lines.slice(1) : lines;
  const strataNames = hasHeader ? header.slice(1) : [];
  if (rows.length === 0) return fail('CASE_LIST_EMPTY');
  if (rows.length > RECORDS_AT_MOST) return fail('CASE_LIST_TOO_LONG', { maximum: RECORDS_AT_MOST });
  if (strataNames.length > STRATA_AT_MOST)
    return fail('CASE_LIST_STRATA_TOO_MANY', { maximum: STRATA_AT_MOST });
  if (strataNames.some((name) => !isStratum(name) || name === '')) return fail('CASE_LIST_HEADER_MISSING');

  const problems: Problem[] = [];
  const records: ListedRecord[] = [];
  const seen = new Map<string, number>();
  const values = strataNames.map(() => new Set<string>());
  for (const { line, row } of rows) {
    const width = strataNames.length + 1;
    const cells = splitRow(line, separator, width);
    const problem = cells?.length === width ? problemOf(cells) : 'CASE_ROW_MALFORMED';
    if (problem || !cells) {
      problems.push({ code: problem ?? 'CASE_ROW_MALFORMED', params: { row, maximum: RECORD_LENGTH } });
      continue;
    }
    const [record = '', ...strata] = cells;
    const earlier = seen.get(record);
    if (earlier !== undefined) {
      problems.push({ code: 'CASE_ROW_DUPLICATE', params: { row, first: earlier } });
      continue;
    }
    seen.set(record, row);
    strata.forEach((value, index) => values[index]?.add(value));
    records.push({ record, strata });
  }
  values.forEach((found, index) => {
    if (found.size > STRATUM_VALUES)
      problems.push({
        code: 'CASE_LIST_STRATUM_TOO_FINE',
        params: { column: index + 2, maximum: STRATUM_VALUES },
      });
  });
  if (problems.length > 0) throw new Refusal(shown(problems, path));
  return { records, strataNames };
}

function problemOf([record = '', ...strata]: readonly string[]): ErrorCode | null {
  if (record === '') return 'CASE_ROW_EMPTY';
  if (record.length > RECORD_LENGTH) return 'CASE_ROW_TOO_LONG';
  const identifying = [record, ...strata].map(identifyingNumber).find((found) => found !== null);
  if (identifying) return identifying === 'NIR' ? 'CASE_ROW_NIR' : 'CASE_ROW_DATE';
  if (!RECORD.test(record)) return 'CASE_ROW_NOT_PSEUDONYMOUS';
  return strata.every(isStratum) ? null : 'CASE_ROW_MALFORMED';
}

function isStratum(value: string): boolean {
  return value.length <= STRATUM_LENGTH && !value.includes(';') && !hasForbiddenCharacters(value);
}

/** What parts the cells of a header: what stands in it most often; a semicolon where nothing does. */
function separatorOf(line: string): string {
  const counted = [';', '\t', ',', '|'].map((sign) => ({ sign, count: line.split(sign).length - 1 }));
  return counted.reduce((best, each) => (each.count > best.count ? each : best)).sign;
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^A-Za-z0-9]/g, '')
    .toLowerCase();
}

function shown(problems: readonly Problem[], path: ErrorPath): DomainError[] {
  const errors = problems.slice(0, PROBLEMS_SHOWN).map((problem) => ({ ...problem, path }));
  const more = problems.length - errors.length;
  return more > 0 ? [...errors, { code: 'CASE_ROWS_MORE', path, params: { count: more } }] : errors;
}
