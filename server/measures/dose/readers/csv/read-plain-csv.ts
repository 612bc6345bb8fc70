import type { DoseLevel, DoseModality, DoseNote, DoseRow } from '../../dose-row';
import { judgeRow, type Spoilt } from '../judge-row';
import { namesQualityControl } from '../quality-control';
import { isLocaliser } from '../report/localiser';
import { derivedKey, uidOrDerived } from '../row-identity';
import { EMPTY_ROW, type Quantity } from '../row-quantities';
import { convert, readUnit } from '../units';
import { CellError, cellOr, rowOrRefusal, type RowReader } from './cell-error';
import {
  acquisitionTypeOfWords,
  cellDay,
  cellModality,
  cellNumber,
  cellPhantom,
  cellSide,
  cellText,
  isBlank,
  type CellValue,
} from './cell-values';
import { columnKey } from './column-names';
import { MODALITY_OF_QUANTITY, type PlainField } from './columns';
import type { Separator } from './csv-records';
import { locateColumns, type HeaderFault, type LocatedColumn } from './locate-columns';

/**
 * A reader for the rows of a plain CSV (see `PLAIN_COLUMNS`), or why its header cannot be read. A row with a cell that
 * cannot be read is refused with the name of its column; the others go on.
 */
export function plainCsvReader(header: readonly string[], separator: Separator): RowReader | HeaderFault {
  const columns = locateColumns(header);
  if (!(columns instanceof Map)) return columns;
  return (record) => {
    const place = `row ${record.line}`;
    if (!record.cells) return { refused: { place, code: 'ROW_MALFORMED' } };
    const cells = withoutTrailing(record.cells, header.length);
    if (cells.length !== header.length) {
      return {
        refused: { place, code: 'ROW_WIDTH', params: { count: cells.length, expected: header.length } },
      };
    }
    return rowOrRefusal(place, () => [readRow(new RowCells(cells, columns, separator), place)]);
  };
}

/** The cells of a row by field. */
class RowCells {
  constructor(
    private readonly cells: readonly string[],
    private readonly columns: ReadonlyMap<PlainField, LocatedColumn>,
    private readonly separator: Separator,
  ) {}

  text(field: PlainField): string {
    const column = this.columns.get(field);
    return column ? (this.cells[column.position] ?? '') : '';
  }

  read<T>(field: PlainField, read: (cell: string) => CellValue<T>): T | null {
    const column = this.columns.get(field);
    if (!column) return null;
    return cellOr(read(this.cells[column.position] ?? ''), column.name);
  }

  number(field: PlainField): number | null {
    return this.read(field, (cell) => cellNumber(cell, this.separator));
  }

  column(field: PlainField): LocatedColumn | undefined {
    return this.columns.get(field);
  }

  /** A quantity in its own unit, or the problem with the unit that its row names. */
  quantity(field: PlainField): { value: number | null; problem: DoseNote | null } {
    const column = this.columns.get(field);
    const given = this.number(field);
    if (!column || given === null) return { value: null, problem: null };
    if (column.unit) return { value: convert(given, column.unit), problem: null };
    const label = this.cells[column.unitPosition ?? -1] ?? '';
    if (isBlank(label)) throw new CellError('ROW_UNIT_MISSING', column.name);
    const unit = readUnit(label);
    const dimension = readUnit(column.column.measure?.example.replace(/^.*\(|\).*$/g, '') ?? '')?.dimension;
    if (unit && unit.dimension === dimension) return { value: convert(given, unit), problem: null };
    return { value: null, problem: { code: 'UNIT_UNKNOWN', params: { unit: label.slice(0, 16) } } };
  }
}

const QUANTITY_FIELDS: readonly (PlainField & Quantity)[] = [
  'ctdiVolMgy',
  'dlpMgyCm',
  'scanningLengthMm',
  'dapMgyCm2',
  'entranceDoseMgy',
  'meanGlandularDoseMgy',
  'compressedThicknessMm',
  'fluoroscopySeconds',
];

const TOTAL_FIELDS: readonly (readonly [PlainField, Quantity])[] = [
  ['dlpTotal', 'dlpMgyCm'],
  ['dapTotal', 'dapMgyCm2'],
];

function readRow(cells: RowCells, place: string): DoseRow {
  const values: Partial<Record<Quantity, number>> = {};
  const spoilt: Spoilt[] = [];
  const take = (field: PlainField, quantity: Quantity): void => {
    const { value, problem } = cells.quantity(field);
    if (value !== null) values[quantity] = value;
    if (problem) spoilt.push({ quantity, problem });
  };
  for (const field of QUANTITY_FIELDS) take(field, field);
  const ownTotals = TOTAL_FIELDS.filter(
    ([field, quantity]) => cells.column(field) && values[quantity] === undefined,
  );
  for (const [field, quantity] of ownTotals) take(field, quantity);

  const modality = cells.read('modality', cellModality) ?? modalityOf(values, cells);
  const level = levelOf(
    cells,
    modality,
    ownTotals.some(([, quantity]) => values[quantity] !== undefined),
  );
  const protocol = cellText(cells.text('protocol'));
  const examination = cellText(cells.text('examination'));
  const acquisitionType = cellText(cells.text('acquisitionType'));
  const row: DoseRow = {
    ...EMPTY_ROW,
    place,
    modality,
    level,
    ...identityOf(cells, level),
    performedOn: cells.read('date', cellDay),
    protocol,
    examination,
    acquisitionType,
    targetRegion: cellText(cells.text('targetRegion')),
    view: cellText(cells.text('view')),
    laterality: cellSide(cells.text('laterality')),
    equipment: cellText(cells.text('equipment')),
    ageYears: ageOf(cells),
    weightKg: within(cells.number('weight'), 0.2, 500),
    phantomCm: cells.read('phantom', cellPhantom),
    ...values,
  };
  return judgeRow({ ...row, exclusion: foundIn(row) }, spoilt);
}

function foundIn(row: DoseRow): DoseRow['exclusion'] {
  if (namesQualityControl(row.protocol) || namesQualityControl(row.examination)) return 'PHANTOM_OR_QA';
  if (row.modality !== 'CT' || row.level !== 'EVENT') return null;
  return isLocaliser(row, acquisitionTypeOfWords(row.acquisitionType), null) ? 'SCOUT' : null;
}

/** What the service calls its examinations never leaves the reader: a key stands for it. */
function identityOf(cells: RowCells, level: DoseLevel): Pick<DoseRow, 'studyUid' | 'eventUid'> {
  const study = cellText(cells.text('studyId'));
  const event = cellText(cells.text('eventId'));
  const studyUid = study === null ? null : (uid(study) ?? derivedKey('study', study));
  if (event !== null) return { studyUid, eventUid: uid(event) ?? derivedKey('event', study, event) };
  const isTotal = level === 'EXAMINATION' && study !== null;
  return { studyUid, eventUid: isTotal ? derivedKey('examination', study, null) : null };
}

/** A DICOM UID stays what it is, so that a report of the same exposure is known again. */
function uid(text: string): string | null {
  return /^\d+(?:\.\d+){4,}$/.test(text) ? uidOrDerived(text) : null;
}

function modalityOf(values: Partial<Record<Quantity, number>>, cells: RowCells): DoseModality {
  const telling = MODALITY_OF_QUANTITY.find(([quantity]) => values[quantity] !== undefined);
  if (telling) return telling[1];
  const column = MODALITY_OF_QUANTITY.find(([quantity]) => cells.column(quantity));
  return column?.[1] ?? 'RADIOGRAPHY';
}

/** As the row says; else what has a total, and every fluoroscopy, is an examination, and the rest single exposures. */
function levelOf(cells: RowCells, modality: DoseModality, hasOwnTotal: boolean): DoseLevel {
  const stated = cells.read('level', (cell): CellValue<DoseLevel> => {
    if (isBlank(cell)) return { value: null };
    const key = columnKey(cell);
    if (/^(?:acquisition|event|serie|series|incidence|cliche|view)s?$/.test(key)) return { value: 'EVENT' };
    if (/^(?:examen|examination|exam|etude|study|total)s?$/.test(key)) return { value: 'EXAMINATION' };
    return { code: 'ROW_VALUE' };
  });
  return stated ?? (hasOwnTotal || modality === 'INTERVENTIONAL' ? 'EXAMINATION' : 'EVENT');
}

/** `12`, `12 ans`, `012Y`, or a number in the unit of the header. */
function ageOf(cells: RowCells): number | null {
  const perUnit = cells.column('age')?.yearsPerUnit ?? 1;
  const dicom = /^(\d{1,3})\s*(?:([YMWD])|ans?|years?)$/i.exec(cells.text('age'));
  const units: Record<string, number> = { Y: 1, M: 1 / 12, W: 7 / 365.25, D: 1 / 365.25 };
  const years = dicom
    ? Number(dicom[1]) * (units[(dicom[2] ?? 'Y').toUpperCase()] ?? 1)
    : (cells.number('age') ?? NaN) * perUnit;
  return Number.isNaN(years) ? null : within(Number(years.toFixed(2)), 0, 130);
}

function within(value: number | null, least: number, most: number): number | null {
  return value !== null && value >= least && value <= most ? value : null;
}

function withoutTrailing(cells: readonly string[], width: number): readonly string[] {
  let end = cells.length;
  while (end > width && cells[end - 1] === '') end -= 1;
  return end === cells.length ? cells : cells.slice(0, end);
}
