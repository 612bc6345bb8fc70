import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileStore } from '../store/file-store';

/** What is stored is not what was sent: a bit has flipped, or somebody has been at it. */
export class FileDamaged extends Error {}

/** Bytes in the store, and what they must be. */
export interface StoredFile {
  /** Name in the store. */
  blobId: string;
  sha256: string;
}

/**
 * The bytes of a file, their SHA-256 computed anew as they are read. The last ones are held back until all agree, so that
 * whoever reads never has the whole of a damaged file.
 * @throws FileMissing; the stream fails with FileDamaged
 */
export async function openVerified(store: FileStore, { blobId, sha256 }: StoredFile): Promise<Readable> {
  const source = await store.open(blobId);
  return Readable.from(verified(source, blobId, sha256), { objectMode: false });
}

async function* verified(
  source: AsyncIterable<Buffer>,
  blobId: string,
  sha256: string,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let held: Buffer | null = null;
  for await (const chunk of source) {
    hash.update(chunk);
    if (held) yield held;
    held = chunk;
  }
  if (hash.digest('hex') !== sha256) throw new FileDamaged(`the bytes stored as ${blobId} have changed`);
  if (held) yield held;
}

/**
 * Reads a file through, for those who must not begin what they cannot end.
 * @throws FileMissing, FileDamaged
 */
export async function verifyFile(store: FileStore, file: StoredFile): Promise<void> {
  await pipeline(await openVerified(store, file), async (bytes: AsyncIterable<Buffer>) => {
    for await (const chunk of bytes) void chunk;
  });
}

/**
 * A copy on the local disk while somebody works with it.
 * @throws FileMissing, FileDamaged
 */
export async function withLocalCopy<T>(
  store: FileStore,
  file: StoredFile,
  work: (path: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'vis-a-vis-'));
  try {
    const copy = path.join(folder, randomUUID());
    await pipeline(await openVerified(store, file), createWriteStream(copy, { mode: 0o600 }));
    return await work(copy);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
