import type { Clock } from '../../kernel/clock';
import type { Ask } from '../../database/read-model';
import { FOUND_BY } from '../audiences';
import { composeAtOnce } from '../digests/compose-at-once';
import { noteDeliveries } from '../digests/note-deliveries';
import type { Task } from '../queue';
import { AT_ONCE_TOPICS, TOLD_ACTS, type TopicCode } from '../topics';

/** Of a message about a whole campaign, whoever is found by one of these is told for each of its audits. */
const OF_AN_AUDIT: ReadonlySet<string> = new Set(['auditId', 'auditedServiceId']);

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
    const place = { auditId, campaignId, auditedServiceId };
    const ofAudits = auditId || auditedServiceId ? [place] : await auditsOf(sql, campaignId);
    const now = clock.now();
    const facts = told.to.flatMap((audience) =>
      (OF_AN_AUDIT.has(FOUND_BY[audience]) ? ofAudits : [place]).map((where) => ({
        ...where,
        ...{ topic, audience, objectType, objectId, auditorId: null, fact: `act ${id}` },
      })),
    );
    const accounts = await noteDeliveries(sql, facts, now, actedById);
    if (AT_ONCE_TOPICS.includes(topic)) await composeAtOnce(sql, accounts, now);
  };

function auditsOf(
  sql: Ask,
  campaignId: string | null,
): Promise<Pick<Message, 'auditId' | 'campaignId' | 'auditedServiceId'>[]> {
  return sql(
    `select id as "auditId", campaign_id as "campaignId", audited_service_id as "auditedServiceId" from audit
     where campaign_id = $1 and state <> 'CANCELLED' order by id`,
    [campaignId],
  );
}
