import type { DataSource } from 'typeorm';
import { openApi, type TestApi } from '../../support/api';
import { connectTo } from '../../support/data-source';

let api: TestApi;
let runtime: DataSource;

beforeAll(async () => {
  api = await openApi();
  runtime = await connectTo(api);
});
afterAll(async () => {
  await runtime.destroy();
  await api.close();
});

/** Tables that hold what is of no person: which migrations have run. */
const OF_THE_SERVER = ['migration'];

/** What verifies signatures is public. */
const PUBLIC = ['trail_key'];

const TABLES = `
  select c.oid, c.relname as name, pg_get_userbyid(c.relowner) as owner, c.relrowsecurity as enabled,
    c.relforcerowsecurity as forced
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    and c.relname <> all($1)`;

const COMMANDS = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'] as const;

describe('every table', () => {
  it('belongs to the owner and stands behind enabled and forced row-level security', async () => {
    const tables = await api.sql<{ name: string; owner: string; enabled: boolean; forced: boolean }>(TABLES, [
      OF_THE_SERVER,
    ]);
    expect(tables.length).toBeGreaterThan(40);
    expect(
      tables.filter(({ owner, enabled, forced }) => owner !== 'vis_a_vis_owner' || !enabled || !forced),
    ).toEqual([]);
  });

  it('grants a command where there is a policy for it, and none where there is none', async () => {
    const found = await api.sql<{ name: string; command: string; granted: boolean; ruled: boolean }>(
      `with t as (${TABLES}), command as (select unnest($2::text[]) as command)
       select t.name, command,
         has_table_privilege('vis_a_vis_runtime', t.oid, command) or (command in ('SELECT', 'INSERT', 'UPDATE')
           and has_any_column_privilege('vis_a_vis_runtime', t.oid, command)) as granted,
         exists (select 1 from pg_policies p where p.schemaname = 'public' and p.tablename = t.name
           and p.cmd = command and p.roles @> '{vis_a_vis_runtime}') as ruled
       from t cross join command`,
      [OF_THE_SERVER, [...COMMANDS]],
    );
    expect(found.filter(({ granted, ruled }) => granted !== ruled)).toEqual([]);
    expect(found.filter(({ granted }) => granted).length).toBeGreaterThan(100);
  });

  it('has no policy that lets the public in, and no command for all roles at once', async () => {
    const loose = await api.sql(
      `select tablename, policyname from pg_policies where schemaname = 'public'
       and (roles @> '{public}' or (cmd = 'ALL' and roles <> '{vis_a_vis_owner}'))`,
    );
    expect(loose).toEqual([]);
  });

  it('lets nobody but the platform empty it, whole or by a trigger', async () => {
    const more = await api.sql(
      `with t as (${TABLES}) select t.name, role, privilege
       from t, unnest('{vis_a_vis_runtime,vis_a_vis_reader,public}'::text[]) role,
         unnest('{TRUNCATE,TRIGGER,REFERENCES}'::text[]) privilege
       where has_table_privilege(role, t.oid, privilege)`,
      [OF_THE_SERVER],
    );
    expect(more).toEqual([]);
  });

  it('is read by the reader through the same policies, and never written by him', async () => {
    const written = await api.sql(
      `with t as (${TABLES}) select t.name, command from t, unnest('{INSERT,UPDATE,DELETE}'::text[]) command
       where has_table_privilege('vis_a_vis_reader', t.oid, command)
         or (command <> 'DELETE' and has_any_column_privilege('vis_a_vis_reader', t.oid, command))`,
      [OF_THE_SERVER],
    );
    expect(written).toEqual([]);
  });

  it('shows nothing to the runtime role where nobody was entered', async () => {
    const tables = await api.sql<{ name: string }>(TABLES, [[...OF_THE_SERVER, ...PUBLIC]]);
    for (const { name } of tables) {
      const [granted] = await runtime.query<{ may: boolean }[]>(
        `select has_table_privilege($1, 'select') as may`,
        [name],
      );
      if (!granted?.may) continue;
      const [row] = await runtime.query<{ rows: number; readable: boolean }[]>(
        `select count(*)::int as rows from ${name}`,
      );
      expect({ name, rows: row?.rows }).toEqual({ name, rows: 0 });
    }
    const [scales] = await api.sql<{ rows: number }>('select count(*)::int as rows from scale');
    expect(scales?.rows).toBeGreaterThan(0);
  });
});

const FUNCTIONS = `
  select p.oid::regprocedure::text as name, pg_get_userbyid(p.proowner) as owner, p.prosecdef as definer, p.oid
  from pg_proc p where p.pronamespace in ('public'::regnamespace, 'app'::regnamespace)`;

// Sessions for every account of a test are opened by a function of the tests' own.
describe('every function', () => {
  it('that acts as its owner is owned by the owner of the tables and is not for the public', async () => {
    const functions = await api.sql<{ name: string; owner: string; isPublic: boolean }>(
      `select name, owner, has_function_privilege('public', oid, 'EXECUTE') as "isPublic"
       from (${FUNCTIONS}) f where definer and name <> 'open_test_session()' order by name`,
    );
    expect(functions.length).toBeGreaterThan(5);
    expect(functions.filter(({ owner, isPublic }) => owner !== 'vis_a_vis_owner' || isPublic)).toEqual([]);
  });

  it('that acts as its owner names the schema of each table, so that no other can stand in for it', async () => {
    const bodies = await api.sql<{ name: string; body: string }>(
      `select p.oid::regprocedure::text as name, p.prosrc as body from pg_proc p
       where p.prosecdef and coalesce(array_to_string(p.proconfig, ','), '') !~ 'search_path'
         and p.pronamespace in ('public'::regnamespace, 'app'::regnamespace)`,
    );
    const loose = bodies.filter(({ body }) =>
      /\b(from|join|into|update)\s+(?!public\.|roles|assignments|walled|person)\w+\s+\w/i.test(body),
    );
    expect(loose.map(({ name }) => name)).toEqual([]);
  });
});

describe('the database', () => {
  it('has no view, whose owner would look past the policies', async () => {
    expect(
      await api.sql(
        `select relname from pg_class where relkind in ('v', 'm') and relnamespace in ('public'::regnamespace, 'app'::regnamespace)`,
      ),
    ).toEqual([]);
  });

  it('grants nothing of its tables and sequences to the public', async () => {
    const granted = await api.sql(
      `select c.relname, a.privilege_type from pg_class c, aclexplode(c.relacl) a
       where c.relnamespace = 'public'::regnamespace and a.grantee = 0`,
    );
    expect(granted).toEqual([]);
  });

  it('has roles for requests and for reading that are no more than that', async () => {
    const roles = await api.sql(
      `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin from pg_roles
       where rolname in ('vis_a_vis_owner', 'vis_a_vis_runtime', 'vis_a_vis_reader')
         and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolcanlogin)`,
    );
    expect(roles).toEqual([]);
    const memberships = await api.sql(
      `select pg_get_userbyid(roleid) as role from pg_auth_members
       where pg_get_userbyid(member) in ('vis_a_vis_runtime', 'vis_a_vis_reader')`,
    );
    expect(memberships).toEqual([]);
  });
});
