import type { DataSource } from 'typeorm';
import { requireAudit, subjectOf, type Audit } from '../../audits';
import type { UnitOfWork } from '../../database/unit-of-work';
import { authorise, permits } from '../../identity';
import type { Clock } from '../../kernel/clock';
import { uuidOf } from '../../kernel/ids';
import { refuse } from '../../kernel/outcome';
import { hashOfSecret, newSecret } from '../../kernel/secret-word';
import { ShownOnce } from '../../kernel/shown-once';
import { parisDate } from '../../kernel/working-days';
import { Evidence } from '../evidence.entity';
import { DownloadTicket } from './download-ticket.entity';
import { DOWNLOAD_SECONDS } from './upload-rules';

/** Which evidence to fetch the file of. */
export interface EvidenceDownloadInput {
  evidenceId: string;
}

/** Where the file is fetched, once. */
export interface Download {
  /** Path on this server, to be resolved against the address of the API. */
  url: string;
  expiresAt: string;
}

/** A file that may go out. */
export interface ServedFile {
  evidenceId: string;
  fileName: string;
  mediaType: string;
  sizeBytes: number;
  sha256: string;
  blobId: string;
}

/** Where files are fetched; the ticket follows. */
export const DOWNLOADS_PATH = '/files/downloads';

/**
 * Gives an address at which the file of a piece of evidence can be fetched once, within a minute, by a browser as well.
 * Only what was looked into and found clean, and only for who sees the evidence; what is doubtful goes to whom it is for to
 * decide on it, and to nobody else. The trail keeps who asked.
 * @throws Refusal NOT_FOUND, FORBIDDEN, EVIDENCE_FILE_MISMATCH for a link or a note, EVIDENCE_NOT_CLEAN
 */
export async function downloadEvidence(
  uow: UnitOfWork,
  input: EvidenceDownloadInput,
): Promise<{ evidence: string; download: ShownOnce<Download> }> {
  const path = ['input', 'evidenceId'];
  const [owner] = await uow.sql<{ auditId: string }>(
    'select audit_id as "auditId" from evidence where id = $1::uuid',
    [uuidOf('Evidence', input.evidenceId)],
  );
  if (!owner) refuse('NOT_FOUND', path);
  const audit = await requireAudit(uow, owner.auditId, path);
  const evidence = await uow.require(Evidence, input.evidenceId, path);
  authorise(uow, 'evidenceDownload', subjectOf(audit));
  if (evidence.kind !== 'FILE') refuse('EVIDENCE_FILE_MISMATCH', path);
  const isClean = evidence.state === 'CLEAN';
  if (!isClean && !(await isForDecider(uow, evidence, audit))) refuse('EVIDENCE_NOT_CLEAN', path);
  const secret = newSecret();
  const expiresAt = new Date(uow.now().getTime() + DOWNLOAD_SECONDS * 1000).toISOString();
  await uow.insert(DownloadTicket, {
    evidenceId: evidence.id,
    accountId: String(uow.viewer.accountId),
    ticketHash: hashOfSecret(secret),
    expiresAt,
  });
  uow.record({
    act: 'evidenceDownload',
    objectType: 'Evidence',
    objectId: evidence.id,
    campaignId: audit.campaignId,
  });
  const url = `${DOWNLOADS_PATH}/${secret}`;
  return { evidence: evidence.id, download: new ShownOnce({ url, expiresAt }) };
}

/** Seen by the service of the evidence alone. */
const IS_DOUBTFUL = `exists (select 1 from evidence_scan s where s.id = e.id and s.outcome = 'DOUBTFUL')`;

/** Whether the file waits for the viewer to look at it. */
async function isForDecider(uow: UnitOfWork, evidence: Evidence, audit: Audit): Promise<boolean> {
  if (evidence.state !== 'QUARANTINED' || !permits(uow.viewer, 'evidenceRelease', subjectOf(audit)))
    return false;
  const doubtful = await uow.sql<unknown>(`select 1 from evidence e where e.id = $1 and ${IS_DOUBTFUL}`, [
    evidence.id,
  ]);
  return doubtful.length > 0;
}

/**
 * Uses a ticket up. Who it was made for must still see the evidence: that is looked at with his eyes, in the database.
 * @returns null when the ticket is unknown, used or too old, its account closed or no longer concerned, or the file not
 *   clean any more
 */
export async function redeemTicket(
  { dataSource, clock }: { dataSource: DataSource; clock: Clock },
  secret: string,
): Promise<ServedFile | null> {
  const now = clock.now();
  return dataSource.transaction(async (manager) => {
    const [entered] = await manager.query<{ evidenceId: string | null }[]>(
      'select app.redeem_download_ticket($1, $2, $3) as "evidenceId"',
      [hashOfSecret(secret), parisDate(now), now],
    );
    if (!entered?.evidenceId) return null;
    const [file] = await manager.query<ServedFile[]>(
      `select e.id as "evidenceId", f.file_name as "fileName", f.media_type as "mediaType", f.size_bytes as "sizeBytes",
         f.sha256, f.blob_id as "blobId"
       from evidence e join evidence_file f on f.id = e.id
       where e.id = $1 and f.blob_id is not null and (e.state = 'CLEAN' or (e.state = 'QUARANTINED' and ${IS_DOUBTFUL}))`,
      [entered.evidenceId],
    );
    return file ?? null;
  });
}
