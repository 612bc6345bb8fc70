import { randomUUID } from 'node:crypto';
import type { Ask } from '../../database/read-model';
import { parisDate } from '../../kernel/working-days';
import { accountsOf, FOUND_BY, keyOf, type Audience } from '../audiences';
import { switchedOff } from '../preferences/switched-off';
import type { ReminderStep } from '../reminders/reminder-steps';
import type { TopicCode } from '../topics';

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

const NOTE = `
  insert into delivery (id, account_id, topic, audience, subject_id, fact, object_type, object_id, audit_id, campaign_id,
    audited_service_id, step, due_on, found_at)
  select d.id, d."accountId", d.topic, d.audience, d."subjectId", d.fact, d."objectType", d."objectId", d."auditId",
    d."campaignId", d."auditedServiceId", d.step, d."dueOn", $2
  from jsonb_to_recordset($1::jsonb) as d(id uuid, "accountId" uuid, topic text, audience text, "subjectId" uuid, fact text,
    "objectType" text, "objectId" uuid, "auditId" uuid, "campaignId" uuid, "auditedServiceId" uuid, step text, "dueOn" date)
  on conflict (account_id, fact) do nothing
  returning account_id as "accountId"`;

/** Rows that one statement takes. */
const AT_A_TIME = 5_000;

/**
 * Notes that people are to be told of things: one delivery for each person and thing, which waits for a message. Nobody is
 * found who has no right to see the audit today, or who switched the topic off where he may.
 * @param sql of a transaction as the platform
 * @param except an account that is not told, since it did it
 * @returns the account of each delivery that is new
 */
export async function noteDeliveries(
  sql: Ask,
  facts: readonly FactToTell[],
  now: Date,
  except: string | null = null,
): Promise<string[]> {
  const addressed = facts.flatMap((fact) => {
    const subjectId = fact[FOUND_BY[fact.audience]];
    return subjectId ? [{ ...fact, subjectId }] : [];
  });
  const accounts = await accountsOf(sql, addressed, parisDate(now));
  const isOff = await switchedOff(sql, [...new Set([...accounts.values()].flat())]);
  const deliveries = addressed.flatMap((fact) =>
    (accounts.get(keyOf(fact)) ?? [])
      .filter((accountId) => accountId !== except && !isOff(accountId, fact.topic))
      .map((accountId) => ({ ...fact, accountId, id: randomUUID() })),
  );
  const noted: string[] = [];
  for (let from = 0; from < deliveries.length; from += AT_A_TIME) {
    const some = JSON.stringify(deliveries.slice(from, from + AT_A_TIME));
    const rows = await sql<{ accountId: string }>(NOTE, [some, now.toISOString()]);
    noted.push(...rows.map(({ accountId }) => accountId));
  }
  return noted;
}
