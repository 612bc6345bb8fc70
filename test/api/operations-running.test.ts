import type { DataSource } from 'typeorm';
import { operationsSettled, runOperation } from '../../server/operations';
import { globalId } from '../../server/kernel/ids';
import { refuse } from '../../server/kernel/outcome';
import { openApi, type ApiClient, type TestApi } from '../support/api';
import { connectTo } from '../support/data-source';
import { makeAccount } from '../support/factories';
import {
  isWritten,
  makeOperation,
  NOTHING_DONE,
  readOperation,
  writePerson,
} from '../support/operation-factories';

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

describe('an operation that succeeds', () => {
  it('ends as DONE with its counts and problems, and what it wrote', async () => {
    const id = await makeOperation(api, accountId);
    expect(await readOperation(owner, id)).toMatchObject({
      state: 'QUEUED',
      doneCount: 0,
      totalCount: 3,
      finishedAt: null,
      availableTransitions: [{ act: 'operationCancel', to: 'CANCELLED', isAvailable: true }],
    });
    const seen: unknown[] = [];

    await runOperation({ dataSource }, id, async (progress) => {
      await writePerson(progress, 'Done');
      await progress.report(2, 4);
      const { state, doneCount, totalCount } = (await readOperation(owner, id)) ?? {};
      seen.push({ state, doneCount, totalCount }, await isWritten(api, 'Done'));
      await progress.report(4);
      return {
        created: 2,
        changed: 1,
        refused: 1,
        problems: [
          { line: 3, column: 'finess', code: 'KEY_FAILED', severity: 'WARNING', value: '750000001' },
          { line: 5, column: null, code: 'TOO_SHORT', severity: 'ERROR', value: '' },
        ],
      };
    });

    expect(seen).toEqual([{ state: 'RUNNING', doneCount: 2, totalCount: 4 }, false]);
    const { finishedAt, ...operation } = (await readOperation(owner, id)) ?? {};
    expect(finishedAt).toEqual(expect.any(String));
    expect(operation).toEqual({
      kind: 'AUDITED_SERVICES_IMPORT',
      state: 'DONE',
      isDryRun: false,
      doneCount: 4,
      totalCount: 4,
      message: null,
      createdCount: 2,
      changedCount: 1,
      refusedCount: 1,
      availableTransitions: [],
      problems: {
        totalCount: 2,
        nodes: [
          { line: 3, severity: 'WARNING', code: 'KEY_FAILED', field: 'finess', value: '750000001' },
          { line: 5, severity: 'ERROR', code: 'TOO_SHORT', field: null, value: '' },
        ],
      },
    });
    expect(await isWritten(api, 'Done')).toBe(true);
  });

  it('tells all this on a dry run, and writes nothing', async () => {
    const id = await makeOperation(api, accountId, { is_dry_run: true });
    await runOperation({ dataSource }, id, async (progress) => {
      expect(progress.isDryRun).toBe(true);
      await writePerson(progress, 'Dry');
      return {
        created: 1,
        changed: 0,
        refused: 0,
        problems: [{ line: 2, column: 'a', code: 'X', severity: 'WARNING', value: 'v' }],
      };
    });
    expect(await readOperation(owner, id)).toMatchObject({
      state: 'DONE',
      isDryRun: true,
      createdCount: 1,
      problems: { totalCount: 1 },
    });
    expect(await isWritten(api, 'Dry')).toBe(false);
  });

  it('runs once, however often it is started', async () => {
    const id = await makeOperation(api, accountId);
    let runs = 0;
    const work = () => {
      runs += 1;
      return Promise.resolve(NOTHING_DONE);
    };
    await Promise.all([1, 2, 3].map(() => runOperation({ dataSource }, id, work)));
    expect(runs).toBe(1);
    expect(await readOperation(owner, id)).toMatchObject({ state: 'DONE' });
  });
});

describe('an operation that does not', () => {
  it('fails with the reason of a refusal, in the language of who reads it', async () => {
    const id = await makeOperation(api, accountId);
    await runOperation({ dataSource }, id, async (progress) => {
      await writePerson(progress, 'Refused');
      return refuse('FILE_REFUSED', ['input'], { why: 'XYZ' });
    });
    expect(await readOperation(owner, id)).toMatchObject({
      state: 'FAILED',
      message: 'File refused: XYZ.',
      createdCount: null,
    });
    expect(await readOperation(owner, id, { 'accept-language': 'fr' })).toMatchObject({
      message: 'Fichier refusé : XYZ.',
    });
    expect(await isWritten(api, 'Refused')).toBe(false);
  });

  it('fails with a number for the support when nobody expected it, and says so to whoever runs it', async () => {
    const id = await makeOperation(api, accountId);
    const crash = runOperation({ dataSource }, id, async (progress) => {
      await writePerson(progress, 'Crashed');
      throw new TypeError('a detail that no client may read');
    });
    await expect(crash).rejects.toThrow('a detail that no client may read');
    expect(await readOperation(owner, id)).toMatchObject({
      state: 'FAILED',
      message: `Internal error. Give this number to support: ${id}.`,
    });
    expect(await isWritten(api, 'Crashed')).toBe(false);
  });

  it('is cancelled by its owner, even when the work notices nothing, and leaves nothing behind', async () => {
    const id = await makeOperation(api, accountId);
    await runOperation({ dataSource }, id, async (progress) => {
      await writePerson(progress, 'Cancelled');
      const payload = await owner.act(
        'operationCancel',
        { operationId: globalId('Operation', id) },
        'operation { state finishedAt }',
      );
      expect(payload).toMatchObject({ operation: { state: 'CANCELLED' }, userErrors: [] });
      return { ...NOTHING_DONE, created: 1 };
    });
    expect(await readOperation(owner, id)).toMatchObject({
      state: 'CANCELLED',
      createdCount: null,
      availableTransitions: [],
    });
    expect(await isWritten(api, 'Cancelled')).toBe(false);
  });

  it('hears of its cancellation through its report', async () => {
    const id = await makeOperation(api, accountId);
    let isAfterReport = false;
    await runOperation({ dataSource }, id, async (progress) => {
      await owner.act('operationCancel', { operationId: id });
      await progress.report(1);
      isAfterReport = true;
      return NOTHING_DONE;
    });
    expect(isAfterReport).toBe(false);
    expect(await readOperation(owner, id)).toMatchObject({ state: 'CANCELLED', doneCount: 0 });
  });

  it('is given up at its deadline', async () => {
    const id = await makeOperation(api, accountId, {
      deadline_at: new Date(Date.now() - 1_000).toISOString(),
    });
    await runOperation({ dataSource }, id, async (progress) => {
      await writePerson(progress, 'Late');
      for (;;) {
        await progress.report(1);
        await new Promise((resolve) => setImmediate(resolve));
      }
    });
    expect(await readOperation(owner, id)).toMatchObject({ state: 'TIMED_OUT', createdCount: null });
    expect(await isWritten(api, 'Late')).toBe(false);
  });

  it('never starts once it is cancelled', async () => {
    const id = await makeOperation(api, accountId);
    await owner.act('operationCancel', { operationId: id });
    let runs = 0;
    await runOperation({ dataSource }, id, () => Promise.resolve({ ...NOTHING_DONE, created: (runs += 1) }));
    expect(runs).toBe(0);
    const again = await owner.act('operationCancel', { operationId: id });
    expect(again['userErrors']).toMatchObject([
      { __typename: 'IllegalTransitionError', from: 'CANCELLED', allowed: [] },
    ]);
  });
});
