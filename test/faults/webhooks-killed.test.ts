import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { newSecretsKey, secretBox } from '../../server/identity';
import { openApi, type TestApi } from '../support/api';
import { addressOf } from '../support/data-source';
import { makeCoordinator } from '../support/factories';
import { openReceiver, type WebhookReceiver } from '../support/webhook-receiver';
import type { WebhookWorkerSettings } from '../support/webhook-worker-process';

// A worker is killed again and again in the middle of a delivery: WEBHOOK_KILLS repeats more of it.
const KILLS = Number(process.env['WEBHOOK_KILLS'] ?? 3);
const DELIVERIES = KILLS * 3;

const secretsKey = newSecretsKey();
let api: TestApi;
let receiver: WebhookReceiver;
let child: ChildProcess | null = null;

beforeAll(async () => {
  api = await openApi({ settings: { secretBox: secretBox(secretsKey) } });
  receiver = await openReceiver();
});
afterAll(async () => {
  child?.kill('SIGKILL');
  await receiver.close();
  await api.close();
});

async function start(): Promise<ChildProcess> {
  child = fork(path.join(__dirname, '../support/webhook-worker-process.ts'), [], {
    execArgv: ['--require', path.join(__dirname, '../../scripts/run-sources.cjs')],
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const settings: WebhookWorkerSettings = {
    address: await addressOf(api),
    secretsKey,
    now: api.clock.now().toISOString(),
  };
  child.send(settings);
  return child;
}

/** Resolves when so many messages have arrived in all. */
async function arrived(count: number): Promise<void> {
  while (receiver.received.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
}

test('a worker killed in the middle loses nothing, and tells twice at most what it was telling', async () => {
  const coordinator = api.as(await makeCoordinator(api));
  const made = await coordinator.act(
    'webhookEndpointCreate',
    { url: receiver.url },
    'webhookEndpoint { id version } webhookSecret { secret }',
  );
  const { id, version } = made.webhookEndpoint;
  for (let n = 0; n < DELIVERIES; n += 1)
    await coordinator.act('webhookTrigger', { webhookEndpointId: id, expectedVersion: version });

  // The receiver has the message, and the worker dies before it hears so.
  for (let killed = 0; killed < KILLS; killed += 1) {
    const before = receiver.received.length;
    let isStruck = false;
    receiver.answer = (response, _request, count) => {
      if (count < before + 2 || isStruck) return void response.writeHead(204).end();
      isStruck = true;
      child?.kill('SIGKILL');
      setTimeout(() => response.writeHead(204).end(), 50);
    };
    const worker = await start();
    await once(worker, 'exit');
  }
  receiver.answer = (response) => response.writeHead(204).end();
  await start();
  const deliveries = () =>
    api.sql<{ id: string; state: string; attempts: number }>(
      `select d.id, d.state, (select count(*)::int from webhook_attempt a where a.webhook_delivery_id = d.id) as attempts
       from webhook_delivery d order by d.id`,
    );
  await arrived(DELIVERIES + KILLS);
  while ((await deliveries()).some(({ state }) => state === 'PENDING'))
    await new Promise((resolve) => setTimeout(resolve, 20));

  const ids = receiver.received.map(({ headers }) => headers['webhook-id'] ?? '');
  expect([...new Set(ids)].sort()).toEqual((await deliveries()).map((one) => one.id));
  expect(ids.length - new Set(ids).size).toBe(KILLS);
  for (const message of receiver.received)
    expect(receiver.verify(made.webhookSecret.secret, message)).toMatchObject({ type: 'test' });
  expect(await deliveries()).toEqual(
    Array(DELIVERIES).fill({ id: expect.any(String), state: 'DELIVERED', attempts: 1 }),
  );
  expect(await api.sql('select 1 from job')).toEqual([]);
});
