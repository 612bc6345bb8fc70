import { randomBytes } from 'node:crypto';
import { moveAudit, requireAudit, subjectOf, type Audit } from '../audits';
import type { UnitOfWork } from '../database/unit-of-work';
import { Campaign } from '../campaigns';
import { finaliseFindings } from '../findings';
import { authorise } from '../identity';
import { contentToSign, type ContentToSign } from './content-to-sign';
import { actionsDueOn } from './document/action-due-dates';
import { freezeDocument } from './document/freeze';
import { freezeVariants } from './document/freeze-variants';
import { REPORT_DOCUMENT_VERSION, type ReportBody, type ReportDocument } from './document/report-document';
import { Report } from './report.entity';
import { requireWhollySigned, signaturesOf } from './signatures';
import type { ReportActInput } from './sign-report';

/**
 * The lead issues the report: findings that stand become final, and what was signed is frozen with its signatures and its
 * hash as version 1.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION, DISPOSITIONS_PENDING, SIGNATURES_MISSING (also
 *   when something changed since somebody signed)
 */
export async function issueReport(
  uow: UnitOfWork,
  input: ReportActInput,
): Promise<{ report: string; audit: string }> {
  const audit = await requireAudit(uow, input.auditId, ['input', 'auditId'], input.expectedVersion);
  authorise(uow, 'reportIssue', subjectOf(audit));
  const issuedAt = uow.now().toISOString();
  // Read as it was signed, before issuing changes anything.
  const signed = await contentToSign(uow.sql, audit, 'REPORT');
  await moveAudit(uow, audit, 'reportIssue', { reportIssuedAt: issuedAt });
  if (!signed) throw new Error('a report was issued that could not be signed');
  await finaliseFindings(uow, audit.id);
  const report = await storeReport(uow, audit, { act: 'reportIssue', signed, issuedAt, amendment: null });
  return { report, audit: audit.id };
}

/** How a version of a report comes to be. */
export interface Issue {
  act: 'reportIssue' | 'reportAmend';
  /** The content that was signed. */
  signed: ContentToSign;
  /** RFC 3339, UTC. */
  issuedAt: string;
  amendment: ReportDocument['amendment'];
}

/**
 * Freezes a version of the report with its signatures and notes its hash in the trail; gives its id.
 * @throws Refusal SIGNATURES_MISSING
 */
export async function storeReport(
  uow: UnitOfWork,
  audit: Audit,
  { act, signed, issuedAt, amendment }: Issue,
): Promise<string> {
  await requireWhollySigned(uow, audit, signed);
  const { number } = signed;
  const campaign = await uow.manager.findOneByOrFail(Campaign, { id: audit.campaignId });
  const document: ReportDocument = {
    schema: { name: 'vis-a-vis/report', version: REPORT_DOCUMENT_VERSION },
    number,
    issuedAt,
    salt: randomBytes(16).toString('hex'),
    amendment,
    actionsDueOn: actionsDueOn(campaign, audit.reportIssuedAt ?? issuedAt),
    bodySha256: signed.sha256,
    body: signed.body as ReportBody,
    signatures: await signaturesOf(uow, audit.id, signed),
  };
  const { content, sha256 } = freezeDocument(document);
  const report = await uow.insert(Report, {
    auditId: audit.id,
    number,
    content,
    sha256,
    amendmentReason: amendment?.reason ?? null,
    issuedById: uow.viewer.accountId,
    // The content names its own instant, so the row cannot wait for the database's.
    createdAt: issuedAt,
  });
  await freezeVariants(uow, audit, { id: report, sha256, document });
  uow.record({
    act,
    objectType: 'Report',
    objectId: report,
    campaignId: audit.campaignId,
    detail: { number, sha256 },
  });
  return report;
}
