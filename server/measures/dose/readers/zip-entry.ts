import { pipeline, Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';

/** How much of a packed entry is read at a time, bytes. */
const SLICE = 1024 * 1024;

const STORED = 0;

/**
 * The bytes of an entry, unpacked. It is read in slices, each of them to its end: a stream of yauzl that is destroyed while
 * a read is on its way throws where nobody catches it, and a reader may stop at any time.
 * @throws Error when there are more, fewer or other bytes than the directory of the archive says
 */
export async function* unpackedEntry(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  const packed = Readable.from(slices(zip, entry));
  const stream = entry.compressionMethod === STORED ? packed : inflated(packed);
  let length = 0;
  let checksum = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    length += chunk.length;
    checksum = crc32(chunk, checksum);
    if (length > entry.uncompressedSize) throw new Error('entry larger than declared');
    yield chunk;
  }
  if (length < entry.uncompressedSize) throw new Error('entry smaller than declared');
  if (checksum !== entry.crc32) throw new Error('entry other than declared');
}

async function* slices(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  for (let start = 0; start < entry.compressedSize; start += SLICE) {
    const end = Math.min(start + SLICE, entry.compressedSize);
    const stream = await zip.openReadStreamPromise(entry, { decodeFileData: false, start, end });
    const chunks: Buffer[] = [];
    for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
    yield Buffer.concat(chunks);
  }
}

function inflated(packed: Readable): Readable {
  const inflate = createInflateRaw();
  // What goes wrong is thrown to whoever reads.
  pipeline(packed, inflate, () => undefined);
  return inflate;
}
