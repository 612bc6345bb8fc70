import { randomUUID } from 'node:crypto';
import type { Ask } from '../../database/read-model';
import type { SecretBox } from '../../identity';
import type { Clock } from '../../kernel/clock';
import { noteDeliveries } from '../digests/note-deliveries';
import type { Task } from '../queue';
import { webhookUrl } from './allowed-addresses';
import { endpointsSeeing } from './owner-sight';
import { postWebhook, type PostParts, type PostResult } from './post-webhook';
import { DISABLED_AFTER_DAYS, nextTry } from './retry-schedule';
import { openWebhookSecret, webhookHeaders } from './sign-webhook';

/** What workers on webhooks need. */
export interface DeliverParts extends PostParts {
  clock: Clock;
  secretBox: SecretBox;
}

interface Delivery {
  id: string;
  endpointId: string;
  messageId: string | null;
  body: string;
  tries: number;
  attempts: number;
  url: string;
  endpointState: string;
}

const DAY_MS = 86_400_000;
/** How long a delivery waits behind another one to an endpoint that fails. */
const BEHIND_ANOTHER_MS = 30_000;

/**
 * The task that sends one delivery. It is sent at least once: when a worker dies after the receiver was told, it is told
 * again, under the same id.
 */
export const deliverTask =
  ({ clock, secretBox, ...post }: DeliverParts): Task =>
  async ({ webhookDeliveryId }, { sql }) => {
    const delivery = await pendingDelivery(sql, String(webhookDeliveryId));
    if (!delivery) return;
    const now = clock.now();
    if (delivery.endpointState === 'DISABLED') return end(sql, delivery, 'FAILED', now);
    // First whose turn it is, which is cheap: whoever waits behind another asks no more than that.
    if (delivery.endpointState === 'FAILING' && !(await isAlone(sql, delivery.endpointId)))
      return { again: new Date(now.getTime() + BEHIND_ANOTHER_MS) };
    if (!(await isStillSeen(sql, delivery, now))) return end(sql, delivery, 'WITHHELD', now);
    // Whoever had the turn before, or the owner, may have switched it off meanwhile.
    if (await isOff(sql, delivery.endpointId)) return end(sql, delivery, 'FAILED', now);

    const began = Date.now();
    const url = webhookUrl(delivery.url, post.rules);
    const result = url
      ? await postWebhook(post, url, await headersOf(sql, secretBox, delivery, now), delivery.body)
      : REFUSED;
    await sql(
      `insert into webhook_attempt (id, webhook_delivery_id, number, outcome, status_code, answer, began_at, duration_ms)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        randomUUID(),
        delivery.id,
        delivery.attempts + 1,
        result.outcome,
        result.statusCode,
        result.answer,
        now.toISOString(),
        Date.now() - began,
      ],
    );
    return conclude(sql, delivery, result, now);
  };

const REFUSED: PostResult = { outcome: 'ADDRESS_REFUSED', statusCode: null, answer: null, retryAfter: null };

async function pendingDelivery(sql: Ask, id: string): Promise<Delivery | undefined> {
  const [delivery] = await sql<Delivery>(
    `select d.id, d.webhook_endpoint_id as "endpointId", d.outbox_message_id as "messageId", d.body, d.tries,
       (select count(*)::int from webhook_attempt a where a.webhook_delivery_id = d.id) as attempts,
       e.url, e.state as "endpointState"
     from webhook_delivery d join webhook_endpoint e on e.id = d.webhook_endpoint_id
     where d.id = $1 and d.state = 'PENDING'`,
    [id],
  );
  return delivery;
}

/**
 * Whether no other worker sends to an endpoint now. One that fails is tried by one worker at a time: a receiver that hangs,
 * however much waits for it, leaves the others to those who answer.
 */
async function isAlone(sql: Ask, endpointId: string): Promise<boolean> {
  const [turn] = await sql<{ isOurs: boolean }>(
    `select pg_try_advisory_xact_lock(hashtextextended('webhook ' || $1, 0)) as "isOurs"`,
    [endpointId],
  );
  return turn?.isOurs ?? false;
}

async function isOff(sql: Ask, endpointId: string): Promise<boolean> {
  const off = await sql(`select 1 from webhook_endpoint where id = $1 and state = 'DISABLED'`, [endpointId]);
  return off.length > 0;
}

/** Ties and roles change: whoever may not know of it any more is not told. */
async function isStillSeen(sql: Ask, { messageId, endpointId }: Delivery, now: Date): Promise<boolean> {
  if (messageId === null) return true;
  const seeing = await endpointsSeeing(sql, messageId, now);
  return seeing.some(({ id }) => id === endpointId);
}

async function headersOf(sql: Ask, box: SecretBox, { id, endpointId, body }: Delivery, now: Date) {
  const secrets = await sql<{ sealed: string }>(
    `select sealed from webhook_secret where webhook_endpoint_id = $1 and (ends_at is null or ends_at > $2)
     order by ends_at nulls first, created_at`,
    [endpointId, now.toISOString()],
  );
  const opened = secrets.map(({ sealed }) => openWebhookSecret(box, endpointId, sealed));
  // The receiver compares with his own clock, and so with that of this machine: not with one that a demonstration sets.
  return webhookHeaders(id, body, opened, new Date());
}

async function conclude(
  sql: Ask,
  delivery: Delivery,
  { outcome, retryAfter }: PostResult,
  now: Date,
): Promise<void | { again: Date }> {
  if (outcome === 'DELIVERED') {
    await sql(
      `update webhook_endpoint set state = 'ENABLED', failing_since = null, updated_at = now()
       where id = $1 and state = 'FAILING'`,
      [delivery.endpointId],
    );
    return end(sql, delivery, 'DELIVERED', now);
  }
  const isDisabled = await noteFailure(sql, delivery.endpointId, outcome === 'GONE', now);
  const next = isDisabled ? null : nextTry(delivery.tries + 1, retryAfter, now);
  if (!next) return end(sql, delivery, 'FAILED', now);
  await sql(
    'update webhook_delivery set tries = tries + 1, next_try_at = $2, updated_at = now() where id = $1',
    [delivery.id, next.toISOString()],
  );
  return { again: next };
}

/**
 * Notes that an endpoint fails, and switches it off when it is gone or has failed for days; says whether it is off. Its owners
 * are told by whichever delivery switched it off, and by no other.
 */
async function noteFailure(sql: Ask, endpointId: string, isGone: boolean, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - DISABLED_AFTER_DAYS * DAY_MS);
  const [changed] = await sql<{ state: string }>(
    `with changed as (update webhook_endpoint set
       failing_since = coalesce(failing_since, $2),
       state = case when $4 or failing_since <= $3 then 'DISABLED' else 'FAILING' end,
       disabled_because = case when $4 then 'GONE' when failing_since <= $3 then 'FAILING' end,
       updated_at = now()
     where id = $1 and state <> 'DISABLED' returning state)
     select state from changed`,
    [endpointId, now.toISOString(), since.toISOString(), isGone],
  );
  if (changed?.state === 'DISABLED') await tellOwners(sql, endpointId, now);
  return changed?.state !== 'FAILING';
}

async function tellOwners(sql: Ask, endpointId: string, now: Date): Promise<void> {
  const nowhere = { auditId: null, campaignId: null, auditedServiceId: null, auditorId: null };
  const fact = {
    ...nowhere,
    topic: 'ENDPOINT_DISABLED',
    audience: 'OWNER',
    fact: `endpoint ${endpointId} off ${now.toISOString()}`,
    objectType: 'WebhookEndpoint',
    objectId: endpointId,
  } as const;
  await noteDeliveries(sql, [fact], now);
}

async function end(
  sql: Ask,
  { id }: Delivery,
  state: 'DELIVERED' | 'FAILED' | 'WITHHELD',
  now: Date,
): Promise<void> {
  await sql(
    `update webhook_delivery set state = $2, tries = tries + 1, next_try_at = null, ended_at = $3, updated_at = now()
     where id = $1`,
    [id, state, now.toISOString()],
  );
}
