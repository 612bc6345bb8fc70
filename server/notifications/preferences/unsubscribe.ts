import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { asPlatform } from '../../database/as-platform';
import { appendAsPlatform } from '../../trail';
import { OPTIONAL_TOPICS } from '../topics';

/**
 * Switches off every topic that an account may switch off, as a link of one of its messages asks; what is compulsory still
 * comes. Again changes nothing.
 * @returns false when the account is closed or absent
 */
export function unsubscribe(dataSource: DataSource, accountId: string): Promise<boolean> {
  return asPlatform(dataSource, async (manager) => {
    const changed = await manager.query<{ id: string }[]>(
      `insert into notification_preference as p (id, account_id, topics_off)
       select $1, o.id, $3 from account o where o.id = $2 and o.disabled_at is null
       on conflict (account_id) do update set topics_off = excluded.topics_off, version = p.version + 1, updated_at = now()
         where not p.topics_off @> excluded.topics_off
       returning id`,
      [randomUUID(), accountId, OPTIONAL_TOPICS],
    );
    if (changed.length > 0)
      await appendAsPlatform(manager, {
        act: 'notificationsUnsubscribe',
        objectType: 'Account',
        objectId: accountId,
      });
    const known = await manager.query<unknown[]>(
      'select 1 from account where id = $1 and disabled_at is null',
      [accountId],
    );
    return known.length > 0;
  });
}
