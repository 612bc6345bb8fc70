import { requireAudit, subjectOf } from '../audits';
import type { UnitOfWork } from '../database/unit-of-work';
import { authorise, type SecretBox } from '../identity';
import { requireContentToSign } from './content-to-sign';
import { sign, type Signing } from './signatures';

/** Which audit, in which version. */
export interface ReportActInput {
  auditId: string;
  expectedVersion: number;
}

/** Which document is signed, and how. */
export interface ReportSignInput extends ReportActInput, Signing {}

/**
 * An auditor signs the draft as he read it. Whoever changes a finding afterwards takes the signatures back.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION, and those of `sign`
 */
export function signDraftReport(
  uow: UnitOfWork,
  input: ReportSignInput,
  secretBox: SecretBox,
): Promise<{ audit: string }> {
  return signAs(uow, input, secretBox, { act: 'draftReportSign', document: 'DRAFT' });
}

/**
 * An auditor signs the final report as he read it. A reply disposed of afterwards takes the signatures back.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION, and those of `sign`
 */
export function signReport(
  uow: UnitOfWork,
  input: ReportSignInput,
  secretBox: SecretBox,
): Promise<{ audit: string }> {
  return signAs(uow, input, secretBox, { act: 'reportSign', document: 'REPORT' });
}

async function signAs(
  uow: UnitOfWork,
  input: ReportSignInput,
  secretBox: SecretBox,
  { act, document }: { act: string; document: 'DRAFT' | 'REPORT' },
): Promise<{ audit: string }> {
  const audit = await requireAudit(uow, input.auditId, ['input', 'auditId'], input.expectedVersion);
  authorise(uow, act, subjectOf(audit));
  const toSign = await requireContentToSign(uow.sql, audit, document);
  await sign(uow, audit, toSign, input, secretBox);
  uow.record({
    act,
    objectType: 'Audit',
    objectId: audit.id,
    campaignId: audit.campaignId,
    detail: { number: toSign.number },
  });
  return { audit: audit.id };
}
