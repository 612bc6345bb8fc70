import type { DataSource, EntityManager } from 'typeorm';
import { refuse } from '../../../kernel/outcome';
import { runOperation, type OperationOutcome, type Progress } from '../../../operations';
import type { DoseRow, RefusedPart } from '../dose-row';
import { hashOfService } from './hash-keys';
import { SET_SEVERAL_ASIDE } from './judged-record';
import { storeRecords, storeRefusals, type ImportOwner } from './store-records';

/** What a reader gives at a time: a bounded number of rows, and what gave none. */
export interface DoseBatch {
  rows: readonly DoseRow[];
  refused: readonly RefusedPart[];
}

/** Counts of a whole import. */
interface ImportCounts {
  read: number;
  kept: number;
  excluded: number;
  duplicates: number;
  refused: number;
}

/** Refused parts that are kept with their reason; beyond, they are only counted. */
const REFUSALS_KEPT = 10_000;
const LOOK_EVERY_MS = 250;

/**
 * Carries out an import within its operation: all of the records are there with the state DONE, or none. Memory holds one
 * batch at a time. Imports of one audit take turns, so that an event that both bring is seen by the second.
 * @param batches what the reader makes of the file, in its order
 */
export function runDoseImport(
  dataSource: DataSource,
  operationId: string,
  owner: ImportOwner,
  batches: AsyncIterable<DoseBatch>,
): Promise<void> {
  return runOperation({ dataSource }, operationId, (progress) => work(progress, owner, batches));
}

async function work(
  progress: Progress,
  owner: ImportOwner,
  batches: AsyncIterable<DoseBatch>,
): Promise<OperationOutcome> {
  const { manager } = progress;
  await takeTurn(progress, owner.auditId);
  const hash = await hashOfService(manager, owner.auditedServiceId);
  const counts: ImportCounts = { read: 0, kept: 0, excluded: 0, duplicates: 0, refused: 0 };
  for await (const { rows, refused } of batches) {
    const stored = await storeRecords(manager, owner, rows, counts.read - counts.refused + 1, hash);
    await storeRefusals(
      manager,
      owner.id,
      refused.slice(0, Math.max(0, REFUSALS_KEPT - counts.refused)),
      counts.refused + 1,
    );
    counts.kept += stored.kept;
    counts.excluded += stored.excluded;
    counts.duplicates += stored.duplicates;
    counts.refused += refused.length;
    counts.read += rows.length + refused.length;
    await progress.report(counts.read);
  }
  if (counts.read === counts.refused && counts.refused === 0) refuse('DOSE_FILE_UNREADABLE');
  await manager.query(SET_SEVERAL_ASIDE, [[owner.auditId]]);
  await finish(manager, owner.id, counts);
  return {
    created: counts.kept,
    changed: 0,
    refused: counts.refused,
    problems: [],
    notes: [await note(manager, owner, counts)],
  };
}

/** Waits until no other import of the audit runs; the operation can be cancelled meanwhile. */
async function takeTurn({ manager, report }: Progress, auditId: string): Promise<void> {
  for (;;) {
    const [turn] = await manager.query<{ isMine: boolean }[]>(
      `select pg_try_advisory_xact_lock(hashtextextended('doses of ' || $1::text, 0)) as "isMine"`,
      [auditId],
    );
    if (turn?.isMine) return;
    await report(0);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

async function finish(manager: EntityManager, id: string, counts: ImportCounts): Promise<void> {
  await manager.query(
    `update dose_import set state = 'DONE', read_count = $2, kept_count = $3, excluded_count = $4, duplicate_count = $5,
       refused_count = $6, finished_at = clock_timestamp(), version = version + 1, updated_at = now()
     where id = $1 and state = 'RUNNING'`,
    [id, counts.read, counts.kept, counts.excluded, counts.duplicates, counts.refused],
  );
}

/** What the trail says of it: its counts, and the hash of the file that is not kept. */
async function note(manager: EntityManager, owner: ImportOwner, counts: ImportCounts) {
  const [of] = await manager.query<{ campaignId: string; sha256: string }[]>(
    `select a.campaign_id as "campaignId", i.sha256 from dose_import i join audit a on a.id = i.audit_id where i.id = $1`,
    [owner.id],
  );
  return {
    act: 'doseImportFinish',
    objectType: 'DoseImport',
    objectId: owner.id,
    campaignId: of?.campaignId ?? null,
    detail: { ...counts, sha256: of?.sha256 },
  };
}
