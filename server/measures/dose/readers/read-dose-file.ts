import type { Readable } from 'node:stream';
import type { DoseRow, RefusedPart } from '../dose-row';
import { detectDoseSource } from './detect-dose-source';
import { eventSieve } from './event-sieve';
import { handOver } from './hand-over';
import { readStream, type PartReading } from './read-stream';
import { readZip } from './read-zip';
import { withHead } from './with-head';

/** A file of doses, wherever it lies. */
export interface DoseFile {
  /** Its bytes from the first on. */
  open(): Promise<Readable>;
  /** A copy on the local disk while `work` runs. */
  withLocalFile<T>(work: (path: string) => Promise<T>): Promise<T>;
}

/** Rows to be kept, or a part of the file that gives none. */
export type DoseBatch = { rows: DoseRow[] } | { refused: RefusedPart };

/** Rows that are given at a time. */
const BATCH = 1_000;

/**
 * Reads a file of doses, whatever it is: a DICOM dose report, an archive of reports, an export of OpenREM, a plain CSV.
 * Rows stream in batches of about a thousand, so that memory does not grow with the file; what cannot be read is told
 * with its place while the rest goes on. Exposures told twice within the file are marked.
 * @throws what reading the bytes throws, and nothing about their content
 */
export async function* readDoseFile(file: DoseFile): AsyncGenerator<DoseBatch> {
  const sieves = { report: eventSieve(true), table: eventSieve(false) };
  let rows: DoseRow[] = [];
  for await (const readings of readParts(file)) {
    for (const reading of readings) {
      if ('refused' in reading) {
        yield reading;
        continue;
      }
      rows.push(...(reading.isReport ? sieves.report : sieves.table).pass(reading.rows));
      if (rows.length < BATCH) continue;
      yield { rows };
      rows = [];
    }
  }
  for (const row of sieves.report.end()) {
    rows.push(row);
    if (rows.length < BATCH) continue;
    yield { rows };
    rows = [];
  }
  if (rows.length > 0) yield { rows };
}

async function* readParts(file: DoseFile): AsyncGenerator<PartReading[]> {
  const { head, rest } = await withHead(await file.open());
  const source = detectDoseSource(head);
  if (source !== 'ZIP') {
    yield* readStream(source, rest, null);
    return;
  }
  rest.destroy();
  yield* handOver<PartReading[]>((give) =>
    file.withLocalFile(async (path) => {
      for await (const readings of readZip(path)) {
        if (!(await give(readings))) return;
      }
    }),
  );
}
