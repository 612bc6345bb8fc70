import { DATABASE_ROLES } from '../../row-level-security';
import { DEFINER } from '../trail-chain/erasure';

const { owner, runtime } = DATABASE_ROLES;

const holds = (row: string): string => `${row}.revoked_at is null and ${row}.from_date <= $2
  and (${row}.to_date is null or ${row}.to_date >= $2)`;

/**
 * Of campaigns, the accounts of the coordination and the steering committee that belong to no service audited in one and are
 * tied to none: those who may see a synthesis before it is out. Acts and the platform alone get an answer.
 */
export const PROGRAMME_SIGHT = `
  create function app.programme_of(campaigns uuid[], today date) returns table (campaign_id uuid, account_id uuid)
  language sql stable ${DEFINER} as $$
    with member as materialized (
      select a.id, array(
        select app.walls_of(a.person_id, $2)
        union
        select g.audited_service_id from role_grant g
        where g.account_id = a.id and g.audited_service_id is not null and ${holds('g')}) as tied
      from account a
      where app.is_acting() and cardinality($1) > 0 and a.disabled_at is null and exists (
        select from role_grant g where g.account_id = a.id and g.role in ('COORDINATOR', 'STEERING_MEMBER') and ${holds('g')})
    )
    select c.id, m.id from member m cross join unnest($1) c (id)
    where not exists (select from audit a where a.campaign_id = c.id and a.audited_service_id = any(m.tied))
  $$;
  alter function app.programme_of(uuid[], date) owner to ${owner};
  revoke all on function app.programme_of(uuid[], date) from public;
  grant execute on function app.programme_of(uuid[], date) to ${runtime};
`;
