import type { EntityManager } from 'typeorm';
import { asPlatform } from '../../database/as-platform';
import type { LockedUpload } from './move-upload';
import type { FileParts } from './file-parts';
import { FileDamaged, openVerified, verifyFile, type StoredFile } from './verified-file';
import { FileMissing } from '../store/file-store';

/**
 * Gives a file that is whole its blob: that of the same bytes if somebody has sent them before, or its own. Done when the
 * sender has had his answer long since, so that neither that nor its time tells whether others have the file. A stored copy
 * that has rotted is replaced by the good one.
 * @returns the blob's id
 */
export async function keepBlob(parts: FileParts, upload: LockedUpload): Promise<string> {
  const { dataSource, store } = parts;
  const blobId = await asPlatform(dataSource, (manager) => referToBlob(manager, upload));
  if (blobId === upload.fileKey) return blobId;
  const kept = { blobId, sha256: upload.sha256 };
  if ((await store.exists(upload.fileKey)) && !(await isSound(parts, kept))) {
    const own = await openVerified(store, { blobId: upload.fileKey, sha256: upload.sha256 });
    await store.put(blobId, own, upload.sizeBytes);
  }
  await store.delete(upload.fileKey);
  return blobId;
}

async function referToBlob(manager: EntityManager, upload: LockedUpload): Promise<string> {
  // Whoever comes second waits at the unique key until the first has committed, and then finds its row.
  await manager.query(
    `insert into file_blob (id, sha256, size_bytes) values ($1, $2, $3)
     on conflict (sha256) where doomed_at is null do nothing`,
    [upload.fileKey, upload.sha256, upload.sizeBytes],
  );
  const [blob] = await manager.query<{ id: string }[]>(
    'select id from file_blob where sha256 = $1 and doomed_at is null for update',
    [upload.sha256],
  );
  if (!blob) throw new Error('a blob was taken away in between: the next try makes another');
  await manager.query('update upload set blob_id = $2 where id = $1', [upload.id, blob.id]);
  await manager.query(
    'update evidence_file set blob_id = $2, updated_at = now() where upload_id = $1 and blob_id is null',
    [upload.id, blob.id],
  );
  return blob.id;
}

async function isSound({ store }: FileParts, file: StoredFile): Promise<boolean> {
  try {
    await verifyFile(store, file);
    return true;
  } catch (error) {
    if (error instanceof FileDamaged || error instanceof FileMissing) return false;
    throw error;
  }
}
