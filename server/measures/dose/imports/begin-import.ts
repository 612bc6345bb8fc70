import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { asPlatform } from '../../../database/as-platform';
import type { UploadedFile, WhenUploaded } from '../../../evidence';
import { DOSE_STATES_OF_AUDIT } from './dose-states';
import { readDoseFile, type DoseBatch } from '../readers/read-dose-file';
import { runDoseImport } from './run-import';
import type { ImportOwner } from './store-records';

/** Reads a file of doses, whatever its kind, a bounded number of rows at a time. */
export type ReadDoses = (file: UploadedFile) => AsyncIterable<DoseBatch>;

/** A file that is too slow is given up after so long. */
const IMPORT_MINUTES = 30;

/**
 * What happens with a file of doses once it is whole: its import begins, for whoever sent it, and has ended when this
 * returns. A second call for the same file does nothing: an import whose process died has failed with its operation.
 */
export function whenDosesUploaded(dataSource: DataSource, read: ReadDoses = readDoseFile): WhenUploaded {
  return async (file) => {
    const begun = await begin(dataSource, file);
    if (begun) await runDoseImport(dataSource, begun.operationId, begun, read(file));
  };
}

/** Queues the operation of an import that awaits its file; null when it does not, or the audit takes no doses any more. */
async function begin(
  dataSource: DataSource,
  { subjectId, accountId }: UploadedFile,
): Promise<(ImportOwner & { operationId: string }) | null> {
  return asPlatform(dataSource, async (manager) => {
    const [owner] = await manager.query<(ImportOwner & { isOpen: boolean })[]>(
      `select i.id, i.audit_id as "auditId", i.audited_service_id as "auditedServiceId",
         a.state = any($2::text[]) as "isOpen"
       from dose_import i join audit a on a.id = i.audit_id
       where i.id = $1 and i.state = 'AWAITING_FILE' for update of i`,
      [subjectId, [...DOSE_STATES_OF_AUDIT]],
    );
    if (!owner) return null;
    if (!owner.isOpen) {
      await manager.query(
        `update dose_import set state = 'FAILED', failure = $2, finished_at = clock_timestamp(), version = version + 1,
           updated_at = now() where id = $1`,
        [owner.id, JSON.stringify({ code: 'DOSES_CLOSED', params: {} })],
      );
      return null;
    }
    const operationId = randomUUID();
    // The machine's time, not the clock of the platform: it bounds a process that runs now.
    await manager.query(
      `insert into operation (id, kind, state, account_id, deadline_at)
       values ($1, 'DOSE_IMPORT', 'QUEUED', $2, clock_timestamp() + make_interval(mins => $3))`,
      [operationId, accountId, IMPORT_MINUTES],
    );
    await manager.query(
      `update dose_import set state = 'RUNNING', operation_id = $2, version = version + 1, updated_at = now() where id = $1`,
      [owner.id, operationId],
    );
    return { id: owner.id, auditId: owner.auditId, auditedServiceId: owner.auditedServiceId, operationId };
  });
}
