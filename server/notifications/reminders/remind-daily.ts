import type { DataSource } from 'typeorm';
import { asking, asPlatform } from '../../database/as-platform';
import type { Clock } from '../../kernel/clock';
import { isWorkingDay, parisDate } from '../../kernel/working-days';
import { appendAsPlatform, PLATFORM_ID } from '../../trail';
import { noteDeliveries } from '../digests/note-deliveries';
import { dueFacts } from './due-facts';
import { factsToTell } from './facts-to-tell';
import { horizonOf, type Reminder } from './reminder-file';

const remindedOn = new WeakMap<DataSource, string>();

/**
 * Finds once a day, on working days, what is due and who is reminded of it; the digests of the day tell them. Several
 * instances may do it on one day: each thing, step and person is noted once.
 * @returns how many deliveries were noted; null when there was nothing to do, or this process did it before
 */
export async function remindDaily(
  dataSource: DataSource,
  clock: Clock,
  reminders: readonly Reminder[],
): Promise<number | null> {
  const now = clock.now();
  const today = parisDate(now);
  if (remindedOn.get(dataSource) === today || !isWorkingDay(today)) return null;
  const noted = await asPlatform(dataSource, async (manager) => {
    const sql = asking(manager);
    await sql(`select pg_advisory_xact_lock(hashtext('vis-a-vis reminders'))`, []);
    const facts = factsToTell(await dueFacts(sql, today, horizonOf(reminders)), reminders, today);
    const { length } = await noteDeliveries(sql, facts, now);
    const note = { act: 'remindersFind', objectType: 'Platform', objectId: PLATFORM_ID };
    if (length > 0)
      await appendAsPlatform(manager, { ...note, detail: { facts: facts.length, deliveries: length } });
    return length;
  });
  remindedOn.set(dataSource, today);
  return noted;
}
