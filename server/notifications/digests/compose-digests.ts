import type { DataSource } from 'typeorm';
import { asking, asPlatform } from '../../database/as-platform';
import type { Ask } from '../../database/read-model';
import type { Clock } from '../../kernel/clock';
import { isWorkingDay, parisDate } from '../../kernel/working-days';
import { composeAtOnce, lockDigests } from './compose-at-once';
import { isQuiet } from './quiet-days';
import { SEND_TASK } from './send-task';
import { dropSettled } from './settled-deliveries';

/** The instant from which the digest of a day may leave, by who receives it. */
const MORNING = `(($1::date + make_interval(hours => coalesce(p.digest_hour, 7))) at time zone 'Europe/Paris')`;

/**
 * People whose digest of the day leaves now: something waits for them since before the morning, or they are reminded of
 * something; the day is none of their quiet ones; and they have had no digest that day.
 */
const READY = `
  select d.account_id, coalesce(p.language, 'fr') as language
  from delivery d left join notification_preference p on p.account_id = d.account_id
  where d.mail_id is null and d.dropped_at is null
    and $2::timestamptz >= ${MORNING} and (d.step is not null or d.found_at < ${MORNING})
    and not ${isQuiet('p', '$1')}
    and not exists (select 1 from mail m where m.account_id = d.account_id and m.day = $1::date and m.kind = 'DIGEST')
  group by d.account_id, p.language`;

const COMPOSE = `
  with made as (
    insert into mail (id, account_id, kind, day, language, composed_at)
    select gen_random_uuid(), r.account_id, 'DIGEST', $1::date, r.language, $2 from (${READY}) r
    on conflict (account_id, day) where kind = 'DIGEST' do nothing
    returning id, account_id
  ), put as (
    update delivery d set mail_id = m.id from made m
    where d.account_id = m.account_id and d.mail_id is null and d.dropped_at is null
  )
  select app.enqueue('${SEND_TASK}', jsonb_build_object('mailId', id), null, 'mail ' || id) from made`;

/**
 * Composes what may leave now: messages at once that had to wait for the one before, on any day; on working days, from each
 * person's hour on, the digests of the day, one for a person and day however much waits. Called again and again; any number
 * of instances may.
 * @returns how many digests were composed
 */
export async function composeDigests(dataSource: DataSource, clock: Clock): Promise<number> {
  const now = clock.now();
  const today = parisDate(now);
  await asPlatform(dataSource, (manager) => composeAtOnce(asking(manager), null, now));
  if (!isWorkingDay(today)) return 0;
  return asPlatform(dataSource, (manager) => composeOf(asking(manager), today, now));
}

async function composeOf(sql: Ask, today: string, now: Date): Promise<number> {
  const moment = [today, now.toISOString()];
  const ready = await sql<{ account_id: string }>(READY, moment);
  if (ready.length === 0) return 0;
  await lockDigests(sql);
  const accountIds = ready.map((person) => person.account_id);
  await dropSettled(sql, accountIds, now);
  return (await sql(COMPOSE, moment)).length;
}
