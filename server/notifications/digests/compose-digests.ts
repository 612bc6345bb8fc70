import type { DataSource } from 'typeorm';
import { asking, asPlatform } from '../../database/as-platform';
import type { Ask } from '../../database/read-model';
import type { Clock } from '../../kernel/clock';
import { isWorkingDay, parisDate } from '../../kernel/working-days';
import { reach } from '../audiences';
import { DUE_FACTS } from '../reminders/due-facts';
import { COMPULSORY_TOPICS } from '../topics';
import { isSwitchedOff } from './note-deliveries';
import { SEND_TASK } from './send-task';

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
    and extract(isodow from $1::date)::int <> all(coalesce(p.quiet_weekdays, '{}'))
    and (p.quiet_from is null or $1::date not between p.quiet_from and p.quiet_to)
    and not exists (select 1 from mail m where m.account_id = d.account_id and m.day = $1::date and m.kind = 'DIGEST')
  group by d.account_id, p.language`;

/**
 * What is settled by now drops out: reminders of what is no longer due or was overtaken by a later one, what its reader has
 * lost sight of or switched off.
 */
const DROP = `
  with waiting as (
    select d.* from delivery d where d.mail_id is null and d.dropped_at is null and d.account_id = any($3::uuid[])
  ),
  needed as (select distinct audience, subject_id from waiting),
  ${reach('$1')},
  due as (${DUE_FACTS})
  update delivery t set dropped_at = $2 from waiting d
  where t.id = d.id and (
    not exists (select 1 from reach r
      where r.audience = d.audience and r.subject_id = d.subject_id and r.account_id = d.account_id)
    or ${isSwitchedOff('d.account_id', 'd.topic', '$4')}
    or (d.step is not null and not exists (select 1 from due f
      where f.topic = d.topic and f.id = d.object_id and f.due_on = d.due_on))
    or (d.step in ('OPENED', 'BEFORE', 'DUE') and d.due_on < $1::date)
    or (d.step is not null and exists (select 1 from waiting l where l.account_id = d.account_id and l.topic = d.topic
      and l.object_id = d.object_id and l.step is not null and l.audience = d.audience and l.found_at > d.found_at)))`;

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
 * Composes the digests of the day: on working days, from each person's hour on, one for a person and day however much
 * waits. Called again and again; any number of instances may.
 * @returns how many were composed
 */
export async function composeDigests(dataSource: DataSource, clock: Clock): Promise<number> {
  const now = clock.now();
  const today = parisDate(now);
  if (!isWorkingDay(today)) return 0;
  return asPlatform(dataSource, (manager) => composeOf(asking(manager), today, now));
}

async function composeOf(sql: Ask, today: string, now: Date): Promise<number> {
  const moment = [today, now.toISOString()];
  const ready = await sql<{ account_id: string }>(READY, moment);
  if (ready.length === 0) return 0;
  await sql(`select pg_advisory_xact_lock(hashtext('vis-a-vis digests'))`, []);
  await sql(DROP, [...moment, ready.map((person) => person.account_id), COMPULSORY_TOPICS]);
  return (await sql(COMPOSE, moment)).length;
}
