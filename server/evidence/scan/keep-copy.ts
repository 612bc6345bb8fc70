import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { EntityManager } from 'typeorm';
import type { FileStore } from '../store/file-store';

/** The copy without metadata, as it lies in the store. */
export interface KeptCopy {
  key: string;
  sha256: string;
  sizeBytes: number;
}

/**
 * Puts the copy of a file that was looked into in the store. Its name there follows from the upload's, so that a crash
 * leaves nothing behind: the next try writes over it.
 */
export async function storeCopy(store: FileStore, uploadId: string, path: string): Promise<KeptCopy> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  const { size } = await stat(path);
  const key = copyKey(uploadId);
  await store.put(key, createReadStream(path), size);
  return { key, sha256: hash.digest('hex'), sizeBytes: size };
}

/**
 * Makes the copy what a piece of evidence serves, in place of what was sent.
 * @param manager of a transaction of `asPlatform`
 * @returns whether the stored bytes are needed: not where the same lie there already, sent by whomever
 */
export async function serveCopy(
  manager: EntityManager,
  evidenceId: string,
  copy: KeptCopy,
  mediaType: string,
): Promise<boolean> {
  await manager.query(
    `insert into file_blob (id, sha256, size_bytes) values ($1, $2, $3)
     on conflict (sha256) where doomed_at is null do nothing`,
    [copy.key, copy.sha256, copy.sizeBytes],
  );
  const [blob] = await manager.query<{ id: string }[]>(
    'select id from file_blob where sha256 = $1 and doomed_at is null for update',
    [copy.sha256],
  );
  if (!blob) throw new Error('a blob was taken away in between: the next try makes another');
  await manager.query(
    `update evidence_file set blob_id = $2, sha256 = $3, size_bytes = $4, media_type = $5, updated_at = now()
     where id = $1`,
    [evidenceId, blob.id, copy.sha256, copy.sizeBytes, mediaType],
  );
  return blob.id === copy.key;
}

/** A UUID (version 8, RFC 9562 §5.8) made of the upload's. */
function copyKey(uploadId: string): string {
  const hex = createHash('sha256').update(`clean copy of ${uploadId}`).digest('hex');
  const variant = '89ab'[parseInt(hex.charAt(16), 16) % 4] ?? '8';
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
