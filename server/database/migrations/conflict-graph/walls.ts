import { DATABASE_ROLES } from '../../row-level-security';
import { ENTER_WITHOUT_PERSON } from '../second-wall/enter-session';
import { WALLED } from '../second-wall/identity';

const { owner, runtime, reader } = DATABASE_ROLES;

/** Making a function anew grants what it granted at first; entering goes only through a session. */
const ONLY_WITHIN_A_SESSION = `revoke all on function app.enter(uuid, integer, date) from ${runtime}, ${reader};`;

const lasts = (row: string): string =>
  `(${row}.from_date is null or ${row}.from_date <= today) and (${row}.to_date is null or ${row}.to_date >= today)`;

/**
 * Services that somebody is tied to today: where he practises, advises, reads or owns something, or has a site; what is
 * linked to where he practises; with what or whom he has a personal or financial tie, recorded or declared and signed.
 * What conflict rules look at for auditors, looked at for those who decide on them (C17).
 */
export const WALLS_OF = `
  create function app.walls_of(whose uuid, today date) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public as $$
    with recursive
    tie as (select * from affiliation f where f.person_id = whose and ${lasts('f')}),
    link as (
      select organisation_id as one, linked_organisation_id as other, kind from organisation_link l where ${lasts('l')}
      union select linked_organisation_id, organisation_id, kind from organisation_link l where ${lasts('l')}
    ),
    near as (
      select * from link where one in (
        select organisation_id from tie where kind in ('EMPLOYMENT', 'LOCUM', 'TRAINING', 'OWNERSHIP'))
    ),
    -- Holdings of holdings, and groupings that merged.
    chain as (
      select other as reached from near
      union
      select l.other from chain c
      join link l on l.one = c.reached
      join organisation a on a.id = l.one
      join organisation b on b.id = l.other
      where l.kind = 'HOLDING' or (a.kind = 'GROUPING' and b.kind = 'GROUPING')
    ),
    -- Facts as seen from the person, whichever side they name him on.
    fact as (
      select other_person_id as person_id, other_organisation_id as organisation_id,
        other_audited_service_id as audited_service_id
      from conflict_fact f
      where f.person_id = whose and f.kind in ('PERSONAL_TIE', 'FINANCIAL_INTEREST') and ${lasts('f')}
      union
      select f.person_id, f.organisation_id, f.audited_service_id
      from conflict_fact f
      where f.other_person_id = whose and f.kind in ('PERSONAL_TIE', 'FINANCIAL_INTEREST') and ${lasts('f')}
      union
      select null, case when i.audited_service_id is null then i.organisation_id end, i.audited_service_id
      from auditor u
      join declaration_of_interests d on d.auditor_id = u.id and d.state = 'SIGNED'
      join interest i on i.declaration_id = d.id and i.kind in ('FAMILY', 'LITIGATION', 'FINANCIAL') and ${lasts('i')}
      where u.person_id = whose
    ),
    -- Where those work who are close to him, and what they answer for.
    close as (
      select f.organisation_id, f.audited_service_id from fact t
      join affiliation f on f.person_id = t.person_id and ${lasts('f')}
      union
      select null, g.audited_service_id from fact t
      join account o on o.person_id = t.person_id
      join role_grant g on g.account_id = o.id and g.audited_service_id is not null and g.revoked_at is null
        and ${lasts('g')}
    ),
    body as (
      select organisation_id from tie
      union select other from near
      union select l.one from near join link l on l.other = near.other and l.kind = near.kind
      union select reached from chain
      -- Members of what a chain reaches beyond the nearest grouping.
      union select l.one from chain c join link l on l.other = c.reached
        where c.reached not in (select other from near)
      union select organisation_id from fact
      union select organisation_id from close
    )
    select o.audited_service_id from service_organisation o join body b on b.organisation_id = o.organisation_id
    union select s.id from audited_service s join body b on b.organisation_id = s.organisation_id
    union select audited_service_id from tie where audited_service_id is not null
    union select audited_service_id from fact where audited_service_id is not null
    union select audited_service_id from close where audited_service_id is not null
  $$;
  alter function app.walls_of(uuid, date) owner to ${owner};
  revoke all on function app.walls_of(uuid, date) from public;
`;

/** Entering a transaction asks the function for the services that are hidden from who composes and decides. */
export const ENTER_ASKING_WALLS = `
  ${ENTER_WITHOUT_PERSON.replace(
    WALLED,
    `select json_agg(service), set_config('app.walled_services', coalesce(array_agg(service), '{}')::text, true)
      into walled
      from app.walls_of(person, today) as service;`,
  )}
  ${ONLY_WITHIN_A_SESSION}
`;

export const ENTER_BEHIND_WALLS = WALLS_OF + ENTER_ASKING_WALLS;

/** The way back. */
export const ENTER_BEHIND_TIES = `
  ${ENTER_WITHOUT_PERSON}
  ${ONLY_WITHIN_A_SESSION}
  drop function app.walls_of(uuid, date);
`;
