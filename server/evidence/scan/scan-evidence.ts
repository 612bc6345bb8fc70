import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { asPlatform } from '../../database/as-platform';
import type { Clock } from '../../kernel/clock';
import type { FileStore } from '../store/file-store';
import type { UploadedFile, WhenUploaded } from '../uploads/upload-plan';
import { AntivirusFailure, scanForViruses, type ClamdAddress } from './antivirus/clamd';
import { outcomeOf } from './findings';
import { serveCopy, storeCopy, type KeptCopy } from './keep-copy';
import { failedScans, lockUnscanned, recordScan, type ScanRecord } from './record-scan';
import { scanApart, type ScanAllowance } from './scan-apart';
import { ScanFailure } from './scan-failure';
import type { ScanReason } from './verdict';

/** What scans are made with. */
export interface ScanParts {
  dataSource: DataSource;
  store: FileStore;
  clock: Clock;
  /** Where the antivirus listens; null when none is configured. */
  antivirus: ClamdAddress | null;
  allowance?: ScanAllowance;
}

/** After so many processes that died of it, a file is taken for one that nobody can read. */
const TRIES = 3;

/**
 * What happens with a file of evidence once it is whole: it is looked into, apart, by the antivirus too, and becomes CLEAN
 * (a copy without metadata takes its place), REJECTED, or waits in quarantine for a person of its service. Whenever nobody
 * could look, it waits as well, the reason is told, and it is tried again.
 */
export function scanEvidence(parts: ScanParts): WhenUploaded {
  return async (file) => {
    if (!(await asPlatform(parts.dataSource, (manager) => lockUnscanned(manager, file.subjectId)))) return;
    const folder = await mkdtemp(path.join(tmpdir(), 'vis-a-vis-scan-'));
    try {
      await lookInto(parts, file, path.join(folder, randomUUID()));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
}

async function lookInto(parts: ScanParts, file: UploadedFile, cleanPath: string): Promise<void> {
  const { record, failure } = await file.withLocalFile((local) => examine(parts, file, local, cleanPath));
  const hasCopy = record.outcome === 'CLEAN' || record.outcome === 'DOUBTFUL';
  const copy = hasCopy ? await storeCopy(parts.store, file.uploadId, cleanPath) : null;
  const isKept = await asPlatform(parts.dataSource, async (manager) => {
    if (!(await lockUnscanned(manager, file.subjectId))) return false;
    const kept = copy && (await serveCopy(manager, file.subjectId, copy, record.mediaType ?? file.mediaType));
    await recordScan(manager, parts.clock, file, record);
    return kept;
  });
  if (copy && !isKept) await dropCopy(parts, copy);
  if (record.outcome === 'WAITING') throw failure ?? new Error('a scan that waits for nothing');
}

/** Bytes that lie under the blob of somebody else as well. */
async function dropCopy({ store }: ScanParts, { key }: KeptCopy): Promise<void> {
  await store.delete(key);
}

async function examine(
  parts: ScanParts,
  file: UploadedFile,
  local: string,
  cleanPath: string,
): Promise<{ record: ScanRecord; failure: Error | null }> {
  try {
    const { fileName, mediaType } = file;
    const verdict = await scanApart(local, { fileName, mediaType }, cleanPath, parts.allowance);
    const isWorthMore = verdict.outcome !== 'REJECTED' && parts.antivirus !== null;
    const answer = isWorthMore && parts.antivirus ? await scanForViruses(parts.antivirus, local) : null;
    const reasons = answer?.signature
      ? [reasonOf('VIRUS', { signature: answer.signature }), ...verdict.reasons]
      : verdict.reasons;
    const antivirus = answer?.version ?? null;
    return {
      record: { outcome: outcomeOf(reasons), mediaType: verdict.mediaType, reasons, antivirus },
      failure: null,
    };
  } catch (error) {
    if (error instanceof AntivirusFailure)
      return { record: waiting('ANTIVIRUS_UNREACHABLE'), failure: error };
    if (!(error instanceof ScanFailure)) throw error;
    const before = await asPlatform(parts.dataSource, (manager) => failedScans(manager, file.subjectId));
    if (before + 1 < TRIES) return { record: waiting('SCANNER_FAILED'), failure: error };
    const reasons = [reasonOf('UNREADABLE')];
    return { record: { outcome: 'REJECTED', mediaType: null, reasons, antivirus: null }, failure: null };
  }
}

const reasonOf = (code: ScanReason['code'], params: ScanReason['params'] = {}): ScanReason => ({
  code,
  count: 1,
  places: [],
  params,
});

const waiting = (code: ScanReason['code']): ScanRecord => ({
  outcome: 'WAITING',
  mediaType: null,
  reasons: [reasonOf(code)],
  antivirus: null,
});
