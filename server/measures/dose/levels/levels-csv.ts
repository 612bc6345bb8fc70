import { readDelimitedFile, decodeText, type DelimitedRow } from '../../../kernel/delimited-file';
import { isCalendarDay } from '../../../kernel/calendar';
import type { DomainError } from '../../../kernel/outcome';
import { convert, readUnit } from '../readers/units';
import { keyOfLevel, type LevelFile } from './levels-file';
import { DOSE_QUANTITIES, QUANTITY, type DoseQuantity, type ExamScope } from './level-words';

/** Columns of a table of levels; all stand in the header, and those after `nrd` may be left empty. */
export const LEVEL_COLUMNS = {
  exam: 'exam',
  population: 'population',
  quantity: 'quantity',
  unit: 'unit',
  nrd: 'nrd',
  vgd: 'vgd',
  minSampleSize: 'min_sample_size',
  phantomCm: 'phantom_cm',
  validFrom: 'valid_from',
  validTo: 'valid_to',
} as const;
type Column = keyof typeof LEVEL_COLUMNS;

/** A line of a table of levels: the level it states, or what is wrong with it. */
export interface LevelLine {
  /** Line of the file, the header being line 1. */
  line: number;
  level: LevelFile | null;
  errors: readonly DomainError[];
}

/** What lines may name. */
export interface KnownWords {
  /** Examinations of the list, with what one value of each stands for. */
  exams: ReadonlyMap<string, ExamScope>;
  populations: ReadonlySet<string>;
}

const ROWS_AT_MOST = 2000;

/**
 * Reads a table of reference levels: CSV with the columns of `LEVEL_COLUMNS`, separated by semicolons or commas. Values are
 * converted to the unit in which the quantity is kept; a comma may be the decimal sign where semicolons separate.
 * @throws ImportFileError for a file without header or rows, columns missing, too many rows
 */
export function readLevelsCsv(csv: string, source: string, known: KnownWords): LevelLine[] {
  const text = decodeText(csv);
  const [header = ''] = text.trimStart().split(/[\r\n]/, 1);
  const { rows } = readDelimitedFile<Column>(text, {
    separator: header.includes(';') ? ';' : ',',
    quoted: true,
    columns: LEVEL_COLUMNS,
    maxRows: ROWS_AT_MOST,
  });
  const seen = new Set<string>();
  return rows.map((row) => {
    const { line } = row;
    const { level, errors } = lineOf(row, source, known);
    if (!level || errors.length > 0) return { line, level: null, errors };
    const key = keyOfLevel(level);
    if (seen.has(key)) return { line, level: null, errors: [problem('LEVEL_TWICE', 'exam')] };
    seen.add(key);
    return { line, level, errors };
  });
}

function lineOf(
  row: DelimitedRow<Column>,
  source: string,
  known: KnownWords,
): { level: LevelFile | null; errors: DomainError[] } {
  if (row.defect !== null) return { level: null, errors: [problem('LEVEL_COLUMN_COUNT', null)] };
  const { cells } = row;
  const errors: DomainError[] = [];
  const scope = known.exams.get(cells.exam);
  if (!scope) errors.push(problem('LEVEL_EXAM_UNKNOWN', 'exam', { value: cells.exam }));
  if (!known.populations.has(cells.population))
    errors.push(problem('LEVEL_POPULATION_UNKNOWN', 'population', { value: cells.population }));
  const quantity = DOSE_QUANTITIES.find((word) => word === cells.quantity.toUpperCase());
  if (!quantity)
    errors.push(
      problem('LEVEL_QUANTITY_UNKNOWN', 'quantity', {
        value: cells.quantity,
        known: DOSE_QUANTITIES.join(', '),
      }),
    );
  const factor = quantity ? factorOf(cells.unit, quantity) : 1;
  if (factor === null) errors.push(problem('LEVEL_UNIT_UNKNOWN', 'unit', { value: cells.unit }));
  const numberOf = (column: Column, isOptional: boolean): number | null => {
    const value = readNumber(cells[column]);
    if (value === null && !(isOptional && cells[column] === ''))
      errors.push(
        problem('LEVEL_VALUE_REFUSED', column, { value: cells[column], column: LEVEL_COLUMNS[column] }),
      );
    return value;
  };
  const dayOf = (column: Column): string | null => {
    const day = cells[column];
    if (day !== '' && !isCalendarDay(day))
      errors.push(problem('LEVEL_VALUE_REFUSED', column, { value: day, column: LEVEL_COLUMNS[column] }));
    return day === '' ? null : day;
  };
  const nrd = numberOf('nrd', false);
  const vgd = numberOf('vgd', true);
  if (nrd !== null && vgd !== null && vgd > nrd) errors.push(problem('LEVEL_GUIDE_ABOVE', 'vgd'));
  const minSampleSize = numberOf('minSampleSize', true);
  if (minSampleSize !== null && !(Number.isInteger(minSampleSize) && minSampleSize <= 10_000))
    errors.push(refusedValue('minSampleSize', cells));
  const phantom = numberOf('phantomCm', true);
  if (phantom !== null && phantom !== 16 && phantom !== 32) errors.push(refusedValue('phantomCm', cells));
  const [validFrom, validTo] = [dayOf('validFrom'), dayOf('validTo')];
  if (validFrom !== null && validTo !== null && validTo < validFrom)
    errors.push(refusedValue('validTo', cells));
  if (errors.length > 0 || !scope || !quantity || factor === null || nrd === null)
    return { level: null, errors };
  const converted = (value: number): number => Number((value * factor).toPrecision(12));
  return {
    errors,
    level: {
      source,
      exam: cells.exam,
      population: cells.population,
      quantity,
      scope,
      unit: QUANTITY[quantity].unit,
      nrd: converted(nrd),
      ...(vgd === null ? {} : { vgd: converted(vgd) }),
      ...(minSampleSize === null ? {} : { minSampleSize, minSampleBasis: 'STATED_IN_SOURCE' as const }),
      ...(phantom === 16 || phantom === 32 ? { phantomCm: phantom } : {}),
      verification: 'STATED_BY_IMPORTER',
      ...(validFrom === null ? {} : { validFrom }),
      ...(validTo === null ? {} : { validTo }),
    },
  };
}

/** How many of the quantity's own unit the given one is worth; null for a unit of something else. */
function factorOf(label: string, quantity: DoseQuantity): number | null {
  const own = readUnit(QUANTITY[quantity].unit);
  const unit = readUnit(label);
  return own && unit && own.dimension === unit.dimension ? convert(1, unit) / convert(1, own) : null;
}

/** A positive number, written with a point or a comma. */
function readNumber(text: string): number | null {
  if (!/^\d{1,9}([.,]\d{1,6})?$/.test(text)) return null;
  const value = Number(text.replace(',', '.'));
  return value > 0 ? value : null;
}

function refusedValue(column: Column, cells: Readonly<Record<Column, string>>): DomainError {
  return problem('LEVEL_VALUE_REFUSED', column, { value: cells[column], column: LEVEL_COLUMNS[column] });
}

function problem(
  code: DomainError['code'],
  column: Column | null,
  params: DomainError['params'] = {},
): DomainError {
  return { code, path: column === null ? null : [LEVEL_COLUMNS[column]], params };
}
