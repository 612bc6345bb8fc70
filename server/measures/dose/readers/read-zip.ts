import { Readable } from 'node:stream';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import type { RefusedPart } from '../dose-row';
import { detectDoseSource, HEAD_BYTES } from './detect-dose-source';
import { readStream, type PartReading } from './read-stream';

/** What an archive may hold: a year of a busy room, and no bomb. */
export const ZIP_LIMITS = {
  entries: 20_000,
  /** Bytes when unpacked. */
  total: 2 * 1024 ** 3,
  /** Unpacked size of an entry over its packed one; DICOM and CSV pack to a tenth or twentieth. */
  ratio: 200,
} as const;

/** An entry that is small enough unpacked may be packed as well as it likes. */
const ALWAYS_ALLOWED = 1024 * 1024;

/** What systems leave in archives, and the index of a DICOM medium. */
const LEFTOVERS = /(?:^|\/)(?:__MACOSX\/.*|\.DS_Store|Thumbs\.db|desktop\.ini|DICOMDIR|\._[^/]*)$/i;

/**
 * Reads an archive entry by entry: dose reports, each with a number of its own (`report 3`), and CSV files (`file 2, row
 * 12`). Names of entries are neither kept nor shown, they may be patients' names. Archives within are not opened.
 * @param path of the archive on the local disk
 */
export async function* readZip(path: string): AsyncGenerator<PartReading[]> {
  let zip: ZipFile;
  try {
    zip = await openPromise(path, { decodeStrings: false });
  } catch {
    yield [refused('archive', 'ZIP_DAMAGED')];
    return;
  }
  try {
    yield* readEntries(zip);
  } catch (error) {
    if (!isZipError(error)) throw error;
    yield [refused('archive', 'ZIP_DAMAGED')];
  } finally {
    zip.close();
  }
}

async function* readEntries(zip: ZipFile): AsyncGenerator<PartReading[]> {
  if (zip.entryCount > ZIP_LIMITS.entries) {
    yield [refused('archive', 'ZIP_TOO_MANY', { most: ZIP_LIMITS.entries })];
    return;
  }
  let number = 0;
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileNameRaw.toString('latin1');
    if (name.endsWith('/') || LEFTOVERS.test(name)) continue;
    number += 1;
    total += entry.uncompressedSize;
    if (total > ZIP_LIMITS.total) {
      yield [refused(`report ${number}`, 'ZIP_TOO_LARGE')];
      return;
    }
    const fault = faultOf(entry);
    if (fault) yield [refused(`report ${number}`, fault)];
    else yield* readEntry(zip, entry, number);
  }
}

function faultOf(entry: Entry): string | null {
  if (entry.isEncrypted()) return 'ZIP_ENCRYPTED';
  if (!entry.canDecodeFileData()) return 'ZIP_DAMAGED';
  const bomb =
    entry.uncompressedSize > ALWAYS_ALLOWED &&
    entry.uncompressedSize > entry.compressedSize * ZIP_LIMITS.ratio;
  return bomb ? 'ZIP_TOO_LARGE' : null;
}

async function* readEntry(zip: ZipFile, entry: Entry, number: number): AsyncGenerator<PartReading[]> {
  try {
    const stream = await zip.openReadStreamPromise(entry);
    const { head, rest } = await withHead(stream);
    const source = detectDoseSource(head);
    if (source === 'ZIP') {
      stream.destroy();
      yield [refused(`report ${number}`, 'ZIP_NESTED')];
      return;
    }
    yield* readStream(source, rest, number);
  } catch (error) {
    // Sizes that are not as declared, checksums that do not match, packed data that is none.
    if (!isZipError(error)) throw error;
    yield [refused(`report ${number}`, 'ZIP_DAMAGED')];
  }
}

/** The first bytes of a stream, and the whole of it from the first on. */
export async function withHead(stream: Readable): Promise<{ head: Buffer; rest: Readable }> {
  const iterator = (stream as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  const chunks: Buffer[] = [];
  let length = 0;
  while (length < HEAD_BYTES) {
    const next = await iterator.next();
    if (next.done) break;
    chunks.push(next.value);
    length += next.value.length;
  }
  const head = Buffer.concat(chunks);
  async function* whole(): AsyncGenerator<Buffer> {
    yield head;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  }
  const rest = Readable.from(whole(), { objectMode: false });
  rest.once('close', () => stream.destroy());
  return { head: head.subarray(0, HEAD_BYTES), rest };
}

/** yauzl and zlib throw errors of their own kind on what is no archive; they carry no name but a message or a code. */
function isZipError(error: unknown): boolean {
  return error instanceof Error && !(error instanceof TypeError) && !(error instanceof ReferenceError);
}

function refused(place: string, code: string, params?: RefusedPart['params']): PartReading {
  return { refused: { place, code, ...(params ? { params } : {}) } };
}
