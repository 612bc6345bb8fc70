import zlib from 'node:zlib';
import yauzl from 'yauzl';
import { FileRefused } from '../findings';
import { SCAN_LIMITS } from '../scan-limits';

/** A part of an Office document. */
export interface ArchivePart {
  name: string;
  bytes: Buffer;
}

/** Signature, sizes and CRC after the data of an entry whose sizes were not known ahead (APPNOTE 4.3.9). */
const DESCRIPTOR_BYTES = [0, 12, 16, 20, 24];
const DIRECTORY_ENTRY = Buffer.from('504b0102', 'hex');

/**
 * Unpacks a ZIP archive whole, within limits that hold whatever its directory says: it begins with its first entry, has
 * no gap, overlap or comment in which something else could hide, no name that leaves its folder or stands twice.
 * @throws FileRefused ENCRYPTED, HIDDEN_CONTENT, UNSAFE_ENTRIES, TOO_MUCH_INSIDE, UNREADABLE
 */
export async function openArchive(bytes: Buffer): Promise<ArchivePart[]> {
  const archive = await readable(
    yauzl.fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true }),
  );
  if (archive.comment !== '') throw new FileRefused('HIDDEN_CONTENT', { what: 'ZIP' });
  if (archive.entryCount > SCAN_LIMITS.entries) throw tooMuch(`${SCAN_LIMITS.entries} entries`);
  const entries = await entriesOf(archive);
  await refuseGaps(archive, entries, bytes);
  const parts: ArchivePart[] = [];
  let total = 0;
  for (const entry of entries) {
    const part = {
      name: entry.fileName,
      bytes: await unpack(archive, entry, SCAN_LIMITS.unpackedBytes - total),
    };
    total += part.bytes.length;
    if (!part.name.endsWith('/')) parts.push(part);
  }
  if (isBeyondRatio(total, bytes.length)) throw tooMuch(`1:${SCAN_LIMITS.ratio}`);
  return parts;
}

async function entriesOf(archive: yauzl.ZipFile): Promise<yauzl.Entry[]> {
  const entries: yauzl.Entry[] = [];
  const names = new Set<string>();
  const list = async () => {
    for await (const entry of archive.eachEntry()) {
      if (entry.isEncrypted()) throw new FileRefused('ENCRYPTED');
      const name = entry.fileName.normalize('NFKC').toLowerCase();
      // eslint-disable-next-line no-control-regex -- names that only a program would write
      if (names.has(name) || /[\u0000-\u001F\\:*?"<>|]|(?:^|\/)\.{1,2}(?:\/|$)|^\//.test(name))
        throw new FileRefused('UNSAFE_ENTRIES');
      names.add(name);
      entries.push(entry);
    }
  };
  await list().catch((error: unknown) => {
    if (error instanceof FileRefused) throw error;
    const isName = /relative path|absolute path|invalid characters/.test(String(error));
    throw new FileRefused(isName ? 'UNSAFE_ENTRIES' : 'UNREADABLE');
  });
  return entries;
}

/** Every byte of an archive belongs to one entry, or to the directory at its end. */
async function refuseGaps(
  archive: yauzl.ZipFile,
  entries: readonly yauzl.Entry[],
  bytes: Buffer,
): Promise<void> {
  const inOrder = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  let end = 0;
  for (const entry of inOrder) {
    const start = entry.relativeOffsetOfLocalHeader;
    if (start < end) throw tooMuch('overlapping entries');
    if (!DESCRIPTOR_BYTES.includes(start - end) || (end === 0 && start > 0))
      throw new FileRefused('HIDDEN_CONTENT', { what: 'ZIP' });
    const local = await readable(archive.readLocalFileHeaderPromise(entry));
    // Programs that read archives from their beginning go by this name.
    if (!namesOf(local.fileName).includes(entry.fileName)) throw new FileRefused('UNSAFE_ENTRIES');
    end = local.fileDataStart + entry.compressedSize;
  }
  const directory = DESCRIPTOR_BYTES.some((gap) =>
    bytes.subarray(end + gap, end + gap + 4).equals(DIRECTORY_ENTRY),
  );
  if (!directory) throw new FileRefused('HIDDEN_CONTENT', { what: 'ZIP' });
}

async function unpack(archive: yauzl.ZipFile, entry: yauzl.Entry, left: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  let crc = 0;
  const read = async () => {
    for await (const chunk of await archive.openReadStreamPromise(entry)) {
      chunks.push(chunk as Buffer);
      size += (chunk as Buffer).length;
      crc = zlib.crc32(chunk as Buffer, crc);
      if (size > left) throw tooMuch(`${SCAN_LIMITS.unpackedBytes} bytes`);
      if (isBeyondRatio(size, entry.compressedSize)) throw tooMuch(`1:${SCAN_LIMITS.ratio}`);
    }
  };
  await read().catch((error: unknown) => {
    if (error instanceof FileRefused) throw error;
    const isLie = /too many bytes|not enough bytes/.test(String(error));
    throw isLie ? tooMuch('declared size') : new FileRefused('UNREADABLE');
  });
  if (crc !== entry.crc32) throw new FileRefused('UNREADABLE');
  return Buffer.concat(chunks);
}

/** Whether so many bytes out of so many in are more than a document has; small parts may be as repetitive as they like. */
export function isBeyondRatio(unpacked: number, packed: number): boolean {
  return unpacked > SCAN_LIMITS.freeBytes && unpacked > packed * SCAN_LIMITS.ratio;
}

/** @throws FileRefused UNREADABLE in place of what a library says */
async function readable<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    throw error instanceof FileRefused ? error : new FileRefused('UNREADABLE');
  });
}

const tooMuch = (limit: string) => new FileRefused('TOO_MUCH_INSIDE', { limit });
/** A name as it reads in either encoding of names. */
const namesOf = (name: Buffer) => [name.toString(), name.toString('latin1')];
