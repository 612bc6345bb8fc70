import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { CalendarDate } from '../kernel/working-days';
import type { RegistryRow } from './registry-file';
import { storeGroups } from './store-groups';

interface LegalEntity {
  finessEj: string;
  /** As the registry calls it; null when it names the sites alone. */
  officialName: string | null;
  siteName: string;
  sector: string;
}

interface KnownEntity {
  id: string;
  finessEj: string;
  name: string;
  sector: string | null;
}

/**
 * Writes the legal entities of a registry, by FINESS number, and the hospital groups they declare themselves members of.
 * @returns ids of the legal entities by FINESS number
 */
export async function storeOrganisations(
  manager: EntityManager,
  rows: readonly RegistryRow[],
  today: CalendarDate,
): Promise<Map<string, string>> {
  const entities = legalEntitiesOf(rows);
  const known = new Map(
    (
      await manager.query<KnownEntity[]>(
        `select id, finess_ej as "finessEj", name, sector from organisation where finess_ej = any($1::text[])
         order by id for update`,
        [entities.map(({ finessEj }) => finessEj)],
      )
    ).map((entity) => [entity.finessEj, entity]),
  );
  const records = entities.map(({ finessEj, officialName, siteName, sector }) => {
    const before = known.get(finessEj);
    const name = officialName ?? before?.name ?? siteName;
    return { id: before?.id ?? randomUUID(), finess_ej: finessEj, name, sector };
  });
  await manager.query(
    `insert into organisation as o (id, kind, finess_ej, name, sector)
     select id, 'LEGAL_ENTITY', finess_ej, name, sector
     from jsonb_to_recordset($1::jsonb) as r (id uuid, finess_ej text, name text, sector text)
     on conflict (finess_ej) do update
     set name = excluded.name, sector = excluded.sector, version = o.version + 1, updated_at = now()
     where (o.name, o.sector) is distinct from (excluded.name, excluded.sector)`,
    [JSON.stringify(records)],
  );
  const ids = new Map(records.map(({ id, finess_ej }) => [finess_ej, id]));
  await storeGroups(manager, rows, ids, today);
  return ids;
}

/** One legal entity for all its sites, as the first of them that names it does. */
function legalEntitiesOf(rows: readonly RegistryRow[]): LegalEntity[] {
  const entities = new Map<string, LegalEntity>();
  for (const { finessEj, legalEntityName, name, sector } of rows) {
    const entity = entities.get(finessEj);
    if (!entity) entities.set(finessEj, { finessEj, officialName: legalEntityName, siteName: name, sector });
    else entity.officialName ??= legalEntityName;
  }
  return [...entities.values()];
}
