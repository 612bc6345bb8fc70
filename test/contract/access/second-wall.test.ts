import type { DataSource, QueryRunner } from 'typeorm';
import { connectTo } from '../../support/data-source';
import { VIEWERS } from '../../support/world';
import { openWorld, type OpenWorld } from '../../support/world/open-world';
import { COMMANDS, enter, prepareTries, reach, triedRows, type Command, type Run } from './database-hands';
import { expectGolden, readGolden, type Golden } from './golden-file';
import { describeNames, namesIn } from './name-sets';
import { inFew, inFull } from './people';

const PREFACE = [
  'What the row policies of the database let through, by themselves, table by table.',
  'Who: the rows he reads, or those like which he makes, changes or removes rows while an act runs; nobody else any.',
  'Below it stand the columns that no act ever changes. Written by UPDATE_GOLDEN=1.',
];

/** Somebody without any relation, while an act runs: what acts read, they read of whoever it is. */
const ANY_ACT = 'roleless, while an act runs';
/** Those who see much, where no act runs: nothing is locked and nothing changed. */
const NO_ACT = ['coordinator', 'admin', 'steering member', 'lead A', 'manager A'].map(
  (viewer) => `${viewer}, where no act runs`,
);
/** The owner of the tables, as whom nobody signs in: functions that answer for what they tell run as it. */
const OWNER = 'the owner of the tables';
/** Whoever verifies the trail, with a login of the reader's. */
const VERIFIER = 'the reader, where nobody was entered';
/** The server's own work: start-up, sign-in, upkeep. */
const SERVER = 'the server itself, as the platform';

let open: OpenWorld;
let dataSource: DataSource;
let runner: QueryRunner;
let run: Run;
let tables: string[];

beforeAll(async () => {
  open = await openWorld();
  dataSource = await connectTo(open.api, null);
  runner = dataSource.createQueryRunner();
  run = <T>(text: string, values?: unknown[]) => runner.query(text, values) as Promise<T[]>;
  const found = await open.api.sql<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'migration' order by 1`,
  );
  tables = found.map(({ name }) => name);
  await prepareTries(open.api, open.world, tables);
});
afterAll(async () => {
  await runner.release();
  await dataSource.destroy();
  await open.api.close();
});

type Who = readonly [name: string, enter: (command: Command) => Promise<void>];

const everyone: Who[] = [
  ...VIEWERS.map((viewer): Who => [viewer, (command) => enter(run, viewer, command !== 'read')]),
  ['nobody', () => enter(run, null, false)],
  [ANY_ACT, () => enter(run, 'roleless', true)],
  ...NO_ACT.map((name): Who => [name, () => enter(run, name.split(',')[0] ?? '', false)]),
  [VERIFIER, async () => void (await run('set local role vis_a_vis_reader'))],
  [OWNER, async () => void (await run('set local role vis_a_vis_owner'))],
  [
    SERVER,
    async () => {
      await enter(run, null, false);
      await run(`select set_config('app.platform', 'on', true)`);
    },
  ],
];

/** What somebody reaches of some tables, by name; a table that his role may not read at all shows him nothing. */
async function reachOf(who: Who, of: readonly string[], command: Command): Promise<Map<string, Set<string>>> {
  await run('savepoint who');
  await who[1](command);
  const granted = command === 'read' ? await readable(of) : of;
  const reached =
    granted.length > 0 ? await reach(run, open.world, granted, command) : new Map<string, Set<string>>();
  await run('rollback to savepoint who');
  return reached;
}

async function readable(of: readonly string[]): Promise<string[]> {
  const found = await run<{ name: string }>(
    `select name from unnest($1::text[]) name where has_table_privilege(name, 'select')`,
    [of],
  );
  return found.map(({ name }) => name);
}

const allNames = (table: string): string[] => triedRows(open.world, table).map(([, name]) => name);

describe('the row policies', () => {
  it('let through what the golden file says, of every table and command', async () => {
    const found = new Map<string, Map<string, string[]>>();
    await run('begin');
    for (const command of COMMANDS) {
      for (const who of everyone) {
        for (const [table, names] of await reachOf(who, tables, command)) {
          const words = describeNames(names, allNames(table));
          if (words === 'none') continue;
          const heading = `${table}: ${command}`;
          const said = found.get(heading) ?? new Map<string, string[]>();
          found.set(heading, said.set(words, [...(said.get(words) ?? []), who[0]]));
        }
      }
    }
    const golden: Golden = {};
    for (const heading of tables.flatMap((table) => COMMANDS.map((command) => `${table}: ${command}`))) {
      const said = [...(found.get(heading) ?? [])];
      if (said.length > 0)
        golden[heading] = Object.fromEntries(said.map(([words, whos]) => [inFew(whos), words]));
    }
    await run('rollback');
    const fixed = await run<{ table: string; columns: string }>(
      `select c.relname as "table", string_agg(a.attname, ' ' order by a.attnum) as columns
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migration'
         and not has_column_privilege('vis_a_vis_runtime', c.oid, a.attnum, 'UPDATE')
       group by 1 order by 1`,
    );
    golden['columns that never change'] = Object.fromEntries(
      fixed.map(({ table, columns }) => [table, columns]),
    );
    expectGolden('second-wall', golden, PREFACE);
  });

  it('are each missed when they are dropped, emptied or opened', async () => {
    const golden = readGolden('second-wall');
    const policies = await run<Policy>(
      `select tablename as "table", policyname as name, cmd, qual as "using", with_check as "check",
         permissive = 'RESTRICTIVE' as "isBar",
         permissive = 'PERMISSIVE' and exists (select 1 from pg_policies r where r.tablename = p.tablename
           and r.permissive = 'RESTRICTIVE') as "isBarred"
       from pg_policies p where schemaname = 'public' order by 1, 2`,
    );
    const survivors: string[] = [];
    let mutants = 0;
    // The reader is let in to the keys by the policy for all, too.
    for (const policy of policies.filter(({ table, name }) => `${table} ${name}` !== 'trail_key verifies')) {
      for (const part of ['using', 'check'] as const) {
        for (const value of ['true', 'false']) {
          // What is public to all stays what it is when it is opened.
          const isPublic = /^\(?true\)?$|\bOR true\b/.test(policy[part] ?? 'true');
          if (policy[part] === value || policy[part] === null || (isPublic && value === 'true')) continue;
          // A bar before the others withholds what they would open.
          if (policy.isBarred && value === 'true') continue;
          // Whoever cannot read a row cannot lock it either: nobody is there to notice.
          if (
            policy.name === 'changes' &&
            part === 'using' &&
            value === 'true' &&
            isUnread(golden, policy.table)
          )
            continue;
          mutants += 1;
          const clause = part === 'using' ? 'using' : 'with check';
          await run('begin');
          await run(`alter policy ${policy.name} on ${policy.table} ${clause} (${value})`);
          if (!(await isMissed(golden, policy, value === 'true')))
            survivors.push(`${policy.table} ${policy.name} ${clause} (${value})`);
          await run('rollback');
        }
      }
      mutants += 1;
      await run('begin');
      await run(`drop policy ${policy.name} on ${policy.table}`);
      if (!(await isMissed(golden, policy, policy.isBar)))
        survivors.push(`${policy.table} without ${policy.name}`);
      await run('rollback');
    }
    process.stdout.write(`row policies: ${mutants - survivors.length} of ${mutants} mutants killed\n`);
    expect(survivors).toEqual([]);
  });
});

/** Whether no account reads a table, only the server's own work and what acts decide on. */
function isUnread(golden: Golden, table: string): boolean {
  const readers = Object.keys(golden[`${table}: read`] ?? {}).flatMap(inFull);
  return readers.every((who) => [ANY_ACT, SERVER, VERIFIER, OWNER].includes(who));
}

interface Policy {
  table: string;
  name: string;
  cmd: string;
  using: string | null;
  check: string | null;
  /** It withholds rows that others let through. */
  isBar: boolean;
  /** Another policy of the table withholds rows whatever this one says. */
  isBarred: boolean;
}

const COMMANDS_OF: Readonly<Record<string, readonly Command[]>> = {
  SELECT: ['read'],
  INSERT: ['insert'],
  UPDATE: ['lock', 'update'],
  DELETE: ['delete'],
  ALL: ['read', 'update', 'insert'],
};

/** Those who notice most, first. */
const NOTICING = [
  'nobody',
  ANY_ACT,
  NO_ACT,
  OWNER,
  'roleless',
  'coordinator',
  'manager A',
  'lead A',
  'admin',
];
const noticing = [...everyone].sort((one, other) => rank(one[0]) - rank(other[0]));

function rank(name: string): number {
  const at = NOTICING.indexOf(name);
  return at < 0 ? NOTICING.length : at;
}

/**
 * Whether somebody's reach differs from what the golden file says of a table.
 * @param isOpened rows too many are to be noticed first by whoever does not reach all, too few by whoever reaches some
 */
async function isMissed(golden: Golden, { table, cmd }: Policy, isOpened: boolean): Promise<boolean> {
  for (const command of COMMANDS_OF[cmd] ?? []) {
    const said = new Map(
      Object.entries(golden[`${table}: ${command}`] ?? {}).flatMap(([whos, words]) =>
        inFull(whos).map((who) => [who, namesIn(words, allNames(table))] as const),
      ),
    );
    const reachedBy = (who: Who) => said.get(who[0])?.size ?? 0;
    const all = allNames(table).length;
    const mayNotice = (who: Who) => (isOpened ? reachedBy(who) < all : reachedBy(who) > 0);
    const first = noticing.filter(mayNotice);
    for (const who of [...first, ...noticing.filter((each) => !mayNotice(each))]) {
      const may = said.get(who[0]) ?? new Set<string>();
      const got = (await reachOf(who, [table], command)).get(table) ?? new Set<string>();
      if (got.size !== may.size || [...got].some((name) => !may.has(name))) return true;
    }
  }
  return false;
}
