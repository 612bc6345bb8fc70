import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import {
  failOrphanedOperations,
  keepWaiting,
  operationsSettled,
  runOperation,
} from '../../server/operations';
import { globalId } from '../../server/kernel/ids';
import { openApi, type ApiClient, type TestApi } from '../support/api';
import { connectTo } from '../support/data-source';
import { insertRow, makeAccount } from '../support/factories';
import { makeOperation, NOTHING_DONE, readOperation } from '../support/operation-factories';

let api: TestApi;
let dataSource: DataSource;
let accountId: string;
let owner: ApiClient;

beforeAll(async () => {
  api = await openApi();
  dataSource = await connectTo(api);
  accountId = (await makeAccount(api, { roles: ['COORDINATOR'] })).accountId;
  owner = api.as(accountId);
});

afterAll(async () => {
  await operationsSettled(dataSource);
  await dataSource.destroy();
  await api.close();
});

describe('operations whose process died', () => {
  it('are ended, those that somebody runs or may be about to run left alone', async () => {
    const before = new Date(Date.now() - 120_000).toISOString();
    const old = { created_at: before, updated_at: before };
    const past = { ...old, deadline_at: new Date(Date.now() - 1_000).toISOString() };
    const lost = await makeOperation(api, accountId, { state: 'RUNNING' });
    const late = await makeOperation(api, accountId, { state: 'RUNNING', ...past });
    const forgotten = await makeOperation(api, accountId, old);
    const fresh = await makeOperation(api, accountId);
    const waiting = await makeOperation(api, accountId, old);
    await keepWaiting(dataSource, waiting);
    const running = await makeOperation(api, accountId);
    let ended = -1;

    await runOperation({ dataSource }, running, async () => {
      ended = await failOrphanedOperations(dataSource);
      return NOTHING_DONE;
    });

    expect(ended).toBe(3);
    expect(await readOperation(owner, lost)).toMatchObject({
      state: 'FAILED',
      message: 'The platform stopped during this operation: nothing was saved, start it again.',
    });
    expect(await readOperation(owner, late)).toMatchObject({ state: 'TIMED_OUT', message: null });
    expect(await readOperation(owner, forgotten)).toMatchObject({ state: 'FAILED' });
    expect(await readOperation(owner, fresh)).toMatchObject({ state: 'QUEUED' });
    expect(await readOperation(owner, waiting)).toMatchObject({ state: 'QUEUED' });
    expect(await readOperation(owner, running)).toMatchObject({ state: 'DONE' });
    expect(await failOrphanedOperations(dataSource)).toBe(0);
  });
});

describe('other people', () => {
  it('do not see it, its problems or its cancellation', async () => {
    const other = api.as((await makeAccount(api, { roles: ['COORDINATOR', 'ADMIN'] })).accountId);
    const id = await makeOperation(api, accountId);
    const problem = await insertRow(api, 'operation_problem', {
      operation_id: id,
      position: 1,
      line: 2,
      severity: 'ERROR',
      code: 'X',
    });
    const node = `query ($id: ID!) { node(id: $id) { id } }`;
    const problemId = globalId('OperationProblem', problem);
    expect((await owner.run(node, { id: problemId })).data['node']).toEqual({ id: problemId });
    expect((await other.run(node, { id: problemId })).data['node']).toBeNull();
    expect(await readOperation(other, id)).toBeNull();
    expect(
      (await other.run('{ operations(first: 10) { totalCount } }')).data['operations']!['totalCount'],
    ).toBe(0);
    const refused = await other.act('operationCancel', { operationId: id });
    expect(refused['userErrors']).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'operationId'] }]);
    const unknown = await owner.act('operationCancel', { operationId: randomUUID() });
    expect(unknown['userErrors']).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(await readOperation(owner, id)).toMatchObject({ state: 'QUEUED' });
  });

  it('do not count in the list of one’s own', async () => {
    const own = await makeAccount(api);
    const done = await makeOperation(api, own.accountId, { state: 'DONE' });
    await makeOperation(api, own.accountId);
    const { data } = await api
      .as(own.accountId)
      .run(
        '{ all: operations(first: 10) { totalCount } done: operations(first: 10, filter: { states: [DONE] }) { nodes { id } } }',
      );
    expect(data).toEqual({ all: { totalCount: 2 }, done: { nodes: [{ id: globalId('Operation', done) }] } });
  });
});
