import { moveAudit, requireAudit, subjectOf, type Audit } from '../audits';
import type { UnitOfWork } from '../database/unit-of-work';
import { finaliseFindings } from '../findings';
import { authorise } from '../identity';
import { freezeDocument } from './document/freeze';
import { freezeVariants } from './document/freeze-variants';
import { reportContent, type Issue } from './report-content';
import { Report } from './report.entity';
import type { ReportActInput } from './sign-report';

/**
 * The lead issues the report: findings that stand become final, the content is frozen with its hash as version 1.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION, DISPOSITIONS_PENDING, SIGNATURES_MISSING
 */
export async function issueReport(
  uow: UnitOfWork,
  input: ReportActInput,
): Promise<{ report: string; audit: string }> {
  const audit = await requireAudit(uow, input.auditId, ['input', 'auditId'], input.expectedVersion);
  authorise(uow, 'reportIssue', subjectOf(audit));
  const issuedAt = uow.now().toISOString();
  await moveAudit(uow, audit, 'reportIssue', { reportIssuedAt: issuedAt });
  await finaliseFindings(uow, audit.id);
  const report = await storeReport(uow, audit, 'reportIssue', { number: 1, issuedAt, amendment: null });
  return { report, audit: audit.id };
}

/** Freezes a version of the report and notes its hash in the trail; gives its id. */
export async function storeReport(
  uow: UnitOfWork,
  audit: Audit,
  act: 'reportIssue' | 'reportAmend',
  issue: Issue,
): Promise<string> {
  const document = await reportContent(uow, audit, issue);
  const { content, sha256 } = freezeDocument(document);
  const report = await uow.insert(Report, {
    auditId: audit.id,
    number: issue.number,
    content,
    sha256,
    amendmentReason: issue.amendment?.reason ?? null,
    issuedById: uow.viewer.accountId,
    // The content names its own instant, so the row cannot wait for the database's.
    createdAt: issue.issuedAt,
  });
  await freezeVariants(uow, audit, { id: report, sha256, document });
  uow.record({
    act,
    objectType: 'Report',
    objectId: report,
    campaignId: audit.campaignId,
    detail: { number: issue.number, sha256 },
  });
  return report;
}
