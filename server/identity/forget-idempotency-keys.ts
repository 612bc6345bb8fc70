import type { DataSource } from 'typeorm';
import { asPlatform } from '../database/as-platform';

/** How long an answer is given again for its key: auditors work offline for weeks. */
const KEPT_DAYS = 90;

/** Forgets the idempotency keys that are older than a client may still send them. */
export async function forgetIdempotencyKeys(dataSource: DataSource): Promise<void> {
  await asPlatform(dataSource, (manager) =>
    manager.query(`delete from idempotency_key where created_at < now() - make_interval(days => $1)`, [
      KEPT_DAYS,
    ]),
  );
}
