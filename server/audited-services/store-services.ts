import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { CalendarDate } from '../kernel/working-days';
import type { RegistryRow } from './registry-file';

/** The columns that the registry decides, with their types. */
const COLUMNS = {
  organisation_id: 'uuid',
  name: 'text',
  sector: 'text',
  department_code: 'text',
  department_name: 'text',
  region_code: 'text',
  region_name: 'text',
  commune: 'text',
  postcode: 'text',
  latitude: 'double precision',
  longitude: 'double precision',
  modalities: 'text[]',
  scanners: 'integer',
  mri: 'integer',
  radiography_rooms: 'integer',
  mammographs: 'integer',
  angiography_rooms: 'integer',
  ct_exams_per_year: 'integer',
  mri_exams_per_year: 'integer',
  radiography_exams_per_year: 'integer',
  has_emergency_department: 'boolean',
  registry_warnings: 'text[]',
} as const;

type Columns = Record<keyof typeof COLUMNS, unknown>;

const names = Object.keys(COLUMNS);
const of = (alias: string): string => names.map((name) => `${alias}.${name}`).join(', ');

// `xmax` is 0 for a row that the statement inserted.
const UPSERT = `
  with written as (
    insert into audited_service as s (id, finess_et, ${names.join(', ')})
    select r.id, r.finess_et, ${of('r')}
    from jsonb_to_recordset($1::jsonb) as r (id uuid, finess_et text, ${Object.entries(COLUMNS)
      .map((column) => column.join(' '))
      .join(', ')})
    order by r.finess_et
    on conflict (finess_et) do update
    set ${names.map((name) => `${name} = excluded.${name}`).join(', ')}, version = s.version + 1, updated_at = now()
    where (${of('s')}) is distinct from (${of('excluded')})
    returning xmax = 0 as is_new)
  select count(*) filter (where is_new)::int as created, count(*) filter (where not is_new)::int as changed from written`;

/** A registry does not say since when a site belongs to its legal entity: since always, so that no window misses it. */
const REGISTRY_SINCE: CalendarDate = '2000-01-01';

const END_FORMER_ORGANISATIONS = `
  update service_organisation m set to_date = greatest(m.from_date, $2::date - 1)
  from audited_service s
  where s.finess_et = any($1::text[]) and m.audited_service_id = s.id and m.source = 'REGISTRY'
    and m.organisation_id <> s.organisation_id and (m.to_date is null or m.to_date > $2::date)`;

const JOIN_ORGANISATIONS = `
  insert into service_organisation (id, audited_service_id, organisation_id, from_date, source)
  select gen_random_uuid(), s.id, s.organisation_id,
    case when exists (select 1 from service_organisation h where h.audited_service_id = s.id and h.source = 'REGISTRY')
      then $2::date else $3::date end, 'REGISTRY'
  from audited_service s
  where s.finess_et = any($1::text[])
    and not exists (select 1 from service_organisation m
      where m.audited_service_id = s.id and m.organisation_id = s.organisation_id
        and (m.to_date is null or m.to_date > $2::date))
  on conflict (audited_service_id, organisation_id, from_date) do update set to_date = null`;

/**
 * Writes sites, by FINESS number, and the legal entity each belongs to; one that is as the registry has it is left alone.
 * @param organisations ids of the legal entities by FINESS number
 * @returns how many sites were created, and changed
 */
export async function storeServices(
  manager: EntityManager,
  rows: readonly RegistryRow[],
  organisations: ReadonlyMap<string, string>,
  today: CalendarDate,
): Promise<{ created: number; changed: number }> {
  const records = rows.map((row) => ({
    id: randomUUID(),
    finess_et: row.finessEt,
    ...columnsOf(row, organisations.get(row.finessEj)),
  }));
  const [written] = await manager.query<{ created: number; changed: number }[]>(UPSERT, [
    JSON.stringify(records),
  ]);
  const sites = rows.map(({ finessEt }) => finessEt);
  await manager.query(END_FORMER_ORGANISATIONS, [sites, today]);
  await manager.query(JOIN_ORGANISATIONS, [sites, today, REGISTRY_SINCE]);
  return written ?? { created: 0, changed: 0 };
}

function columnsOf(row: RegistryRow, organisationId: string | undefined): Columns {
  return {
    organisation_id: organisationId,
    name: row.name,
    sector: row.sector,
    department_code: row.departmentCode,
    department_name: row.departmentName,
    region_code: row.regionCode,
    region_name: row.regionName,
    commune: row.commune,
    postcode: row.postcode,
    latitude: row.latitude,
    longitude: row.longitude,
    modalities: row.modalities,
    scanners: row.scanners,
    mri: row.mri,
    radiography_rooms: row.radiographyRooms,
    mammographs: row.mammographs,
    angiography_rooms: row.angiographyRooms,
    ct_exams_per_year: row.ctExamsPerYear,
    mri_exams_per_year: row.mriExamsPerYear,
    radiography_exams_per_year: row.radiographyExamsPerYear,
    // A site that says nothing of an emergency department is taken to have none.
    has_emergency_department: row.emergencyDepartment ?? false,
    registry_warnings: [...new Set(row.warnings.map(({ code }) => code))],
  };
}
