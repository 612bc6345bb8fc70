import { PRACTICE_KINDS } from './facts';

// Intermediate tables of the one statement that finds facts: who is asked about, and how people, organisations and
// sites hang together. Parameters: $1 campaign, $2 the day, $3 how far back a fact may have ended, $4 auditors, $5
// services, $6 kilometres that a rule looks around a service, $7 assignments that are about to end.

/** An assignment in one of these states takes its seat. */
export const ACTIVE_ASSIGNMENT_STATES = ['PROPOSED', 'ACCEPTED', 'CONFIRMED', 'COMPLETED'] as const;

export const ACTIVE = `('${ACTIVE_ASSIGNMENT_STATES.join("', '")}')`;
export const PRACTICE = `('${PRACTICE_KINDS.join("', '")}')`;

/** The name of an organisation; some have only a number. */
export const NAME = (o: string): string =>
  `coalesce(nullif(${o}.name, ''), 'FINESS ' || ${o}.finess_ej, 'SIREN ' || ${o}.siren)`;
export const PERSON = (p: string): string => `${p}.given_name || ' ' || ${p}.family_name`;

/** The dated row lasts on the day. */
export const CURRENT = (row: string): string =>
  `${row}.from_date <= $2::date and (${row}.to_date is null or ${row}.to_date >= $2::date)`;

/** The dated row has begun, and ended recently enough for a rule to look at it. */
export const RECENT = (row: string): string =>
  `${row}.from_date <= $2::date and (${row}.to_date is null or ${row}.to_date >= $3::date)`;

/** Both dated rows lasted at one time. */
export const OVERLAP = (a: string, b: string): string =>
  `greatest(${a}.from_date, ${b}.from_date) <= coalesce(least(${a}.to_date, ${b}.to_date), 'infinity')`;

/** First and last day of what two dated rows make together, for a JSON object. */
export const SPAN = (a: string, b: string): string =>
  `'from', greatest(${a}.from_date, ${b}.from_date), 'to', least(${a}.to_date, ${b}.to_date)`;

/** A degree of latitude is at least so long. */
const KILOMETRES_PER_DEGREE = 110.5;

/** Great-circle distance of two places, in kilometres (haversine formula; mean radius of the Earth, IUGG). */
export const kilometres = (
  latitude: string,
  longitude: string,
  toLatitude: string,
  toLongitude: string,
): string =>
  `2 * 6371.0088 * asin(least(1, sqrt(sin(radians(${toLatitude} - ${latitude}) / 2) ^ 2
    + cos(radians(${latitude})) * cos(radians(${toLatitude})) * sin(radians(${toLongitude} - ${longitude}) / 2) ^ 2)))`;

/** Auditors and services that are asked about, by id; null stands for all auditors, and all services of the campaign. */
const ASKED = {
  asked_auditor: (isAll: boolean) =>
    `select id, person_id from auditor where ${isAll ? '$4::uuid[] is null' : 'id = any($4::uuid[])'}`,
  asked_service: (isAll: boolean) => `
    select s.id, s.organisation_id, s.siret, s.name, s.department_code, s.region_code, s.latitude, s.longitude
    from audited_service s
    where ${
      isAll
        ? `$5::uuid[] is null and s.id in (
          select audited_service_id from audit where campaign_id = $1::uuid and state <> 'CANCELLED'
          union select audited_service_id from application
          where campaign_id = $1::uuid and state not in ('REJECTED', 'WITHDRAWN'))`
        : 's.id = any($5::uuid[])'
    }`,
};

/** The campaign, whose other teams reciprocity looks at and whose place in the row of campaigns counts cycles. */
const CAMPAIGN = 'select id, visits_from from campaign where id = $1::uuid';

/** Everything that hangs on who is asked about, in the order in which it is built. */
const TABLES: Readonly<Record<string, string>> = {
  // Organisations of the services; "until" is null for those of today.
  service_body: `
    select service_id, organisation_id, case when bool_or(until is null) then null else max(until) end as until
    from (
      select s.id as service_id, s.organisation_id, null::date as until from asked_service s
      union all
      -- One legal entity under two numbers: a directory of people knows it by the SIREN that its site's SIRET begins with.
      select s.id, o.id, null from asked_service s join organisation o on o.siren = left(s.siret, 9)
      union all
      select s.id, m.organisation_id, case when m.to_date < $2::date then m.to_date end
      from asked_service s join service_organisation m on m.audited_service_id = s.id
      where ${RECENT('m')}
    ) membership
    group by service_id, organisation_id`,
  tie: `
    select u.id as auditor_id, f.*
    from asked_auditor u join affiliation f on f.person_id = u.person_id
    where ${RECENT('f')}`,
  practice: `select * from tie where kind in ${PRACTICE}`,
  link: `
    select organisation_id as one, linked_organisation_id as other, kind, from_date, to_date, source
    from organisation_link l where ${RECENT('l')}
    union all
    select linked_organisation_id, organisation_id, kind, from_date, to_date, source
    from organisation_link l where ${RECENT('l')}`,
  // Links that carry further: a holding holds what is held by what it holds, and groupings merge.
  carrying: `
    select l.* from link l
    join organisation a on a.id = l.one
    join organisation b on b.id = l.other
    where l.kind = 'HOLDING' or (a.kind = 'GROUPING' and b.kind = 'GROUPING')`,
  chain: `
    select one, other, kind, from_date, to_date, source from carrying
    union
    select c.one, n.other, c.kind, greatest(c.from_date, n.from_date), least(c.to_date, n.to_date), c.source
    from chain c join carrying n on n.one = c.other and n.other <> c.one
    where ${OVERLAP('c', 'n')}`,
  near: `select l.* from link l where l.one in (select organisation_id from practice)`,
  // Direct; both members of one grouping; both ends of a chain; members of groupings that a chain joins.
  linked: `
    select near.one, near.other, null::uuid as grouping, near.kind, near.from_date, near.to_date, near.source
    from near
    union
    select near.one, far.one, near.other, near.kind, greatest(near.from_date, far.from_date),
      least(near.to_date, far.to_date), near.source
    from near join link far on far.other = near.other and far.kind = near.kind and far.one <> near.one
    union
    select c.one, c.other, null, c.kind, c.from_date, c.to_date, c.source
    from chain c where c.one in (select organisation_id from practice)
    union
    select near.one, far.one, near.other, c.kind, greatest(near.from_date, c.from_date, far.from_date),
      least(near.to_date, c.to_date, far.to_date), c.source
    from near
    join chain c on c.one = near.other
    join link far on far.other = c.other and far.one <> near.one`,
  // Sites in which the auditors practise today: the one named, or all those of the organisation.
  workplace: `
    select t.auditor_id, t.audited_service_id as site_id from practice t
    where ${CURRENT('t')} and t.audited_service_id is not null
    union
    select t.auditor_id, s.id from practice t join audited_service s on s.organisation_id = t.organisation_id
    where ${CURRENT('t')} and t.audited_service_id is null
    union
    select t.auditor_id, m.audited_service_id
    from practice t join service_organisation m on m.organisation_id = t.organisation_id
    where ${CURRENT('t')} and ${CURRENT('m')} and t.audited_service_id is null`,
  // All sites of the structures in which the auditors practise today.
  own_site: `
    select t.auditor_id, t.audited_service_id as site_id from practice t
    where ${CURRENT('t')} and t.audited_service_id is not null
    union
    select t.auditor_id, s.id from practice t join audited_service s on s.organisation_id = t.organisation_id
    where ${CURRENT('t')}
    union
    select t.auditor_id, m.audited_service_id
    from practice t join service_organisation m on m.organisation_id = t.organisation_id
    where ${CURRENT('t')} and ${CURRENT('m')}`,
  // People of the audited services today: who practises there, and who answers for them.
  host: `
    select s.id as service_id, f.person_id from asked_service s
    join affiliation f on f.audited_service_id = s.id where f.kind in ${PRACTICE} and ${CURRENT('f')}
    union
    select b.service_id, f.person_id from service_body b
    join affiliation f on f.organisation_id = b.organisation_id
    where b.until is null and f.kind in ${PRACTICE} and ${CURRENT('f')}
    union
    select s.id, o.person_id from asked_service s
    join role_grant g on g.audited_service_id = s.id and g.role = 'SERVICE_MANAGER' and g.revoked_at is null
      and ${CURRENT('g')}
    join account o on o.id = g.account_id
    where o.person_id is not null`,
  // Who sits on the team of an asked service, or is called on for it.
  team: `
    select g.auditor_id, v.person_id, s.id as service_id
    from assignment g
    join audit a on a.id = g.audit_id and a.campaign_id = $1::uuid
    join asked_service s on s.id = a.audited_service_id
    join auditor v on v.id = g.auditor_id
    where g.state in ${ACTIVE} and g.id <> all($7::uuid[])`,
  // Workplaces near the services: in the same region, or within the distance that a rule looks at.
  site: `
    select w.id, w.name, w.organisation_id, w.department_code, w.region_code, w.latitude, w.longitude
    from audited_service w where w.id in (select site_id from workplace)`,
  near_site: `
    select n.*, ${kilometres('n.latitude', 'n.longitude', 'n.site_latitude', 'n.site_longitude')} as kilometres
    from (
      select s.id as service_id, s.latitude, s.longitude, w.id as site_id, w.name, w.organisation_id,
        w.latitude as site_latitude, w.longitude as site_longitude,
        w.department_code = s.department_code as is_in_department, true as is_in_region
      from asked_service s join site w on w.region_code = s.region_code and w.id <> s.id
      union all
      select s.id, s.latitude, s.longitude, w.id, w.name, w.organisation_id, w.latitude, w.longitude, false, false
      from asked_service s join site w on w.region_code <> s.region_code
        and w.latitude between s.latitude - $6::float8 / ${KILOMETRES_PER_DEGREE}
          and s.latitude + $6::float8 / ${KILOMETRES_PER_DEGREE}
    ) n`,
  // Recorded facts as seen from either side.
  fact: `
    select id, kind, description, source, from_date, to_date, person_id, organisation_id, audited_service_id,
      other_person_id, other_organisation_id, other_audited_service_id, other_party
    from conflict_fact f where f.from_date <= $2::date
    union all
    select id, kind, description, source, from_date, to_date, other_person_id, other_organisation_id,
      other_audited_service_id, person_id, organisation_id, audited_service_id, other_party
    from conflict_fact f where f.from_date <= $2::date`,
  // What a fact names at its other end, as services.
  fact_at_service: `
    select f.id, f.person_id, f.organisation_id, f.audited_service_id, s.id as service_id, s.name as other
    from fact f join asked_service s on s.id = f.other_audited_service_id
    union all
    select f.id, f.person_id, f.organisation_id, f.audited_service_id, b.service_id, ${NAME('o')}
    from fact f join service_body b on b.organisation_id = f.other_organisation_id and b.until is null
    join organisation o on o.id = b.organisation_id
    union all
    select f.id, f.person_id, f.organisation_id, f.audited_service_id, h.service_id, ${PERSON('p')}
    from fact f join host h on h.person_id = f.other_person_id
    join person p on p.id = h.person_id`,
};

/**
 * The `with` of the statement.
 * @param asksAll whether auditors and services are all that there are, and not those of the lists
 */
export function factTables(asksAll: { auditors: boolean; services: boolean }): string {
  const tables = {
    asked_campaign: CAMPAIGN,
    asked_auditor: ASKED.asked_auditor(asksAll.auditors),
    asked_service: ASKED.asked_service(asksAll.services),
    ...TABLES,
  };
  return `with recursive ${Object.entries(tables)
    .map(([name, text]) => `${name} as (${text})`)
    .join(', ')}`;
}
