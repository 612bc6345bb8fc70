import type { Readable } from 'node:stream';
import type { RefusedPart } from '../../dose-row';
import type { RowReader, RowReading } from './cell-error';
import { csvLines, LineTooLongError, type CsvLine } from './csv-lines';
import {
  recordReader,
  separatorOf,
  splitCells,
  type CsvRecord,
  type RecordReader,
  type Separator,
} from './csv-records';
import { isOpenRemHeader } from './openrem-columns';
import { patientColumns } from './patient-columns';
import { openRemCsvReader } from './read-openrem-csv';
import { plainCsvReader } from './read-plain-csv';

const LONGEST_LIST = 120;

/**
 * The rows of a CSV file as it streams, whichever of the two kinds its header shows: an export of OpenREM, or the plain
 * one of `PLAIN_COLUMNS`. A file whose header cannot be read, or that has columns which say who patients are, is refused
 * before a row of it is kept.
 */
export async function* readDoseCsv(stream: Readable): AsyncGenerator<RowReading[]> {
  try {
    yield* readRecords(stream);
  } catch (error) {
    if (!(error instanceof LineTooLongError)) throw error;
    yield [{ refused: { place: `row ${error.line}`, code: 'ROW_MALFORMED' } }];
  }
}

async function* readRecords(stream: Readable): AsyncGenerator<RowReading[]> {
  let table: Table | null = null;
  let rows = 0;
  for await (const lines of csvLines(stream)) {
    let rest: readonly CsvLine[] = lines;
    if (table === null) {
      const [first, ...others] = withoutSeparatorLine(lines);
      if (!first) continue;
      const opened = openTable(first.text);
      if ('refused' in opened) {
        yield [opened];
        return;
      }
      table = opened;
      rest = others;
    }
    const readings = readAll(table, table.records.accept(rest));
    rows += readings.length;
    if (readings.length > 0) yield readings;
  }
  const last = table ? readAll(table, table.records.end()) : [];
  if (last.length > 0) yield last;
  else if (rows === 0) yield [refusedFile('FILE_EMPTY')];
}

/** A file whose header was understood. */
interface Table {
  reader: RowReader;
  records: RecordReader;
}

function readAll({ reader }: Table, records: readonly CsvRecord[]): RowReading[] {
  return records.map((record) => reader(record));
}

/** A spreadsheet may write `sep=;` before the header. */
function withoutSeparatorLine<Line extends { text: string }>(lines: readonly Line[]): readonly Line[] {
  return /^"?sep=.?"?\s*$/i.test(lines[0]?.text ?? '') ? lines.slice(1) : lines;
}

function openTable(firstLine: string): Table | { refused: RefusedPart } {
  const separator = separatorOf(firstLine);
  const header = splitCells(firstLine, separator);
  if (!header) return refusedFile('ROW_MALFORMED');
  while (header.length > 1 && header.at(-1) === '') header.pop();
  const patient = patientColumns(header);
  if (patient.length > 0) {
    return refusedFile('PATIENT_COLUMNS', { columns: patient.join(', ').slice(0, LONGEST_LIST) });
  }
  const reader = readerOf(header, separator);
  if (typeof reader !== 'function') return refusedFile(reader.code, reader.params);
  return { reader, records: recordReader(separator) };
}

function readerOf(
  header: readonly string[],
  separator: Separator,
): RowReader | { code: string; params?: RefusedPart['params'] } {
  return isOpenRemHeader(header) ? openRemCsvReader(header, separator) : plainCsvReader(header, separator);
}

function refusedFile(code: string, params?: RefusedPart['params']): { refused: RefusedPart } {
  return { refused: { place: 'row 1', code, ...(params ? { params } : {}) } };
}
