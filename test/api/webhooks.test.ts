import { randomUUID } from 'node:crypto';
import { asPlatform, asking } from '../../server/database/as-platform';
import { globalId } from '../../server/kernel/ids';
import { WEBHOOK_REQUESTS, WEBHOOK_REQUESTS_WINDOW_MS } from '../../server/graphql';
import { deliverTask, WEBHOOK_RETRY_SECONDS, webhookReach } from '../../server/notifications/webhooks';
import { openApi, type ApiClient, type Json, type TestApi } from '../support/api';
import { makeAccount, makeCoordinator, makeTeamedAudit } from '../support/factories';
import { connectTo } from '../support/data-source';
import { openSecondInstance } from '../support/second-instance';
import { codesOf, errorsOf, makeTie } from '../support/teams-factories';
import { openReceiver, type WebhookReceiver } from '../support/webhook-receiver';
import { openWebhookWorkers, type WebhookWorkers } from '../support/webhook-workers';

const ENDPOINT = `webhookEndpoint { id url topics state failingSince disabledBecause version
  auditedService { id } availableTransitions { act isAvailable }
  deliveries(first: 50) { nodes { id sequence topic body state nextTryAt endedAt version
    attempts { number outcome statusCode answer durationMs } } } }`;

let api: TestApi;
let receiver: WebhookReceiver;
let workers: WebhookWorkers;
let coordinatorId: string;
let coordinator: ApiClient;

beforeAll(async () => {
  api = await openApi();
  receiver = await openReceiver();
  workers = await openWebhookWorkers(api);
  coordinatorId = await makeCoordinator(api);
  coordinator = api.as(coordinatorId);
});
beforeEach(async () => {
  // Each test has endpoints of its own alone.
  await workers.settled();
  await api.sql('delete from webhook_endpoint');
  await api.sql('delete from job');
  receiver.received.length = 0;
  receiver.answer = (response) => response.writeHead(204).end();
});
afterAll(async () => {
  expect(workers.logged).toEqual([]);
  await workers.close();
  await receiver.close();
  await api.close();
});

/** An endpoint at the receiver: of a service, or of the client's own. */
async function openEndpoint(
  client: ApiClient,
  input: Record<string, unknown> = {},
): Promise<{ id: string; secret: string; endpoint: Json }> {
  const payload = await client.act(
    'webhookEndpointCreate',
    { url: receiver.url, ...input },
    `${ENDPOINT} webhookSecret { secret }`,
  );
  expect(payload.userErrors).toEqual([]);
  const { webhookEndpoint, webhookSecret } = payload;
  return { id: webhookEndpoint.id, secret: webhookSecret.secret, endpoint: webhookEndpoint };
}

async function readEndpoint(client: ApiClient, id: string): Promise<Json> {
  const { data } = await client.run(
    `query ($id: ID!) { node(id: $id) { ... on WebhookEndpoint { ${ENDPOINT.slice(18, -1)} } } }`,
    { id },
  );
  return data.node;
}

const versionOf = async (client: ApiClient, id: string): Promise<number> =>
  (await readEndpoint(client, id)).version;

type Teamed = Awaited<ReturnType<typeof makeTeamedAudit>>;

/** Something that service, team and every coordinator without a tie are told of, about the audit itself. */
async function happen({ auditId }: Teamed): Promise<void> {
  const id = globalId('Audit', auditId);
  const { data } = await coordinator.run('query ($id: ID!) { audit(id: $id) { state version } }', { id });
  const { state, version } = data.audit;
  const payload = await coordinator.act(state === 'SUSPENDED' ? 'auditResume' : 'auditSuspend', {
    auditId: id,
    expectedVersion: version,
    ...(state === 'SUSPENDED' ? {} : { reason: 'Grève' }),
  });
  expect(payload.userErrors).toEqual([]);
}

const makeSuspendable = () => makeTeamedAudit(api, { state: 'TEAM_CONFIRMED' });
const forward = (seconds: number): void =>
  api.clock.set(new Date(api.clock.now().getTime() + seconds * 1_000));

describe('an endpoint', () => {
  test('of a service is opened by who manages it, its secret shown once', async () => {
    const audit = await makeSuspendable();
    const manager = api.as(audit.managerId);
    const input = {
      idempotencyKey: '6a3fd1c2-9a52-4d2a-8a57-0d4a3f2b9c10',
      auditedServiceId: globalId('AuditedService', audit.serviceId),
      url: receiver.url,
      topics: ['REPORT_ISSUED', 'AUDIT_INTERRUPTED', 'REPORT_ISSUED'],
    };
    const first = await manager.act('webhookEndpointCreate', input, `${ENDPOINT} webhookSecret { secret }`);
    expect(first.webhookSecret.secret).toMatch(/^whsec_/);
    expect(first.webhookEndpoint).toMatchObject({
      url: receiver.url,
      topics: ['AUDIT_INTERRUPTED', 'REPORT_ISSUED'],
      state: 'ENABLED',
      auditedService: { id: input.auditedServiceId },
      deliveries: { nodes: [] },
    });
    const again = await manager.act(
      'webhookEndpointCreate',
      input,
      'webhookSecret { secret } webhookEndpoint { id }',
    );
    expect(again).toMatchObject({
      replayed: true,
      webhookSecret: null,
      webhookEndpoint: { id: first.webhookEndpoint.id },
    });
    const kept =
      JSON.stringify(await api.sql('select * from webhook_secret')) +
      JSON.stringify(await api.sql('select * from idempotency_key'));
    expect(kept).not.toContain(first.webhookSecret.secret.slice('whsec_'.length, 20));
  });

  test('is seen by its owner alone', async () => {
    const audit = await makeSuspendable();
    const service = await openEndpoint(api.as(audit.managerId), {
      auditedServiceId: globalId('AuditedService', audit.serviceId),
    });
    const own = await openEndpoint(coordinator);
    const list = async (client: ApiClient) =>
      (await client.run('{ webhookEndpoints(first: 10) { nodes { id } } }')).data.webhookEndpoints.nodes.map(
        (node: Json) => node.id,
      );
    const reader = await makeAccount(api, { services: { [audit.serviceId]: 'SERVICE_READER' } });
    const other = await makeSuspendable();
    expect(await list(api.as(audit.managerId))).toEqual([service.id]);
    expect(await list(coordinator)).toEqual([own.id]);
    for (const account of [
      reader.accountId,
      other.managerId,
      await makeCoordinator(api),
      audit.lead.accountId,
    ]) {
      expect(await list(api.as(account))).toEqual([]);
      for (const { id } of [service, own]) {
        const input = { webhookEndpointId: id, expectedVersion: 1 };
        for (const act of ['webhookTrigger', 'webhookSecretRotate', 'webhookEndpointDisable'])
          expect(codesOf(await api.as(account).act(act, input))).toEqual(['NOT_FOUND']);
      }
    }
  });

  test('is opened for nobody else’s service, and by nobody without a part in the programme', async () => {
    const audit = await makeSuspendable();
    const auditedServiceId = globalId('AuditedService', audit.serviceId);
    const contributor = await makeAccount(api, { services: { [audit.serviceId]: 'SERVICE_CONTRIBUTOR' } });
    const steering = await makeAccount(api, { roles: ['STEERING_MEMBER'] });
    const create = async (account: string, input: Record<string, unknown>) =>
      codesOf(await api.as(account).act('webhookEndpointCreate', { url: receiver.url, ...input }));
    expect(await create(coordinatorId, { auditedServiceId })).toEqual(['FORBIDDEN']);
    expect(await create(contributor.accountId, { auditedServiceId })).toEqual(['FORBIDDEN']);
    expect(await create(audit.managerId, {})).toEqual(['FORBIDDEN']);
    expect(await create(steering.accountId, {})).toEqual(['FORBIDDEN']);
    expect(await create(audit.lead.accountId, {})).toEqual(['FORBIDDEN']);
    expect(await api.sql('select 1 from webhook_endpoint')).toEqual([]);
  });

  test.each([
    ['http://example.org/', 'WEBHOOK_HOST_REFUSED'],
    ['ftp://example.org/', 'WEBHOOK_URL_REFUSED'],
    ['https://a:b@example.org/', 'WEBHOOK_URL_REFUSED'],
    ['https://169.254.169.254/', 'WEBHOOK_HOST_REFUSED'],
    ['https://10.1.2.3/', 'WEBHOOK_HOST_REFUSED'],
    ['https://[fe80::1]/', 'WEBHOOK_HOST_REFUSED'],
    ['https://nobody.invalid/', 'WEBHOOK_HOST_REFUSED'],
    ['nothing', 'WEBHOOK_URL_REFUSED'],
  ])('may not be at %s', async (url, code) => {
    const refused = [{ code, path: 'input.url' }];
    expect(errorsOf(await coordinator.act('webhookEndpointCreate', { url }))).toEqual(refused);
    const { id } = await openEndpoint(coordinator);
    const input = { webhookEndpointId: id, expectedVersion: 1, url };
    expect(errorsOf(await coordinator.act('webhookEndpointUpdate', input))).toEqual(refused);
    expect(await readEndpoint(coordinator, id)).toMatchObject({ url: receiver.url, version: 1 });
  });
});

describe('what happens', () => {
  test('arrives signed and thin, numbered for its endpoint', async () => {
    const audit = await makeSuspendable();
    const service = await openEndpoint(api.as(audit.managerId), {
      auditedServiceId: globalId('AuditedService', audit.serviceId),
    });
    await happen(audit);
    await happen(audit);
    await workers.settled();
    const [campaign] = await api.sql<{ code: string }>('select code from campaign where id = $1', [
      audit.campaignId,
    ]);
    const read = receiver.received.map((message) => receiver.verify(service.secret, message)) as Json[];
    expect(read.sort((a, b) => a.data.sequence - b.data.sequence)).toEqual(
      [1, 2].map((sequence) => ({
        type: 'audit_interrupted',
        timestamp: api.clock.now().toISOString(),
        data: {
          sequence,
          topic: 'AUDIT_INTERRUPTED',
          objectId: globalId('Audit', audit.auditId),
          campaignCode: campaign?.code,
        },
      })),
    );
    const { deliveries } = await readEndpoint(api.as(audit.managerId), service.id);
    expect(deliveries.nodes.map(({ state, attempts }: Json) => [state, attempts.length])).toEqual([
      ['DELIVERED', 1],
      ['DELIVERED', 1],
    ]);
    const ids = receiver.received.map(({ headers }) => headers['webhook-id']).sort();
    expect(ids).toEqual((await api.sql('select id from webhook_delivery order by id')).map(({ id }) => id));
  });

  test('is never told to another service, nor to a coordinator with a tie, nor counted for them', async () => {
    const [audit, other] = [await makeSuspendable(), await makeSuspendable()];
    const stranger = await openEndpoint(api.as(other.managerId), {
      auditedServiceId: globalId('AuditedService', other.serviceId),
    });
    const tied = await makeAccount(api, { roles: ['COORDINATOR'] });
    await makeTie(api, { personId: tied.personId, organisationId: audit.organisationId });
    const hidden = await openEndpoint(api.as(tied.accountId));
    const former = await makeAccount(api, { roles: ['COORDINATOR'] });
    await openEndpoint(api.as(former.accountId));
    await api.sql(`update role_grant set revoked_at = now() where account_id = $1`, [former.accountId]);
    await happen(audit);
    await happen(audit);
    await workers.settled();
    expect(receiver.received).toEqual([]);
    expect(await api.sql('select 1 from webhook_delivery')).toEqual([]);
    // What comes next bears their first number: nothing tells that others were told before.
    await happen(other);
    await workers.settled();
    expect(receiver.received.map(({ body }) => JSON.parse(body).data.sequence)).toEqual([1, 1]);
    expect(receiver.received.map(({ body }) => JSON.parse(body).data.objectId)).toEqual(
      Array(2).fill(globalId('Audit', other.auditId)),
    );
    for (const { secret } of [stranger, hidden])
      expect(
        receiver.received.filter((message) => tries(() => receiver.verify(secret, message))),
      ).toHaveLength(1);
  });

  test('is withheld from whoever lost sight of it before it was sent', async () => {
    const audit = await makeSuspendable();
    const account = await makeAccount(api, { roles: ['COORDINATOR'] });
    const { id } = await openEndpoint(api.as(account.accountId));
    await happen(audit);
    await workers.fanOut();
    await makeTie(api, { personId: account.personId, organisationId: audit.organisationId });
    await workers.settled();
    expect(receiver.received).toEqual([]);
    const [delivery] = (await readEndpoint(api.as(account.accountId), id)).deliveries.nodes;
    expect(delivery).toMatchObject({ state: 'WITHHELD', attempts: [] });
    const input = { webhookDeliveryId: delivery.id, expectedVersion: delivery.version };
    expect(codesOf(await api.as(account.accountId).act('webhookDeliveryReplay', input))).toEqual([
      'WEBHOOK_DELIVERY_WITHHELD',
    ]);
  });

  test('between service and team stays there: the coordination’s programs hear no more than it does', async () => {
    const audit = await makeTeamedAudit(api, { state: 'SELF_ASSESSMENT' });
    await openEndpoint(coordinator);
    const service = await openEndpoint(api.as(audit.managerId), {
      auditedServiceId: globalId('AuditedService', audit.serviceId),
    });
    const payload = await api.as(audit.lead.accountId).act('evidenceRequestCreate', {
      auditId: globalId('Audit', audit.auditId),
      text: 'Le registre des doses',
      dueOn: '2027-02-15',
    });
    expect(payload.userErrors).toEqual([]);
    await workers.settled();
    expect(receiver.received).toHaveLength(1);
    expect(receiver.verify(service.secret)).toMatchObject({ type: 'evidence_asked' });
    expect(receiver.received[0]?.body).not.toContain('registre');
  });

  test('reaches an endpoint only if it is of a topic that it wants', async () => {
    const audit = await makeSuspendable();
    await openEndpoint(coordinator, { topics: ['REPORT_ISSUED'] });
    await happen(audit);
    await workers.settled();
    expect(receiver.received).toEqual([]);
  });
});

const tries = (work: () => unknown): boolean => {
  try {
    work();
    return true;
  } catch {
    return false;
  }
};

describe('a receiver that fails', () => {
  test('is tried again by the schedule, under one id, each time signed anew; then it recovers', async () => {
    const audit = await makeSuspendable();
    const { id, secret } = await openEndpoint(coordinator);
    receiver.answer = (response, _request, count) =>
      response.writeHead(count < 4 ? 500 : 200).end(`n° ${count}`);
    const failing = api.clock.now().toISOString();
    await happen(audit);
    await workers.settled();
    expect(await readEndpoint(coordinator, id)).toMatchObject({ state: 'FAILING', failingSince: failing });
    for (const [index, seconds] of WEBHOOK_RETRY_SECONDS.slice(0, 3).entries()) {
      forward(seconds - 1);
      await workers.settled();
      expect(receiver.received).toHaveLength(index + 1);
      forward(1);
      await workers.settled();
      expect(receiver.received).toHaveLength(index + 2);
    }
    const endpoint = await readEndpoint(coordinator, id);
    expect(endpoint).toMatchObject({ state: 'ENABLED', failingSince: null });
    const [delivery] = endpoint.deliveries.nodes;
    expect(delivery).toMatchObject({ state: 'DELIVERED', nextTryAt: null });
    expect(delivery.attempts).toEqual(
      [500, 500, 500, 200].map((statusCode, index) => ({
        number: index + 1,
        outcome: statusCode === 200 ? 'DELIVERED' : 'REFUSED',
        statusCode,
        answer: `n° ${index + 1}`,
        durationMs: expect.any(Number),
      })),
    );
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    for (const message of receiver.received) expect(receiver.verify(secret, message)).toBeTruthy();
  });

  test('is given up in the end, and what it missed can be replayed under the same id', async () => {
    const audit = await makeSuspendable();
    const { id } = await openEndpoint(coordinator);
    receiver.answer = (response) => response.writeHead(503).end();
    await happen(audit);
    await workers.settled();
    for (const seconds of WEBHOOK_RETRY_SECONDS) {
      forward(seconds);
      await workers.settled();
    }
    const attempts = WEBHOOK_RETRY_SECONDS.length + 1;
    expect(receiver.received).toHaveLength(attempts);
    const [failed] = (await readEndpoint(coordinator, id)).deliveries.nodes;
    expect(failed).toMatchObject({ state: 'FAILED' });
    expect(failed.attempts).toHaveLength(attempts);
    forward(86_400);
    await workers.settled();
    expect(receiver.received).toHaveLength(attempts);

    receiver.answer = (response) => response.writeHead(200).end();
    const input = { webhookDeliveryId: failed.id, expectedVersion: failed.version };
    const replayed = await coordinator.act(
      'webhookDeliveryReplay',
      input,
      'webhookDelivery { id state version }',
    );
    expect(replayed.webhookDelivery).toMatchObject({ id: failed.id, state: 'PENDING' });
    const twice = { ...input, expectedVersion: replayed.webhookDelivery.version };
    expect(codesOf(await coordinator.act('webhookDeliveryReplay', twice))).toEqual([
      'WEBHOOK_DELIVERY_PENDING',
    ]);
    await workers.settled();
    const [delivered] = (await readEndpoint(coordinator, id)).deliveries.nodes;
    expect(delivered).toMatchObject({ id: failed.id, state: 'DELIVERED', body: failed.body });
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });

  test('that asks for time is given it', async () => {
    const audit = await makeSuspendable();
    const { id } = await openEndpoint(coordinator);
    receiver.answer = (response) => response.writeHead(429, { 'retry-after': '900' }).end();
    await happen(audit);
    await workers.settled();
    const [delivery] = (await readEndpoint(coordinator, id)).deliveries.nodes;
    expect(Date.parse(delivery.nextTryAt) - api.clock.now().getTime()).toBe(900_000);
  });

  test('that is gone is switched off at once; switched on again, it is told of what comes', async () => {
    const audit = await makeSuspendable();
    const { id } = await openEndpoint(coordinator);
    receiver.answer = (response) => response.writeHead(410).end();
    await happen(audit);
    await workers.settled();
    const gone = await readEndpoint(coordinator, id);
    expect(gone).toMatchObject({ state: 'DISABLED', disabledBecause: 'GONE' });
    expect(gone.deliveries.nodes[0]).toMatchObject({ state: 'FAILED', attempts: [{ outcome: 'GONE' }] });
    const input = { webhookEndpointId: id, expectedVersion: gone.version };
    expect(codesOf(await coordinator.act('webhookTrigger', input))).toEqual(['WEBHOOK_DISABLED']);
    await happen(audit);
    await workers.settled();
    expect(receiver.received).toHaveLength(1);
    receiver.answer = (response) => response.writeHead(204).end();
    await coordinator.act('webhookEndpointEnable', input);
    await happen(audit);
    await workers.settled();
    expect(receiver.received.map(({ body }) => JSON.parse(body).data.sequence)).toEqual([1, 2]);
    expect(await readEndpoint(coordinator, id)).toMatchObject({ state: 'ENABLED', disabledBecause: null });
  });

  test('for five days is switched off', async () => {
    const audit = await makeSuspendable();
    const { id } = await openEndpoint(coordinator);
    receiver.answer = (response) => response.writeHead(500).end();
    await happen(audit);
    await workers.settled();
    forward(5 * 86_400 - 1);
    await happen(audit);
    await workers.fanOut();
    await api.sql(`delete from job where payload ->> 'webhookDeliveryId' = (
      select id::text from webhook_delivery order by sequence limit 1)`);
    await workers.settled();
    expect(await readEndpoint(coordinator, id)).toMatchObject({ state: 'FAILING' });
    forward(5);
    await workers.settled();
    const endpoint = await readEndpoint(coordinator, id);
    expect(endpoint).toMatchObject({ state: 'DISABLED', disabledBecause: 'FAILING' });
    expect(endpoint.deliveries.nodes[1].state).toBe('FAILED');
  });

  test('that is switched off is told to its owners, once, and to nobody else', async () => {
    const audit = await makeSuspendable();
    const second = await makeAccount(api, { services: { [audit.serviceId]: 'SERVICE_MANAGER' } });
    const reader = await makeAccount(api, { services: { [audit.serviceId]: 'SERVICE_READER' } });
    const ownerId = await makeCoordinator(api);
    const owner = api.as(ownerId);
    const auditedServiceId = globalId('AuditedService', audit.serviceId);
    const [service, own] = [
      await openEndpoint(api.as(audit.managerId), { auditedServiceId }),
      await openEndpoint(owner),
    ];
    receiver.answer = (response) => response.writeHead(410).end();
    await happen(audit);
    await happen(audit);
    await workers.settled();
    for (const [client, { id }] of [
      [api.as(audit.managerId), service],
      [owner, own],
    ] as const)
      expect(await readEndpoint(client, id)).toMatchObject({ state: 'DISABLED', disabledBecause: 'GONE' });
    const told = await api.sql<{ account_id: string }>(
      `select account_id from delivery where topic = 'ENDPOINT_DISABLED' and subject_id in (
         select id from webhook_endpoint)`,
    );
    expect(told.map(({ account_id }) => account_id).sort()).toEqual(
      [audit.managerId, second.accountId, ownerId].sort(),
    );
    const log = async (accountId: string): Promise<Json[]> =>
      (
        await api
          .as(accountId)
          .run(
            '{ deliveries(first: 50, filter: { topics: [ENDPOINT_DISABLED] }) { nodes { topic audience audit { id } } } }',
          )
      ).data.deliveries.nodes;
    const line = { topic: 'ENDPOINT_DISABLED', audience: 'OWNER', audit: null };
    for (const accountId of [audit.managerId, second.accountId, ownerId])
      expect(await log(accountId)).toEqual([line]);
    for (const accountId of [reader.accountId, await makeCoordinator(api), audit.lead.accountId])
      expect(await log(accountId)).toEqual([]);

    // Switched on and off again, it is told again.
    const { version } = await readEndpoint(owner, own.id);
    const input = { webhookEndpointId: own.id, expectedVersion: version };
    expect((await owner.act('webhookEndpointEnable', input)).userErrors).toEqual([]);
    forward(60);
    await happen(audit);
    await workers.settled();
    expect(await log(ownerId)).toEqual([line, line]);
    expect(await log(audit.managerId)).toEqual([line]);
  });

  test('that hangs holds up nobody for ever', async () => {
    const audit = await makeSuspendable();
    const { id } = await openEndpoint(coordinator);
    receiver.answer = () => undefined;
    await happen(audit);
    await workers.settled();
    expect((await readEndpoint(coordinator, id)).deliveries.nodes[0]).toMatchObject({
      state: 'PENDING',
      attempts: [{ outcome: 'TIMED_OUT', statusCode: null, answer: null }],
    });
  });

  test('that is switched off while somebody finds out whose turn it is, is sent nothing', async () => {
    const audit = await makeSuspendable();
    const { id } = await openEndpoint(coordinator);
    await happen(audit);
    await workers.fanOut();
    await api.sql(`update webhook_endpoint set state = 'FAILING', failing_since = now()`);
    const [delivery] = await api.sql<{ id: string }>('select id from webhook_delivery');
    const dataSource = await connectTo(api);
    const deliver = deliverTask({
      ...webhookReach(false),
      limits: { connectMs: 1_000, totalMs: 1_000 },
      clock: api.clock,
      secretBox: api.secretBox,
    });
    /** Delivers, with something that happens as soon as the lock is asked for; gives what comes of it and what was asked. */
    const deliverWhile = async (during: () => Promise<unknown>) => {
      const asked: string[] = [];
      const outcome = await asPlatform(dataSource, (manager) =>
        deliver(
          { webhookDeliveryId: delivery?.id },
          {
            attempt: 1,
            sql: async (text, values) => {
              asked.push(text);
              if (text.includes('pg_try_advisory_xact_lock')) await during();
              return asking(manager)(text, values);
            },
          },
        ),
      );
      return { outcome, asked };
    };
    // Behind another worker nothing more is asked than whose turn it is.
    await asPlatform(dataSource, async (other) => {
      const lock = `select pg_advisory_xact_lock(hashtextextended('webhook ' || id::text, 0)) from webhook_endpoint`;
      await other.query(lock);
      const { outcome, asked } = await deliverWhile(() => Promise.resolve());
      expect(outcome).toEqual({ again: new Date(api.clock.now().getTime() + 30_000) });
      expect(asked).toHaveLength(2);
    });
    await deliverWhile(() =>
      api.sql(`update webhook_endpoint set state = 'DISABLED', disabled_because = 'OWNER'`),
    );
    expect(receiver.received).toEqual([]);
    expect(await readEndpoint(coordinator, id)).toMatchObject({
      state: 'DISABLED',
      deliveries: { nodes: [{ state: 'FAILED', attempts: [] }] },
    });
    await dataSource.destroy();
  });
});

test('a receiver that hangs has one worker at a time, whatever waits for it; the others serve those who answer', async () => {
  const audit = await makeSuspendable();
  const slow = await openReceiver();
  const second = await openWebhookWorkers(api);
  await openEndpoint(coordinator, { url: slow.url });
  let [open, most] = [0, 0];
  slow.answer = (response) => {
    most = Math.max(most, (open += 1));
    response.on('close', () => (open -= 1));
  };
  await happen(audit);
  await workers.settled();
  expect(most).toBe(1);
  for (let n = 0; n < 6; n += 1) await happen(audit);
  await workers.fanOut();
  await openEndpoint(api.as(audit.managerId), {
    auditedServiceId: globalId('AuditedService', audit.serviceId),
  });
  await happen(audit);
  await Promise.all([workers.settled(), second.settled()]);
  expect(most).toBe(1);
  expect(receiver.received).toHaveLength(1);
  // Nothing that waited is lost: once it answers, all of it arrives.
  slow.answer = (response) => response.writeHead(204).end();
  for (let n = 0; n < 3; n += 1) {
    forward(300);
    await Promise.all([workers.settled(), second.settled()]);
  }
  const states = await api.sql('select state, count(*)::int as count from webhook_delivery group by state');
  expect(states).toEqual([{ state: 'DELIVERED', count: 9 }]);
  await second.close();
  await slow.close();
});

describe('an owner', () => {
  test('changes over to another secret without a gap', async () => {
    const { id, secret } = await openEndpoint(coordinator);
    const { webhookSecret } = await coordinator.act(
      'webhookSecretRotate',
      { webhookEndpointId: id, expectedVersion: 1, overlapHours: 2 },
      'webhookSecret { secret }',
    );
    const trigger = async () => {
      const version = await versionOf(coordinator, id);
      await coordinator.act('webhookTrigger', { webhookEndpointId: id, expectedVersion: version });
      await workers.settled();
    };
    await trigger();
    for (const each of [secret, webhookSecret.secret])
      expect(receiver.verify(each)).toMatchObject({ type: 'test' });
    forward(2 * 3_600);
    await trigger();
    expect(receiver.verify(webhookSecret.secret)).toMatchObject({ type: 'test' });
    expect(() => receiver.verify(secret)).toThrow('No matching signature');
  });

  test('sees what would be sent, and nothing leaves', async () => {
    const { id, secret } = await openEndpoint(coordinator);
    const { data } = await coordinator.run(
      `query ($id: ID!) { webhookDryRun(webhookEndpointId: $id, topic: REPORT_ISSUED) { url body headers { name value } } }`,
      { id },
    );
    const { url, body, headers } = data.webhookDryRun;
    const byName = Object.fromEntries(headers.map((header: Json) => [header.name, header.value]));
    expect(url).toBe(receiver.url);
    expect(receiver.verify(secret, { headers: byName, body })).toMatchObject({
      type: 'report_issued',
      data: { sequence: 1, topic: 'REPORT_ISSUED' },
    });
    await workers.settled();
    expect(receiver.received).toEqual([]);
    expect(await api.sql('select 1 from webhook_delivery')).toEqual([]);
    const stranger = api.as(await makeCoordinator(api));
    const hidden = await stranger.run(
      `query ($id: ID!) { webhookDryRun(webhookEndpointId: $id, topic: REPORT_ISSUED) { body } }`,
      { id },
    );
    expect(hidden.data.webhookDryRun).toBeNull();
  });

  test('switches it off; what waits is not sent', async () => {
    const audit = await makeSuspendable();
    const { id } = await openEndpoint(coordinator);
    await happen(audit);
    await workers.fanOut();
    const version = await versionOf(coordinator, id);
    await coordinator.act('webhookEndpointDisable', { webhookEndpointId: id, expectedVersion: version });
    await workers.settled();
    expect(receiver.received).toEqual([]);
    expect(await readEndpoint(coordinator, id)).toMatchObject({
      state: 'DISABLED',
      disabledBecause: 'OWNER',
      deliveries: { nodes: [{ state: 'FAILED', attempts: [] }] },
    });
  });
});

describe('whoever asks too often', () => {
  const DRY_RUN = (id: string) => `webhookDryRun(webhookEndpointId: "${id}", topic: REPORT_ISSUED) { body }`;
  const dryRuns = (client: ApiClient, id: string, count: number) =>
    client.run(`{ ${Array.from({ length: count }, (_, n) => `run${n}: ${DRY_RUN(id)}`).join(' ')} }`);

  test('is asked to wait, for all that goes out or is signed together; others are not', async () => {
    const busy = api.as(await makeCoordinator(api));
    const { id } = await openEndpoint(busy);
    expect((await dryRuns(busy, id, 50)).errors).toBeUndefined();
    expect((await dryRuns(busy, id, WEBHOOK_REQUESTS - 51)).errors).toBeUndefined();
    const until = new Date(api.clock.now().getTime() + WEBHOOK_REQUESTS_WINDOW_MS).toISOString();
    const version = await versionOf(busy, id);
    const trigger = { webhookEndpointId: id, expectedVersion: version };
    const acts: [string, Record<string, unknown>][] = [
      ['webhookTrigger', trigger],
      ['webhookDeliveryReplay', { webhookDeliveryId: id, expectedVersion: 1 }],
      ['webhookEndpointUpdate', { ...trigger, url: receiver.url }],
      ['webhookEndpointCreate', { url: receiver.url }],
    ];
    for (const [act, input] of acts) {
      const { userErrors } = await busy.act(act, input);
      expect([act, userErrors]).toMatchObject([
        act,
        [
          {
            code: 'WEBHOOK_REQUESTS_TOO_MANY',
            message: `Too many requests about your endpoints: try again after ${until}.`,
          },
        ],
      ]);
    }
    const dry = await dryRuns(busy, id, 1);
    expect(dry.errors).toMatchObject([{ extensions: { code: 'WEBHOOK_REQUESTS_TOO_MANY' } }]);
    expect(await api.sql('select 1 from webhook_delivery')).toEqual([]);
    expect(await versionOf(busy, id)).toBe(version);
    // Switching off needs nobody outside.
    const off = await busy.act('webhookEndpointDisable', trigger);
    expect(off.userErrors).toEqual([]);

    const other = await openEndpoint(coordinator);
    expect((await dryRuns(coordinator, other.id, 1)).errors).toBeUndefined();
    forward(WEBHOOK_REQUESTS_WINDOW_MS / 1_000);
    expect((await dryRuns(busy, id, 1)).errors).toBeUndefined();
  });

  test('is asked to wait even when each time was refused', async () => {
    const busy = api.as(await makeCoordinator(api));
    const codes: string[] = [];
    for (let time = 0; time <= WEBHOOK_REQUESTS; time += 1)
      codes.push(...codesOf(await busy.act('webhookEndpointCreate', { url: 'https://10.0.0.1/' })));
    expect(codes.filter((code) => code === 'WEBHOOK_HOST_REFUSED')).toHaveLength(WEBHOOK_REQUESTS);
    expect(codes.at(-1)).toBe('WEBHOOK_REQUESTS_TOO_MANY');
  });
});

describe('name servers', () => {
  let asked: string[];
  let watched: TestApi;

  beforeAll(async () => {
    watched = await openSecondInstance(api, {
      webhooks: {
        rules: { isLoopbackAllowed: true },
        resolve: (host) => {
          asked.push(host);
          return Promise.resolve([{ address: '127.0.0.1', family: 4 }]);
        },
      },
    });
  });
  beforeEach(() => {
    asked = [];
  });
  afterAll(() => watched.close());

  test('are not asked again for a key that is kept, nor is it counted', async () => {
    const client = watched.as(await makeCoordinator(api));
    const create = { idempotencyKey: randomUUID(), url: receiver.url };
    const first = await client.act('webhookEndpointCreate', create, 'webhookEndpoint { id }');
    const { id } = first.webhookEndpoint;
    const update = {
      idempotencyKey: randomUUID(),
      webhookEndpointId: id,
      expectedVersion: 1,
      url: receiver.url,
    };
    expect((await client.act('webhookEndpointUpdate', update)).userErrors).toEqual([]);
    expect(asked).toEqual(['localhost', 'localhost']);
    for (let time = 0; time <= WEBHOOK_REQUESTS; time += 10) {
      const again = await Promise.all(
        Array.from({ length: 10 }, () =>
          client.act('webhookEndpointCreate', create, 'webhookEndpoint { id }'),
        ),
      );
      for (const each of again)
        expect(each).toEqual({ webhookEndpoint: { id }, replayed: true, userErrors: [] });
    }
    expect(await client.act('webhookEndpointUpdate', update)).toMatchObject({ replayed: true });
    const reused = await client.act('webhookEndpointCreate', { ...create, url: 'https://example.org/' });
    expect(errorsOf(reused)).toEqual([{ code: 'IDEMPOTENCY_KEY_REUSED', path: 'input.idempotencyKey' }]);
    expect(asked).toHaveLength(2);
    const fresh = await client.act('webhookEndpointCreate', { url: receiver.url });
    expect(fresh.userErrors).toEqual([]);
    expect(asked).toHaveLength(3);
    // A key is one of its account: another's counts and asks as any.
    await watched.as(coordinatorId).act('webhookEndpointCreate', create);
    expect(asked).toHaveLength(4);
  });

  test('are not asked for somebody who has no part in it, whom the act refuses in its own words', async () => {
    const audit = await makeSuspendable();
    const own = await openEndpoint(coordinator);
    const auditedServiceId = globalId('AuditedService', audit.serviceId);
    const contributor = await makeAccount(api, { services: { [audit.serviceId]: 'SERVICE_CONTRIBUTOR' } });
    const steering = await makeAccount(api, { roles: ['STEERING_MEMBER'] });
    const url = 'https://example.org/';
    const update = { webhookEndpointId: own.id, expectedVersion: 1, url };
    for (const accountId of [contributor.accountId, steering.accountId, audit.lead.accountId]) {
      const client = watched.as(accountId);
      expect(errorsOf(await client.act('webhookEndpointCreate', { url }))).toEqual([
        { code: 'FORBIDDEN', path: '' },
      ]);
      expect(errorsOf(await client.act('webhookEndpointUpdate', update))).toEqual([
        { code: 'NOT_FOUND', path: 'input.webhookEndpointId' },
      ]);
    }
    const forService = await watched
      .as(contributor.accountId)
      .act('webhookEndpointCreate', { url, auditedServiceId });
    expect(codesOf(forService)).toEqual(['FORBIDDEN']);
    expect(asked).toEqual([]);
    const manager = watched.as(audit.managerId);
    const opened = await manager.act('webhookEndpointCreate', { url: receiver.url, auditedServiceId });
    expect(opened.userErrors).toEqual([]);
    expect(asked).toEqual(['localhost']);
  });
});
