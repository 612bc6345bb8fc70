import type { EntityManager } from 'typeorm';
import type { ErrorCode } from '../../kernel/messages';
import { moveOf } from '../../kernel/states';
import { appendAsPlatform } from '../../trail';
import type { EvidenceState } from '../evidence.entity';
import type { UploadPurpose } from './upload-plan';
import { UPLOAD_RULES } from './upload-rules';
import { uploadStates, type UploadState } from './upload.states';

/** An upload that the platform has locked. */
export interface LockedUpload {
  id: string;
  purpose: UploadPurpose;
  subjectId: string;
  campaignId: string;
  state: UploadState;
  sizeBytes: number;
  receivedBytes: number;
  sha256: string;
  fileKey: string;
}

/** What becomes of a piece of evidence with its file. */
const EVIDENCE_STATE: Readonly<Record<string, EvidenceState>> = {
  uploadReceive: 'QUARANTINED',
  uploadRefuse: 'REJECTED',
  uploadExpire: 'REJECTED',
};

/** Loads an upload and locks it until the end of the transaction. @returns null when there is none */
export async function lockUpload(manager: EntityManager, id: string): Promise<LockedUpload | null> {
  const [upload] = await manager.query<LockedUpload[]>(
    `select u.id, u.purpose, u.subject_id as "subjectId", a.campaign_id as "campaignId", u.state,
       u.size_bytes as "sizeBytes", u.received_bytes as "receivedBytes", u.sha256, u.file_key as "fileKey"
     from upload u join audit a on a.id = u.audit_id where u.id = $1 for update of u`,
    [id],
  );
  return upload ?? null;
}

/**
 * Makes a move of the upload's state table as the platform, takes the piece of evidence along, and writes the entry of the
 * trail, last in the transaction.
 * @param manager of a transaction of `asPlatform` that has locked the upload
 */
export async function moveUpload(
  manager: EntityManager,
  upload: LockedUpload,
  act: string,
  refusal: ErrorCode | null = null,
): Promise<void> {
  const move = moveOf(uploadStates, act, upload.state);
  if (!move || typeof move.to !== 'string') throw new Error(`an upload that is ${upload.state}: no ${act}`);
  await manager.query(
    `update upload set state = $2, refusal = $3, tries = 0, next_try_at = null, version = version + 1, updated_at = now()
     where id = $1`,
    [upload.id, move.to, refusal],
  );
  const evidenceState = upload.purpose === 'EVIDENCE' ? EVIDENCE_STATE[act] : undefined;
  if (evidenceState) {
    await manager.query(
      `update evidence set state = $2, version = version + 1, updated_at = now() where id = $1 and state = 'UPLOADING'`,
      [upload.subjectId, evidenceState],
    );
  }
  await appendAsPlatform(manager, {
    act,
    objectType: UPLOAD_RULES[upload.purpose].subject,
    objectId: upload.subjectId,
    campaignId: upload.campaignId,
    detail: { sha256: upload.sha256, sizeBytes: upload.sizeBytes, ...(refusal ? { refusal } : {}) },
  });
}
