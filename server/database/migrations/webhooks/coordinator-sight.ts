import { DATABASE_ROLES } from '../../row-level-security';
import { DEFINER } from '../trail-chain/erasure';

const { owner, runtime } = DATABASE_ROLES;

/**
 * Whether an account follows the programme on a day and no tie hides the service from it: what `app.enter` finds of whoever
 * asks, for those who write to somebody who does not, or count them. Acts and the platform alone get an answer.
 */
export const COORDINATOR_SIGHT = `
  create function app.coordinates(account uuid, service uuid, today date) returns boolean
  language sql stable ${DEFINER} as $$
    select app.is_acting() and exists (
      select from account a join role_grant g on g.account_id = a.id
      where a.id = $1 and a.disabled_at is null and g.role = 'COORDINATOR' and g.revoked_at is null
        and g.from_date <= $3 and (g.to_date is null or g.to_date >= $3)
        and $2 not in (select app.walls_of(a.person_id, $3)))
  $$;
  alter function app.coordinates(uuid, uuid, date) owner to ${owner};
  revoke all on function app.coordinates(uuid, uuid, date) from public;
  grant execute on function app.coordinates(uuid, uuid, date) to ${runtime};
`;
