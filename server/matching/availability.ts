import { ACTIVE_ASSIGNMENT_STATES } from './conflicts/fact-tables';
import type { Ask } from './conflicts/find-conflicts';

/** How much an auditor has to do in the year of an audit, and whether the day of its visit is free. */
export interface Availability {
  /** Audits of that calendar year, this one aside. */
  load: number;
  /** Those of them that are not hidden from whoever asks. */
  loadInSight: number;
  /** Neither away nor on another visit on the day; true while no day is set. */
  isFree: boolean;
}

const ACTIVE = `('${ACTIVE_ASSIGNMENT_STATES.join("', '")}')`;

const STATEMENT = `
  with target as (
    select a.id, a.visit_on, extract(year from coalesce(a.visit_on, c.visits_from)) as year
    from audit a join campaign c on c.id = a.campaign_id where a.id = $2::uuid
  ),
  other as (
    select g.auditor_id, a.audited_service_id, a.visit_on, extract(year from coalesce(a.visit_on, c.visits_from)) as year
    from assignment g
    join audit a on a.id = g.audit_id and a.state <> 'CANCELLED'
    join campaign c on c.id = a.campaign_id
    where g.auditor_id = any($1::uuid[]) and g.state in ${ACTIVE} and a.id <> $2::uuid
  )
  select u.id as "auditorId",
    (select count(*)::int from other o where o.auditor_id = u.id and o.year = t.year) as "load",
    (select count(*)::int from other o where o.auditor_id = u.id and o.year = t.year
      and o.audited_service_id <> all($3::uuid[])) as "loadInSight",
    not exists (select 1 from auditor_unavailability n
      where n.auditor_id = u.id and t.visit_on between n.from_date and n.to_date)
    and not exists (select 1 from other o where o.auditor_id = u.id and o.visit_on = t.visit_on) as "isFree"
  from auditor u cross join target t
  where u.id = any($1::uuid[])`;

/**
 * Load and availability of many auditors for one audit, in one statement. An audit without a date of visit counts
 * for the year in which the visits of its campaign begin.
 * @param walledServices whose audits are hidden from whoever asks
 */
export async function availabilityFor(
  sql: Ask,
  auditId: string,
  auditorIds: readonly string[],
  walledServices: Iterable<string> = [],
): Promise<Map<string, Availability>> {
  const rows = await sql<Availability & { auditorId: string }>(STATEMENT, [
    [...auditorIds],
    auditId,
    [...walledServices],
  ]);
  return new Map(rows.map(({ auditorId, ...availability }) => [auditorId, availability]));
}
