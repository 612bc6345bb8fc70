import type { DataSource } from 'typeorm';
import { asPlatform } from '../../database/as-platform';
import { lockUpload, moveUpload } from './move-upload';
import { dropParts } from './parts-of-upload';
import { ABANDONED_DAYS } from './upload-rules';
import type { FileParts } from './file-parts';

/** States of a piece of evidence in which nobody will read its file again. */
const UNREAD = `('REJECTED')`;

/**
 * Takes away what nobody needs any more: uploads that stopped for good, pieces of those that are over, bytes without a
 * reference or of evidence that was refused, tickets of the past. Any instance may do it at any time, and several at once.
 */
export async function sweepFiles(parts: FileParts): Promise<void> {
  await giveUpUploads(parts);
  for (const uploadId of await uploadsWithOldParts(parts)) await dropParts(parts, uploadId);
  await doomBlobs(parts);
  await deleteDoomed(parts);
  await asPlatform(parts.dataSource, (manager) =>
    manager.query(`delete from download_ticket where created_at < now() - interval '1 day'`),
  );
}

async function giveUpUploads({ dataSource, store }: FileParts): Promise<void> {
  const abandoned = `state = 'UPLOADING' and updated_at < now() - interval '${ABANDONED_DAYS} days'`;
  const ids = await idsOf(dataSource, `select id from upload where ${abandoned} order by id`);
  for (const id of ids) {
    await asPlatform(dataSource, async (manager) => {
      const upload = await lockUpload(manager, id);
      const still = await manager.query<unknown[]>(`select 1 from upload where id = $1 and ${abandoned}`, [
        id,
      ]);
      if (!upload || still.length === 0) return;
      await store.delete(upload.fileKey);
      await moveUpload(manager, upload, 'uploadExpire');
    });
  }
}

/** Pieces of uploads that are over, and those that never got their place, a day later: their process has died. */
function uploadsWithOldParts({ dataSource }: FileParts): Promise<string[]> {
  return idsOf(
    dataSource,
    `select distinct u.id from upload u join upload_part p on p.upload_id = u.id
     where u.state <> 'UPLOADING' order by u.id`,
  );
}

/**
 * Bytes of evidence that was refused lose their reference; bytes without one are marked, so that no file refers to them
 * again. Each is looked at anew once its row is locked: whoever was about to refer to it has done so by then.
 */
async function doomBlobs({ dataSource }: FileParts): Promise<void> {
  await asPlatform(dataSource, (manager) =>
    manager.query(
      `update evidence_file f set blob_id = null, updated_at = now()
       where f.blob_id is not null and exists (select 1 from evidence e where e.id = f.id and e.state in ${UNREAD})
         and not exists (select 1 from upload u where u.id = f.upload_id and u.state = 'RECEIVED')`,
    ),
  );
  const unreferred = `doomed_at is null
    and not exists (select 1 from upload u where u.blob_id = b.id)
    and not exists (select 1 from evidence_file f where f.blob_id = b.id)`;
  for (const id of await idsOf(
    dataSource,
    `select b.id from file_blob b where ${unreferred} order by b.id`,
  )) {
    await asPlatform(dataSource, async (manager) => {
      await manager.query('select 1 from file_blob where id = $1 for update', [id]);
      await manager.query(`update file_blob b set doomed_at = now() where b.id = $1 and ${unreferred}`, [id]);
    });
  }
}

/** The bytes go first and the row last, so that a crash in between leaves something to go on from. */
async function deleteDoomed({ dataSource, store }: FileParts): Promise<void> {
  const ids = await idsOf(dataSource, 'select id from file_blob where doomed_at is not null order by id');
  for (const id of ids) {
    await store.delete(id);
    await asPlatform(dataSource, (manager) => manager.query('delete from file_blob where id = $1', [id]));
  }
}

async function idsOf(dataSource: DataSource, text: string): Promise<string[]> {
  const rows = await asPlatform(dataSource, (manager) => manager.query<{ id: string }[]>(text));
  return rows.map(({ id }) => id);
}
