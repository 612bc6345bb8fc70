import type { Ask } from '../../database/read-model';
import { parisDate } from '../../kernel/working-days';
import { AT_ONCE_TOPICS, COMPULSORY_TOPICS } from '../topics';
import { isQuiet } from './quiet-days';
import { SEND_TASK } from './send-task';
import { dropSettled } from './settled-deliveries';

/** Minutes between two messages at once to one person: a night in which everything opens is no storm of messages. */
export const AT_ONCE_EVERY_MINUTES = 15;

/** At-once topics that come on quiet days as well. */
const NEVER_QUIET = AT_ONCE_TOPICS.filter((topic) => COMPULSORY_TOPICS.includes(topic));

const WAITING = `
  from delivery d left join notification_preference p on p.account_id = d.account_id
  where ($1::uuid[] is null or d.account_id = any($1::uuid[])) and d.mail_id is null and d.dropped_at is null
    and d.topic = any($4::text[]) and (d.topic = any($5::text[]) or not ${isQuiet('p', '$2')})
    and not exists (select 1 from mail m where m.account_id = d.account_id and m.kind = 'AT_ONCE'
      and m.composed_at > $3::timestamptz - interval '${AT_ONCE_EVERY_MINUTES} minutes')`;

const COMPOSE = `
  with waiting as (
    select d.id, d.account_id, coalesce(p.language, 'fr') as language ${WAITING}
  ), made as (
    insert into mail (id, account_id, kind, day, language, composed_at)
    select gen_random_uuid(), w.account_id, 'AT_ONCE', $2::date, w.language, $3
    from (select distinct account_id, language from waiting) w
    returning id, account_id
  ), put as (
    update delivery d set mail_id = m.id from made m join waiting w on w.account_id = m.account_id where d.id = w.id
  )
  select app.enqueue('${SEND_TASK}', jsonb_build_object('mailId', id), null, 'mail ' || id) from made`;

/** Lets one transaction at a time put what waits into messages, so that nothing leaves in two of them. */
export async function lockDigests(sql: Ask): Promise<void> {
  await sql(`select pg_advisory_xact_lock(hashtext('vis-a-vis digests'))`, []);
}

/**
 * Composes messages of what cannot wait for the morning, one for a person in a quarter of an hour: what comes in between waits
 * for its end. Nights, weekends and holidays count for nothing there; quiet days neither, where somebody's safety may be at
 * stake and nobody can switch the topic off: the rest waits until they are over. What had to wait is looked at once more, as
 * for a digest: its reader may have lost sight of it.
 * @param sql of a transaction as the platform, which may have noted the deliveries
 * @param accountIds whose; null for everybody's
 */
export async function composeAtOnce(
  sql: Ask,
  accountIds: readonly string[] | null,
  now: Date,
): Promise<void> {
  const moment = [
    accountIds && [...accountIds],
    parisDate(now),
    now.toISOString(),
    AT_ONCE_TOPICS,
    NEVER_QUIET,
  ];
  const waiting = await sql<{ accountId: string }>(
    `select distinct d.account_id as "accountId" ${WAITING}`,
    moment,
  );
  if (waiting.length === 0) return;
  await lockDigests(sql);
  const people = waiting.map(({ accountId }) => accountId);
  await dropSettled(sql, people, now, AT_ONCE_TOPICS);
  await sql(COMPOSE, moment);
}
