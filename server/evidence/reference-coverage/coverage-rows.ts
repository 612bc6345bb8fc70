import type { GradeValue } from '../../audits';
import { campaignDelay, type Campaign } from '../../campaigns';
import type { Ask, Bind } from '../../database/read-model';
import { rowRule } from '../../identity';
import type { Viewer } from '../../kernel/viewer';
import { addDays, addMonths, parisDate, type CalendarDate } from '../../kernel/working-days';
import type { EvidenceType, LocalisedText } from '../../templates';
import { isAccepted } from '../standing-evidence';

/** An audit that counts for its service, until the last day of its cycle. */
export interface CountedAudit {
  id: string;
  serviceId: string;
  versionId: string;
  /** Day of its visit, or the day that stands for it as long as there is none. */
  since: CalendarDate;
  until: CalendarDate;
}

/** A kind of evidence that a criterion asks for. */
export interface EvidenceNeed {
  code: string;
  type: EvidenceType;
  label: LocalisedText;
}

/** One clause and one criterion that answers to it; without a criterion when no audit touches the clause. */
export interface CoverageRow {
  serviceId: string;
  familyCode: string;
  familyLabel: LocalisedText;
  textId: string;
  code: string;
  title: LocalisedText;
  locator: LocalisedText;
  verificationLevel: string;
  verificationLabel: LocalisedText;
  criterionId: string | null;
  criterionCode: string | null;
  needs: EvidenceNeed[] | null;
  consensus: GradeValue | null;
  consensusUntil: CalendarDate | null;
  evidenceUntil: CalendarDate | null;
  self: GradeValue | null;
  selfUntil: CalendarDate | null;
}

/**
 * The audits of services that the viewer may see and that were not given up. A cycle lasts for the delay `nextAudit` that
 * the campaign froze, from the visit on; until one is planned, from the last day that the campaign foresees for it.
 */
export async function countedAudits(
  sql: Ask,
  viewer: Viewer,
  serviceIds: readonly string[],
): Promise<CountedAudit[]> {
  const values: unknown[] = [serviceIds];
  const seen = rowRule('Audit')(viewer, 'a', (value) => `$${values.push(value)}`, null);
  const rows = await sql<
    Omit<CountedAudit, 'until'> & { campaignId: string; deadlines: Campaign['deadlines'] }
  >(
    `select a.id, a.audited_service_id as "serviceId", a.template_version_id as "versionId",
       coalesce(a.visit_on, c.visits_to) as since, c.id as "campaignId", c.deadlines
     from audit a join campaign c on c.id = a.campaign_id
     where a.audited_service_id = any($1::uuid[]) and a.state <> 'CANCELLED'${seen ? ` and ${seen}` : ''}`,
    values,
  );
  return rows.map(({ campaignId, deadlines, ...audit }) => {
    const delay = campaignDelay({ id: campaignId, deadlines }, 'nextAudit');
    const until = 'days' in delay ? addDays(audit.since, delay.days) : addMonths(audit.since, delay.months);
    return { ...audit, until };
  });
}

/** Of which services, by which of their audits, on which day: null, when each audit is looked at on its own last day. */
export interface AskedCoverage {
  serviceIds: readonly string[];
  audits: readonly CountedAudit[];
  on: CalendarDate | null;
}

/**
 * What is known of each clause and each criterion that answers to it, in one statement: only grades and evidence that the
 * viewer may see, and that still hold on the day.
 */
export function coverageRows(sql: Ask, viewer: Viewer, asked: AskedCoverage): Promise<CoverageRow[]> {
  return knownOfClauses(sql, asked, (type, t, bind) => rowRule(type)(viewer, t, bind, null));
}

/**
 * The same, of all grades and evidence on a condition.
 * @param seen which rows of a type count, by the alias of their table; all of them unless told otherwise
 */
export function knownOfClauses(
  sql: Ask,
  asked: AskedCoverage,
  seen: (type: string, t: string, bind: Bind) => string | null = () => null,
): Promise<CoverageRow[]> {
  const { audits } = asked;
  const values: unknown[] = [
    asked.serviceIds,
    audits.map(({ id }) => id),
    audits.map(({ serviceId }) => serviceId),
    audits.map(({ versionId }) => versionId),
    audits.map(({ since }) => since),
    audits.map(({ until }) => until),
    asked.on,
  ];
  const condition = (type: string, t: string): string => {
    const rule = seen(type, t, (value) => `$${values.push(value)}`);
    return rule ? ` and ${rule}` : '';
  };
  return sql<CoverageRow>(statement(condition('Grade', 'g'), condition('Evidence', 'e')), values);
}

/** The day that coverage is asked for: what is known now, as it will hold then; a day gone by counts as today. */
export function coverageDay(now: Date, on: CalendarDate | null | undefined): CalendarDate {
  const today = parisDate(now);
  return on && on > today ? on : today;
}

const words = (column: string): string => `json_build_object('fr', ${column}_fr, 'en', ${column}_en)`;

/** The latest grade of a stage for each criterion, of audits whose cycle has not ended. */
const latest = (stage: string, condition: string): string => `
  select distinct on (s.service_id, s.counts_for) s.service_id, s.counts_for as criterion_id, g.value, c.until
  from same s
  join counted c on c.service_id = s.service_id and c.until >= coalesce($7::date, c.until)
  join grade g on g.audit_id = c.audit_id and g.criterion_id = s.criterion_id and g.stage = '${stage}'
    and g.value <> 'NOT_EVALUATED'${condition}
  order by s.service_id, s.counts_for, c.since desc, c.audit_id`;

const statement = (gradeSeen: string, evidenceSeen: string): string => `
  with recursive counted as (
    select * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::date[], $6::date[])
      c (audit_id, service_id, version_id, since, until)
  ),
  -- Of each template the newest version that the service is audited with.
  asked as (
    select distinct on (c.service_id, v.audit_template_id) c.service_id, v.id as version_id
    from counted c join template_version v on v.id = c.version_id
    order by c.service_id, v.audit_template_id, v.number desc
  ),
  linked as (
    select a.service_id, w.reference_text_id, w.criterion_id
    from asked a
    join criterion k on k.template_version_id = a.version_id
    join crosswalk w on w.criterion_id = k.id
  ),
  -- Earlier criteria whose grades and evidence count for a criterion of today.
  same as (
    select distinct service_id, criterion_id as counts_for, criterion_id from linked
    union
    select s.service_id, s.counts_for, l.from_criterion_id
    from same s join criterion_lineage l on l.to_criterion_id = s.criterion_id and l.kind in ('SAME', 'REWORDED')
  ),
  graded as (${latest('CONSENSUS', ` and g.agreed_by_auditor_id is not null${gradeSeen}`)}),
  declared as (${latest('SELF', gradeSeen)}),
  accepted as (
    select e.id, c.service_id, least(v.expires_on, c.until) as until
    from counted c
    join evidence e on e.audit_id = c.audit_id
    left join evidence_validity v on v.id = e.id
    where least(v.expires_on, c.until) >= coalesce($7::date, c.until) and ${isAccepted('e')}${evidenceSeen}
  ),
  -- What a piece serves: what its service said, and what the team accepted it for.
  serving as (
    select x.service_id, l.criterion_id, x.until from accepted x join evidence_criterion l on l.evidence_id = x.id
    union all
    select x.service_id, l.criterion_id, x.until
    from accepted x
    join answering_evidence p on p.evidence_id = x.id
    join evidence_answer n on n.id = p.evidence_answer_id and n.verdict = 'ACCEPTED'
    join evidence_request_criterion l on l.evidence_request_id = n.evidence_request_id
  ),
  shown as (
    select s.service_id, s.counts_for as criterion_id, max(x.until) as until
    from same s join serving x on x.service_id = s.service_id and x.criterion_id = s.criterion_id
    group by s.service_id, s.counts_for
  )
  select t.service_id as "serviceId", f.code as "familyCode", ${words('f.label')} as "familyLabel",
    r.id as "textId", r.code, ${words('r.title')} as title, ${words('r.locator')} as locator,
    r.verification_level as "verificationLevel", ${words('v.label')} as "verificationLabel",
    k.id as "criterionId", k.code as "criterionCode",
    (select json_agg(json_build_object('code', e.code, 'type', e.type, 'label', ${words('e.label')}) order by e.code)
      from jsonb_array_elements(k.evidence) need join evidence_kind e on e.code = need ->> 'ref') as needs,
    g.value as consensus, g.until as "consensusUntil", h.until as "evidenceUntil",
    d.value as self, d.until as "selfUntil"
  from unnest($1::uuid[]) t (service_id)
  cross join reference_family f
  join reference_text r on r.code = any(f.text_codes)
  join verification_level v on v.code = r.verification_level
  left join linked l on l.service_id = t.service_id and l.reference_text_id = r.id
  left join criterion k on k.id = l.criterion_id
  left join graded g on g.service_id = t.service_id and g.criterion_id = k.id
  left join shown h on h.service_id = t.service_id and h.criterion_id = k.id
  left join declared d on d.service_id = t.service_id and d.criterion_id = k.id
  order by f.position, array_position(f.text_codes, r.code), k.code`;
