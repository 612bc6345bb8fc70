import { moveAudit, requireAudit, subjectOf } from '../audits';
import { Campaign, delayFrom } from '../campaigns';
import type { UnitOfWork } from '../database/unit-of-work';
import { shareFindings } from '../findings';
import { authorise } from '../identity';
import { parisDate } from '../kernel/working-days';
import { contentToSign } from './content-to-sign';
import { requireWhollySigned } from './signatures';
import type { ReportActInput } from './sign-report';

/**
 * The lead submits the draft: its findings are shared with the service, whose delay to reply starts.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION, FINDINGS_MISSING, SIGNATURES_MISSING
 */
export async function submitDraftReport(uow: UnitOfWork, input: ReportActInput): Promise<{ audit: string }> {
  const audit = await requireAudit(uow, input.auditId, ['input', 'auditId'], input.expectedVersion);
  authorise(uow, 'draftReportSubmit', subjectOf(audit));
  const campaign = await uow.manager.findOneByOrFail(Campaign, { id: audit.campaignId });
  const signed = await contentToSign(uow.sql, audit, 'DRAFT');
  await moveAudit(uow, audit, 'draftReportSubmit', {
    draftSharedAt: uow.now().toISOString(),
    contradictoryUntil: delayFrom(campaign, 'contradictory', parisDate(uow.now())),
  });
  if (!signed) throw new Error('a draft was shared that could not be signed');
  await requireWhollySigned(uow, audit, signed);
  await shareFindings(uow, audit.id);
  uow.record({
    act: 'draftReportSubmit',
    objectType: 'Audit',
    objectId: audit.id,
    campaignId: audit.campaignId,
  });
  return { audit: audit.id };
}
