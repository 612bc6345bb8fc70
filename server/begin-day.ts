import type { DataSource } from 'typeorm';
import { reviewWaiversDaily } from './corrective-actions';
import { openFollowUpsDaily } from './follow-up';
import type { Clock } from './kernel/clock';

/**
 * What a new day brings to audits by itself: waivers whose last day has passed end, documentary follow-ups whose day has come
 * open. Asked again on the same day, it does nothing.
 */
export async function beginDay(dataSource: DataSource, clock: Clock): Promise<void> {
  await reviewWaiversDaily(dataSource, clock);
  await openFollowUpsDaily(dataSource, clock);
}
