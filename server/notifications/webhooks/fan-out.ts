import type { Clock } from '../../kernel/clock';
import type { Task } from '../queue';
import { noteDelivery } from './note-delivery';
import { endpointsSeeing } from './owner-sight';

interface Message {
  topic: string;
  occurredAt: string;
  objectType: string;
  objectId: string;
  campaignCode: string | null;
}

/** The task that finds the endpoints of a message in the outbox. */
export const FAN_OUT_TASK = 'fanOutWebhooks';

/** Notes one delivery for each endpoint that wants a message of the outbox and whose owner may know of it. */
export const fanOutTask =
  (clock: Clock): Task =>
  async ({ outboxMessageId }, { sql }) => {
    const messageId = String(outboxMessageId);
    const seeing = await endpointsSeeing(sql, messageId, clock.now());
    if (seeing.length === 0) return;
    const [message] = await sql<Message>(
      `select m.topic, to_char(m.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "occurredAt",
         m.object_type as "objectType", m.object_id as "objectId", k.code as "campaignCode"
       from outbox_message m left join campaign k on k.id = m.campaign_id where m.id = $1`,
      [messageId],
    );
    if (!message) return;
    const noted = await sql<{ id: string }>(
      'select webhook_endpoint_id as id from webhook_delivery where outbox_message_id = $1',
      [messageId],
    );
    for (const { id, topics, state } of seeing) {
      const isWanted = state !== 'DISABLED' && (topics.length === 0 || topics.includes(message.topic));
      if (isWanted && !noted.some((one) => one.id === id)) await noteDelivery(sql, id, message, messageId);
    }
  };
