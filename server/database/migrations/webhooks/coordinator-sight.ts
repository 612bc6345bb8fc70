import { DATABASE_ROLES } from '../../row-level-security';
import { DEFINER } from '../trail-chain/erasure';

const { owner, runtime } = DATABASE_ROLES;

/** The account `a` follows the programme on a day. @param today placeholder of the day in Paris */
const follows = (today: string): string => `a.disabled_at is null and exists (
  select from role_grant g where g.account_id = a.id and g.role = 'COORDINATOR' and g.revoked_at is null
    and g.from_date <= ${today} and (g.to_date is null or g.to_date >= ${today}))`;

/**
 * Whether an account follows the programme on a day and no tie hides the service from it, and all such accounts of many
 * services: what `app.enter` finds of whoever asks, for those who write to somebody who does not, or count them. Acts and
 * the platform alone get an answer. Of many, walls are looked for once for each account: the links of all organisations are
 * walked for them.
 */
export const COORDINATOR_SIGHT = `
  create function app.coordinates(account uuid, service uuid, today date) returns boolean
  language sql stable ${DEFINER} as $$
    select app.is_acting() and exists (
      select from account a where a.id = $1 and ${follows('$3')} and $2 not in (select app.walls_of(a.person_id, $3)))
  $$;
  create function app.coordinators_of(services uuid[], today date) returns table (service_id uuid, account_id uuid)
  language sql stable ${DEFINER} as $$
    with coordinator as materialized (
      select a.id, array(select app.walls_of(a.person_id, $2)) as walls
      from account a where app.is_acting() and cardinality($1) > 0 and ${follows('$2')}
    )
    select s.id, c.id from coordinator c cross join unnest($1) s (id) where s.id <> all(c.walls)
  $$;
  alter function app.coordinates(uuid, uuid, date) owner to ${owner};
  alter function app.coordinators_of(uuid[], date) owner to ${owner};
  revoke all on function app.coordinates(uuid, uuid, date), app.coordinators_of(uuid[], date) from public;
  grant execute on function app.coordinates(uuid, uuid, date), app.coordinators_of(uuid[], date) to ${runtime};
`;
