import { randomUUID } from 'node:crypto';
import type { UnitOfWork } from '../../database/unit-of-work';
import { refuse, type ErrorPath } from '../../kernel/outcome';
import { hashOfSecret, newSecret } from '../../kernel/secret-word';
import { ShownOnce } from '../../kernel/shown-once';
import { cleanFileName } from './file-name';
import type { FileAnnouncement, UploadPurpose } from './upload-plan';
import { AUDIT_QUOTA_BYTES, TICKET_HOURS, UPLOAD_RULES } from './upload-rules';
import { uploadStates } from './upload.states';
import { Upload } from './upload.entity';

/** Where the bytes go, shown once: the address is the secret. */
export interface UploadTicket {
  /** Path on this server, to be resolved against the address of the API. */
  url: string;
  expiresAt: string;
}

/** A file that an act announces, and what it is for. */
export interface PlannedUpload {
  purpose: UploadPurpose;
  /** UUID of what it belongs to; each has one upload. */
  subjectId: string;
  auditId: string;
  auditedServiceId: string;
  file: FileAnnouncement;
  /** Where the announcement stands in the input. */
  path: ErrorPath;
}

/** Nouns of a payload, to be spread into the result of the act: the upload, and its ticket in the first answer alone. */
export type PreparedUpload = {
  upload: string;
  uploadTicket: ShownOnce<UploadTicket>;
};

/** Where files are sent; the ticket follows. */
export const UPLOADS_PATH = '/files/uploads';

const HOUR_MS = 3_600_000;
const SHA256 = /^[0-9a-f]{64}$/;
const SHA256_IN_WORDS = { fr: '64 chiffres hexadécimaux', en: '64 hexadecimal digits' };

/**
 * Announces a file within an act that has authorised itself and locked the audit: from now on its bytes can be sent to the
 * ticket's address, by whoever holds it and as long as the account may act for the service. The file name is cleaned.
 * @throws Refusal VALIDATION (sizeBytes, sha256), UPLOAD_TOO_LARGE, UPLOAD_TYPE_NOT_TAKEN, UPLOAD_QUOTA_EXCEEDED
 */
export async function prepareUpload(uow: UnitOfWork, planned: PlannedUpload): Promise<PreparedUpload> {
  const { purpose, subjectId, auditId, auditedServiceId, path } = planned;
  const file = checkAnnouncement(purpose, planned.file, path);
  await checkQuota(uow, auditId, file.sizeBytes, path);
  const { ticketHash, ticketExpiresAt, uploadTicket } = newTicket(uow.now());
  const upload = await uow.insert(Upload, {
    purpose,
    subjectId,
    auditId,
    auditedServiceId,
    sentById: String(uow.viewer.accountId),
    ...file,
    state: uploadStates.initial,
    ticketHash,
    ticketExpiresAt,
    fileKey: randomUUID(),
  });
  return { upload, uploadTicket };
}

/**
 * What is kept of an announcement: name cleaned, type without parameters, hash in small letters.
 * @throws Refusal VALIDATION, UPLOAD_TOO_LARGE, UPLOAD_TYPE_NOT_TAKEN
 */
export function checkAnnouncement(
  purpose: UploadPurpose,
  file: FileAnnouncement,
  path: ErrorPath,
): FileAnnouncement {
  const { maxBytes, mediaTypes } = UPLOAD_RULES[purpose];
  const mediaType = file.mediaType.split(';')[0]?.trim().toLowerCase() ?? '';
  const sha256 = file.sha256.toLowerCase();
  if (!Number.isInteger(file.sizeBytes) || file.sizeBytes < 1)
    refuse('VALIDATION', [...path, 'sizeBytes'], { rule: { fr: '1 au moins', en: 'at least 1' } });
  if (!SHA256.test(sha256)) refuse('VALIDATION', [...path, 'sha256'], { rule: SHA256_IN_WORDS });
  if (file.sizeBytes > maxBytes)
    refuse('UPLOAD_TOO_LARGE', [...path, 'sizeBytes'], { megabytes: maxBytes / 1024 / 1024 });
  if (!mediaTypes.includes(mediaType))
    refuse('UPLOAD_TYPE_NOT_TAKEN', [...path, 'mediaType'], { types: mediaTypes.join(', ') });
  return { fileName: cleanFileName(file.fileName), mediaType, sizeBytes: file.sizeBytes, sha256 };
}

/** What a refused or abandoned file took is free again; so is what a file took that was thrown away once it was read. */
async function checkQuota(
  uow: UnitOfWork,
  auditId: string,
  sizeBytes: number,
  path: ErrorPath,
): Promise<void> {
  const [taken] = await uow.sql<{ bytes: number }>(
    `select coalesce(sum(u.size_bytes), 0)::bigint as bytes from upload u
     where u.audit_id = $1 and (u.state in ('UPLOADING', 'RECEIVED')
       or (u.state = 'HANDLED' and exists (select 1 from evidence_file f where f.upload_id = u.id and f.blob_id is not null)))`,
    [auditId],
  );
  if ((taken?.bytes ?? 0) + sizeBytes > AUDIT_QUOTA_BYTES)
    refuse('UPLOAD_QUOTA_EXCEEDED', path, { megabytes: AUDIT_QUOTA_BYTES / 1024 / 1024 });
}

/** A ticket that nobody has seen yet, and what is kept of it. */
export function newTicket(now: Date): {
  ticketHash: string;
  ticketExpiresAt: string;
  uploadTicket: ShownOnce<UploadTicket>;
} {
  const secret = newSecret();
  const expiresAt = new Date(now.getTime() + TICKET_HOURS * HOUR_MS).toISOString();
  return {
    ticketHash: hashOfSecret(secret),
    ticketExpiresAt: expiresAt,
    uploadTicket: new ShownOnce({ url: `${UPLOADS_PATH}/${secret}`, expiresAt }),
  };
}
