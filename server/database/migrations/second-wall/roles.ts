import { DATABASE_ROLES } from '../../row-level-security';

const { owner, runtime, reader } = DATABASE_ROLES;

/**
 * The three roles, made once for the whole server, whose memberships the connecting login needs. A login that may not
 * make roles finds them made already: the README tells a database administrator what to run.
 */
export const ROLES = `
  do $$
  declare
    wanted text;
  begin
    -- Databases of one server share their roles: two migrations may come at once.
    perform pg_advisory_xact_lock(hashtext('vis-a-vis roles'));
    foreach wanted in array array['${owner}', '${runtime}', '${reader}'] loop
      if not exists (select 1 from pg_roles where rolname = wanted) then
        execute format('create role %I nologin nosuperuser nocreatedb nocreaterole nobypassrls', wanted);
      end if;
      -- From version 16 on, whoever makes a role may administer it, and not yet use it.
      if not pg_has_role(current_user, wanted, 'usage') then
        execute format('grant %I to %I', wanted, current_user);
      end if;
    end loop;
    -- A temporary table could stand in for a real one by its name.
    execute format('revoke temporary on database %I from public', current_database());
  end $$;
  grant usage, create on schema public to ${owner};
  grant usage on schema public to ${runtime}, ${reader};
`;

/** What the roles hold in this database is given back; they themselves serve the other databases of the server. */
export const NO_ROLES = `
  revoke all on schema public from ${owner}, ${runtime}, ${reader};
`;
