import { DATABASE_ROLES } from '../../row-level-security';

const { owner, runtime, reader } = DATABASE_ROLES;

/** Reads one setting of the transaction; after a transaction that set it, PostgreSQL gives '' and not null. */
const setting = (name: string, type: string): string => `
  create function app.${name}() returns ${type} language sql stable parallel safe
    as $$ select nullif(current_setting('app.${name}', true), '')::${type} $$;`;

/** The same for a list; without the setting, the empty one. */
const list = (name: string, type: string): string => `
  create function app.${name}() returns ${type}[] language sql stable parallel safe
    as $$ select coalesce(nullif(current_setting('app.${name}', true), ''), '{}')::${type}[] $$;`;

const question = (name: string, answer: string): string => `
  create function app.${name}() returns boolean language sql stable parallel safe as $$ select ${answer} $$;`;

/**
 * Who is asking, as the database knows him. `app.enter` reads it from the tables and keeps it in settings of the
 * transaction, that end with it; the policies ask the functions below. Nothing here is told by the server but the account.
 */
export const IDENTITY = `
  create schema app authorization ${owner};
  grant usage on schema app to ${runtime}, ${reader};
  ${setting('account_id', 'uuid')}
  ${setting('person_id', 'uuid')}
  ${setting('auditor_id', 'uuid')}
  ${list('roles', 'text')}
  ${list('services', 'uuid')}
  ${list('managed_services', 'uuid')}
  ${list('assigned_audits', 'uuid')}
  ${list('walled_services', 'uuid')}
  ${question('is_platform', `coalesce(current_setting('app.platform', true) = 'on', false)`)}
  ${question('is_acting', `coalesce(current_setting('app.acting', true) = 'on', false) or app.is_platform()`)}
  ${question('is_signed_in', 'app.account_id() is not null')}
  ${question('is_coordinator', `'COORDINATOR' = any(app.roles())`)}
  ${question('is_programme', `app.roles() && '{COORDINATOR,STEERING_MEMBER}'::text[]`)}
  ${question('is_admin', `'ADMIN' = any(app.roles())`)}
  ${question('is_staff', `app.roles() && '{COORDINATOR,ADMIN}'::text[]`)}
  ${question('sees_drafts', `app.roles() && '{COORDINATOR,STEERING_MEMBER,TEMPLATE_EDITOR}'::text[]`)}
  ${question('takes_part', `app.roles() && '{COORDINATOR,STEERING_MEMBER,TEMPLATE_EDITOR,ANALYST,AUDITOR,ADMIN}'::text[] or app.services() <> '{}'::uuid[]`)}

  -- Column privileges for all columns but those that never change.
  create procedure app.grant_update(changed text, fixed text[]) language plpgsql as $$
    declare
      changing text;
    begin
      select string_agg(quote_ident(attname), ', ') into changing from pg_attribute
      where attrelid = changed::regclass and attnum > 0 and not attisdropped and attname <> all(fixed);
      execute format('grant update (%s) on %s to ${runtime}', changing, changed);
    end $$;
`;

/** How entering finds the services that are hidden from who composes and decides, for as long as he is tied to them. */
export const WALLED = `select json_agg(distinct o.audited_service_id),
        set_config('app.walled_services', coalesce(array_agg(distinct o.audited_service_id), '{}')::text, true)
      into walled
      from public.affiliation f join public.service_organisation o on o.organisation_id = f.organisation_id
      where f.person_id = person and f.from_date <= today and (f.to_date is null or f.to_date >= today);`;

/**
 * Enters a transaction as an account: gives what the server's first wall wants to know as JSON, and keeps what the
 * policies ask. Null, and no identity, when the account is closed or its session over.
 */
export const ENTER = `
  create function app.enter(entering uuid, session integer, today date) returns text
  language plpgsql volatile security definer as $$
  declare
    person uuid;
    auditor uuid;
    roles json;
    assignments json;
    walled json;
    held text[];
  begin
    perform set_config('app.assigned_audits', '', true), set_config('app.walled_services', '', true);
    select p.id, u.id into person, auditor
    from public.account a
    join public.person p on p.id = a.person_id
    left join public.auditor u on u.person_id = p.id
    where a.id = entering and a.disabled_at is null and a.session_version = session;
    if not found then
      perform set_config('app.account_id', '', true), set_config('app.person_id', '', true),
        set_config('app.auditor_id', '', true), set_config('app.roles', '', true),
        set_config('app.services', '', true), set_config('app.managed_services', '', true);
      return null;
    end if;
    select json_agg(json_build_object('role', g.role, 'auditedServiceId', g.audited_service_id) order by g.id),
      array_agg(g.role), set_config('app.services', coalesce(array_agg(g.audited_service_id)
        filter (where g.audited_service_id is not null), '{}')::text, true),
      set_config('app.managed_services', coalesce(array_agg(g.audited_service_id)
        filter (where g.role = 'SERVICE_MANAGER'), '{}')::text, true)
    into roles, held
    from public.role_grant g
    where g.account_id = entering and g.revoked_at is null and g.from_date <= today
      and (g.to_date is null or g.to_date >= today);
    held := coalesce(held, '{}');
    if auditor is not null then
      select json_agg(json_build_object('auditId', s.audit_id, 'isLead', s.is_lead) order by s.id),
        set_config('app.assigned_audits', case when 'AUDITOR' = any(held)
          then coalesce(array_agg(s.audit_id), '{}') else '{}' end::text, true)
      into assignments
      from public.assignment s
      where s.auditor_id = auditor and s.state = any('{ACCEPTED,CONFIRMED,COMPLETED}'::text[]);
    end if;
    if held && '{COORDINATOR,STEERING_MEMBER}'::text[] then
      ${WALLED}
    end if;
    perform set_config('app.account_id', entering::text, true), set_config('app.person_id', person::text, true),
      set_config('app.auditor_id', coalesce(auditor::text, ''), true), set_config('app.roles', held::text, true);
    return json_build_object('personId', person, 'auditorId', auditor, 'roles', roles, 'assignments', assignments,
      'walledServices', walled)::text;
  end $$;
  alter function app.enter(uuid, integer, date) owner to ${owner};
  revoke all on function app.enter(uuid, integer, date) from public;
  grant execute on function app.enter(uuid, integer, date) to ${runtime}, ${reader};
`;
