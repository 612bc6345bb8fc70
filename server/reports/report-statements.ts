import type { GradeValue } from '../audits';
import { silenceIn, type Silence } from '../campaigns';
import {
  repliedAt,
  replyEvidence,
  type Disposition,
  type FindingKind,
  type FindingReplyKind,
  type FindingSeverity,
  type FindingState,
  type NamedEvidence,
} from '../findings';

/** The audit, its service, its campaign and its template, as the report names them. */
export interface HeaderRow {
  audit: Readonly<Record<string, string | null>>;
  auditedService: Readonly<Record<string, string | null>>;
  campaign: { code: string; title: string };
  template: { code: string; version: number; titleFr: string; titleEn: string; contentHash: string };
}

export const HEADER = `
  select
    json_build_object('reference', a.reference, 'visitOn', a.visit_on,
      'selfAssessmentSubmittedAt', ${instant('a.self_assessment_submitted_at')},
      'visitClosedAt', ${instant('a.visit_closed_at')}, 'draftSharedAt', ${instant('a.draft_shared_at')},
      'contradictoryUntil', a.contradictory_until) as audit,
    json_build_object('name', s.name, 'finessEt', s.finess_et, 'siret', s.siret, 'organisation', o.name,
      'departmentCode', s.department_code, 'regionCode', s.region_code) as "auditedService",
    json_build_object('code', c.code, 'title', c.title) as campaign,
    json_build_object('code', t.code, 'version', v.number, 'titleFr', v.title_fr, 'titleEn', v.title_en,
      'contentHash', v.content_hash) as template
  from audit a
  join audited_service s on s.id = a.audited_service_id
  join organisation o on o.id = s.organisation_id
  join campaign c on c.id = a.campaign_id
  join template_version v on v.id = a.template_version_id
  join audit_template t on t.id = v.audit_template_id
  where a.id = $1`;

/** One member of the team. */
export interface TeamRow {
  familyName: string;
  givenName: string;
  profession: string;
  seat: string;
  isLead: boolean;
}

export const TEAM = `
  select p.family_name as "familyName", p.given_name as "givenName", u.profession, s.seat, s.is_lead as "isLead"
  from assignment s
  join auditor u on u.id = s.auditor_id
  join person p on p.id = u.person_id
  where s.audit_id = $1 and s.state in ('ACCEPTED', 'CONFIRMED', 'COMPLETED')
  order by s.is_lead desc, s.seat, p.family_name, s.id`;

/** One criterion with what the service and the team judged of it. */
export interface CriterionRow {
  id: string;
  code: string;
  weight: number;
  sectionId: string;
  sectionCode: string;
  titleFr: string;
  titleEn: string;
  self: GradeValue | null;
  consensus: GradeValue | null;
  reason: string | null;
}

export const CRITERIA = `
  select c.id, c.code, c.weight, s.id as "sectionId", s.code as "sectionCode", s.title_fr as "titleFr",
    s.title_en as "titleEn", self.value as self, agreed.value as consensus, agreed.reason
  from audit a
  join criterion c on c.template_version_id = a.template_version_id
  join section s on s.id = c.section_id
  left join grade self on self.audit_id = a.id and self.criterion_id = c.id and self.stage = 'SELF'
  left join grade agreed on agreed.audit_id = a.id and agreed.criterion_id = c.id and agreed.stage = 'CONSENSUS'
    and agreed.agreed_by_auditor_id is not null
  where a.id = $1
  order by s.position, c.position, c.id`;

/** One finding that the service has seen, with its reply. */
export interface FindingRow {
  number: number;
  criterion: string | null;
  kind: FindingKind;
  severity: FindingSeverity | null;
  state: FindingState;
  statement: string;
  draftedStatement: string;
  draftedSeverity: FindingSeverity | null;
  replyKind: FindingReplyKind | null;
  argument: string | null;
  repliedAt: string | null;
  evidence: readonly NamedEvidence[] | null;
  silence: Silence;
  disposition: Disposition | null;
  dispositionReason: string | null;
  disposedAt: string | null;
}

export const FINDINGS = `
  select f.number, c.code as criterion, f.kind, f.severity, f.state, f.statement,
    f.drafted_statement as "draftedStatement", f.drafted_severity as "draftedSeverity",
    r.kind as "replyKind", r.argument, ${repliedAt('r')} as "repliedAt", ${replyEvidence('r')} as evidence,
    r.disposition, r.disposition_reason as "dispositionReason", r.disposed_at as "disposedAt",
    ${silenceIn('f.campaign_id')} as silence
  from finding f
  left join criterion c on c.id = f.criterion_id
  left join finding_reply r on r.finding_id = f.id
  where f.audit_id = $1 and f.drafted_statement is not null
  order by f.number`;

/** An instant within JSON, written as everywhere else: RFC 3339, UTC, milliseconds. */
function instant(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
