import { randomUUID } from 'node:crypto';
import type { Ask } from '../../database/read-model';
import { enqueue } from '../queue';
import { webhookBody, type WebhookFacts } from './webhook-payload';

/** The task that sends one delivery. */
export const DELIVER_TASK = 'deliverWebhook';

/** Leaves the sending of a delivery to the workers. @param sql of the transaction that notes or replays it */
export function enqueueDelivery(sql: Ask, webhookDeliveryId: string): Promise<void> {
  return enqueue(sql, DELIVER_TASK, { webhookDeliveryId }, { key: `webhook ${webhookDeliveryId}` });
}

/**
 * Notes a delivery to an endpoint under its next number, and leaves the sending to the workers.
 * @param messageId of the outbox; null for a test
 * @returns the delivery's id
 */
export async function noteDelivery(
  sql: Ask,
  endpointId: string,
  facts: Omit<WebhookFacts, 'sequence'>,
  messageId: string | null,
): Promise<string> {
  const id = randomUUID();
  const [endpoint] = await sql<{ sequence: number }>(
    `with counted as (update webhook_endpoint set last_sequence = last_sequence + 1 where id = $1 returning last_sequence)
     select last_sequence as sequence from counted`,
    [endpointId],
  );
  const sequence = endpoint?.sequence ?? 0;
  await sql(
    `insert into webhook_delivery (id, webhook_endpoint_id, outbox_message_id, sequence, topic, body)
     values ($1, $2, $3, $4, $5, $6)`,
    [id, endpointId, messageId, sequence, facts.topic, webhookBody({ ...facts, sequence })],
  );
  await enqueueDelivery(sql, id);
  return id;
}
