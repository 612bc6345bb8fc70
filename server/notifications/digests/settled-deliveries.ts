import type { Ask } from '../../database/read-model';
import { moveToWorkingDay, parisDate, type CalendarDate } from '../../kernel/working-days';
import { accountsOf, keyOf, type Addressees } from '../audiences';
import { switchedOff } from '../preferences/switched-off';
import { dueFacts, type DueFact } from '../reminders/due-facts';
import type { ReminderStep } from '../reminders/reminder-steps';
import { SETTLED_BY, type TopicCode } from '../topics';

interface Waiting extends Addressees {
  id: string;
  accountId: string;
  topic: TopicCode;
  objectId: string;
  step: ReminderStep | null;
  dueOn: CalendarDate | null;
}

/** Deliveries that wait for accounts, the latest found first. */
const WAITING = `
  select id, account_id as "accountId", topic, audience, subject_id as "subjectId", object_id as "objectId", step,
    due_on as "dueOn"
  from delivery where account_id = any($1::uuid[]) and mail_id is null and dropped_at is null
    and ($2::text[] is null or topic = any($2::text[]))
  order by found_at desc, id`;

/** Of them, what an act brought and a later act settled ($2: the topic of that act, by the topic that it settles). */
const OVERTAKEN = `
  select d.id from delivery d
  join outbox_message o on d.fact = 'act ' || o.id
  where d.account_id = any($1::uuid[]) and d.mail_id is null and d.dropped_at is null and d.step is null
    and exists (select 1 from outbox_message later where later.object_id = o.object_id and later.sequence > o.sequence
      and later.topic = $2::jsonb ->> o.topic)`;

/** Reminders that mean nothing once their day has passed. */
const BEFORE_THE_DAY: ReadonlySet<ReminderStep> = new Set(['BEFORE', 'DUE']);

/**
 * Which deliveries that wait are settled by now: what was done or decided meanwhile, reminders of what is no longer due or was
 * overtaken by a later one, what its reader has lost sight of or switched off.
 * @param sql as the platform
 * @param topics of which topics; null for all
 * @returns their ids
 */
async function settledDeliveries(
  sql: Ask,
  accountIds: readonly string[],
  today: CalendarDate,
  topics: readonly TopicCode[] | null = null,
): Promise<string[]> {
  const waiting = await sql<Waiting>(WAITING, [accountIds, topics]);
  const accounts = await accountsOf(sql, waiting, today);
  const isOff = await switchedOff(sql, accountIds);
  const isReminding = waiting.some(({ step }) => step !== null);
  const due = new Set(isReminding ? (await dueFacts(sql, today, null)).flatMap(factsOf) : []);
  const overtaken = await sql<{ id: string }>(OVERTAKEN, [accountIds, JSON.stringify(SETTLED_BY)]);
  const isOvertaken = new Set(overtaken.map(({ id }) => id));
  const told = new Set<string>();
  return waiting
    .filter((one) => {
      if (!accounts.get(keyOf(one))?.includes(one.accountId) || isOff(one.accountId, one.topic)) return true;
      if (one.step === null) return isOvertaken.has(one.id);
      const isPast = BEFORE_THE_DAY.has(one.step) && moveToWorkingDay(one.dueOn ?? today) < today;
      const about = `${one.accountId} ${one.audience} ${one.topic} ${one.objectId}`;
      if (isPast || !due.has(factOf(one)) || told.has(about)) return true;
      told.add(about);
      return false;
    })
    .map(({ id }) => id);
}

/** Names what a reminder is of; an auditor's own only as long as it is his. */
const factOf = ({ topic, objectId, dueOn, audience, subjectId }: Waiting): string =>
  `${topic} ${objectId} ${dueOn} ${audience === 'AUDITOR' ? subjectId : ''}`;

/** The same of what is due: for the auditor whose it is, and for all others. */
const factsOf = ({ topic, objectId, dueOn, auditorId }: DueFact): string[] =>
  ['', ...(auditorId === null ? [] : [auditorId])].map((of) => `${topic} ${objectId} ${dueOn} ${of}`);

/**
 * Drops what is settled: no message will hold it.
 * @param sql of a transaction as the platform that holds the lock of messages
 */
export async function dropSettled(
  sql: Ask,
  accountIds: readonly string[],
  now: Date,
  topics: readonly TopicCode[] | null = null,
): Promise<void> {
  const settled = await settledDeliveries(sql, accountIds, parisDate(now), topics);
  await sql('update delivery set dropped_at = $2 where id = any($1::uuid[])', [settled, now.toISOString()]);
}
