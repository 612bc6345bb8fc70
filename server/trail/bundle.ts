import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import type { TrailRecord } from './records';

// A bundle is the trail in a file: one record of JSON on each line. Whoever holds it needs no database to verify it.

/** Writes a trail into a file that must not exist yet, readable by its owner. @returns how many records */
export async function writeBundle(file: string, records: AsyncIterable<TrailRecord>): Promise<number> {
  let count = 0;
  async function* lines(): AsyncGenerator<string> {
    for await (const record of records) {
      count += 1;
      yield `${JSON.stringify(record)}\n`;
    }
  }
  await pipeline(lines, createWriteStream(file, { flags: 'wx', mode: 0o600 }));
  return count;
}

/** Reads a bundle line by line. @throws Error naming the line that is no record */
export async function* readBundle(file: string): AsyncGenerator<TrailRecord> {
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
    number += 1;
    yield recordOf(line, number);
  }
}

function recordOf(line: string, number: number): TrailRecord {
  try {
    const record = JSON.parse(line) as TrailRecord | null;
    if (record && typeof record === 'object' && typeof record.kind === 'string') return record;
  } catch {
    // Told below, with the line.
  }
  throw new Error(`line ${number} of the bundle is no record of a trail`);
}
