import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { AuditorRow } from './rpps-file';

/** A person of the directory, as written. */
export interface StoredPerson {
  personId: string;
  isNew: boolean;
  isChanged: boolean;
}

interface KnownAuditor {
  id: string;
  personId: string;
  rpps: string;
  familyName: string;
  givenName: string;
  profession: string;
  warnings: string[];
}

/**
 * Writes people and the auditors that they are, by RPPS number; who is as the directory has them is left alone.
 * @returns by RPPS number
 */
export async function storePeople(
  manager: EntityManager,
  rows: readonly AuditorRow[],
): Promise<Map<string, StoredPerson>> {
  const known = new Map(
    (
      await manager.query<KnownAuditor[]>(
        `select a.id, a.person_id as "personId", a.rpps, p.family_name as "familyName", p.given_name as "givenName",
           a.profession, a.registry_warnings as warnings
         from auditor a join person p on p.id = a.person_id
         where a.rpps = any($1::text[]) order by a.id for update`,
        [rows.map(({ rpps }) => rpps)],
      )
    ).map((auditor) => [auditor.rpps, auditor]),
  );
  const people = rows.map((row) => {
    const before = known.get(row.rpps);
    const warnings = [...new Set(row.warnings.map(({ code }) => code))];
    const { rpps, familyName, givenName, profession } = row;
    const hasNewName = !!before && (before.familyName !== familyName || before.givenName !== givenName);
    const hasNewFacts =
      !!before && (before.profession !== profession || before.warnings.join() !== warnings.join());
    return {
      id: before?.id ?? randomUUID(),
      person_id: before?.personId ?? randomUUID(),
      rpps,
      family_name: familyName,
      given_name: givenName,
      profession,
      warnings,
      isNew: !before,
      hasNewName,
      hasNewFacts,
    };
  });
  const written = (statement: string, chosen: typeof people) =>
    chosen.length === 0 ? null : manager.query(statement, [JSON.stringify(chosen)]);
  await written(
    INSERT_PEOPLE,
    people.filter(({ isNew }) => isNew),
  );
  await written(
    RENAME_PEOPLE,
    people.filter(({ hasNewName }) => hasNewName),
  );
  await written(
    UPDATE_AUDITORS,
    people.filter(({ hasNewFacts }) => hasNewFacts),
  );
  return new Map(
    people.map(({ rpps, person_id, isNew, hasNewName, hasNewFacts }) => [
      rpps,
      { personId: person_id, isNew, isChanged: hasNewName || hasNewFacts },
    ]),
  );
}

const RECORDS = `jsonb_to_recordset($1::jsonb) as r (id uuid, person_id uuid, rpps text, family_name text,
  given_name text, profession text, warnings text[])`;

const INSERT_PEOPLE = `
  with new_person as (
    insert into person (id, family_name, given_name) select person_id, family_name, given_name from ${RECORDS})
  insert into auditor (id, person_id, rpps, profession, registry_warnings)
  select id, person_id, rpps, profession, warnings from ${RECORDS}`;

const RENAME_PEOPLE = `
  update person p
  set family_name = r.family_name, given_name = r.given_name, version = p.version + 1, updated_at = now()
  from ${RECORDS} where p.id = r.person_id`;

const UPDATE_AUDITORS = `
  update auditor a
  set profession = r.profession, registry_warnings = r.warnings, version = a.version + 1, updated_at = now()
  from ${RECORDS} where a.id = r.id`;
