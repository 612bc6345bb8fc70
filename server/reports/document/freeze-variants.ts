import { randomUUID } from 'node:crypto';
import type { Audit } from '../../audits';
import type { UnitOfWork } from '../../database/unit-of-work';
import { freezeDocument } from './freeze';
import { variantOf } from './redact';
import { REPORT_AUDIENCES, type ReportDocument } from './report-document';

/**
 * Freezes what each audience may read of a report, when it is issued or amended, in one statement.
 * @param report id and hash of the whole
 */
export async function freezeVariants(
  uow: UnitOfWork,
  audit: Pick<Audit, 'id' | 'auditedServiceId'>,
  report: { id: string; sha256: string; document: ReportDocument },
): Promise<void> {
  const variants = REPORT_AUDIENCES.map((audience) =>
    freezeDocument(variantOf(report.document, report.sha256, audience)),
  );
  await uow.sql(
    `insert into report_variant (id, report_id, audit_id, audited_service_id, audience, content, sha256)
     select v.id, $1, $2, $3, v.audience, v.content, v.sha256
     from unnest($4::uuid[], $5::text[], $6::text[], $7::text[]) v (id, audience, content, sha256)`,
    [
      report.id,
      audit.id,
      audit.auditedServiceId,
      variants.map(() => randomUUID()),
      REPORT_AUDIENCES,
      variants.map(({ content }) => content),
      variants.map(({ sha256 }) => sha256),
    ],
  );
}
