import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { asPlatform } from '../../database/as-platform';
import { lockUpload, moveUpload } from './move-upload';
import { dropParts, joined } from './parts-of-upload';
import type { FileParts } from './file-parts';

/**
 * Puts a file together from its pieces once all have arrived, and compares its SHA-256 with what was announced. The hash
 * is that of the bytes as they are read back from the store, not as they came in. One that differs refuses the upload for
 * good: what was announced stands in the trail, and whoever sends something else announces that anew.
 *
 * Nobody confirms: the last byte ends an upload. It is called again after a crash, by any instance; the row's lock makes
 * one of them do it, and the others wait for what it found.
 */
export async function finishUpload(parts: FileParts, uploadId: string): Promise<void> {
  const { dataSource, store } = parts;
  const isOver = await asPlatform(dataSource, async (manager) => {
    const upload = await lockUpload(manager, uploadId);
    if (upload?.state !== 'UPLOADING') return true;
    if (upload.receivedBytes < upload.sizeBytes) return false;
    const pieces = await manager.query<{ id: string }[]>(
      'select id from upload_part where upload_id = $1 and start_byte is not null order by start_byte',
      [uploadId],
    );
    const source = joined(
      store,
      pieces.map(({ id }) => id),
    );
    const hash = createHash('sha256');
    await store.put(upload.fileKey, Readable.from(hashed(source, hash)), upload.sizeBytes);
    if (hash.digest('hex') === upload.sha256) {
      await moveUpload(manager, upload, 'uploadReceive');
    } else {
      await store.delete(upload.fileKey);
      await moveUpload(manager, upload, 'uploadRefuse', 'UPLOAD_HASH_MISMATCH');
    }
    return true;
  });
  if (isOver) await dropParts(parts, uploadId);
}

async function* hashed(
  source: AsyncIterable<Buffer>,
  hash: { update(bytes: Buffer): unknown },
): AsyncGenerator<Buffer> {
  for await (const chunk of source) {
    hash.update(chunk);
    yield chunk;
  }
}
