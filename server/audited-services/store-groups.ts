import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { CalendarDate } from '../kernel/working-days';
import type { RegistryRow } from './registry-file';
import { lastDayOf } from './registry-writing';

/** A legal entity and the hospital group (groupement hospitalier de territoire) it is in. */
export interface Membership {
  organisationId: string;
  groupId: string;
}

/** A membership as it is known. */
export interface KnownMembership extends Membership {
  id: string;
  source: string;
  fromDate: CalendarDate;
  toDate: CalendarDate | null;
}

/**
 * The day from which public hospitals had to be in a group (law 2016-41, art. 107): a registry does not say when each
 * one joined, and a later date would hide ties that exist.
 */
export const GROUPS_SINCE: CalendarDate = '2016-07-01';

/**
 * Which memberships begin and end, given those that a registry of `today` shows. Only what came from a registry ends.
 * @param wanted all memberships of the legal entities that the registry speaks of
 */
export function planMemberships(
  wanted: readonly Membership[],
  known: readonly KnownMembership[],
  today: CalendarDate,
): { begin: (Membership & { fromDate: CalendarDate })[]; end: { id: string; toDate: CalendarDate }[] } {
  const keyOf = ({ organisationId, groupId }: Membership): string => `${organisationId} ${groupId}`;
  const open = known.filter(({ toDate }) => toDate === null || toDate > today);
  const openKeys = new Set(open.map(keyOf));
  const wantedKeys = new Set(wanted.map(keyOf));
  const members = new Set(known.map(({ organisationId }) => organisationId));
  return {
    begin: wanted
      .filter((membership) => !openKeys.has(keyOf(membership)))
      .map(({ organisationId, groupId }) => ({
        organisationId,
        groupId,
        fromDate: members.has(organisationId) ? today : GROUPS_SINCE,
      })),
    end: open
      .filter((membership) => membership.source === 'REGISTRY' && !wantedKeys.has(keyOf(membership)))
      .map(({ id, fromDate }) => ({ id, toDate: lastDayOf(fromDate, today) })),
  };
}

/**
 * Writes the hospital groups that sites declare, and the membership of their legal entities. An entity none of whose
 * sites declares a group keeps the ones it had: the column is often left empty.
 * @param entities ids of the legal entities by FINESS number
 */
export async function storeGroups(
  manager: EntityManager,
  rows: readonly RegistryRow[],
  entities: ReadonlyMap<string, string>,
  today: CalendarDate,
): Promise<void> {
  const codes = [...new Set(rows.flatMap(({ ghtCodes }) => ghtCodes))].sort();
  if (codes.length === 0) return;
  await manager.query(
    `insert into organisation (id, kind, code, name)
     select gen_random_uuid(), 'GROUPING', code, 'GHT ' || code from unnest($1::text[]) as code
     on conflict (code) do nothing`,
    [codes],
  );
  const groups = await manager.query<{ id: string; code: string }[]>(
    'select id, code from organisation where code = any($1::text[])',
    [codes],
  );
  const groupIds = new Map(groups.map(({ id, code }) => [code, id]));
  const wanted = membershipsOf(rows, entities, groupIds);
  const known = await manager.query<KnownMembership[]>(
    `select id, organisation_id as "organisationId", linked_organisation_id as "groupId", source,
       from_date as "fromDate", to_date as "toDate"
     from organisation_link where kind = 'GHT' and organisation_id = any($1::uuid[]) order by id for update`,
    [[...new Set(wanted.map(({ organisationId }) => organisationId))]],
  );
  const { begin, end } = planMemberships(wanted, known, today);
  await manager.query(
    `update organisation_link l set to_date = r.to_date
     from jsonb_to_recordset($1::jsonb) as r (id uuid, to_date date) where l.id = r.id`,
    [JSON.stringify(end.map(({ id, toDate }) => ({ id, to_date: toDate })))],
  );
  await manager.query(
    `insert into organisation_link (id, organisation_id, linked_organisation_id, kind, from_date, source)
     select id, organisation_id, linked_organisation_id, 'GHT', from_date, 'REGISTRY'
     from jsonb_to_recordset($1::jsonb) as r (id uuid, organisation_id uuid, linked_organisation_id uuid, from_date date)
     on conflict (organisation_id, linked_organisation_id, kind, from_date) do update set to_date = null`,
    [
      JSON.stringify(
        begin.map(({ organisationId, groupId, fromDate }) => ({
          id: randomUUID(),
          organisation_id: organisationId,
          linked_organisation_id: groupId,
          from_date: fromDate,
        })),
      ),
    ],
  );
}

/** Each membership once, however many sites of the legal entity declare it. */
function membershipsOf(
  rows: readonly RegistryRow[],
  entities: ReadonlyMap<string, string>,
  groups: ReadonlyMap<string, string>,
): Membership[] {
  const found = new Map<string, Membership>();
  for (const { finessEj, ghtCodes } of rows) {
    const organisationId = entities.get(finessEj);
    for (const code of ghtCodes) {
      const groupId = groups.get(code);
      if (organisationId && groupId) found.set(`${organisationId} ${groupId}`, { organisationId, groupId });
    }
  }
  return [...found.values()];
}
