import type { Ask } from '../../database/read-model';

/**
 * What readers of a service's comparisons may know by themselves, one row for each: first what all of them do, its own figures,
 * those of its organisations and of what these are linked with; then each person with a role in it, under whichever account,
 * and the services that he has a role in besides. All of it ever: nobody forgets when a link or a role ends.
 */
const SIGHTS = `
  with own as (
    select organisation_id as id from service_organisation where audited_service_id = $1
    union select organisation_id from audited_service where id = $1
  ),
  near as (
    select id from own
    union select l.linked_organisation_id from organisation_link l join own on own.id = l.organisation_id
    union select l.organisation_id from organisation_link l join own on own.id = l.linked_organisation_id
  ),
  shared as (
    select $1::uuid as id
    union select s.audited_service_id from service_organisation s join near on near.id = s.organisation_id
    union select s.id from audited_service s join near on near.id = s.organisation_id
  ),
  reader as (
    select distinct coalesce(a.person_id, a.id) as id
    from role_grant g join account a on a.id = g.account_id where g.audited_service_id = $1
  )
  select array(select id from shared) as services
  union all
  select array(select id from shared) || array_agg(g.audited_service_id)
  from reader r join account a on coalesce(a.person_id, a.id) = r.id
  join role_grant g on g.account_id = a.id and g.audited_service_id is not null
  group by r.id`;

/**
 * Services whose figures readers of what a service is told may know already. They never decide which services an answer is
 * made of, since links and roles come and go, and of two answers one would be the other and what was linked in between; only
 * whether there is an answer.
 * @param sql sees every link and role (an act's own reads)
 * @returns a set for each kind of reader, the service itself in each
 */
export async function readerSights(sql: Ask, serviceId: string): Promise<ReadonlySet<string>[]> {
  const rows = await sql<{ services: string[] }>(SIGHTS, [serviceId]);
  return rows.map(({ services }) => new Set(services));
}
