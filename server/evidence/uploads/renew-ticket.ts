import { requireAudit, subjectOf } from '../../audits';
import type { UnitOfWork } from '../../database/unit-of-work';
import { authorise } from '../../identity';
import { uuidOf } from '../../kernel/ids';
import { refuse } from '../../kernel/outcome';
import { newTicket, type PreparedUpload } from './prepare-upload';
import { Upload } from './upload.entity';

/** Which upload needs another ticket. */
export interface UploadTicketRenewInput {
  uploadId: string;
  expectedVersion: number;
}

/**
 * Gives another ticket for a file that has not arrived yet: the answer with the first was lost, or it is too old. The
 * former one ends; what has arrived stays. Whoever asks answers for the file from now on.
 * @throws Refusal NOT_FOUND, FORBIDDEN, STALE_VERSION, UPLOAD_OVER
 */
export async function renewUploadTicket(
  uow: UnitOfWork,
  input: UploadTicketRenewInput,
): Promise<PreparedUpload> {
  const path = ['input', 'uploadId'];
  const [owner] = await uow.sql<{ auditId: string }>(
    'select audit_id as "auditId" from upload where id = $1::uuid',
    [uuidOf('Upload', input.uploadId)],
  );
  if (!owner) refuse('NOT_FOUND', path);
  const audit = await requireAudit(uow, owner.auditId, path);
  const upload = await uow.require(Upload, input.uploadId, path, input.expectedVersion);
  authorise(uow, 'uploadTicketRenew', subjectOf(audit));
  if (upload.state !== 'UPLOADING') refuse('UPLOAD_OVER', path);
  const { ticketHash, ticketExpiresAt, uploadTicket } = newTicket(uow.now());
  await uow.change(Upload, upload, {
    ticketHash,
    ticketExpiresAt,
    sentById: String(uow.viewer.accountId),
  });
  uow.record({
    act: 'uploadTicketRenew',
    objectType: 'Upload',
    objectId: upload.id,
    campaignId: audit.campaignId,
  });
  return { upload: upload.id, uploadTicket };
}
