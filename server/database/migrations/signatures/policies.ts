import type { RowPolicies } from '../../row-level-security';
import {
  AUDIT_SEEN,
  COORDINATOR,
  ME,
  MY_AUDITOR,
  ofAudit,
  ofMyAudits,
  ofMyService,
  PROGRAMME,
  TAKES_PART,
} from '../second-wall/conditions';

const TEAM = ofMyAudits('audit_id');
const OF_SERVICE = ofAudit('audit_id', ofMyService('a.audited_service_id'));
const SERVICE_OR_TEAM = `${TEAM} or ${OF_SERVICE}`;

/**
 * The service sees a signature that stands, once what it signs is out. The programme reads no report as a whole, and a
 * signature has the hash of the whole.
 */
const IS_OUT = `case document when 'DRAFT' then
    ${ofAudit('audit_id', `${ofMyService('a.audited_service_id')} and a.draft_shared_at is not null`)}
  else ${OF_SERVICE}
    and exists (select 1 from report r where r.audit_id = report_signature.audit_id and r.number = report_signature.number) end`;

/** Who reads and writes each table. */
export const SIGNATURE_POLICIES: Readonly<Record<string, RowPolicies>> = {
  // Told to all who see the campaign: what silence means must be known before one is silent.
  campaign_contradictory_rule: {
    select: `${PROGRAMME} or ${TAKES_PART}`,
    insert: COORDINATOR,
    update: COORDINATOR,
    fixed: ['campaign_id'],
  },
  finding_reply_version: { select: ofAudit('audit_id', AUDIT_SEEN), insert: OF_SERVICE },
  finding_reply_evidence: {
    select: SERVICE_OR_TEAM,
    insert: `${OF_SERVICE} and exists (select 1 from evidence e
      where e.id = evidence_id and e.audit_id = finding_reply_evidence.audit_id)`,
  },
  report_signature: {
    select: `${TEAM} or (voided_at is null and ${IS_OUT})`,
    insert: `${TEAM} and auditor_id = ${MY_AUDITOR} and signed_by_id = ${ME}`,
    update: TEAM,
    fixed: [
      'audit_id',
      'document',
      'number',
      'assignment_id',
      'auditor_id',
      'signed_by_id',
      'profession',
      'content_sha256',
      'confirmation',
      'means',
      'signed_at',
    ],
  },
  // A proposal is the team's; what became of it is the next version of the report.
  report_amendment: {
    select: TEAM,
    insert: TEAM,
    update: TEAM,
    fixed: ['audit_id', 'number', 'reason', 'changes', 'proposed_by_id'],
  },
};

/** A service revises its reply until it says that it has nothing to add. */
export const REVISING = `
  alter policy changes on finding_reply with check (${SERVICE_OR_TEAM});`;

/** The way back. */
export const NOT_REVISING = `
  alter policy changes on finding_reply with check (${TEAM});`;
