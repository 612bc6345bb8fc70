import type { Ask } from '../../database/read-model';
import { moveToWorkingDay, type CalendarDate } from '../../kernel/working-days';
import { accountsOf, keyOf, type Addressees } from '../audiences';
import { switchedOff } from '../preferences/switched-off';
import { dueFacts } from '../reminders/due-facts';
import type { ReminderStep } from '../reminders/reminder-steps';
import type { TopicCode } from '../topics';

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
  order by found_at desc, id`;

/** Reminders that mean nothing once their day has passed. */
const BEFORE_THE_DAY: ReadonlySet<ReminderStep> = new Set(['BEFORE', 'DUE']);

/**
 * Which deliveries that wait are settled by now: reminders of what is no longer due or was overtaken by a later one, what
 * its reader has lost sight of or switched off.
 * @param sql as the platform
 * @returns their ids
 */
export async function settledDeliveries(
  sql: Ask,
  accountIds: readonly string[],
  today: CalendarDate,
): Promise<string[]> {
  const waiting = await sql<Waiting>(WAITING, [accountIds]);
  const accounts = await accountsOf(sql, waiting, today);
  const isOff = await switchedOff(sql, accountIds);
  const isReminding = waiting.some(({ step }) => step !== null);
  const due = new Set(isReminding ? (await dueFacts(sql, today, null)).map(factOf) : []);
  const told = new Set<string>();
  return waiting
    .filter((one) => {
      if (!accounts.get(keyOf(one))?.includes(one.accountId) || isOff(one.accountId, one.topic)) return true;
      if (one.step === null) return false;
      const isPast = BEFORE_THE_DAY.has(one.step) && moveToWorkingDay(one.dueOn ?? today) < today;
      const about = `${one.accountId} ${one.audience} ${one.topic} ${one.objectId}`;
      if (isPast || !due.has(factOf(one)) || told.has(about)) return true;
      told.add(about);
      return false;
    })
    .map(({ id }) => id);
}

const factOf = ({ topic, objectId, dueOn }: Pick<Waiting, 'topic' | 'objectId' | 'dueOn'>): string =>
  `${topic} ${objectId} ${dueOn}`;
