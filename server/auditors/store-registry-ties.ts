import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { CalendarDate } from '../kernel/working-days';
import { findWorkplaces } from './find-workplaces';
import { planTies, type KnownTie, type WantedTie } from './registry-ties';
import type { AuditorRow } from './rpps-file';
import type { StoredPerson } from './store-people';

/**
 * Writes where people work as affiliations of source REGISTRY. All are EMPLOYMENT, for those in private practice too:
 * the directory tells that somebody practises at a place for a longer time, and no kind is closer to that.
 * @param people by RPPS number
 * @param senderId person who sent the file: none of his own ties ends by it, since a tie hides audits from whoever composes
 *   teams, and nobody lifts that wall himself
 * @returns ids of the people whose ties began or ended
 */
export async function storeRegistryTies(
  manager: EntityManager,
  rows: readonly AuditorRow[],
  people: ReadonlyMap<string, StoredPerson>,
  today: CalendarDate,
  senderId: string | null,
): Promise<Set<string>> {
  const placeOf = await findWorkplaces(
    manager,
    rows.flatMap(({ workplaces }) => workplaces),
  );
  const wanted: WantedTie[] = [];
  const complete = new Set<string>();
  for (const { rpps, workplaces, warnings } of rows) {
    const personId = people.get(rpps)?.personId;
    if (!personId) throw new Error('a person of the file was not stored');
    const places = workplaces.map(placeOf);
    wanted.push(...places.flatMap((place) => (place ? [{ personId, ...place }] : [])));
    // A line that was refused, or a site that nobody knows, may hide a tie: then none can be said to have ended.
    const hasRefusedLine = warnings.some(({ severity }) => severity === 'ERROR');
    if (!hasRefusedLine && !places.includes(null) && personId !== senderId) complete.add(personId);
  }
  const known = await manager.query<KnownTie[]>(
    `select id, person_id as "personId", organisation_id as "organisationId",
       audited_service_id as "auditedServiceId", from_date as "fromDate", to_date as "toDate"
     from affiliation where source = 'REGISTRY' and person_id = any($1::uuid[]) order by id for update`,
    [[...people.values()].map(({ personId }) => personId)],
  );
  const { begin, resume, end } = planTies(wanted, known, complete, today);
  await setLastDays(manager, [...end, ...resume.map(({ id }) => ({ id, toDate: null }))]);
  if (begin.length > 0) await manager.query(INSERT, [JSON.stringify(begin.map(recordOf)), today]);
  return new Set([...begin, ...resume, ...end].map(({ personId }) => personId));
}

const INSERT = `
  insert into affiliation (id, person_id, organisation_id, audited_service_id, kind, from_date, source)
  select id, person_id, organisation_id, audited_service_id, 'EMPLOYMENT', $2::date, 'REGISTRY'
  from jsonb_to_recordset($1::jsonb) as r (id uuid, person_id uuid, organisation_id uuid, audited_service_id uuid)`;

const recordOf = (tie: WantedTie) => ({
  id: randomUUID(),
  person_id: tie.personId,
  organisation_id: tie.organisationId,
  audited_service_id: tie.auditedServiceId,
});

async function setLastDays(
  manager: EntityManager,
  ties: readonly { id: string; toDate: CalendarDate | null }[],
): Promise<void> {
  if (ties.length === 0) return;
  await manager.query(
    `update affiliation f set to_date = r.to_date
     from jsonb_to_recordset($1::jsonb) as r (id uuid, to_date date) where f.id = r.id`,
    [JSON.stringify(ties.map(({ id, toDate }) => ({ id, to_date: toDate })))],
  );
}
