import type { EntityManager } from 'typeorm';
import type { Clock } from '../../kernel/clock';
import { destinationOf, moveOf } from '../../kernel/states';
import { appendAsPlatform } from '../../trail';
import type { EvidenceState } from '../evidence.entity';
import { evidenceStates } from '../evidence.states';
import type { UploadedFile } from '../uploads/upload-plan';
import { evidenceFacts } from './evidence-facts';
import type { EvidenceScanOutcome } from './evidence-scan.entity';
import { SCANNER_VERSION } from './scan-version';
import type { ScanReason } from './verdict';

/** What is written of a scan. */
export interface ScanRecord {
  outcome: EvidenceScanOutcome;
  mediaType: string | null;
  reasons: readonly ScanReason[];
  antivirus: string | null;
}

/**
 * Locks a piece of evidence until the end of the transaction.
 * @returns whether its file still has to be looked into: in quarantine, and not for a person to decide
 */
export async function lockUnscanned(manager: EntityManager, id: string): Promise<boolean> {
  const [row] = await manager.query<{ state: EvidenceState }[]>(
    'select state from evidence where id = $1 for update',
    [id],
  );
  if (row?.state !== 'QUARANTINED') return false;
  const known = await manager.query<unknown[]>(
    `select 1 from evidence_scan where id = $1 and outcome <> 'WAITING'`,
    [id],
  );
  return known.length === 0;
}

/** How many processes died of a file. */
export async function failedScans(manager: EntityManager, id: string): Promise<number> {
  const [row] = await manager.query<{ tries: number }[]>(
    `select tries from evidence_scan
     where id = $1 and outcome = 'WAITING' and reasons -> 0 ->> 'code' = 'SCANNER_FAILED'`,
    [id],
  );
  return row?.tries ?? 0;
}

/**
 * Writes what was found in a file, moves its evidence accordingly and says so in the trail, last in the transaction. That
 * the antivirus still does not answer is said once.
 * @param manager of a transaction of `asPlatform` that has locked the evidence, which is QUARANTINED
 */
export async function recordScan(
  manager: EntityManager,
  clock: Clock,
  file: Pick<UploadedFile, 'subjectId' | 'auditId' | 'sha256'>,
  record: ScanRecord,
): Promise<void> {
  const id = file.subjectId;
  const isSaid = await manager.query<unknown[]>(
    `select 1 from evidence_scan where id = $1 and outcome = 'WAITING' and $2 = 'WAITING' and reasons = $3
       and reasons -> 0 ->> 'code' <> 'SCANNER_FAILED'`,
    [id, record.outcome, JSON.stringify(record.reasons)],
  );
  if (isSaid.length > 0) return;
  await manager.query(
    `insert into evidence_scan as kept (id, outcome, media_type, reasons, sent_sha256, scanner, antivirus, scanned_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (id) do update set outcome = excluded.outcome, media_type = excluded.media_type,
       reasons = excluded.reasons, scanner = excluded.scanner, antivirus = excluded.antivirus,
       tries = case when kept.reasons = excluded.reasons then kept.tries + 1 else 1 end, scanned_at = excluded.scanned_at, updated_at = now()`,
    [
      id,
      record.outcome,
      record.mediaType,
      JSON.stringify(record.reasons),
      file.sha256,
      SCANNER_VERSION,
      record.antivirus,
      clock.now(),
    ],
  );
  const [facts] = await evidenceFacts((text, values) => manager.query(text, [...values]), [id]);
  const move = moveOf(evidenceStates, 'evidenceScan', 'QUARANTINED');
  if (!facts || !move) throw new Error('evidence without an audit, or no way out of quarantine');
  const state = destinationOf(move, facts);
  if (state !== 'QUARANTINED')
    await manager.query(
      'update evidence set state = $2, version = version + 1, updated_at = now() where id = $1',
      [id, state],
    );
  const [audit] = await manager.query<{ campaignId: string }[]>(
    'select campaign_id as "campaignId" from audit where id = $1',
    [file.auditId],
  );
  await appendAsPlatform(manager, {
    act: 'evidenceScan',
    objectType: 'Evidence',
    objectId: id,
    campaignId: audit?.campaignId ?? null,
    detail: { outcome: record.outcome, reasons: record.reasons.map(({ code }) => code), sha256: file.sha256 },
  });
}
