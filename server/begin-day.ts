import type { DataSource } from 'typeorm';
import { reviewWaiversDaily } from './corrective-actions';
import { openFollowUpsDaily } from './follow-up';
import type { Clock } from './kernel/clock';
import { composeDigests, remindDaily, type Reminder } from './notifications';

/**
 * What a new day brings by itself: waivers whose last day has passed end, documentary follow-ups whose day has come open,
 * people are reminded and have their digests composed. Asked again on the same day, it does nothing that was done.
 */
export async function beginDay(
  dataSource: DataSource,
  clock: Clock,
  reminders: readonly Reminder[],
): Promise<void> {
  await reviewWaiversDaily(dataSource, clock);
  await openFollowUpsDaily(dataSource, clock);
  await remindDaily(dataSource, clock, reminders);
  await composeDigests(dataSource, clock);
}
