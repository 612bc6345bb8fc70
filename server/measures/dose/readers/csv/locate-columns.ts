import { readUnit, type Unit } from '../units';
import { columnKey, headerParts } from './column-names';
import { PLAIN_COLUMNS, type PlainColumn, type PlainField } from './columns';

/** Where a field stands in a row, and how to turn a cell of it into the field's unit. */
export interface LocatedColumn {
  column: PlainColumn;
  /** As the header has it. */
  name: string;
  position: number;
  /** The unit of every cell; null where a column of units says it, or where values are no quantities. */
  unit: Unit | null;
  unitPosition: number | null;
  /** Years in one unit of an age. */
  yearsPerUnit: number;
}

/** Why a header cannot be read. */
export interface HeaderFault {
  code: 'COLUMN_UNIT_MISSING' | 'COLUMN_UNIT_UNKNOWN' | 'COLUMN_TWICE' | 'COLUMNS_MISSING';
  params: Record<string, string>;
}

const UNIT_WORDS = /^(?:unite?s?|unit of)(?: d[eu]?)? | (?:unite?s?)$/;

const AGE_UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:ans?|annees?|years?|yrs?|y|a)$/, 1],
  [/^(?:mois|months?|mo|m)$/, 1 / 12],
  [/^(?:semaines?|weeks?|w)$/, 7 / 365.25],
  [/^(?:jours?|days?|j|d)$/, 1 / 365.25],
];

const LONGEST_NAME = 60;

/** Finds the columns of a plain CSV by the names in its header. */
export function locateColumns(header: readonly string[]): Map<PlainField, LocatedColumn> | HeaderFault {
  const unitColumns = header.flatMap((cell, position) => {
    const key = columnKey(cell);
    return UNIT_WORDS.test(key) ? [{ key: key.replace(UNIT_WORDS, ''), position }] : [];
  });
  const located = new Map<PlainField, LocatedColumn>();
  for (const [position, cell] of header.entries()) {
    if (UNIT_WORDS.test(columnKey(cell))) continue;
    const found = locate(cell, position, unitColumns);
    if (!found) continue;
    if ('code' in found) return found;
    const before = located.get(found.column.field);
    if (before) return { code: 'COLUMN_TWICE', params: { columns: `${before.name}, ${found.name}` } };
    located.set(found.column.field, found);
  }
  const named = located.has('protocol') || located.has('examination') || located.has('view');
  const measures = [...located.values()].some(({ column }) => column.measure);
  if (named && measures) return located;
  return {
    code: 'COLUMNS_MISSING',
    params: { columns: named ? 'IDSV, PDL, PDS, De, DGM' : 'examen, protocole' },
  };
}

function locate(
  cell: string,
  position: number,
  unitColumns: readonly { key: string; position: number }[],
): LocatedColumn | HeaderFault | null {
  for (const { key, unit } of headerParts(cell, isAnyUnit)) {
    const column = PLAIN_COLUMNS.find(({ names }) => names.includes(key));
    if (!column) continue;
    const name = cell.slice(0, LONGEST_NAME);
    const base = { column, name, position, unit: null, unitPosition: null, yearsPerUnit: ageUnit(unit) };
    if (!column.measure) return base;
    return withUnit(base, column, unit, unitColumns);
  }
  return null;
}

function withUnit(
  base: LocatedColumn,
  { measure, names }: PlainColumn,
  label: string | null,
  unitColumns: readonly { key: string; position: number }[],
): LocatedColumn | HeaderFault | null {
  if (!measure) return base;
  const { assumedUnit, example } = measure;
  const written = unitColumns.find(({ key }) => names.includes(key));
  if (label === null && written) return { ...base, unitPosition: written.position };
  const spelt = label ?? assumedUnit;
  if (spelt === null) return { code: 'COLUMN_UNIT_MISSING', params: { column: base.name, example } };
  const unit = readUnit(spelt);
  const expected = readUnit(unitOf(example));
  if (unit && unit.dimension === expected?.dimension) return { ...base, unit };
  return { code: 'COLUMN_UNIT_UNKNOWN', params: { column: base.name, example } };
}

/** Ages have units too: `age_mois`. */
function isAnyUnit(label: string): boolean {
  return readUnit(label) !== null || AGE_UNITS.some(([pattern]) => pattern.test(label)) || label === 'kg';
}

function ageUnit(label: string | null): number {
  const key = columnKey(label ?? '');
  return AGE_UNITS.find(([pattern]) => pattern.test(key))?.[1] ?? 1;
}

function unitOf(example: string): string {
  return /\((.+)\)/.exec(example)?.[1] ?? '';
}
