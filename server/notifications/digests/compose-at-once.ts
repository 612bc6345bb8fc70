import type { Ask } from '../../database/read-model';
import { parisDate } from '../../kernel/working-days';
import { AT_ONCE_TOPICS } from '../topics';
import { SEND_TASK } from './send-task';

const COMPOSE = `
  with made as (
    insert into mail (id, account_id, kind, day, language, composed_at)
    select gen_random_uuid(), d.account_id, 'AT_ONCE', $2::date, coalesce(p.language, 'fr'), $3
    from (select distinct account_id from delivery
      where account_id = any($1::uuid[]) and topic = any($4::text[]) and mail_id is null and dropped_at is null) d
    left join notification_preference p on p.account_id = d.account_id
    returning id, account_id
  ), put as (
    update delivery d set mail_id = m.id from made m
    where d.account_id = m.account_id and d.topic = any($4::text[]) and d.mail_id is null and d.dropped_at is null
  )
  select app.enqueue('${SEND_TASK}', jsonb_build_object('mailId', id), null, 'mail ' || id) from made`;

/**
 * Composes messages of what cannot wait for the morning: quiet days and nights count for nothing there.
 * @param sql of the transaction that noted the deliveries
 */
export async function composeAtOnce(sql: Ask, accountIds: readonly string[], now: Date): Promise<void> {
  if (accountIds.length === 0) return;
  await sql(COMPOSE, [[...accountIds], parisDate(now), now.toISOString(), AT_ONCE_TOPICS]);
}
