import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { DatabaseAddress } from '../../server/database/data-source';
import { globalId } from '../../server/kernel/ids';
import { openApi, type TestApi } from '../support/api';
import { addressOf } from '../support/data-source';
import { makeTeamedAudit } from '../support/factories';
import { openMailbox, type Mailbox } from '../support/mailbox';
import type { MessageChildSettings } from '../support/message-child';

// Workers are killed at every step of a message, and then at moments that are drawn: MESSAGE_KILLS draws more of them.
const KILLS = Number(process.env['MESSAGE_KILLS'] ?? 3);
const STEPS = ['told', 'beforeSending', 'sent'] as const;

let api: TestApi;
let mailbox: Mailbox;
let address: DatabaseAddress;
let child: ChildProcess | null = null;
let kills = 0;

beforeAll(async () => {
  api = await openApi();
  mailbox = await openMailbox();
  address = await addressOf(api);
});
afterAll(async () => {
  child?.kill('SIGKILL');
  await mailbox.close();
  await api.close();
});

/** Starts a worker process; gives once it has said a word: `started`, or where it stands still. */
async function start(standsAt: MessageChildSettings['standsAt']): Promise<void> {
  const worker = fork(path.join(__dirname, '../support/message-child.ts'), [], {
    execArgv: ['--require', path.join(__dirname, '../../scripts/run-sources.cjs')],
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  child = worker;
  const awaited = standsAt ?? 'started';
  const said = new Promise<void>((resolve, reject) => {
    worker.on('message', (word) => word === awaited && resolve());
    worker.once('exit', () => reject(new Error('the worker ended by itself')));
  });
  const settings: MessageChildSettings = {
    address,
    mailboxUrl: mailbox.url,
    now: api.clock.now().toISOString(),
    standsAt,
  };
  worker.send(settings);
  await said;
}

async function kill(): Promise<void> {
  const exited = child && once(child, 'exit');
  child?.kill('SIGKILL');
  await exited;
  kills += 1;
}

/** Something that three people are told of at once. */
async function escalate(): Promise<void> {
  const audit = await makeTeamedAudit(api, { state: 'ON_SITE' });
  const input = {
    auditId: globalId('Audit', audit.auditId),
    expectedVersion: 1,
    note: 'Blindage défectueux.',
  };
  expect((await api.as(audit.lead.accountId).act('auditEscalateSafety', input)).userErrors).toEqual([]);
}

const settle = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test('nothing is lost, and no more comes twice than workers were killed, under the same Message-ID', async () => {
  let expected = 0;
  for (const step of STEPS) {
    await escalate();
    expected += 2;
    await start(step);
    await kill();
  }
  for (let drawn = 0; drawn < KILLS; drawn += 1) {
    for (let n = 0; n < 4; n += 1) await escalate();
    expected += 8;
    await start(null);
    await settle(Math.random() * 150);
    await kill();
  }
  // Later, so that nothing waits for another attempt.
  api.clock.advance({ days: 1 });
  await start(null);
  // What goes to webhooks is for workers of their own.
  const left = (): Promise<unknown[]> => api.sql("select 1 from job where task <> 'fanOutWebhooks'");
  while ((await left()).length > 0) await settle(50);
  child?.kill('SIGKILL');

  const mails = await api.sql<{ id: string; accepted: boolean }>(
    'select id, accepted_at is not null as accepted from mail',
  );
  expect(mails).toHaveLength(expected);
  expect(mails.every(({ accepted }) => accepted)).toBe(true);
  // Everybody was told of each thing once, whatever the workers went through.
  expect(await api.sql('select 1 from delivery')).toHaveLength(expected);
  const ids = mailbox.mails.map(({ messageId }) => messageId);
  expect(new Set(ids)).toEqual(new Set(mails.map(({ id }) => `<${id}@example.org>`)));
  expect(ids.length - new Set(ids).size).toBeLessThanOrEqual(kills);
  // The one that was killed with the answer in its hand has sent one again: the test can fail.
  expect(ids.length - new Set(ids).size).toBeGreaterThanOrEqual(1);
});
