import { openPromise, type Entry, type ZipFile } from 'yauzl';
import type { RefusedPart } from '../dose-row';
import { detectDoseSource } from './detect-dose-source';
import { readStream, type PartReading } from './read-stream';
import { withHead } from './with-head';
import { unpackedEntry } from './zip-entry';

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
    zip = await openPromise(path, { autoClose: false, decodeStrings: false });
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
    const { head, rest } = await withHead(unpackedEntry(zip, entry));
    yield* readStream(detectDoseSource(head), rest, number);
  } catch (error) {
    // Sizes that are not as declared, checksums that do not match, packed data that is none.
    if (!isZipError(error)) throw error;
    yield [refused(`report ${number}`, 'ZIP_DAMAGED')];
  }
}

/** yauzl and zlib throw plain errors on what is no archive; those of the disk carry the name of a system call. */
function isZipError(error: unknown): boolean {
  const { name, syscall } = error as { name?: unknown; syscall?: unknown };
  return (name === 'Error' || name === 'RangeError') && syscall === undefined;
}

function refused(place: string, code: string, params?: RefusedPart['params']): PartReading {
  return { refused: { place, code, ...(params ? { params } : {}) } };
}
