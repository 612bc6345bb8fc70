import type { DoseLevel, DoseModality, DoseNote, DoseRow } from '../../dose-row';
import { judgeRow, type Spoilt } from '../judge-row';
import { namesQualityControl } from '../quality-control';
import { isLocaliser } from '../report/localiser';
import { derivedKey, uidOrDerived } from '../row-identity';
import { QUANTITY_NAMES, type Quantity } from '../row-quantities';
import { convert, readUnit, shownUnit } from '../units';
import { CellError, cellOr, rowOrRefusal, type RowReader } from './cell-error';
import {
  acquisitionTypeOfWords,
  cellAge,
  cellDay,
  cellLevel,
  cellModality,
  cellNumber,
  cellPhantom,
  cellSide,
  cellText,
  isBlank,
  type CellValue,
} from './cell-values';
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
    return { value: null, problem: { code: 'UNIT_UNKNOWN', params: { unit: shownUnit(label) } } };
  }
}

const NO_QUANTITIES: Readonly<Record<Quantity, null>> = {
  ctdiVolMgy: null,
  dlpMgyCm: null,
  scanningLengthMm: null,
  dapMgyCm2: null,
  entranceDoseMgy: null,
  meanGlandularDoseMgy: null,
  compressedThicknessMm: null,
  fluoroscopySeconds: null,
};

/** Measured columns and what they fill, totals after what they may stand in for. */
const MEASURED_FIELDS: readonly (readonly [PlainField, Quantity])[] = [
  ...QUANTITY_NAMES.map((quantity) => [quantity, quantity] as const),
  ['dlpTotal', 'dlpMgyCm'],
  ['dapTotal', 'dapMgyCm2'],
];

function readRow(cells: RowCells, place: string): DoseRow {
  const values: Record<Quantity, number | null> = { ...NO_QUANTITIES };
  const spoilt: Spoilt[] = [];
  let hasOwnTotal = false;
  for (const [field, quantity] of MEASURED_FIELDS) {
    // The total of the examination stands in for the dose of an acquisition that the row does not have.
    if (values[quantity] !== null || !cells.column(field)) continue;
    const { value, problem } = cells.quantity(field);
    if (value !== null) values[quantity] = value;
    if (problem) spoilt.push({ quantity, problem });
    hasOwnTotal ||= field !== quantity && value !== null;
  }
  const modality = cells.read('modality', cellModality) ?? modalityOf(values, cells);
  const level =
    cells.read('level', cellLevel) ??
    (hasOwnTotal || modality === 'INTERVENTIONAL' ? 'EXAMINATION' : 'EVENT');
  const performedOn = cells.read('date', cellDay);
  const identity = identityOf(cells, level, performedOn);
  const row: DoseRow = {
    place,
    modality,
    level,
    studyUid: identity.studyUid,
    eventUid: identity.eventUid,
    performedOn,
    protocol: cellText(cells.text('protocol')),
    examination: cellText(cells.text('examination')),
    acquisitionType: cellText(cells.text('acquisitionType')),
    targetRegion: cellText(cells.text('targetRegion')),
    view: cellText(cells.text('view')),
    laterality: cellSide(cells.text('laterality')),
    equipment: cellText(cells.text('equipment')),
    ageYears: ageOf(cells),
    weightKg: within(cells.number('weight'), 0.2, 500),
    ctdiVolMgy: values.ctdiVolMgy,
    phantomCm: cells.read('phantom', cellPhantom),
    dlpMgyCm: values.dlpMgyCm,
    scanningLengthMm: values.scanningLengthMm,
    dapMgyCm2: values.dapMgyCm2,
    entranceDoseMgy: values.entranceDoseMgy,
    meanGlandularDoseMgy: values.meanGlandularDoseMgy,
    compressedThicknessMm: values.compressedThicknessMm,
    fluoroscopySeconds: values.fluoroscopySeconds,
    exclusion: null,
  };
  row.exclusion = foundIn(row);
  return judgeRow(row, spoilt);
}

function foundIn(row: DoseRow): DoseRow['exclusion'] {
  if (namesQualityControl(row.protocol) || namesQualityControl(row.examination)) return 'PHANTOM_OR_QA';
  if (row.modality !== 'CT' || row.level !== 'EVENT') return null;
  return isLocaliser(row, acquisitionTypeOfWords(row.acquisitionType), null) ? 'SCOUT' : null;
}

/**
 * What the service calls its examinations never leaves the reader: a key stands for it. The day belongs to it, since
 * services number from one again in every file.
 */
function identityOf(
  cells: RowCells,
  level: DoseLevel,
  performedOn: string | null,
): Pick<DoseRow, 'studyUid' | 'eventUid'> {
  const study = cellText(cells.text('studyId'));
  const event = cellText(cells.text('eventId'));
  const studyUid = study === null ? null : (uid(study) ?? derivedKey('study', study, performedOn));
  if (event !== null)
    return { studyUid, eventUid: uid(event) ?? derivedKey('event', study, event, performedOn) };
  const isTotal = level === 'EXAMINATION' && studyUid !== null;
  return { studyUid, eventUid: isTotal ? derivedKey('examination', studyUid, null) : null };
}

/** A DICOM UID stays what it is, so that a report of the same exposure is known again. */
function uid(text: string): string | null {
  return /^\d+(?:\.\d+){4,}$/.test(text) ? uidOrDerived(text) : null;
}

function modalityOf(values: Readonly<Record<Quantity, number | null>>, cells: RowCells): DoseModality {
  const telling = MODALITY_OF_QUANTITY.find(([quantity]) => values[quantity] !== null);
  if (telling) return telling[1];
  const column = MODALITY_OF_QUANTITY.find(([quantity]) => cells.column(quantity));
  return column?.[1] ?? 'RADIOGRAPHY';
}

/** `12`, `12 ans`, `012Y`, or a number in the unit of the header. */
function ageOf(cells: RowCells): number | null {
  const column = cells.column('age');
  if (!column) return null;
  const stated = cellAge(cells.text('age'));
  const years = stated ?? (cells.number('age') ?? NaN) * column.yearsPerUnit;
  return Number.isNaN(years) ? null : within(Math.round(years * 100) / 100, 0, 130);
}

function within(value: number | null, least: number, most: number): number | null {
  return value !== null && value >= least && value <= most ? value : null;
}

function withoutTrailing(cells: readonly string[], width: number): readonly string[] {
  let end = cells.length;
  while (end > width && cells[end - 1] === '') end -= 1;
  return end === cells.length ? cells : cells.slice(0, end);
}
