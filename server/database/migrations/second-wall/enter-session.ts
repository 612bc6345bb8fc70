import { DATABASE_ROLES } from '../../row-level-security';
import { ENTER } from './identity';

const { owner, runtime, reader } = DATABASE_ROLES;

/** A client program has an account and no person. */
export const ENTER_WITHOUT_PERSON = ENTER.replace('create function', 'create or replace function').replace(
  'join public.person p',
  'left join public.person p',
);

/**
 * Enters a transaction as an account in one of its sessions, that must not be over: an ended session takes its access
 * tokens along. Whoever owes a second factor, or a password of his own, enters as an account and nobody; a client program brings the scopes that its token
 * and its registration both have.
 */
export const ENTER_SESSION = `
  ${ENTER_WITHOUT_PERSON}
  create function app.enter(entering uuid, version integer, today date, session uuid, wants_second_factor boolean,
    wants_own_password boolean default false)
  returns text language plpgsql volatile security definer as $$
  declare
    is_second_factor boolean;
    owes text;
    program uuid;
    scopes text[];
    facts text;
  begin
    select s.is_second_factor, s.client_program_id, array(select unnest(s.scopes) intersect select unnest(c.scopes) order by 1)
    into is_second_factor, program, scopes
    from public.account_session s
    left join public.client_program c on c.id = s.client_program_id
    where s.id = session and s.account_id = entering and s.ended_at is null and c.revoked_at is null;
    -- No version is negative: nobody enters, and whoever was in the settings is taken out of them.
    facts := app.enter(entering, case when found then version else -1 end, today);
    if facts is null then
      return null;
    elsif program is not null then
      return (facts::jsonb || jsonb_build_object('scopes', scopes))::text;
    elsif wants_own_password and exists (
      select 1 from public.account_session s where s.id = session and s.method = 'PASSWORD'
        and not exists (select 1 from public.own_password o where o.account_id = entering)) then
      owes := 'owesOwnPassword';
    elsif wants_second_factor and not is_second_factor
      and app.roles() && '{COORDINATOR,STEERING_MEMBER,TEMPLATE_EDITOR,ANALYST,ADMIN}'::text[] then
      owes := 'owesSecondFactor';
    end if;
    if owes is not null then
      perform set_config('app.roles', '', true), set_config('app.services', '', true),
        set_config('app.managed_services', '', true), set_config('app.assigned_audits', '', true),
        set_config('app.walled_services', '', true), set_config('app.person_id', '', true),
        set_config('app.auditor_id', '', true);
      return (facts::jsonb
        || '{"personId": null, "auditorId": null, "roles": null, "assignments": null, "walledServices": null}'
        || jsonb_build_object(owes, true))::text;
    end if;
    return facts;
  end $$;
  alter function app.enter(uuid, integer, date, uuid, boolean, boolean) owner to ${owner};
  revoke all on function app.enter(uuid, integer, date, uuid, boolean, boolean) from public;
  grant execute on function app.enter(uuid, integer, date, uuid, boolean, boolean) to ${runtime}, ${reader};
  -- Only within a session.
  revoke all on function app.enter(uuid, integer, date) from ${runtime}, ${reader};
`;

/** The way back: accounts are entered without a session again. */
export const ENTER_ACCOUNT = `
  drop function app.enter(uuid, integer, date, uuid, boolean, boolean);
  ${ENTER.replace('create function', 'create or replace function')}
`;
