import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ENTER_ASKING_WALLS, WALLS_OF } from './conflict-graph/walls';
import { REVIEWERS_ONCE_MORE, reviewersUnfrozen } from './sight-of-the-tied/reviewer';

/** The same text with a part put in the place of another. @throws Error when the part is not there, once: a defect */
function replaced(text: string, part: string, by: string): string {
  if (text.split(part).length !== 2) throw new Error(`not there, or not once: ${part}`);
  return text.replace(part, () => by);
}

const anew = (creating: string): string =>
  creating.replaceAll('create function', 'create or replace function');

/** Whose assignment is frozen sees nothing of the audit, as before he was cleared, until somebody has decided or the tie is gone. */
const ENTER_UNFROZEN = replaced(
  ENTER_ASKING_WALLS,
  `s.state = any('{ACCEPTED,CONFIRMED,COMPLETED}'::text[]);`,
  `s.state = any('{ACCEPTED,CONFIRMED,COMPLETED}'::text[])
        and not exists (select 1 from public.conflict_alert x where x.assignment_id = s.id and x.state = 'OPEN');`,
);

/**
 * Whoever answers for a service, under any of his accounts, is of its people: the service and its sisters of the same entity
 * are hidden from him where he composes and decides. What he sees as one of its people stays.
 */
const WALLS_OF_ITS_PEOPLE = replaced(
  replaced(
    replaced(
      WALLS_OF,
      `    body as (
      select organisation_id from tie`,
      `    own as (
      select s.id, s.organisation_id from account o
      join role_grant g on g.account_id = o.id and g.audited_service_id is not null and g.revoked_at is null
        and (g.from_date is null or g.from_date <= today) and (g.to_date is null or g.to_date >= today)
      join audited_service s on s.id = g.audited_service_id
      where o.person_id = whose
    ),
    body as (
      select organisation_id from tie`,
    ),
    `      union select organisation_id from close`,
    `      union select organisation_id from close
      union select organisation_id from own`,
  ),
  `    union select audited_service_id from close where audited_service_id is not null`,
  `    union select audited_service_id from close where audited_service_id is not null
    union select id from own`,
);

/** Who must see nothing of an audit for the sake of a tie. */
export class SightOfTheTied1795000000028 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(anew(WALLS_OF_ITS_PEOPLE));
    await runner.query(anew(ENTER_UNFROZEN));
    await runner.query(reviewersUnfrozen(replaced));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(REVIEWERS_ONCE_MORE);
    await runner.query(anew(ENTER_ASKING_WALLS));
    await runner.query(anew(WALLS_OF));
  }
}
