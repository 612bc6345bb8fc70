import { isoWeekOf } from '../../kernel/iso-weeks';
import type { CalendarDate } from '../../kernel/working-days';
import type { Ask } from '../conflicts/find-conflicts';
import type { InstanceService, SeatedProfession } from '../matcher/instance';
import type { FrozenSettings } from '../needs/frozen-settings';

/** An audit whose team is being composed, as the database has it. */
interface ServiceRow {
  auditId: string;
  auditedServiceId: string;
  region: string;
  lat: number | null;
  lon: number | null;
  modalities: string[];
  visitOn: CalendarDate | null;
  radiologists: number | null;
  radiographers: number | null;
  medicalPhysicists: number | null;
  hasTraineeSeat: boolean;
  weeks: string[];
  criticalModalities: string[];
  languages: string[];
  /** Organisations that it belongs to today, the one that runs it first. */
  organisations: string[];
  /** The same with what they are linked to. */
  groups: string[];
  /** Week of the published plan, once somebody has accepted a seat in it. */
  settledWeek: string | null;
}

/** A service of an instance, with what the pairs around it are judged by. */
export interface SnapshotService {
  service: InstanceService;
  auditedServiceId: string;
  languages: readonly string[];
  organisations: readonly string[];
}

/** Audits in these states get a team from a run. */
export const COMPOSED_STATES = ['PLANNED', 'TEAM_PROPOSED'] as const;

/**
 * Groups of organisations: each stands for itself, and belongs to the groupings that it is linked to; where two legal
 * entities are linked directly, each stands for a group of those linked to it in the same way. So two of one GHT share a
 * group, and links are not followed any further. $1 is today.
 */
export const GROUPS_OF_ORGANISATIONS = `
  organisation_group as (
    select o.id as organisation_id, o.id::text as token from organisation o
    union
    select ends.id, l.kind || ':' || centre.id
    from organisation_link l
    join organisation one on one.id = l.organisation_id
    join organisation other on other.id = l.linked_organisation_id
    cross join lateral (values (one.id), (other.id)) ends (id)
    cross join lateral (values (one.id, one.kind), (other.id, other.kind)) centre (id, kind)
    where (centre.kind = 'GROUPING' or 'GROUPING' not in (one.kind, other.kind))
      and l.from_date <= $1::date and (l.to_date is null or l.to_date >= $1::date)
  )`;

const STATEMENT = `
  with ${GROUPS_OF_ORGANISATIONS},
  composed as (
    select a.* from audit a
    where a.campaign_id = $2::uuid and a.state = any($3::text[]) and a.audited_service_id <> all($4::uuid[])
  ),
  body as (
    select c.id as audit_id, s.organisation_id, true as is_main
    from composed c join audited_service s on s.id = c.audited_service_id
    union
    select c.id, m.organisation_id, false
    from composed c join service_organisation m on m.audited_service_id = c.audited_service_id
    join audited_service s on s.id = c.audited_service_id and s.organisation_id <> m.organisation_id
    where m.from_date <= $1::date and (m.to_date is null or m.to_date >= $1::date)
  )
  select c.id as "auditId", c.audited_service_id as "auditedServiceId", s.region_code as "region",
    s.latitude as "lat", s.longitude as "lon", s.modalities, c.visit_on as "visitOn",
    n.radiologists, n.radiographers, n.medical_physicists as "medicalPhysicists",
    coalesce(n.has_trainee_seat, false) as "hasTraineeSeat", coalesce(n.weeks, '{}') as "weeks",
    coalesce(n.critical_modalities, '{}') as "criticalModalities", coalesce(n.languages, '{fr}') as "languages",
    array(select b.organisation_id::text from body b where b.audit_id = c.id
      order by b.is_main desc, b.organisation_id) as "organisations",
    array(select distinct g.token from body b join organisation_group g on g.organisation_id = b.organisation_id
      where b.audit_id = c.id order by 1) as "groups",
    (select t.week from proposed_member p
      join proposed_team t on t.id = p.proposed_team_id
      join matching_run r on r.id = p.matching_run_id and r.state = 'PUBLISHED'
      join assignment g on g.audit_id = p.audit_id and g.auditor_id = p.auditor_id and g.state in ('ACCEPTED', 'CONFIRMED')
      where p.audit_id = c.id and t.week is not null
      order by r.published_at desc, r.updated_at desc limit 1) as "settledWeek"
  from composed c
  join audited_service s on s.id = c.audited_service_id
  left join staffing_need n on n.campaign_id = c.campaign_id and n.audited_service_id = c.audited_service_id
  order by c.id`;

/**
 * The services of a campaign whose teams are being composed, under the ids of their audits.
 * @param walled services that whoever starts the run has a tie with: they are left out
 */
export async function snapshotServices(
  sql: Ask,
  campaignId: string,
  settings: FrozenSettings,
  today: CalendarDate,
  walled: readonly string[],
): Promise<SnapshotService[]> {
  const rows = await sql<ServiceRow>(STATEMENT, [today, campaignId, [...COMPOSED_STATES], [...walled]]);
  return rows.map((row) => ({
    service: {
      id: row.auditId,
      group: row.organisations[0] ?? null,
      groups: row.groups.filter((group) => group !== row.organisations[0]),
      region: row.region,
      lat: row.lat,
      lon: row.lon,
      needs: [...row.modalities].sort(),
      critical: [...row.criticalModalities].sort(),
      seats: seatsOf(row, settings),
      traineeSeat: row.hasTraineeSeat,
      weeks: weeksOf(row, today),
    },
    auditedServiceId: row.auditedServiceId,
    languages: row.languages,
    organisations: row.organisations,
  }));
}

function seatsOf(row: ServiceRow, { seats }: FrozenSettings): Record<SeatedProfession, number> {
  return {
    RADIOLOGIST: row.radiologists ?? seats.RADIOLOGIST,
    RADIOGRAPHER: row.radiographers ?? seats.RADIOGRAPHER,
    MEDICAL_PHYSICIST: row.medicalPhysicists ?? seats.MEDICAL_PHYSICIST,
  };
}

/** The week of the visit when it has a day; else that of the plan that somebody accepted; else those that are not over. */
function weeksOf(row: ServiceRow, today: CalendarDate): string[] {
  if (row.visitOn !== null) return [isoWeekOf(row.visitOn)];
  if (row.settledWeek !== null) return [row.settledWeek];
  const current = isoWeekOf(today);
  return row.weeks.filter((week) => week >= current).sort();
}
