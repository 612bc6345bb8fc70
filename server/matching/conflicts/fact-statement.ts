import type { ConflictPredicate } from '../../templates';
import { FACT_LISTS, type FactList } from './conflict-rules';
import { ACTIVE, CURRENT, factTables, NAME, OVERLAP, PERSON, PRACTICE, RECENT, SPAN } from './fact-tables';

/** The audit of an asked service in the campaign. */
const AUDIT = `join audit a on a.id = g.audit_id and a.campaign_id = $1::uuid
  join asked_service s on s.id = a.audited_service_id`;

/** People who practise together or have a personal tie, at one time: auditors `t` asked about, and persons of `v`. */
export const SHARED_EMPLOYERS = `
  join affiliation f on f.person_id = v.person_id and f.kind in ${PRACTICE} and ${RECENT('f')}
  join practice t on t.organisation_id = f.organisation_id and t.person_id <> v.person_id and ${OVERLAP('t', 'f')}
  join organisation o on o.id = t.organisation_id`;
export const PERSONAL_TIES = `
  join fact f on f.kind = 'PERSONAL_TIE' and f.other_person_id = v.person_id
  join asked_auditor t on t.person_id = f.person_id`;

/**
 * How the facts of each list are found: rows of auditor, service (null where it is about the auditor whatever the
 * service), fact. Dates of past ties are given as they are; which of them count is the rules' business.
 */
const FACTS: Record<FactList, string> = {
  structureTies: `
    select t.auditor_id, b.service_id, jsonb_build_object(
      'kind', t.kind, 'source', t.source, 'organisation', ${NAME('o')}, 'service', n.name,
      'isSameEntity', b.until is null, 'from', t.from_date,
      'to', case when t.audited_service_id = b.service_id then t.to_date else least(t.to_date, b.until) end)
    from tie t
    join service_body b on b.organisation_id = t.organisation_id
    join organisation o on o.id = t.organisation_id
    left join audited_service n on n.id = t.audited_service_id
    union all
    select t.auditor_id, s.id, jsonb_build_object(
      'kind', t.kind, 'source', t.source, 'organisation', ${NAME('o')}, 'service', s.name,
      'isSameEntity', false, 'from', t.from_date, 'to', t.to_date)
    from tie t
    join asked_service s on s.id = t.audited_service_id
    join organisation o on o.id = t.organisation_id
    where not exists (select 1 from service_body b
      where b.service_id = s.id and b.organisation_id = t.organisation_id)`,
  linkedTies: `
    select t.auditor_id, b.service_id, jsonb_build_object(
      'kind', t.kind, 'source', l.source, 'organisation', ${NAME('o')}, 'linkedOrganisation', ${NAME('p')},
      'link', l.kind, 'grouping', ${NAME('g')}, ${SPAN('t', 'l')})
    from practice t
    join linked l on l.one = t.organisation_id
    join service_body b on b.organisation_id = l.other and b.until is null
    join organisation o on o.id = l.one
    join organisation p on p.id = l.other
    left join organisation g on g.id = l.grouping
    where ${OVERLAP('t', 'l')}
      and not exists (select 1 from service_body own
        where own.service_id = b.service_id and own.organisation_id = t.organisation_id and own.until is null)`,
  // Whoever works for a side of a contract, or reads for it; a side that is a site stands for who runs it.
  contracts: `
    select distinct t.auditor_id, s.service_id, jsonb_build_object(
      'organisation', s.other, 'description', f.description, 'source', f.source, ${SPAN('t', 'f')})
    from fact_at_service s
    join conflict_fact f on f.id = s.id and f.kind = 'TELERADIOLOGY_CONTRACT'
    left join audited_service own on own.id = s.audited_service_id
    join tie t on t.organisation_id = coalesce(s.organisation_id, own.organisation_id)
      and (t.kind in ${PRACTICE} or t.kind = 'TELERADIOLOGY')
    where ${OVERLAP('t', 'f')} and ${RECENT('f')}`,
  reciprocalAudits: `
    select distinct w.auditor_id, h.service_id, jsonb_build_object(
      'person', ${PERSON('p')}, 'service', s.name, 'serviceId', s.id, 'isSameCampaign', a.campaign_id = $1::uuid,
      'auditedOn', case when d.audited_on <= $2::date and g.state in ('CONFIRMED', 'COMPLETED') then d.audited_on end)
    from host h
    join auditor v on v.person_id = h.person_id
    join assignment g on g.auditor_id = v.id and g.state in ${ACTIVE}
    join audit a on a.id = g.audit_id and a.state <> 'CANCELLED' and a.audited_service_id <> h.service_id
    cross join lateral (select coalesce((a.visit_closed_at at time zone 'Europe/Paris')::date,
      case when a.state in ('ON_SITE', 'DRAFT_REPORT', 'CONTRADICTORY', 'FINALISATION', 'REPORT_ISSUED', 'PLAN_DUE',
        'FOLLOW_UP', 'CLOSED') then a.visit_on end) as audited_on) d
    join own_site w on w.site_id = a.audited_service_id and w.auditor_id <> v.id
    join person p on p.id = h.person_id
    join audited_service s on s.id = a.audited_service_id
    where a.campaign_id = $1::uuid
      or (d.audited_on between $3::date and $2::date and g.state in ('CONFIRMED', 'COMPLETED'))`,
  interests: `
    select u.id, p.service_id, jsonb_build_object(
      'kind', i.kind, 'auditorId', u.id, 'place', p.name, 'signedOn', (d.signed_at at time zone 'Europe/Paris')::date,
      'from', i.from_date, 'to', i.to_date)
    from asked_auditor u
    join declaration_of_interests d on d.auditor_id = u.id and d.state = 'SIGNED'
    join interest i on i.declaration_id = d.id and i.kind in ('FAMILY', 'LITIGATION', 'FINANCIAL', 'RESEARCH')
      and (i.from_date is null or i.from_date <= $2::date)
    join lateral (
      select s.id as service_id, s.name from asked_service s where s.id = i.audited_service_id
      union all
      select b.service_id, ${NAME('o')} from service_body b join organisation o on o.id = b.organisation_id
      where i.audited_service_id is null and b.organisation_id = i.organisation_id and b.until is null
    ) p on true`,
  personTies: `
    select distinct u.id, s.service_id, jsonb_build_object(
      'kind', f.kind, 'auditorId', u.id, 'other', s.other, 'description', f.description, 'source', f.source,
      'from', f.from_date, 'to', f.to_date)
    from asked_auditor u
    join fact_at_service s on s.person_id = u.person_id
    join conflict_fact f on f.id = s.id
      and f.kind in ('PERSONAL_TIE', 'FINANCIAL_INTEREST', 'EXTERNAL_INSPECTION', 'JOINT_RESEARCH')`,
  neighbourhoods: `
    select w.auditor_id, n.service_id, jsonb_build_object(
      'inDepartment', min(n.name) filter (where n.is_in_department),
      'inRegion', min(n.name) filter (where n.is_in_region), 'inBasin', min(n.name) filter (where n.is_in_basin),
      'nearest', (array_agg(n.name order by n.kilometres, n.name))[1], 'kilometres', min(n.kilometres))
    from (
      select service_id, site_id, name, kilometres, is_in_department, is_in_region, false as is_in_basin
      from near_site n where is_in_region or n.kilometres < $6::float8
      union all
      select s.service_id, w.id, w.name, null, false, false, true
      from fact_at_service s
      join conflict_fact f on f.id = s.id and f.kind = 'PATIENT_BASIN' and ${CURRENT('f')}
      join site w on w.id = s.audited_service_id or w.organisation_id = s.organisation_id
    ) n
    join workplace w on w.site_id = n.site_id
    -- Who works for the audited structure itself is no competitor.
    where not exists (select 1 from service_body b join practice t on t.organisation_id = b.organisation_id
      where b.service_id = n.service_id and b.until is null and t.auditor_id = w.auditor_id and ${CURRENT('t')})
    group by w.auditor_id, n.service_id`,
  previousAudits: `
    select g.auditor_id, s.id, jsonb_build_object('campaign', k.code, 'campaignsAgo', 1 + (
      select count(*) from audit x join campaign y on y.id = x.campaign_id
      where x.audited_service_id = s.id and x.state <> 'CANCELLED' and y.visits_from > k.visits_from
        and y.visits_from < c.visits_from))
    from asked_auditor u
    join assignment g on g.auditor_id = u.id and g.state in ('CONFIRMED', 'COMPLETED')
    join audit a on a.id = g.audit_id and a.state <> 'CANCELLED'
    join asked_service s on s.id = a.audited_service_id
    cross join asked_campaign c
    join campaign k on k.id = a.campaign_id and k.visits_from < c.visits_from`,
  sharedFunding: `
    select distinct u.id, s.service_id, jsonb_build_object('vendor', f.other_party, ${SPAN('f', 'v')})
    from asked_auditor u
    join conflict_fact f on f.kind = 'VENDOR_FUNDING' and f.person_id = u.person_id and ${RECENT('f')}
    join conflict_fact v on v.kind = 'VENDOR_FUNDING' and ${RECENT('v')}
      and lower(trim(v.other_party)) = lower(trim(f.other_party))
    join lateral (
      select a.id as service_id from asked_service a where a.id = v.audited_service_id
      union
      select b.service_id from service_body b where b.organisation_id = v.organisation_id and b.until is null
    ) s on true`,
  teamMates: `
    select t.auditor_id, v.service_id, jsonb_build_object(
      'person', ${PERSON('p')}, 'organisation', ${NAME('o')}, ${SPAN('t', 'f')})
    from team v join person p on p.id = v.person_id ${SHARED_EMPLOYERS}
    union all
    select t.id, v.service_id, jsonb_build_object(
      'person', ${PERSON('p')}, 'auditorId', t.id, 'organisation', null, 'from', f.from_date, 'to', f.to_date)
    from team v join person p on p.id = v.person_id ${PERSONAL_TIES}`,
  grantedRecusals: `
    select g.auditor_id, s.id, jsonb_build_object('decidedOn', (r.decided_at at time zone 'Europe/Paris')::date)
    from recusal r join assignment g on g.id = r.assignment_id ${AUDIT}
    join asked_auditor u on u.id = g.auditor_id
    where r.state in ('GRANTED', 'APPEAL_GRANTED')`,
  selfRecusals: `
    select g.auditor_id, s.id, jsonb_build_object('declaredOn', (g.responded_at at time zone 'Europe/Paris')::date)
    from assignment g ${AUDIT}
    join asked_auditor u on u.id = g.auditor_id
    where g.state = 'CONFLICT_DECLARED'`,
  // The one rule that finds something missing: a row for everybody, without fact for who has signed nothing.
  declarations: `
    select u.id, null::uuid, case when d.id is not null then
      jsonb_build_object('signedOn', (d.signed_at at time zone 'Europe/Paris')::date) end
    from asked_auditor u
    left join declaration_of_interests d on d.auditor_id = u.id and d.state = 'SIGNED' and d.signed_at is not null`,
};

/**
 * The one statement that finds what the rules look at, for any number of auditors and services; only pairs that have a
 * fact come back. Parameters as in `fact-tables.ts`.
 * @param predicates of the rules that will be asked: what none of them looks at is not looked for
 */
export function factStatement(
  predicates: readonly ConflictPredicate[],
  asksAll: { auditors: boolean; services: boolean },
): string {
  const lists = [...new Set(predicates.flatMap((predicate) => FACT_LISTS[predicate]))];
  const parts = lists.map(
    (list) => `select auditor_id as "auditorId", service_id as "serviceId", '${list}' as "list", fact
      from (${FACTS[list]}) as found (auditor_id, service_id, fact)`,
  );
  return `${factTables(asksAll)} ${parts.join(' union all ')}`;
}
