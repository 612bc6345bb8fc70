import { randomBytes } from 'node:crypto';
import type { Audit } from '../audits';
import { Campaign } from '../campaigns';
import type { UnitOfWork } from '../database/unit-of-work';
import { actionsDueOn } from './document/action-due-dates';
import { freezeDocument } from './document/freeze';
import { reportBody } from './document/report-body';
import {
  REPORT_DOCUMENT_VERSION,
  type ReportDocument,
  type SignatureInReport,
} from './document/report-document';

/** Which version of a report is being issued, and what it amends. */
export type Issue = Pick<ReportDocument, 'number' | 'issuedAt' | 'amendment'>;

const SIGNATURES = `
  select p.family_name as "familyName", p.given_name as "givenName", u.profession, s.is_lead as "isLead",
    to_char(s.report_signed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "signedAt", '' as confirmation
  from assignment s join auditor u on u.id = s.auditor_id join person p on p.id = u.person_id
  where s.audit_id = $1 and s.report_signed_at is not null
  order by s.is_lead desc, s.seat, p.family_name, s.id`;

/** Builds the report of an audit as it stands now. */
export async function reportContent(uow: UnitOfWork, audit: Audit, issue: Issue): Promise<ReportDocument> {
  const body = await reportBody(uow.sql, audit.id);
  const bodySha256 = freezeDocument(body).sha256;
  const campaign = await uow.manager.findOneByOrFail(Campaign, { id: audit.campaignId });
  const signatures = await uow.sql<Omit<SignatureInReport, 'bodySha256'>>(SIGNATURES, [audit.id]);
  return {
    schema: { name: 'vis-a-vis/report', version: REPORT_DOCUMENT_VERSION },
    ...issue,
    salt: randomBytes(16).toString('hex'),
    actionsDueOn: actionsDueOn(campaign, audit.reportIssuedAt ?? issue.issuedAt),
    bodySha256,
    body,
    signatures: signatures.map((signature) => ({ ...signature, bodySha256 })),
  };
}
