import type { DataSource } from 'typeorm';
import type { Clock } from '../../kernel/clock';
import { hashOfSecret } from '../../kernel/secret-word';
import { parisDate } from '../../kernel/working-days';
import { sha256Of } from '../document/freeze';
import type { VariantDocument } from '../document/redact';
import { PLAN_AUDIENCES } from '../document/redaction';
import type { PlanDocument, ReportAudience, ReportDocument } from '../document/report-document';
import { reportFileName, type ReportFormat } from '../rendering/file-name';
import { renderApart } from '../rendering/render-apart';
import type { ReportLanguage, ShownReport } from '../rendering/shown-report';

/** A report that may go out. */
export interface ServedReport {
  fileName: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** A stored report, variant or plan is not what its hash was taken of: nothing of it goes out. */
export class ReportDamaged extends Error {}

const MEDIA_TYPE: Readonly<Record<ReportFormat, string>> = {
  PDF: 'application/pdf',
  HTML: 'text/html; charset=utf-8',
  JSON: 'application/json; charset=utf-8',
};

/** What a ticket stands for. */
interface Ticket {
  reportId: string;
  audience: ReportAudience;
  format: ReportFormat;
  language: ReportLanguage;
}

/** A document as it is stored. */
interface Stored {
  content: string;
  sha256: string;
}

/** What the bearer of a ticket sees of it, in the database. */
interface Seen {
  report: Stored;
  variant: Stored;
  plan: Stored | null;
}

const SEEN = `
  select json_build_object('content', r.content, 'sha256', r.sha256) as report,
    json_build_object('content', v.content, 'sha256', v.sha256) as variant,
    case when p.id is not null then json_build_object('content', p.content, 'sha256', p.sha256) end as plan
  from report_variant v
  join report r on r.id = v.report_id
  left join plan_document p on p.audit_id = v.audit_id
  where v.report_id = $1 and v.audience = $2`;

/**
 * Uses a ticket up and renders its report. Who it was made for must still see that report as that audience: this is looked at
 * with his eyes, in the database. What is stored is held against its hash first.
 * @returns null when the ticket is unknown, used or too old, or its account closed or no longer concerned
 * @throws ReportDamaged, RenderingFailure
 */
export async function fetchReport(
  { dataSource, clock }: { dataSource: DataSource; clock: Clock },
  secret: string,
): Promise<ServedReport | null> {
  const redeemed = await redeem(dataSource, clock.now(), secret);
  if (!redeemed) return null;
  const { ticket, seen } = redeemed;
  const { audience, format, language } = ticket;
  const whole = intact(seen.report);
  // The service gets the report itself, whose hash stands in the trail.
  const isWhole = audience === 'SERVICE';
  const handedOut = isWhole ? whole : intact(seen.variant);
  const document = JSON.parse(handedOut.content) as ReportDocument | VariantDocument;
  const report: ShownReport = 'document' in document ? document.document : document;
  const plan = seen.plan && PLAN_AUDIENCES.includes(audience) ? intact(seen.plan) : null;
  const fileName = reportFileName({
    reference: report.body?.audit?.reference,
    number: report.number,
    audience,
    format,
    language,
  });
  const bytes =
    format === 'JSON'
      ? Buffer.from(handedOut.content, 'utf8')
      : await renderApart(format, report, {
          plan: plan && (JSON.parse(plan.content) as PlanDocument),
          language,
          audience,
          sha256: handedOut.sha256,
          wholeSha256: isWhole ? null : whole.sha256,
        });
  return { fileName, mediaType: MEDIA_TYPE[format], bytes };
}

async function redeem(
  dataSource: DataSource,
  now: Date,
  secret: string,
): Promise<{ ticket: Ticket; seen: Seen } | null> {
  return dataSource.transaction(async (manager) => {
    const [entered] = await manager.query<{ ticket: Ticket | null }[]>(
      'select app.redeem_report_ticket($1, $2, $3) as ticket',
      [hashOfSecret(secret), parisDate(now), now],
    );
    const ticket = entered?.ticket;
    if (!ticket) return null;
    const [seen] = await manager.query<Seen[]>(SEEN, [ticket.reportId, ticket.audience]);
    return seen ? { ticket, seen } : null;
  });
}

/** @throws ReportDamaged when the content is not what the hash was taken of */
function intact(stored: Stored): Stored {
  if (sha256Of(stored.content) !== stored.sha256)
    throw new ReportDamaged(`the content of a stored document is not that of ${stored.sha256}`);
  return stored;
}
