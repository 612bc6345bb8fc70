import type { CalendarDate } from '../../kernel/working-days';
import { isoWeekOf, workingWeeksBetween } from '../../kernel/iso-weeks';
import type { Qualification } from '../../auditors';
import type { Ask } from '../conflicts/find-conflicts';
import { ACTIVE_ASSIGNMENT_STATES } from '../conflicts/fact-tables';
import { PRACTICE_KINDS } from '../conflicts/facts';
import type { InstanceAuditor, SeatedProfession } from '../matcher/instance';
import type { FrozenSettings } from '../needs/frozen-settings';
import { GROUPS_OF_ORGANISATIONS } from './snapshot-services';

interface AuditorRow {
  id: string;
  profession: SeatedProfession;
  qualification: Qualification;
  modalities: string[];
  isLeadEligible: boolean;
  languages: string[];
  regions: string[];
  yearlyMaximum: number;
  /** Where he works most days, as far as it is known. */
  region: string | null;
  lat: number | null;
  lon: number | null;
  organisations: string[];
  groups: string[];
  auditsDone: number;
  /** Audits of the year that are not composed here. */
  elsewhere: number;
  absences: { from: CalendarDate; to: CalendarDate }[];
  visits: CalendarDate[];
  /** Last day of practice; null while it lasts, or when no practice is known. */
  practisedUntil: CalendarDate | null;
}

/** An auditor of an instance, with what the pairs around him are judged by. */
export interface SnapshotAuditor {
  auditor: InstanceAuditor;
  languages: readonly string[];
  organisations: readonly string[];
  isQualified: boolean;
  practisedUntil: CalendarDate | null;
}

/** Those in training come along on trainee seats. */
const TRAINEES: readonly Qualification[] = ['IN_TRAINING', 'EVALUATED'];

const ACTIVE = `('${ACTIVE_ASSIGNMENT_STATES.join("', '")}')`;
const PRACTICE = `('${PRACTICE_KINDS.join("', '")}')`;
const CURRENT = `f.from_date <= $1::date and (f.to_date is null or f.to_date >= $1::date)`;

/** $1 today, $2 audits composed here, $3 first and $4 last day of visits, $5 qualifications. */
const STATEMENT = `
  with ${GROUPS_OF_ORGANISATIONS},
  called as (
    select u.* from auditor u
    where u.qualification = any($5::text[]) or exists (select 1 from assignment g
      where g.auditor_id = u.id and g.audit_id = any($2::uuid[]) and g.state in ${ACTIVE})
  ),
  practice as (
    select u.id as auditor_id, f.* from called u join affiliation f on f.person_id = u.person_id
    where f.kind in ${PRACTICE}
  ),
  workplace as (
    select distinct on (f.auditor_id) f.auditor_id, s.region_code, s.latitude, s.longitude
    from practice f join audited_service s on s.id = f.audited_service_id
    where ${CURRENT}
    order by f.auditor_id, f.kind = 'EMPLOYMENT' desc, f.from_date, f.id
  ),
  employer as (
    select f.auditor_id, array_agg(distinct f.organisation_id::text order by f.organisation_id::text) as organisations,
      array_agg(distinct g.token order by g.token) as groups
    from practice f join organisation_group g on g.organisation_id = f.organisation_id
    where ${CURRENT} group by f.auditor_id
  ),
  former as (select auditor_id, max(to_date) as last_day from practice group by auditor_id),
  other as (
    select g.auditor_id,
      count(*) filter (where g.state = 'COMPLETED' or a.visit_closed_at is not null)::int as done,
      count(*) filter (where extract(year from coalesce(a.visit_on, c.visits_from)) = extract(year from $3::date))::int
        as of_year,
      array_agg(a.visit_on::text) filter (where a.visit_on >= $1::date) as visits
    from assignment g join audit a on a.id = g.audit_id and a.state <> 'CANCELLED'
    join campaign c on c.id = a.campaign_id
    where g.state in ${ACTIVE} and g.audit_id <> all($2::uuid[])
    group by g.auditor_id
  ),
  absence as (
    select n.auditor_id, json_agg(json_build_object('from', greatest(n.from_date, $3::date),
      'to', least(n.to_date, $4::date))) as days
    from auditor_unavailability n where n.from_date <= $4::date and n.to_date >= $3::date group by n.auditor_id
  )
  select u.id, u.profession, u.qualification, u.modalities, u.is_lead_eligible as "isLeadEligible", u.languages,
    u.regions, u.yearly_maximum as "yearlyMaximum", w.region_code as "region", w.latitude as "lat", w.longitude as "lon",
    coalesce(e.organisations, '{}') as "organisations", coalesce(e.groups, '{}') as "groups",
    coalesce(o.done, 0) as "auditsDone", coalesce(o.of_year, 0) as "elsewhere", coalesce(n.days, '[]') as "absences",
    coalesce(o.visits, '{}') as "visits", case when e.auditor_id is null then f.last_day end as "practisedUntil"
  from called u
  left join workplace w on w.auditor_id = u.id
  left join employer e on e.auditor_id = u.id
  left join former f on f.auditor_id = u.id
  left join other o on o.auditor_id = u.id
  left join absence n on n.auditor_id = u.id
  order by u.id`;

/**
 * The auditors that a run may call on: the qualified, those in training, and who sits on one of the teams already.
 * @param auditIds the audits that are composed
 * @param visits first and last day of the campaign's visits: the year of the first counts for yearly maxima
 */
export async function snapshotAuditors(
  sql: Ask,
  auditIds: readonly string[],
  visits: { from: CalendarDate; to: CalendarDate },
  settings: FrozenSettings,
  today: CalendarDate,
): Promise<SnapshotAuditor[]> {
  const values = [today, [...auditIds], visits.from, visits.to, ['QUALIFIED', ...TRAINEES]];
  const rows = await sql<AuditorRow>(STATEMENT, values);
  return rows.map((row) => {
    const isTrainee = TRAINEES.includes(row.qualification);
    const capacity = Math.max(0, row.yearlyMaximum - row.elsewhere);
    return {
      auditor: {
        id: row.id,
        groups: row.groups,
        profession: row.profession,
        skills: [...row.modalities].sort(),
        lead: row.isLeadEligible && !isTrainee,
        trainee: isTrainee,
        capacity,
        minimum: isTrainee ? 0 : Math.min(settings.minimumAudits, capacity),
        auditsDone: row.auditsDone,
        region: row.region,
        lat: row.lat,
        lon: row.lon,
        preferredRegions: [...row.regions].sort(),
        unavailableWeeks: takenWeeks(row),
      },
      languages: row.languages,
      organisations: row.organisations,
      isQualified: isTrainee || row.qualification === 'QUALIFIED',
      practisedUntil: row.practisedUntil,
    };
  });
}

/** Weeks with an absence on a working day, or with the visit of another audit. */
function takenWeeks({ absences, visits }: AuditorRow): string[] {
  const away = absences.flatMap(({ from, to }) => workingWeeksBetween(from, to));
  return [...new Set([...away, ...visits.map(isoWeekOf)])].sort();
}
