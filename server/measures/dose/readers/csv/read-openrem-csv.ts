import type { DoseModality, DoseRow } from '../../dose-row';
import { cellOr, rowOrRefusal, type RowReader } from './cell-error';
import { judgeRow } from '../judge-row';
import { namesQualityControl } from '../quality-control';
import { isLocaliser } from '../report/localiser';
import { derivedEventKeys, derivedKey } from '../row-identity';
import { EMPTY_ROW, type Quantity } from '../row-quantities';
import { convert, type Unit } from '../units';
import { asDuplicate } from '../unique-events';
import {
  acquisitionTypeOfWords,
  cellDay,
  cellNumber,
  cellPhantom,
  cellSide,
  cellText,
  isBlank,
} from './cell-values';
import type { CsvRecord, Separator } from './csv-records';
import {
  openRemColumn,
  openRemModality,
  type EventField,
  type StudyField,
  type TotalField,
} from './openrem-columns';

type NumberCell = (cell: string, column: string) => number | null;

/** Where the fields of an event stand. */
type EventFields = Map<EventField, { position: number; unit: Unit | null }>;

interface Layout {
  study: Map<StudyField, number>;
  totals: { field: TotalField; position: number; unit: Unit }[];
  /** Columns of each event, by its number. */
  events: Map<number, EventFields>;
}

/**
 * A reader for the rows of an OpenREM export: a study with all its events in one row, or an event in each. The accession
 * number serves to know a study again and is not kept; operator, physician and institution are not read.
 * @returns a code when the export is of nuclear medicine or of nothing that is known
 */
export function openRemCsvReader(
  header: readonly string[],
  separator: Separator,
): RowReader | { code: 'RADIOPHARMACEUTICAL_DOSE' | 'OPENREM_EXPORT_UNKNOWN' } {
  const modality = openRemModality(header);
  if (modality === null) return { code: 'OPENREM_EXPORT_UNKNOWN' };
  if (modality === 'NUCLEAR') return { code: 'RADIOPHARMACEUTICAL_DOSE' };
  const layout = layoutOf(header);
  const number: NumberCell = (cell, column) => cellOr(cellNumber(cell, separator), column);
  const studies = studyReader(layout, header, modality, number);
  return (record) => {
    const place = `row ${record.line}`;
    if (!record.cells) return { refused: { place, code: 'ROW_MALFORMED' } };
    // A study with fewer events than the fullest has fewer cells; an error message of the export has one.
    if (record.cells.length > header.length || record.cells.length < 2) {
      const params = { count: record.cells.length, expected: header.length };
      return { refused: { place, code: 'ROW_WIDTH', params } };
    }
    const { cells } = record;
    return rowOrRefusal(place, () => studies(cells, record));
  };
}

function layoutOf(header: readonly string[]): Layout {
  const layout: Layout = { study: new Map(), totals: [], events: new Map() };
  for (const [position, cell] of header.entries()) {
    const column = openRemColumn(cell);
    if (!column) continue;
    if (column.of === 'STUDY') layout.study.set(column.field, position);
    if (column.of === 'TOTAL') layout.totals.push({ field: column.field, position, unit: column.unit });
    if (column.of === 'EVENT') {
      const fields: EventFields = layout.events.get(column.event) ?? (new Map() as EventFields);
      if (!fields.has(column.field)) fields.set(column.field, { position, unit: column.unit });
      layout.events.set(column.event, fields);
    }
  }
  return layout;
}

function studyReader(
  layout: Layout,
  header: readonly string[],
  modality: DoseModality,
  number: NumberCell,
): (cells: readonly string[], record: CsvRecord) => DoseRow[] {
  const wide = header.some((cell) => /^e\d+ /i.test(cell));
  const narrow = !wide && layout.events.size > 0;
  let current: { studyUid: string | null; keyOf: ReturnType<typeof derivedEventKeys>; rows: number } | null =
    null;
  return (cells, record) => {
    const study = studyRow(cells, layout, modality, number, header);
    // Events of one study stand in consecutive rows; what they share is told once.
    const continues =
      narrow && current !== null && study.studyUid !== null && current.studyUid === study.studyUid;
    const state =
      continues && current ? current : { studyUid: study.studyUid, keyOf: derivedEventKeys(), rows: 0 };
    current = state;
    const rows: DoseRow[] = [];
    let before: { row: DoseRow; source: string } | null = null;
    for (const [event, fields] of layout.events) {
      if (![...fields.values()].some(({ position }) => !isBlank(cells[position] ?? ''))) continue;
      state.rows += 1;
      const place = wide ? `row ${record.line}, event ${event}` : `row ${record.line}`;
      const row = eventRow({ ...study, place }, fields, cells, number, header);
      const source = cells[fields.get('source')?.position ?? -1] ?? '';
      // A dual-source acquisition stands once for each of its X-ray sources in some versions.
      const again = before !== null && source !== before.source && sameDose(row, before.row);
      before = { row, source };
      rows.push(again ? asDuplicate(row) : { ...row, eventUid: state.keyOf(row, null) });
    }
    const total = continues
      ? null
      : totalRow(study, layout, cells, number, header, rows, `row ${record.line}`);
    return total ? [...rows, total] : rows;
  };
}

function studyRow(
  cells: readonly string[],
  { study }: Layout,
  modality: DoseModality,
  number: NumberCell,
  header: readonly string[],
): DoseRow {
  const cell = (field: StudyField) => cells[study.get(field) ?? -1] ?? '';
  const numeric = (field: StudyField) => number(cell(field), header[study.get(field) ?? -1] ?? '');
  const performedOn = cellOr(cellDay(cell('date')), header[study.get('date') ?? -1] ?? '');
  const known = [cell('accession'), cell('date'), cell('time'), cell('model')];
  const isTest = !isBlank(cell('testPatient')) && !/^(?:false|0|no)$/i.test(cell('testPatient'));
  const examination = cellText(cell('description')) ?? cellText(cell('requestedProcedure'));
  const age = numeric('age');
  const weight = numeric('weight');
  return {
    ...EMPTY_ROW,
    place: '',
    modality,
    level: 'EVENT',
    studyUid:
      isBlank(known[0] ?? '') && isBlank(known[2] ?? '') ? null : derivedKey('openrem study', ...known),
    performedOn,
    examination,
    equipment:
      [cellText(cell('manufacturer')), cellText(cell('model'))].filter((word) => word).join(' ') || null,
    ageYears: age !== null && age >= 0 && age <= 130 ? age : null,
    weightKg: weight !== null && weight >= 0.2 && weight <= 500 ? weight : null,
    exclusion: isTest || namesQualityControl(examination) ? 'PHANTOM_OR_QA' : null,
  };
}

function eventRow(
  study: DoseRow,
  fields: EventFields,
  cells: readonly string[],
  number: NumberCell,
  header: readonly string[],
): DoseRow {
  const text = (field: EventField) => cells[fields.get(field)?.position ?? -1] ?? '';
  const values: Partial<Record<Quantity, number>> = {};
  for (const [field, { position, unit }] of fields) {
    if (unit === null) continue;
    const value = number(cells[position] ?? '', header[position] ?? '');
    if (value !== null) values[field as Quantity] = convert(value, unit);
  }
  const phantom = cellPhantom(text('phantom'));
  const type = cellText(text('type'));
  if (type !== null && !/fluoro/i.test(type)) delete values.fluoroscopySeconds;
  const row: DoseRow = {
    ...study,
    protocol: cellText(text('protocol')),
    acquisitionType: type,
    targetRegion: cellText(text('targetRegion')),
    view: cellText(text('view')),
    laterality: cellSide(text('laterality')),
    phantomCm: 'code' in phantom ? null : phantom.value,
    ...values,
  };
  return judgeRow({ ...row, exclusion: foundIn(row) }, []);
}

function foundIn(row: DoseRow): DoseRow['exclusion'] {
  if (row.exclusion !== null) return row.exclusion;
  if (namesQualityControl(row.protocol)) return 'PHANTOM_OR_QA';
  if (row.modality !== 'CT') return null;
  return isLocaliser(row, acquisitionTypeOfWords(row.acquisitionType), null) ? 'SCOUT' : null;
}

function totalRow(
  study: DoseRow,
  { totals }: Layout,
  cells: readonly string[],
  number: NumberCell,
  header: readonly string[],
  events: readonly DoseRow[],
  place: string,
): DoseRow | null {
  const values: Partial<Record<Quantity, number>> = {};
  for (const { field, position, unit } of totals) {
    const value = number(cells[position] ?? '', header[position] ?? '');
    // Both planes of a biplane device add up.
    if (value !== null) values[field] = Number(((values[field] ?? 0) + convert(value, unit)).toPrecision(12));
  }
  if (Object.keys(values).length === 0) return null;
  const localisers = events.length > 0 && events.every(({ exclusion }) => exclusion === 'SCOUT');
  return judgeRow(
    {
      ...study,
      place,
      level: 'EXAMINATION',
      eventUid: study.studyUid === null ? null : derivedKey('examination', study.studyUid, null),
      ...values,
      exclusion: study.exclusion ?? (localisers ? 'SCOUT' : null),
    },
    [],
  );
}

function sameDose(one: DoseRow, other: DoseRow): boolean {
  return (
    one.protocol === other.protocol &&
    one.dlpMgyCm !== null &&
    one.dlpMgyCm === other.dlpMgyCm &&
    one.ctdiVolMgy === other.ctdiVolMgy &&
    one.scanningLengthMm === other.scanningLengthMm
  );
}
