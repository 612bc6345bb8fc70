import type { DataSource } from 'typeorm';
import { asking, asPlatform } from '../database/as-platform';
import type { Clock } from '../kernel/clock';
import { parisDate } from '../kernel/working-days';
import { appendAsPlatform, PLATFORM_ID } from '../trail';
import { reviewFacts } from './review-facts';

const reviewedOn = new WeakMap<DataSource, string>();

/**
 * Looks at every open assignment once a day, since ties begin and end, and declarations run out, without anybody's act.
 * Several instances may do it on one day: the second finds nothing to change.
 * @returns how many alerts were opened and closed; null when the day was looked at before by this process
 */
export async function reviewFactsDaily(
  dataSource: DataSource,
  clock: Clock,
): Promise<{ opened: number; closed: number } | null> {
  const now = clock.now();
  const today = parisDate(now);
  if (reviewedOn.get(dataSource) === today) return null;
  const outcome = await asPlatform(dataSource, async (manager) => {
    await manager.query(`select pg_advisory_xact_lock(hashtext('vis-a-vis conflict review'))`);
    await reviewFacts(asking(manager), { cause: 'conflictReview', personIds: 'EVERYBODY' }, now);
    const [counted] = await manager.query<{ opened: number; closed: number }[]>(
      `select count(*) filter (where found_at = $1)::int as opened, count(*) filter (where resolved_at = $1)::int as closed
       from conflict_alert`,
      [now.toISOString()],
    );
    const { opened, closed } = counted ?? { opened: 0, closed: 0 };
    const note = { act: 'conflictReview', objectType: 'Platform', objectId: PLATFORM_ID };
    if (opened + closed > 0) await appendAsPlatform(manager, { ...note, detail: { opened, closed } });
    return { opened, closed };
  });
  reviewedOn.set(dataSource, today);
  return outcome;
}
