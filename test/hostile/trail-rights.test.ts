import type { DataSource } from 'typeorm';
import { signDailyCheckpoints } from '../../server/trail';
import { openApi, type TestApi } from '../support/api';
import { connectTo } from '../support/data-source';
import { insertRow } from '../support/factories';
import { connectAsReader, makeTrailStage, suspendAndResume } from '../support/trail-factories';

const TABLES = [
  'trail_entry',
  'trail_leaf',
  'trail_payload',
  'trail_chain',
  'checkpoint',
  'trail_key',
  'report',
];

/** One way of writing to each table that changes something. */
const WRITES = TABLES.flatMap((table) => [
  [
    `update ${table}`,
    `update ${table} set ${table === 'trail_chain' ? 'size = size' : 'created_at = now()'}`,
    table,
  ],
  [`delete from ${table}`, `delete from ${table}`, table],
  [`truncate ${table}`, `truncate ${table} cascade`, table],
]).map(([name, text, table]) => {
  const columns: Record<string, string> = { trail_leaf: 'leaf = leaf', trail_payload: `table_name = 'x'` };
  const changed = columns[table ?? ''];
  return [name, name?.startsWith('update') && changed ? `update ${table} set ${changed}` : text] as [
    string,
    string,
  ];
});

let api: TestApi;
let runtime: DataSource;
let reader: DataSource;
let coordinatorId: string;

beforeAll(async () => {
  api = await openApi();
  runtime = await connectTo(api);
  reader = await connectAsReader(api);
  const stage = await makeTrailStage(api);
  ({ coordinatorId } = stage);
  await suspendAndResume(api, stage, 0, 1);
  await signDailyCheckpoints(runtime, api.trailSigner);
  const auditId = stage.audits[0]?.auditId;
  await insertRow(api, 'report', { audit_id: auditId, number: 1, content: '{}', sha256: 'a' });
});
afterAll(async () => {
  await Promise.all([runtime.destroy(), reader.destroy()]);
  await api.close();
});

/** Runs a statement as the server could at most: as an act of a coordinator, then as the platform. */
async function asServer(statement: string, identity: 'coordinator' | 'platform'): Promise<void> {
  await runtime.transaction(async (manager) => {
    if (identity === 'coordinator') {
      await manager.query('select app.enter($1, 1, current_date, $1, false)', [coordinatorId]);
      await manager.query(`select set_config('app.acting', 'on', true)`);
    } else await manager.query(`select set_config('app.platform', 'on', true)`);
    await manager.query(statement);
  });
}

const FROZEN = /the trail never changes|only grows|kept or emptied|an issued report never changes/;

describe('the role that serves requests', () => {
  it.each(WRITES)('may not %s', async (_name, statement) => {
    await expect(asServer(statement, 'coordinator')).rejects.toThrow('permission denied');
    await expect(asServer(statement, 'platform')).rejects.toThrow('permission denied');
  });

  it.each(TABLES.filter((table) => table !== 'report'))('may not insert into %s', async (table) => {
    const insert = `insert into ${table} select * from ${table}`;
    await expect(asServer(insert, 'coordinator')).rejects.toThrow('permission denied');
    await expect(asServer(insert, 'platform')).rejects.toThrow('permission denied');
  });

  it('may not put triggers out of action', async () => {
    const off = `set session_replication_role = replica`;
    await expect(asServer(off, 'platform')).rejects.toThrow('permission denied');
    await expect(asServer('alter table trail_leaf disable trigger all', 'platform')).rejects.toThrow(
      'must be owner',
    );
  });

  it.each(['', 'on'])('changes the content of no audit as nobody, platform: "%s"', async (platform) => {
    const [audit] = await api.sql<{ id: string; service: string }>(
      'select id, audited_service_id as service from audit limit 1',
    );
    const asNobody = (statement: string, values: unknown[]) =>
      runtime.transaction(async (manager) => {
        await manager.query(
          `select set_config('app.acting', 'on', true), set_config('app.platform', $1, true),
             set_config('app.services', $2, true), set_config('app.assigned_audits', $3, true)`,
          [platform, `{${audit?.service}}`, `{${audit?.id}}`],
        );
        await manager.query(statement, values);
      });
    const byAnAct = 'changes by the act of an account alone';
    const note = `update audit set safety_note = 'forged' where id = $1`;
    await expect(asNobody(note, [audit?.id])).rejects.toThrow(byAnAct);
    const proof = `insert into evidence (id, audit_id, audited_service_id, kind, state, title, note)
      values (gen_random_uuid(), $1, $2, 'NOTE', 'CLEAN', 'forged', 'forged')`;
    await expect(asNobody(proof, [audit?.id, audit?.service])).rejects.toThrow(byAnAct);
  });

  it('takes no checkpoint of what a chain is not', async () => {
    const take = `select app.trail_checkpoint(gen_random_uuid(), id, size + 1, 'ab', 'k', 'n') as kept from trail_chain`;
    await expect(asServer(take, 'platform')).rejects.toThrow('permission denied');
    const [chain] = await api.sql<{ id: string; size: number }>('select id, size from trail_chain limit 1');
    const [row] = await runtime.query<{ kept: boolean }[]>(
      `select app.trail_checkpoint(gen_random_uuid(), $1, $2, 'ab', 'k', 'n') as kept`,
      [chain?.id, chain?.size],
    );
    expect(row).toEqual({ kept: false });
  });
});

describe('the owner of the tables', () => {
  it.each(WRITES)('may not %s while the triggers stand', async (_name, statement) => {
    await expect(api.sql(statement)).rejects.toThrow(FROZEN);
    const stepDown = `set local role vis_a_vis_owner; set local app.platform = 'on'; ${statement}`;
    await expect(api.sql(stepDown)).rejects.toThrow(FROZEN);
  });

  it('may not empty a payload but in a transaction that says so', async () => {
    const empty = `update trail_payload set before = null, before_salt = null, after = null, after_salt = null`;
    await expect(api.sql(empty)).rejects.toThrow(FROZEN);
    await expect(api.sql(`${empty}, erased_by_id = (select id from trail_entry limit 1)`)).rejects.toThrow(
      FROZEN,
    );
    await expect(api.sql(`${empty}, erased_by_id = app.trail_entry_id()`)).rejects.toThrow(
      'trail_payload_erased_by_entry',
    );
  });
});

describe('the reading role', () => {
  it.each(WRITES)('may not %s', async (_name, statement) => {
    await expect(reader.query(statement)).rejects.toThrow('permission denied');
  });
});
