import { execFileSync } from 'node:child_process';
import { globalId } from '../../server/kernel/ids';
import { openApi, type ApiClient, type Json, type TestApi } from '../support/api';
import { connectTo } from '../support/data-source';
import { called, ended, makeComposition, moveRun, readRun, solved } from '../support/matching-factories';
import { codesOf } from '../support/teams-factories';

let api: TestApi;

beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

/** A campaign whose run takes long, started and seen to run. */
async function underWay() {
  const composition = await makeComposition(api, { audits: 12, radiologists: 18, radiographers: 14 });
  const { coordinator, campaignId } = composition;
  const payload = await coordinator.act(
    'matchingRunStart',
    { campaignId: globalId('Campaign', campaignId), seconds: 600 },
    'matchingRun { id operation { id } }',
  );
  const { id, operation } = payload.matchingRun;
  const solver = await solverOf();
  return { ...composition, id: String(id), operationId: String(operation.id), solver };
}

/** The process that solves, a child of this one. */
async function solverOf(): Promise<number> {
  for (;;) {
    const lines = execFileSync('ps', ['-eo', 'pid,ppid,args'], { encoding: 'utf8' }).split('\n');
    const line = lines.find(
      (each) => each.includes('solver-process') && new RegExp(`^\\s*\\d+\\s+${process.pid}\\s`).test(each),
    );
    if (line) return Number(line.trim().split(/\s+/)[0]);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const operationOf = async (client: ApiClient, id: string): Promise<Json> =>
  (await client.run('query ($id: ID!) { operation(id: $id) { state doneCount } }', { id })).data.operation;

describe('a run that is under way', () => {
  it('shows how far it is, lets the API answer, and is given up with its process', async () => {
    const { coordinator, id, operationId, solver } = await underWay();
    while ((await operationOf(coordinator, operationId)).doneCount < 5)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await readRun(coordinator, id, 'state status')).toEqual({ state: 'RUNNING', status: null });
    const cancelled = await coordinator.act('operationCancel', { operationId }, 'operation { state }');
    expect(cancelled).toMatchObject({ userErrors: [], operation: { state: 'CANCELLED' } });
    expect(await readRun(coordinator, id, 'state')).toEqual({ state: 'DISCARDED' });
    while (isAlive(solver)) await new Promise((resolve) => setTimeout(resolve, 50));
  });

  it('fails when its process is killed; the API lives, and the next run works', async () => {
    const { coordinator, campaignId, id, solver } = await underWay();
    process.kill(solver, 'SIGKILL');
    expect(await ended(coordinator, id)).toMatchObject({
      state: 'FAILED',
      message: 'The solver was lost (SOLVER_DIED): start the run again.',
      operation: { state: 'FAILED' },
    });
    expect(await called(api, campaignId)).toEqual([]);
    expect((await solved(coordinator, campaignId)).state).toBe('SOLVED');
  });

  it('ends with its operation, whatever ends that', async () => {
    const { coordinator, campaignId } = await makeComposition(api, { audits: 1 });
    const run = await solved(coordinator, campaignId);
    const uuid = Buffer.from(String(run.id), 'base64url').toString().split(':')[1];
    await api.sql(
      `update operation set state = 'RUNNING' where id = (select operation_id from matching_run where id = $1)`,
      [uuid],
    );
    // A run that has a plan is not touched any more …
    expect((await readRun(coordinator, run.id, 'state')).state).toBe('SOLVED');
    // … and one whose process died has ended once the operation is found orphaned.
    const [other] = await api.sql(
      `insert into operation (id, kind, state, account_id, deadline_at)
       select gen_random_uuid(), kind, 'RUNNING', account_id, now() - interval '1 minute' from operation
       where id = (select operation_id from matching_run where id = $1) returning id`,
      [uuid],
    );
    await api.sql(
      `insert into matching_run (id, campaign_id, operation_id, state, seed, seconds, memory_megabytes, rules_hash,
         solver_version, settings, started_by_id)
       select gen_random_uuid(), campaign_id, $2, 'RUNNING', seed, seconds, memory_megabytes, rules_hash, solver_version,
         settings, started_by_id from matching_run where id = $1`,
      [uuid, other?.['id']],
    );
    await api.sql(`update operation set state = 'TIMED_OUT', finished_at = now() where id = $1`, [
      other?.['id'],
    ]);
    const [row] = await api.sql('select state, finished_at from matching_run where operation_id = $1', [
      other?.['id'],
    ]);
    expect(row).toMatchObject({ state: 'TIMED_OUT', finished_at: expect.anything() });
  });
});

describe('what a run was solved from and what it gave', () => {
  it('do not change, whoever tries', async () => {
    const { coordinator, campaignId } = await makeComposition(api, { audits: 1 });
    const run = await solved(coordinator, campaignId);
    const uuid = Buffer.from(String(run.id), 'base64url').toString().split(':')[1];
    await expect(
      api.sql('update matching_run set objective = 1000000 where id = $1', [uuid]),
    ).rejects.toThrow('the outcome of a run is written once');
    const runtime = await connectTo(api);
    for (const change of [
      `update matching_run set seed = 2 where id = $1`,
      `update matching_run set settings = '{}' where id = $1`,
      `update matching_snapshot set content = '{}' where id = $1`,
      `update matching_result set plan = '{}' where id = $1`,
      `update proposed_team set week = null where matching_run_id = $1`,
      `update proposed_member set auditor_id = gen_random_uuid() where matching_run_id = $1`,
      `delete from matching_run where id = $1`,
      `delete from proposed_member where matching_run_id = $1`,
    ])
      await expect(
        runtime.transaction(async (manager) => {
          await manager.query(`select set_config('app.platform', 'on', true)`);
          await manager.query(change, [uuid]);
        }),
      ).rejects.toThrow('permission denied');
    await runtime.destroy();
  });

  it('are committed to by the trail, hash by hash', async () => {
    const { coordinator, campaignId } = await makeComposition(api, { audits: 1 });
    const run = await solved(coordinator, campaignId);
    const uuid = Buffer.from(String(run.id), 'base64url').toString().split(':')[1];
    const [entry] = await api.sql(
      `select p.after::jsonb as detail, e.account_id from trail_entry e join trail_payload p on p.entry_id = e.id and p.position = 0
       where e.object_id = $1 and e.act = 'matchingRunFinish'`,
      [uuid],
    );
    expect(entry).toMatchObject({
      account_id: null,
      detail: { snapshot: run.snapshotHash, plan: run.planHash, missing: 0 },
    });
    await moveRun(coordinator, 'matchingRunPublish', run);
    const acts = await api.sql(
      `select act from trail_entry where object_id = $1 and campaign_id = $2 order by created_at, act`,
      [uuid, campaignId],
    );
    expect(acts.map(({ act }) => act)).toEqual([
      'matchingRunStart',
      'matchingRunFinish',
      'matchingRunPublish',
    ]);
  });
});

describe('too many runs at once', () => {
  it('wait their turn up to a number, and are refused beyond', async () => {
    const { coordinator, campaignId } = await makeComposition(api, { audits: 1 });
    const start = () =>
      coordinator.act(
        'matchingRunStart',
        { campaignId: globalId('Campaign', campaignId), seconds: 1 },
        'matchingRun { id }',
      );
    const started: Json[] = [];
    for (let n = 0; n < 9; n += 1) started.push(await start());
    const refused = started.flatMap((payload) => codesOf(payload));
    expect(new Set(refused)).toEqual(new Set(['MATCHING_RUNS_WAITING']));
    for (const { matchingRun } of started)
      if (matchingRun) expect((await ended(coordinator, matchingRun.id)).state).toBe('SOLVED');
  });
});
