import { globalId, uuidOf } from '../../../server/kernel/ids';
import {
  DisableEndpointDocument,
  DryRunDocument,
  EndpointLogDocument,
  OpenEndpointDocument,
  ReplayDeliveryDocument,
  RotateSecretDocument,
  TriggerWebhookDocument,
  type EndpointLogQuery,
  type WebhookTopic,
} from '../generated/operations';
import { refusalsOf, type Client } from '../client';
import type { Case, Stage } from '../stage';
import { until } from '../until';
import { isSigned, type Inbox, type WebhookReceiver } from '../webhook-receiver';

/** An endpoint that somebody has opened, and where its messages arrive. */
export interface OpenedEndpoint {
  id: string;
  owner: Client;
  inbox: Inbox;
}

/** What the coordination and one service let themselves be told, by programs of theirs. */
export interface Webhooks {
  receiver: WebhookReceiver;
  coordination: OpenedEndpoint;
  service: OpenedEndpoint;
}

/** What the program of the coordination wants to know. */
export const TOLD_TOPICS = [
  'RECUSAL_FILED',
  'SAFETY_ESCALATED',
  'AUDIT_INTERRUPTED',
  'REPORT_ISSUED',
  'PLAN_SUBMITTED',
  'ACTION_DONE',
  'WAIVER_REQUESTED',
  'FOLLOW_UP_SUBMITTED',
] as const satisfies readonly WebhookTopic[];

/** Hours for which a secret that was replaced signs on: less than the days between a change and the next look. */
const OVERLAP_HOURS = 48;

/**
 * How long a message may be on its way. What failed twice, as on a slow machine, is tried again after 300 seconds of a clock
 * that stands on one day, and waits for others to the same program.
 */
const ON_ITS_WAY_MS = 420_000;

/** Addresses inside networks, to which no webhook may go, not even here. */
const INSIDE = ['https://10.0.0.7/hook', 'http://192.168.1.10/hook', 'http://169.254.169.254/latest'];

/** The coordination and a service each open an endpoint. */
export async function openWebhooks(
  { checks, coordinator }: Pick<Stage, 'checks' | 'coordinator'>,
  receiver: WebhookReceiver,
  { id: auditedServiceId, manager }: Case['service'],
): Promise<Webhooks> {
  const answers = await Promise.all(
    INSIDE.map((url) => coordinator.attempt(OpenEndpointDocument, { url, topics: [...TOLD_TOPICS] })),
  );
  checks.hold(
    'no webhook goes into a private network',
    answers.every((answer) => refusalsOf(answer)[0]?.code === 'WEBHOOK_HOST_REFUSED'),
  );
  return {
    receiver,
    coordination: await open(coordinator, receiver.inbox('coordination'), { topics: [...TOLD_TOPICS] }),
    service: await open(manager, receiver.inbox('service'), { auditedServiceId }),
  };
}

async function open(
  owner: Client,
  inbox: Inbox,
  input: { auditedServiceId?: string; topics?: WebhookTopic[] },
): Promise<OpenedEndpoint> {
  const { webhookEndpoint, webhookSecret } = await owner.act(OpenEndpointDocument, {
    url: inbox.url,
    description: 'Programme de la démonstration',
    ...input,
  });
  inbox.secrets = [webhookSecret.secret];
  return { id: webhookEndpoint.id, owner, inbox };
}

/** The coordination changes the secret. For a while both sign, so that its program may change over when it likes. */
export async function rotateSecret({ checks, webhooks }: Stage): Promise<void> {
  const { id, owner, inbox } = webhooks.coordination;
  const { webhookSecret } = await owner.act(RotateSecretDocument, {
    webhookEndpointId: id,
    expectedVersion: (await readLog(webhooks.coordination)).version,
    overlapHours: OVERLAP_HOURS,
  });
  const [old = ''] = inbox.secrets;
  const next = webhookSecret.secret;
  inbox.secrets.push(next);
  const before = inbox.signedWith.get(old) ?? 0;
  await sendTest(webhooks.coordination);
  const both = (inbox.signedWith.get(old) ?? 0) > before && (inbox.signedWith.get(next) ?? 0) > 0;
  checks.hold('while one secret takes over from another, both sign', both);
}

/** When the old secret has run out, the new one signs alone. */
export async function changeSecretOver({ checks, webhooks }: Stage): Promise<void> {
  const { inbox } = webhooks.coordination;
  const [old = '', next = ''] = inbox.secrets;
  // What was signed while the old secret held may still be under way.
  await arrived(webhooks.coordination);
  const before = { old: inbox.signedWith.get(old) ?? 0, next: inbox.signedWith.get(next) ?? 0 };
  await sendTest(webhooks.coordination);
  const isAlone = inbox.signedWith.get(old) === before.old && (inbox.signedWith.get(next) ?? 0) > before.next;
  checks.hold('a secret that was replaced no longer signs when its time is over', isAlone);
  inbox.secrets = [next];
}

/** Sends a test message and waits until it was taken; the first attempt may fail like any other. */
async function sendTest(endpoint: OpenedEndpoint): Promise<void> {
  const { id, owner, inbox } = endpoint;
  const { webhookDelivery } = await owner.act(TriggerWebhookDocument, {
    webhookEndpointId: id,
    expectedVersion: (await readLog(endpoint)).version,
  });
  await until(
    'a test message',
    () => Promise.resolve(takenIds(inbox)),
    (ids) => ids.has(webhookDelivery.id),
    ON_ITS_WAY_MS,
  );
}

/** Ids of the messages taken, as the API writes them. */
export function takenIds({ taken }: Inbox): Set<string> {
  return new Set([...taken.keys()].map((id) => globalId('WebhookDelivery', id)));
}

/** Waits until nothing that an endpoint is told is under way. */
export async function arrived(endpoint: OpenedEndpoint): Promise<void> {
  await until(
    'the messages to programs',
    () => readLog(endpoint),
    ({ deliveries }) => deliveries.every(({ state }) => state !== 'PENDING'),
    ON_ITS_WAY_MS,
  );
}

/** The coordination has a message sent once more, and looks what would be sent without sending it. */
export async function replayAndTry({ checks, webhooks }: Stage): Promise<void> {
  const { id, owner, inbox } = webhooks.coordination;
  const dry = (await owner.query(DryRunDocument, { id })).webhookDryRun;
  const headers = Object.fromEntries((dry?.headers ?? []).map(({ name, value }) => [name, value]));
  const [secret = ''] = inbox.secrets;
  const body = dry?.body ?? '';
  checks.hold('what a dry run shows is signed as a message is', isSigned(secret, body, headers));
  checks.hold('a message with one letter changed is not', !isSigned(secret, `${body} `, headers));
  // What is still under way would be mistaken for the replay, and cannot be replayed itself.
  await arrived(webhooks.coordination);
  const [first] = (await readLog(webhooks.coordination)).deliveries;
  if (!first) return;
  const timesCame = (): number => inbox.came.get(uuidOf('WebhookDelivery', first.id) ?? '') ?? 0;
  const idsOfIt = (): number => [...inbox.taken.values()].filter((taken) => taken === first.body).length;
  const before = { times: timesCame(), ids: idsOfIt() };
  await owner.act(ReplayDeliveryDocument, { webhookDeliveryId: first.id, expectedVersion: first.version });
  await until(
    'a replayed message',
    () => Promise.resolve(timesCame()),
    (times) => times > before.times,
    ON_ITS_WAY_MS,
  );
  checks.hold('a message that is replayed comes under its old id', idsOfIt() === before.ids);
}

/** Both switch their endpoints off: the receiver goes with the demonstration. */
export async function closeWebhooks({ coordination, service }: Webhooks): Promise<void> {
  for (const endpoint of [coordination, service])
    await endpoint.owner.act(DisableEndpointDocument, {
      webhookEndpointId: endpoint.id,
      expectedVersion: (await readLog(endpoint)).version,
    });
}

type Log = Extract<NonNullable<EndpointLogQuery['node']>, { deliveries: unknown }>;

/** An endpoint with everything that was sent to it, as its owner reads it. */
export async function readLog({ id, owner }: OpenedEndpoint): Promise<{
  version: number;
  deliveries: Log['deliveries']['nodes'];
}> {
  const deliveries: Log['deliveries']['nodes'][number][] = [];
  for (let after: string | null = null; ;) {
    const answer: EndpointLogQuery = await owner.query(EndpointLogDocument, { id, after });
    const { node } = answer;
    if (!node || !('deliveries' in node)) throw new Error(`${owner.email} does not see the endpoint`);
    deliveries.push(...node.deliveries.nodes);
    const { pageInfo } = node.deliveries;
    if (!pageInfo.hasNextPage) return { version: node.version, deliveries };
    after = pageInfo.endCursor ?? null;
  }
}
