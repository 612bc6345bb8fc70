import type { Ask } from '../../database/read-model';
import { parisDate } from '../../kernel/working-days';
import { FOUND_BY, reach, type Audience } from '../audiences';
import type { ReminderStep } from '../reminders/reminder-steps';
import type { TopicCode } from '../topics';
import { COMPULSORY_TOPICS } from '../topics';

/** One thing that an audience is to be told of. */
export interface FactToTell {
  topic: TopicCode;
  audience: Audience;
  /** Names the thing for good: nobody is told of it twice. */
  fact: string;
  objectType: string;
  objectId: string;
  auditId: string | null;
  campaignId: string | null;
  auditedServiceId: string | null;
  auditorId: string | null;
  step?: ReminderStep;
  dueOn?: string;
}

/** A topic that somebody switched off, if the law lets him. @param compulsory placeholder of the compulsory topics */
export const isSwitchedOff = (account: string, topic: string, compulsory: string): string =>
  `exists (select 1 from notification_preference p where p.account_id = ${account} and ${topic} = any(p.topics_off)
    and ${topic} <> all(${compulsory}::text[]))`;

const NOTE = `
  with fact as (
    select * from jsonb_to_recordset($1::jsonb) as f("topic" text, "audience" text, "fact" text, "objectType" text,
      "objectId" uuid, "auditId" uuid, "campaignId" uuid, "auditedServiceId" uuid, "subjectId" uuid, "step" text, "dueOn" date)
  ),
  needed as (select distinct audience, "subjectId" as subject_id from fact),
  ${reach('$2')}
  insert into delivery (id, account_id, topic, audience, subject_id, fact, object_type, object_id, audit_id, campaign_id,
    audited_service_id, step, due_on, found_at)
  select gen_random_uuid(), r.account_id, f.topic, f.audience, f."subjectId", f.fact, f."objectType", f."objectId", f."auditId",
    f."campaignId", f."auditedServiceId", f.step, f."dueOn", $3
  from fact f join reach r on r.audience = f.audience and r.subject_id = f."subjectId"
  where r.account_id is distinct from $4 and not ${isSwitchedOff('r.account_id', 'f.topic', '$5')}
  on conflict (account_id, fact) do nothing
  returning account_id as "accountId"`;

/**
 * Notes that people are to be told of things: one delivery for each person and thing, which waits for a message. Nobody is
 * found who has no right to see the audit today, or who switched the topic off where he may.
 * @param sql of a transaction as the platform
 * @param except an account that is not told, since it did it
 * @returns the accounts of the deliveries that are new
 */
export async function noteDeliveries(
  sql: Ask,
  facts: readonly FactToTell[],
  now: Date,
  except: string | null = null,
): Promise<string[]> {
  const found = facts.flatMap((fact) => {
    const subjectId = fact[FOUND_BY[fact.audience]];
    return subjectId ? [{ ...fact, subjectId }] : [];
  });
  if (found.length === 0) return [];
  const values = [JSON.stringify(found), parisDate(now), now.toISOString(), except, COMPULSORY_TOPICS];
  const rows = await sql<{ accountId: string }>(NOTE, values);
  return rows.map(({ accountId }) => accountId);
}
