import type { UnitOfWork } from '../database/unit-of-work';
import { requireAudit, requireState, subjectOf, type Audit, type AuditState } from '../audits';
import { authorise } from '../identity';
import { refuse } from '../kernel/outcome';
import { checkContent, type EvidenceContent } from './evidence-content';
import { evidenceKindCode, linkCriteria } from './evidence-links';
import { EvidenceFile } from './uploads/evidence-file.entity';
import { checkAnnouncement, prepareUpload, type PreparedUpload } from './uploads/prepare-upload';
import type { FileAnnouncement } from './uploads/upload-plan';
import { Evidence, type EvidenceForm } from './evidence.entity';
import { writeExpiry } from './validity/write-expiry';

/** When a service hands evidence in: from the self-assessment to the last proof of its corrective actions. */
export const EVIDENCE_STATES_OF_AUDIT: readonly AuditState[] = [
  'SELF_ASSESSMENT',
  'DOCUMENT_REVIEW',
  'ON_SITE',
  'DRAFT_REPORT',
  'CONTRADICTORY',
  'FINALISATION',
  'REPORT_ISSUED',
  'PLAN_DUE',
  'FOLLOW_UP',
];

/**
 * When it may add to it: afterwards too, since actions are given back to it, and the follow-up at half-cycle asks what became
 * of them.
 */
const ADDING_STATES: readonly AuditState[] = [...EVIDENCE_STATES_OF_AUDIT, 'CLOSED'];

/** A file, link or note that shows something, and the criteria that it serves. */
export interface EvidenceAddInput extends EvidenceContent {
  id?: string | null;
  auditId: string;
  kind: EvidenceForm;
  /** What of the catalogue it is. */
  evidenceKindId?: string | null;
  title: string;
  /** The file, for the form FILE and for it alone. */
  file?: FileAnnouncement | null;
  criterionIds?: readonly string[] | null;
}

/**
 * Adds a piece of evidence of the audited service. Links and notes need no scan: they are CLEAN at once. A file is UPLOADING
 * until its bytes have come in by the ticket of `uploadTicket`, which the first answer alone shows.
 * @throws Refusal NOT_FOUND, FORBIDDEN, ILLEGAL_TRANSITION, CRITERION_NOT_IN_TEMPLATE, ID_TAKEN, EVIDENCE_FILE_MISMATCH, and
 *   those of `checkContent` and `prepareUpload`
 */
export async function addEvidence(
  uow: UnitOfWork,
  input: EvidenceAddInput,
): Promise<{ evidence: string } & Partial<PreparedUpload>> {
  const audit = await requireAudit(uow, input.auditId, ['input', 'auditId']);
  authorise(uow, 'evidenceAdd', subjectOf(audit));
  requireState(audit, ADDING_STATES);
  checkContent(input.kind, input, ['input']);
  const path = ['input', 'file'];
  if ((input.kind === 'FILE') !== Boolean(input.file)) refuse('EVIDENCE_FILE_MISMATCH', path);
  const file = input.file ? checkAnnouncement('EVIDENCE', input.file, path) : null;
  const evidence = await uow.insert(Evidence, {
    ...(input.id ? { id: input.id } : {}),
    auditId: audit.id,
    auditedServiceId: audit.auditedServiceId,
    kind: input.kind,
    evidenceKindCode: await evidenceKindCode(uow, input.evidenceKindId),
    state: file ? 'UPLOADING' : 'CLEAN',
    title: input.title,
    url: input.url ?? null,
    note: input.note ?? null,
    mediaType: file?.mediaType ?? null,
    sizeBytes: file?.sizeBytes ?? null,
    sha256: file?.sha256 ?? null,
    periodFrom: input.periodFrom ?? null,
    periodTo: input.periodTo ?? null,
    createdById: uow.viewer.accountId,
  });
  await linkCriteria(uow, audit, evidence, input.criterionIds ?? []);
  const prepared = file && (await prepareFile(uow, audit, evidence, file));
  if (input.expiresOn) await writeExpiry(uow, evidence, input.expiresOn);
  uow.record({
    act: 'evidenceAdd',
    objectType: 'Evidence',
    objectId: evidence,
    campaignId: audit.campaignId,
  });
  return { evidence, ...prepared };
}

async function prepareFile(
  uow: UnitOfWork,
  audit: Audit,
  evidence: string,
  file: FileAnnouncement,
): Promise<PreparedUpload> {
  const prepared = await prepareUpload(uow, {
    purpose: 'EVIDENCE',
    subjectId: evidence,
    auditId: audit.id,
    auditedServiceId: audit.auditedServiceId,
    file,
    path: ['input', 'file'],
  });
  await uow.insert(EvidenceFile, { id: evidence, uploadId: prepared.upload, ...file });
  return prepared;
}
