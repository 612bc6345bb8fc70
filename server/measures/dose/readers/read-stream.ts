import type { Readable } from 'node:stream';
import { readDoseCsv } from './csv/read-dose-csv';
import type { RowReading } from './csv/cell-error';
import type { DoseSource } from './detect-dose-source';
import { readDoseReport } from './read-dose-report';
import { MAX_REPORT_BYTES } from './report/dicom-file';

/** What a part of a source gives, and whether it is a report, which may repeat what others told. */
export type PartReading = RowReading & { isReport?: boolean };

const REFUSALS: Readonly<Partial<Record<DoseSource, string>>> = {
  SPREADSHEET: 'SPREADSHEET',
  OTHER: 'NOT_A_DOSE_FILE',
  ZIP: 'ZIP_NESTED',
};

/**
 * Reads a dose report or a CSV file from its bytes.
 * @param number of the file in its archive; null for a file on its own
 */
export async function* readStream(
  source: DoseSource,
  stream: Readable,
  number: number | null,
): AsyncGenerator<PartReading[]> {
  const code = REFUSALS[source];
  if (code !== undefined) {
    stream.destroy();
    yield [{ refused: { place: number === null ? 'file' : `report ${number}`, code } }];
    return;
  }
  if (source === 'DICOM') {
    const bytes = await firstBytes(stream, MAX_REPORT_BYTES + 1);
    yield [{ ...readDoseReport(bytes, `report ${number ?? 1}`), isReport: true }];
    return;
  }
  for await (const readings of readDoseCsv(stream)) {
    yield number === null ? readings : readings.map((reading) => within(reading, `file ${number}`));
  }
}

async function firstBytes(stream: Readable, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= most) break;
  }
  return Buffer.concat(chunks).subarray(0, most);
}

function within(reading: RowReading, file: string): RowReading {
  if ('refused' in reading) {
    return { refused: { ...reading.refused, place: `${file}, ${reading.refused.place}` } };
  }
  return { rows: reading.rows.map((row) => ({ ...row, place: `${file}, ${row.place}` })) };
}
