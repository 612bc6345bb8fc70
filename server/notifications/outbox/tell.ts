import type { Clock } from '../../kernel/clock';
import { composeAtOnce } from '../digests/compose-at-once';
import { noteDeliveries } from '../digests/note-deliveries';
import type { Task } from '../queue';
import { AT_ONCE_TOPICS, TOLD_ACTS, type TopicCode } from '../topics';

interface Message {
  id: string;
  topic: TopicCode;
  act: string;
  objectType: string;
  objectId: string;
  auditId: string | null;
  campaignId: string | null;
  auditedServiceId: string | null;
  actedById: string | null;
}

/** The task that finds who is told of a message in the outbox; what cannot wait for the morning leaves at once. */
export const tellTask =
  (clock: Clock): Task =>
  async ({ outboxMessageId }, { sql }) => {
    const [message] = await sql<Message>(
      `select id, topic, act, object_type as "objectType", object_id as "objectId", audit_id as "auditId",
         campaign_id as "campaignId", audited_service_id as "auditedServiceId", acted_by_id as "actedById"
       from outbox_message where id = $1`,
      [outboxMessageId],
    );
    const told = message && TOLD_ACTS[message.act];
    if (!message || !told) return;
    const { id, actedById, topic, objectType, objectId, auditId, campaignId, auditedServiceId } = message;
    const place = { topic, objectType, objectId, auditId, campaignId, auditedServiceId, auditorId: null };
    const now = clock.now();
    const facts = told.to.map((audience) => ({ ...place, audience, fact: `act ${id}` }));
    const accounts = await noteDeliveries(sql, facts, now, actedById);
    if (AT_ONCE_TOPICS.includes(topic)) await composeAtOnce(sql, accounts, now);
  };
