import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { poolOf } from '../../server/database/data-source';
import { globalId } from '../../server/kernel/ids';
import { openApi, type TestApi } from '../support/api';
import { makeAccount } from '../support/factories';
import { connectAsReader, problemsOf, verifyDatabase } from '../support/trail-factories';

// Faults at every step between an effect and its commit. Whatever happens, an effect without its entry or an entry without
// its effect must not be there afterwards. Which fault strikes which mutation is drawn by TRAIL_SEED.
const SEED = process.env['TRAIL_SEED'] ?? randomUUID();
const MUTATIONS = 560;

/** Where it strikes, and how. */
const FAULTS = [
  'none',
  'raise payload',
  'raise entry',
  'raise leaf',
  'raise chain',
  'raise commit',
  'kill payload',
  'kill entry',
  'kill leaf',
  'kill commit',
  'drop',
] as const;

let api: TestApi;
let served: DataSource;
let reader: DataSource;
let admin: string;

/** Triggers that strike where the table `fault` says so, for the object that a row names. */
const STRIKES = `
  create table fault (id uuid primary key, kind text not null);
  create function strike() returns trigger language plpgsql security definer as $$
    declare
      named uuid;
      found text;
    begin
      named := case tg_argv[0]
        when 'payload' then to_jsonb(new) ->> 'row_id'
        when 'entry' then to_jsonb(new) ->> 'object_id'
        when 'leaf' then substring(to_jsonb(new) ->> 'leaf' from 'object: RoleGrant ([0-9a-f-]{36})')
        else to_jsonb(new) ->> 'id' end;
      select kind into found from public.fault f where f.id = named;
      if found = 'raise ' || tg_argv[0] then raise exception 'a fault was injected'; end if;
      if found = 'kill ' || tg_argv[0] then perform pg_terminate_backend(pg_backend_pid()), pg_sleep(10); end if;
      return new;
    end $$;
  create function strike_chain() returns trigger language plpgsql security definer as $$
    begin
      if exists (select 1 from public.fault f join public.trail_entry e on e.object_id = f.id
        where f.kind = 'raise chain' and e.xmin::text = pg_current_xact_id()::xid::text) then
        raise exception 'a fault was injected';
      end if;
      return new;
    end $$;
  create trigger strike before insert on trail_payload for each row execute function strike('payload');
  create trigger strike before insert on trail_entry for each row execute function strike('entry');
  create trigger strike before insert on trail_leaf for each row execute function strike('leaf');
  create trigger strike before update on trail_chain for each row execute function strike_chain();
  create constraint trigger strike after insert on role_grant deferrable initially deferred
    for each row execute function strike('commit');`;

beforeAll(async () => {
  console.log(`TRAIL_SEED=${SEED}`);
  api = await openApi({
    afterLoad: (dataSource) => {
      served = dataSource;
      return Promise.resolve();
    },
  });
  reader = await connectAsReader(api);
  admin = (await makeAccount(api, { roles: ['ADMIN'] })).accountId;
  await api.sql(STRIKES);
});
afterAll(async () => {
  await reader.destroy();
  await api.close();
});

/** Cuts a connection of the server that is in use. */
function dropConnection(): void {
  const { _clients: clients } = poolOf(served) as unknown as {
    _clients: { connection: { stream: { destroy(): void } } }[];
  };
  clients.at(-1)?.connection.stream.destroy();
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

describe('an act whose trail cannot be written', () => {
  it('does not happen: no effect without its entry, no entry without its effect', async () => {
    const { accountId } = await makeAccount(api);
    const account = globalId('Account', accountId);
    const draws = await api.sql<{ id: string; draw: number }>(
      `select gen_random_uuid() as id, abs(hashtext($1 || n::text)) as draw from generate_series(1, $2) n`,
      [SEED, MUTATIONS],
    );
    const plan = draws.map(({ id, draw }, index) => ({
      id,
      draw,
      index,
      fault: FAULTS[draw % FAULTS.length],
    }));
    await api.sql(`insert into fault select * from unnest($1::uuid[], $2::text[])`, [
      plan.map(({ id }) => id),
      plan.map(({ fault }) => fault),
    ]);
    const done = new Set<string>();
    for (const { id, draw, index, fault } of plan) {
      const day = new Date(Date.UTC(2030, 0, 1 + index)).toISOString().slice(0, 10);
      const input = { id, accountId: account, role: 'OBSERVER', fromDate: day, toDate: day };
      const acting = api
        .as(admin)
        .act('roleGrant', input)
        .then(
          ({ userErrors }) => userErrors.length === 0,
          () => false,
        );
      if (fault === 'drop') {
        await turns(draw % 60);
        dropConnection();
      }
      if (await acting) done.add(id);
    }

    const outcomes = await api.sql<{
      id: string;
      kind: string;
      effects: number;
      entries: number;
      payloads: number;
    }>(
      `select f.id, f.kind, (select count(*)::int from role_grant g where g.id = f.id) as effects,
         (select count(*)::int from trail_entry e where e.object_id = f.id) as entries,
         (select count(*)::int from trail_payload p where p.row_id = f.id and p.position > 0) as payloads
       from fault f`,
    );
    const uneven = outcomes.filter(
      ({ effects, entries, payloads }) => effects !== entries || effects !== payloads,
    );
    const unkept = outcomes.filter(({ id, effects }) => done.has(id) && effects !== 1);
    const struck = outcomes.filter(({ kind }) => kind !== 'none');
    const survived = struck.filter(({ kind, effects }) => kind !== 'drop' && effects > 0);
    expect({ uneven, unkept, survived }).toEqual({ uneven: [], unkept: [], survived: [] });
    expect(struck.length).toBeGreaterThanOrEqual(500);
    expect(outcomes.filter(({ kind, effects }) => kind === 'none' && effects === 1).length).toBeGreaterThan(
      10,
    );
    expect(problemsOf(await verifyDatabase(reader))).toEqual([]);
  }, 600_000);
});

describe('an effect beside the acts', () => {
  /** What somebody can do who runs statements as the server does, with an identity. */
  const beside = (statement: string): Promise<unknown> =>
    served.transaction(async (manager) => {
      await manager.query('select app.enter($1, 1, current_date, $1, false)', [admin]);
      await manager.query(`select set_config('app.acting', 'on', true)`);
      await manager.query(statement);
    });

  it('does not commit without an entry', async () => {
    await expect(
      beside(
        `update person set given_name = 'Autre' where id = (select person_id from account where id = '${admin}')`,
      ),
    ).rejects.toThrow('trail_payload_has_its_entry');
    await expect(
      beside(`insert into person (id, family_name, given_name) values (gen_random_uuid(), 'Sans', 'Trace')`),
    ).rejects.toThrow('trail_payload_has_its_entry');
    expect(await api.sql(`select 1 from person where given_name in ('Autre', 'Trace')`)).toEqual([]);
  });

  it('cannot be hung on an entry that is there', async () => {
    const [entry] = await api.sql<{ id: string }>('select id from trail_entry limit 1');
    await expect(
      beside(`insert into trail_payload (entry_id, position, table_name, row_id, operation)
        values ('${entry?.id}', 99, 'person', gen_random_uuid(), 'UPDATE')`),
    ).rejects.toThrow('permission denied');
  });
});
