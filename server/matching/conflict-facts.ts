import type { ConflictReason } from '../kernel/outcome';
import type { Viewer } from '../kernel/viewer';
import type { CalendarDate } from '../kernel/working-days';
import type { FrozenConflictRule } from '../templates';
import {
  evaluateConflicts,
  NO_FACTS,
  PRACTICE_KINDS,
  type ConflictFacts,
  type FoundConflict,
} from './conflict-rules';
import { factFor } from './fact-sentences';

/** One statement of the running transaction; units of work and readers have one. */
export type Ask = <T>(text: string, values: readonly unknown[]) => Promise<T[]>;

/** The audit that auditors are looked at for; without `auditId`, the service in the campaign before it is planned. */
export interface AuditToStaff {
  auditId: string | null;
  auditedServiceId: string;
  campaignId: string;
}

/** An assignment in one of these states takes its seat. */
export const ACTIVE_ASSIGNMENT_STATES = ['PROPOSED', 'ACCEPTED', 'CONFIRMED', 'COMPLETED'] as const;

interface FactRow {
  auditorId: string;
  list: keyof ConflictFacts;
  fact: never;
}

const ACTIVE = `('${ACTIVE_ASSIGNMENT_STATES.join("', '")}')`;
const PRACTICE = `('${PRACTICE_KINDS.join("', '")}')`;
const NAME = (o: string) =>
  `coalesce(nullif(${o}.name, ''), 'FINESS ' || ${o}.finess_ej, 'SIREN ' || ${o}.siren)`;
const PERSON = (p: string) => `${p}.given_name || ' ' || ${p}.family_name`;
const CURRENT = (row: string) =>
  `${row}.from_date <= $4::date and (${row}.to_date is null or ${row}.to_date >= $4::date)`;

/**
 * Every fact about many auditors and one audit, in one statement: $1 auditors, $2 service, $3 campaign, $4 today,
 * $5 audit or null. Dates of past ties are given as they are; which of them count is the rules' business.
 */
const STATEMENT = `
with service_body as (
  -- Organisations of the audited service; "until" is null for those of today.
  select organisation_id, case when bool_or(until is null) then null else max(until) end as until
  from (
    select s.organisation_id, null::date as until from audited_service s where s.id = $2::uuid
    union all
    select m.organisation_id, case when m.to_date < $4::date then m.to_date end
    from service_organisation m where m.audited_service_id = $2::uuid and m.from_date <= $4::date
  ) membership
  group by organisation_id
),
tie as (
  select u.id as auditor_id, f.*
  from auditor u join affiliation f on f.person_id = u.person_id
  where u.id = any($1::uuid[]) and f.kind in ${PRACTICE}
),
link as (
  select organisation_id as one, linked_organisation_id as other, kind, from_date, to_date, source from organisation_link
  union all
  select linked_organisation_id, organisation_id, kind, from_date, to_date, source from organisation_link
),
linked as (
  select near.one, near.other, null::uuid as grouping, near.kind, near.from_date, near.to_date, near.source from link near
  union all
  select near.one, far.one, near.other, near.kind, greatest(near.from_date, far.from_date),
    least(near.to_date, far.to_date), near.source
  from link near join link far on far.other = near.other and far.kind = near.kind and far.one <> near.one
),
own_service as (
  -- Sites of the structures in which the auditors practise today.
  select t.auditor_id, t.audited_service_id from tie t where ${CURRENT('t')} and t.audited_service_id is not null
  union
  select t.auditor_id, s.id from tie t join audited_service s on s.organisation_id = t.organisation_id where ${CURRENT('t')}
  union
  select t.auditor_id, m.audited_service_id
  from tie t join service_organisation m on m.organisation_id = t.organisation_id
  where ${CURRENT('t')} and ${CURRENT('m')}
),
host as (
  -- Auditors among the people of the audited service today.
  select distinct v.id as auditor_id, v.person_id
  from affiliation f join auditor v on v.person_id = f.person_id
  where f.kind in ${PRACTICE} and ${CURRENT('f')}
    and (f.audited_service_id = $2::uuid
      or f.organisation_id in (select organisation_id from service_body where until is null))
),
host_audit as (
  select h.auditor_id, h.person_id, a.audited_service_id, a.campaign_id, g.state,
    coalesce((a.visit_closed_at at time zone 'Europe/Paris')::date,
      case when a.state in ('ON_SITE', 'DRAFT_REPORT', 'CONTRADICTORY', 'FINALISATION', 'REPORT_ISSUED', 'PLAN_DUE',
        'FOLLOW_UP', 'CLOSED') then a.visit_on end) as audited_on
  from host h
  join assignment g on g.auditor_id = h.auditor_id and g.state in ${ACTIVE}
  join audit a on a.id = g.audit_id and a.state <> 'CANCELLED' and a.audited_service_id <> $2::uuid
)
select t.auditor_id as "auditorId", 'structureTies' as "list", jsonb_build_object(
    'kind', t.kind, 'source', t.source, 'organisation', ${NAME('o')}, 'service', s.name,
    'isSameEntity', b.organisation_id is not null and b.until is null, 'from', t.from_date,
    'to', case when t.audited_service_id = $2::uuid then t.to_date else least(t.to_date, b.until) end) as "fact"
from tie t
join organisation o on o.id = t.organisation_id
left join audited_service s on s.id = t.audited_service_id
left join service_body b on b.organisation_id = t.organisation_id
where b.organisation_id is not null or t.audited_service_id = $2::uuid
union all
select t.auditor_id, 'linkedTies', jsonb_build_object(
    'kind', t.kind, 'source', l.source, 'organisation', ${NAME('o')}, 'linkedOrganisation', ${NAME('p')},
    'link', l.kind, 'grouping', ${NAME('g')}, 'from', greatest(t.from_date, l.from_date),
    'to', least(t.to_date, l.to_date))
from tie t
join linked l on l.one = t.organisation_id
join service_body b on b.organisation_id = l.other and b.until is null
join organisation o on o.id = l.one
join organisation p on p.id = l.other
left join organisation g on g.id = l.grouping
where greatest(t.from_date, l.from_date) <= coalesce(least(t.to_date, l.to_date), 'infinity')
  and t.organisation_id not in (select organisation_id from service_body where until is null)
union all
select distinct w.auditor_id, 'reciprocalAudits', jsonb_build_object(
    'person', ${PERSON('p')}, 'service', s.name, 'serviceId', s.id, 'isSameCampaign', h.campaign_id = $3::uuid,
    'auditedOn', case when h.audited_on <= $4::date and h.state in ('CONFIRMED', 'COMPLETED') then h.audited_on end)
from own_service w
join host_audit h on h.audited_service_id = w.audited_service_id and h.auditor_id <> w.auditor_id
join person p on p.id = h.person_id
join audited_service s on s.id = h.audited_service_id
where h.campaign_id = $3::uuid or (h.audited_on <= $4::date and h.state in ('CONFIRMED', 'COMPLETED'))
union all
select t.auditor_id, 'teamMates', jsonb_build_object(
    'person', ${PERSON('p')}, 'organisation', ${NAME('o')}, 'from', greatest(t.from_date, f.from_date),
    'to', least(t.to_date, f.to_date))
from assignment g
join auditor v on v.id = g.auditor_id
join person p on p.id = v.person_id
join affiliation f on f.person_id = v.person_id and f.kind in ${PRACTICE}
join tie t on t.organisation_id = f.organisation_id and t.auditor_id <> v.id
join organisation o on o.id = t.organisation_id
where g.audit_id = $5::uuid and g.state in ${ACTIVE}
  and greatest(t.from_date, f.from_date) <= coalesce(least(t.to_date, f.to_date), 'infinity')
union all
select g.auditor_id, 'grantedRecusals', jsonb_build_object('decidedOn', (r.decided_at at time zone 'Europe/Paris')::date)
from recusal r join assignment g on g.id = r.assignment_id
where g.audit_id = $5::uuid and g.auditor_id = any($1::uuid[]) and r.state in ('GRANTED', 'APPEAL_GRANTED')
union all
select g.auditor_id, 'selfRecusals', jsonb_build_object('declaredOn', (g.responded_at at time zone 'Europe/Paris')::date)
from assignment g
where g.audit_id = $5::uuid and g.auditor_id = any($1::uuid[]) and g.state = 'CONFLICT_DECLARED'
union all
select d.auditor_id, 'declarations', jsonb_build_object('signedOn', (d.signed_at at time zone 'Europe/Paris')::date)
from declaration_of_interests d
where d.auditor_id = any($1::uuid[]) and d.state = 'SIGNED' and d.signed_at is not null`;

/**
 * The conflicts of many auditors with one audit, under the rules that its campaign froze: one statement, whatever
 * the number of auditors.
 * @param today the legal day on which ties are looked at
 * @returns for every auditor asked about, what stands against him; empty when nothing does
 */
export async function conflictsFor(
  sql: Ask,
  rules: readonly FrozenConflictRule[],
  audit: AuditToStaff,
  auditorIds: readonly string[],
  today: CalendarDate,
): Promise<Map<string, FoundConflict[]>> {
  const rows = await sql<FactRow>(STATEMENT, [
    [...auditorIds],
    audit.auditedServiceId,
    audit.campaignId,
    today,
    audit.auditId,
  ]);
  const facts = new Map(auditorIds.map((id) => [id, emptyLists()]));
  for (const row of rows) facts.get(row.auditorId)?.[row.list].push(row.fact);
  return new Map([...facts].map(([id, found]) => [id, evaluateConflicts(rules, found, today)]));
}

/** Conflicts as a reader who may know all of them reads them, but for audits that a tie of his own hides from him. */
export function conflictReasons(found: readonly FoundConflict[], viewer: Viewer): ConflictReason[] {
  return found.map(({ ruleCode, level, facts }) => ({
    ruleCode,
    level,
    facts: facts.map((fact) => factFor(fact, viewer)),
  }));
}

function emptyLists(): Record<keyof ConflictFacts, never[]> {
  const names = Object.keys(NO_FACTS) as (keyof ConflictFacts)[];
  return Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<
    keyof ConflictFacts,
    never[]
  >;
}
