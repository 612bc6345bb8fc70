import type { GradeValue } from '../../audits';
import { stands } from '../../evidence';
import { silenceIn, type Silence } from '../../campaigns';
import {
  repliedAt,
  replyEvidence,
  type Disposition,
  type FindingKind,
  type FindingReplyKind,
  type FindingSeverity,
  type FindingState,
  type NamedEvidence,
} from '../../findings';
import type { TargetFile } from '../../templates';
import type { ReportBody } from './report-document';

/** The audit, its service, its campaign and its template, as the report names them, and the ids that lead further. */
export interface HeaderRow extends Pick<ReportBody, 'audit' | 'auditedService' | 'campaign' | 'template'> {
  auditId: string;
  templateVersionId: string;
  scope: Pick<ReportBody['scope'], 'evidence' | 'sampledCases' | 'doseRecords'>;
}

export const HEADER = `
  select a.id as "auditId", v.id as "templateVersionId",
    json_build_object('reference', a.reference, 'visitOn', a.visit_on,
      'selfAssessmentSubmittedAt', ${instant('a.self_assessment_submitted_at')},
      'visitClosedAt', ${instant('a.visit_closed_at')}, 'draftSharedAt', ${instant('a.draft_shared_at')},
      'contradictoryUntil', a.contradictory_until) as audit,
    json_build_object('name', s.name, 'finessEt', s.finess_et, 'siret', s.siret, 'organisation', o.name,
      'departmentCode', s.department_code, 'regionCode', s.region_code, 'modalities', s.modalities) as "auditedService",
    json_build_object('code', c.code, 'title', c.title) as campaign,
    json_build_object('code', t.code, 'version', v.number, 'title', ${words('v.title')},
      'contentHash', v.content_hash) as template,
    json_build_object(
      'evidence', (select count(*) from evidence e where e.audit_id = a.id and ${stands('e')}),
      'sampledCases', (select count(*) from sampled_case k where k.audit_id = a.id and k.unavailable_reason is null),
      'doseRecords', (select count(*) from dose_record r
        where r.audit_id = a.id and r.exclusion is null and r.set_aside is null)) as scope
  from audit a
  join audited_service s on s.id = a.audited_service_id
  join organisation o on o.id = s.organisation_id
  join campaign c on c.id = a.campaign_id
  join template_version v on v.id = a.template_version_id
  join audit_template t on t.id = v.audit_template_id
  where a.id = any($1::uuid[])`;

/** One member of the team of an audit, as the report names him. */
export interface TeamRow {
  auditId: string;
  member: ReportBody['team'][number];
}

export const TEAM = `
  select s.audit_id as "auditId", json_build_object('familyName', p.family_name, 'givenName', p.given_name,
    'profession', u.profession, 'seat', s.seat, 'isLead', s.is_lead, 'employer',
    (select string_agg(distinct o.name, ' ; ' order by o.name)
      from affiliation f join organisation o on o.id = f.organisation_id
      where f.person_id = p.id and f.kind = 'EMPLOYMENT'
        and f.from_date <= a.visit_on and (f.to_date is null or f.to_date >= a.visit_on))) as member
  from assignment s
  join audit a on a.id = s.audit_id
  join auditor u on u.id = s.auditor_id
  join person p on p.id = u.person_id
  where s.audit_id = any($1::uuid[]) and s.state in ('ACCEPTED', 'CONFIRMED', 'COMPLETED')
  order by s.is_lead desc, s.seat, p.family_name, p.given_name, s.id`;

/** One criterion with what the service and the team judged of it. */
export interface CriterionRow {
  auditId: string;
  id: string;
  code: string;
  weight: number;
  title: { fr: string; en: string };
  sectionId: string;
  sectionCode: string;
  sectionTitle: { fr: string; en: string };
  target: TargetFile | null;
  self: GradeValue | null;
  consensus: GradeValue | null;
  reason: string | null;
}

export const CRITERIA = `
  select a.id as "auditId", c.id, c.code, c.weight, c.target, ${words('c.text')} as title, s.id as "sectionId", s.code as "sectionCode",
    ${words('s.title')} as "sectionTitle", self.value as self, agreed.value as consensus, agreed.reason
  from audit a
  join criterion c on c.template_version_id = a.template_version_id
  join section s on s.id = c.section_id
  left join grade self on self.audit_id = a.id and self.criterion_id = c.id and self.stage = 'SELF'
  left join grade agreed on agreed.audit_id = a.id and agreed.criterion_id = c.id and agreed.stage = 'CONSENSUS'
    and agreed.agreed_by_auditor_id is not null
  where a.id = any($1::uuid[])
  order by s.position, c.position, c.id`;

/** One finding that the service has seen, with its reply. */
export interface FindingRow {
  auditId: string;
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
  repliedAt: string;
  evidence: readonly NamedEvidence[] | null;
  /** What it means in the campaign that nothing was replied. */
  silence: Silence;
  disposition: Disposition | null;
  dispositionReason: string | null;
  disposedAt: string | null;
}

export const FINDINGS = `
  select f.audit_id as "auditId", f.number, c.code as criterion, f.kind, f.severity, f.state, f.statement,
    f.drafted_statement as "draftedStatement", f.drafted_severity as "draftedSeverity",
    r.kind as "replyKind", r.argument, ${instant(repliedAt('r'))} as "repliedAt",
    ${replyEvidence('r')} as evidence, ${silenceIn('f.campaign_id')} as silence, r.disposition,
    r.disposition_reason as "dispositionReason", ${instant('r.disposed_at')} as "disposedAt"
  from finding f
  left join criterion c on c.id = f.criterion_id
  left join finding_reply r on r.finding_id = f.id
  where f.audit_id = any($1::uuid[]) and f.drafted_statement is not null
  order by f.number`;

/** What examinations, populations and sources of levels are called, in both languages. */
export interface WordsRow {
  kind: 'exam' | 'population' | 'source';
  code: string;
  words: { fr: string; en: string };
}

export const DOSE_WORDS = `
  select 'exam' as kind, code, ${words('label')} as words from exam_type
  union all select 'population', code, ${words('label')} from dose_population
  union all select 'source', code, ${words('title')} from reference_level_source`;

/** An instant within JSON, written as everywhere else: RFC 3339, UTC, milliseconds. */
function instant(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** Both languages of a column. */
function words(column: string): string {
  return `json_build_object('fr', ${column}_fr, 'en', ${column}_en)`;
}
