import type { DataSource, EntityManager } from 'typeorm';
import { refuse } from '../../../kernel/outcome';
import { runOperation, type OperationOutcome, type Progress } from '../../../operations';
import { asking } from '../../../database/as-platform';
import type { RefusedPart } from '../dose-row';
import type { DoseBatch } from '../readers/read-dose-file';
import { applyMapping, takeMappingTurn } from '../mapping/apply-mapping';
import { hashOfService } from './hash-keys';
import { readAhead } from './read-ahead';
import { storeRecords, storeRefusals, type ImportOwner } from './store-records';

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
const REFUSALS_AT_A_TIME = 500;
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
  let rows = 0;
  let refused: RefusedPart[] = [];
  const keepRefused = async (): Promise<void> => {
    const from = counts.refused - refused.length;
    await storeRefusals(manager, owner.id, refused.slice(0, Math.max(0, REFUSALS_KEPT - from)), from + 1);
    refused = [];
  };
  for await (const batch of readAhead(batches)) {
    if ('refused' in batch) {
      refused.push(batch.refused);
      counts.refused += 1;
      if (refused.length >= REFUSALS_AT_A_TIME) await keepRefused();
    } else {
      const stored = await storeRecords(manager, owner, batch.rows, rows + 1, hash);
      rows += batch.rows.length;
      counts.kept += stored.kept;
      counts.excluded += stored.excluded;
      counts.duplicates += stored.duplicates;
    }
    counts.read = rows + counts.refused;
    await progress.report(counts.read);
  }
  await keepRefused();
  if (counts.read === 0) refuse('DOSE_FILE_UNREADABLE');
  await settleMapping(manager, owner);
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
async function takeTurn(progress: Progress, auditId: string): Promise<void> {
  for (;;) {
    const [turn] = await progress.manager.query<{ isMine: boolean }[]>(
      `select pg_try_advisory_xact_lock(hashtextextended('doses of ' || $1::text, 0)) as "isMine"`,
      [auditId],
    );
    if (turn?.isMine) return;
    await progress.report(0);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

/** What was said of a protocol name while the file was read counts for what was stored before. */
async function settleMapping(
  manager: EntityManager,
  { auditId, auditedServiceId }: ImportOwner,
): Promise<void> {
  const sql = asking(manager);
  await takeMappingTurn(sql, auditedServiceId);
  const changed = await sql<{ modality: string; protocolKey: string }>(
    `select modality, protocol_key as "protocolKey" from protocol_mapping
     where audited_service_id = $1 and updated_at >= now() - interval '5 minutes'`,
    [auditedServiceId],
  );
  await applyMapping(sql, auditedServiceId, [auditId], changed);
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
