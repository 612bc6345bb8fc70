import type { DataSource } from 'typeorm';
import { requireAudit, subjectOf } from '../../audits';
import { asPlatform } from '../../database/as-platform';
import type { UnitOfWork } from '../../database/unit-of-work';
import { authorise } from '../../identity';
import { uuidOf } from '../../kernel/ids';
import { refuse } from '../../kernel/outcome';
import { hashOfSecret, newSecret } from '../../kernel/secret-word';
import { ShownOnce } from '../../kernel/shown-once';
import type { ReportAudience } from '../document/report-document';
import { ReportVariant } from '../document/report-variant.entity';
import type { ReportFormat } from '../rendering/file-name';
import type { ReportLanguage } from '../rendering/shown-report';
import { Report } from '../report.entity';
import { ReportDownload } from './report-download.entity';

/** Which version of a report, for whom, and how it is rendered. */
export interface ReportDownloadInput {
  reportId: string;
  format: ReportFormat;
  language: ReportLanguage;
  audience: ReportAudience;
}

/** Where reports are fetched; the ticket follows. */
export const REPORT_DOWNLOADS_PATH = '/files/reports';

/** How long a ticket is good for. */
const TICKET_SECONDS = 60;

/**
 * Gives an address at which a report can be fetched once, within a minute, by a browser as well. Only as an audience that the
 * viewer reads: what he does not read looks as if it were not there. The trail keeps who asked.
 * @throws Refusal NOT_FOUND, FORBIDDEN
 */
export async function downloadReport(
  uow: UnitOfWork,
  input: ReportDownloadInput,
): Promise<{ report: string; download: ShownOnce<{ url: string; expiresAt: string }> }> {
  const path = ['input', 'reportId'];
  const [found] = await uow.sql<{ auditId: string; variantId: string }>(
    `select audit_id as "auditId", id as "variantId" from report_variant
     where report_id = $1::uuid and audience = $2`,
    [uuidOf('Report', input.reportId), input.audience],
  );
  if (!found) refuse('NOT_FOUND', path);
  const audit = await requireAudit(uow, found.auditId, path);
  const report = await uow.requireFrozen(Report, input.reportId, path);
  await uow.requireFrozen(ReportVariant, found.variantId, path);
  authorise(uow, 'reportDownload', subjectOf(audit));
  const secret = newSecret();
  const expiresAt = new Date(uow.now().getTime() + TICKET_SECONDS * 1000).toISOString();
  const { format, language, audience } = input;
  await uow.insert(ReportDownload, {
    reportId: report.id,
    audience,
    format,
    language,
    accountId: String(uow.viewer.accountId),
    ticketHash: hashOfSecret(secret),
    expiresAt,
  });
  uow.record({
    act: 'reportDownload',
    objectType: 'Report',
    objectId: report.id,
    campaignId: audit.campaignId,
    detail: { audience, format },
  });
  return {
    report: report.id,
    download: new ShownOnce({ url: `${REPORT_DOWNLOADS_PATH}/${secret}`, expiresAt }),
  };
}

/** Takes away the tickets of the past. */
export async function forgetReportTickets(dataSource: DataSource): Promise<void> {
  await asPlatform(dataSource, (manager) =>
    manager.query(`delete from report_download where created_at < now() - interval '1 day'`),
  );
}
