import { asPlatform } from '../../database/as-platform';
import { keepBlob } from './keep-blob';
import { lockUpload, moveUpload, type LockedUpload } from './move-upload';
import type { UploadedFile } from './upload-plan';
import { tellOperator, type FileParts } from './file-parts';
import { openVerified, withLocalCopy } from './verified-file';

/** Held by whoever hands a file on, for as long as its process and connection live. */
const LOCK_KEY = `hashtextextended('upload ' || $1::text, 0)`;

/**
 * Hands a whole file on to what waits for files of its purpose, and throws the bytes away afterwards where they are not
 * kept. One instance does it at a time. What fails is told to the operator and tried again, after one minute, two, four …
 * up to an hour; what a crash cut off is begun anew, so that whoever takes files must not mind to be called twice.
 */
export async function handOnUpload(parts: FileParts, uploadId: string): Promise<void> {
  const { dataSource, whenUploaded } = parts;
  await asPlatform(dataSource, async (manager) => {
    const [lock] = await manager.query<{ taken: boolean }[]>(
      `select pg_try_advisory_xact_lock(${LOCK_KEY}) as taken`,
      [uploadId],
    );
    if (!lock?.taken) return;
    const upload = await asPlatform(dataSource, (beside) => lockUpload(beside, uploadId));
    if (upload?.state !== 'RECEIVED') return;
    try {
      const blobId = await keepBlob(parts, upload);
      const next = whenUploaded[upload.purpose];
      if (!next) return;
      await next(await uploadedFile(parts, upload, blobId));
      await asPlatform(dataSource, async (beside) => {
        const handled = await lockUpload(beside, uploadId);
        if (handled?.state !== 'RECEIVED') return;
        // Evidence has a reference of its own; other files have been read, and go with the next clean-up.
        await beside.query('update upload set blob_id = null where id = $1', [uploadId]);
        await moveUpload(beside, handled, 'uploadHandle');
      });
    } catch (error) {
      tellOperator(`a file of ${upload.purpose} could not be handed on`, error);
      await asPlatform(dataSource, (beside) =>
        beside.query(
          `update upload set tries = tries + 1, next_try_at = now() + least(power(2, tries), 60) * interval '1 minute'
           where id = $1`,
          [uploadId],
        ),
      );
    }
  });
}

/** The uploads that wait to be finished or handed on, and whose turn it is. */
export async function waitingUploads({
  dataSource,
  whenUploaded,
}: FileParts): Promise<{ id: string; isWhole: boolean }[]> {
  return asPlatform(dataSource, (manager) =>
    manager.query(
      `select id, state = 'RECEIVED' as "isWhole" from upload
       where (state = 'UPLOADING' and received_bytes = size_bytes)
         or (state = 'RECEIVED' and purpose = any($1::text[]) and (next_try_at is null or next_try_at <= now()))
       order by updated_at, id limit 1000`,
      [Object.keys(whenUploaded)],
    ),
  );
}

async function uploadedFile(
  { dataSource, store }: FileParts,
  upload: LockedUpload,
  blobId: string,
): Promise<UploadedFile> {
  const [announced] = await asPlatform(dataSource, (manager) =>
    manager.query<Pick<UploadedFile, 'fileName' | 'mediaType' | 'auditId' | 'accountId'>[]>(
      `select file_name as "fileName", media_type as "mediaType", audit_id as "auditId", sent_by_id as "accountId"
       from upload where id = $1`,
      [upload.id],
    ),
  );
  if (!announced) throw new Error('an upload without a row');
  const { purpose, subjectId, sizeBytes, sha256 } = upload;
  const stored = { blobId, sha256 };
  return {
    ...announced,
    uploadId: upload.id,
    purpose,
    subjectId,
    sizeBytes,
    sha256,
    open: () => openVerified(store, stored),
    withLocalFile: (work) => withLocalCopy(store, stored, work),
  };
}
