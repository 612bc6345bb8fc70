import type { DataSource } from 'typeorm';
import { asPlatform, asking } from '../../server/database/as-platform';
import {
  enqueue,
  JOB_RETRY_SECONDS,
  startQueue,
  type Queue,
  type Task,
  type Tasks,
} from '../../server/notifications';
import { openApi, type TestApi } from '../support/api';
import { connectTo } from '../support/data-source';

let api: TestApi;
let dataSource: DataSource;
const queues: Queue[] = [];
const logged: string[] = [];

beforeAll(async () => {
  api = await openApi();
  dataSource = await connectTo(api);
});
afterEach(async () => {
  await Promise.all(queues.splice(0).map((queue) => queue.stop()));
  await api.sql('delete from job');
  logged.length = 0;
});
afterAll(async () => {
  await dataSource.destroy();
  await api.close();
});

/** Workers that look only when told to, unless they poll. */
function start(tasks: Tasks, pollMs: number | null = null): Queue {
  const queue = startQueue({ dataSource, clock: api.clock, tasks, log: (line) => logged.push(line), pollMs });
  queues.push(queue);
  return queue;
}

const leave = (payload: Record<string, unknown>, options = {}): Promise<void> =>
  asPlatform(dataSource, (manager) => enqueue(asking(manager), 'note', payload, options));

const waiting = (): Promise<Record<string, unknown>[]> =>
  api.sql('select task, attempts, last_error, run_at from job order by created_at');

/** A task that notes what it was told. */
const noting =
  (done: unknown[]): Task =>
  (payload) => {
    done.push(payload);
    return Promise.resolve();
  };

const inMinutes = (minutes: number): Date => new Date(api.clock.now().getTime() + minutes * 60_000);

describe('a job', () => {
  it('is done by workers that look for it, once', async () => {
    const done: unknown[] = [];
    start({ note: noting(done) }, 5);
    await leave({ n: 1 });
    while (done.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await queues[0]?.settled();
    expect(done).toEqual([{ n: 1 }]);
    expect(await waiting()).toEqual([]);
  });

  it('is not there when the act that left it rolls back', async () => {
    await expect(
      asPlatform(dataSource, async (manager) => {
        await enqueue(asking(manager), 'note', {});
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await waiting()).toEqual([]);
  });

  it('waits for its instant by the application’s clock', async () => {
    const done: unknown[] = [];
    const queue = start({ note: noting(done) });
    await leave({ n: 1 }, { runAt: inMinutes(10) });
    await queue.settled();
    expect(done).toEqual([]);
    api.clock.advance({ minutes: 10 });
    await queue.settled();
    expect(done).toEqual([{ n: 1 }]);
  });

  it('is added once while one of its key waits, and again afterwards', async () => {
    const done: unknown[] = [];
    const queue = start({ note: noting(done) });
    await leave({ n: 1 }, { key: 'k' });
    await leave({ n: 2 }, { key: 'k' });
    await queue.settled();
    await leave({ n: 3 }, { key: 'k' });
    await queue.settled();
    expect(done).toEqual([{ n: 1 }, { n: 3 }]);
  });

  it('is left to processes that know its task', async () => {
    await leave({});
    await start({ other: noting([]) }).settled();
    expect(await waiting()).toMatchObject([{ task: 'note', attempts: 0 }]);
  });

  it('is one worker’s at a time, with several instances', async () => {
    const seen = new Map<unknown, number>();
    const tasks: Tasks = {
      note: async ({ n }, { sql }) => {
        await sql('select pg_sleep(0.002)', []);
        seen.set(n, (seen.get(n) ?? 0) + 1);
      },
    };
    for (let n = 0; n < 60; n += 1) await leave({ n });
    const instances = [start(tasks, 1), start(tasks, 1), start(tasks, 1)];
    await Promise.all(instances.map((queue) => queue.settled()));
    expect(seen.size).toBe(60);
    expect([...seen.values()].every((times) => times === 1)).toBe(true);
  });
});

describe('a job that fails', () => {
  it('undoes what it wrote, is logged, and comes back with growing delays until the last', async () => {
    let begun = 0;
    const queue = start({
      note: async (_payload, { sql, attempt }) => {
        begun += 1;
        expect(attempt).toBe(begun);
        await sql(`select app.enqueue('other', '{}', null, null)`, []);
        throw new Error('the weather');
      },
    });
    await leave({});
    for (const seconds of JOB_RETRY_SECONDS) {
      await queue.settled();
      api.clock.advance({ seconds: seconds - 1 });
      const before: number = begun;
      await queue.settled();
      expect(begun).toBe(before);
      api.clock.advance({ seconds: 1 });
    }
    await queue.settled();
    api.clock.advance({ days: 30 });
    await queue.settled();
    expect(begun).toBe(JOB_RETRY_SECONDS.length + 1);
    expect(await waiting()).toMatchObject([{ task: 'note', last_error: 'the weather' }]);
    expect(logged.at(-1)).toMatch(/the last\): the weather$/);
  });

  it('keeps what it wrote when it asks to come back', async () => {
    const queue = start({
      note: async (_payload, { sql }) => {
        await sql(`select app.enqueue('other', '{}', null, null)`, []);
        return { again: inMinutes(5) };
      },
    });
    await leave({});
    await queue.settled();
    expect(await waiting()).toMatchObject([
      { task: 'note', attempts: 0, last_error: null },
      { task: 'other', attempts: 0 },
    ]);
  });

  it('goes on when its connection is cut in the middle', async () => {
    let begun = 0;
    const queue = start({
      note: async (_payload, { sql }) => {
        begun += 1;
        const [{ pid } = { pid: 0 }] = await sql<{ pid: number }>('select pg_backend_pid() as pid', []);
        if (begun === 1) await api.sql('select pg_terminate_backend($1)', [pid]);
        await sql('select 1', []);
      },
    });
    await leave({});
    await expect(queue.settled()).rejects.toThrow();
    await queue.settled();
    expect(begun).toBe(2);
    expect(await waiting()).toEqual([]);
  });
});

it('acts take nothing from the queue', async () => {
  await leave({});
  const seen = await dataSource.transaction(async (manager) => {
    await manager.query(`select set_config('app.acting', 'on', true)`);
    return manager.query<unknown[]>(`delete from job returning 1`);
  });
  expect(seen).toEqual([[], 0]);
});
