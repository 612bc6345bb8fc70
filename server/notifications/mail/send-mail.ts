import { randomUUID } from 'node:crypto';
import type { Ask } from '../../database/read-model';
import type { SecretBox } from '../../identity';
import type { Clock } from '../../kernel/clock';
import type { Locale } from '../../kernel/messages';
import type { MailKind } from '../digests/mail.entity';
import { unsubscribeUrl } from '../preferences/unsubscribe-link';
import { nextAttempt, type Task } from '../queue';
import type { TopicCode } from '../topics';
import type { MailServer } from './mail-server';
import { renderMail } from './render-mail';
import { MAIL_LASTS_DAYS, MAIL_RETRY_SECONDS, outcomeOf, type AttemptOutcome } from './smtp-outcome';

/** What sending needs. */
export interface SendParts {
  clock: Clock;
  server: MailServer;
  /** Where browsers reach the platform. */
  publicUrl: string;
  secretBox: SecretBox;
}

interface WaitingMail {
  id: string;
  accountId: string;
  kind: MailKind;
  language: Locale;
  composedAt: string;
  address: string;
  isClosed: boolean;
  attempts: number;
}

const WAITING = `
  select m.id, m.account_id as "accountId", m.kind, m.language, m.composed_at as "composedAt", o.email as address,
    o.disabled_at is not null as "isClosed",
    (select count(*)::int from mail_attempt t where t.mail_id = m.id) as attempts
  from mail m join account o on o.id = m.account_id
  where m.id = $1 and m.accepted_at is null and m.failed_at is null`;

const TOPICS_OF = `
  select topic, count(distinct object_id)::int as count from delivery where mail_id = $1 group by topic order by topic`;

/** How long a server that was not reached is left alone. */
const REST_MS = 60_000;

/**
 * The task that hands one message to the mail server and writes down what that answered, in one transaction with the end of
 * the job. A worker that dies between the server's answer and that writing sends the message once more, under the same
 * Message-ID: at most once for each death. Once a server was not reached, one message at a time looks whether it is back, and
 * the others wait without spending an attempt: ten thousand of them must not each wait for it to hang up.
 */
export function sendMailTask({ clock, server, publicUrl, secretBox }: SendParts): Task {
  let isReached = true;
  let restsUntil = 0;
  return async ({ mailId }, { sql }) => {
    const [mail] = await sql<WaitingMail>(WAITING, [mailId]);
    if (!mail) return undefined;
    const began = clock.now();
    const attempt = { mailId: mail.id, number: mail.attempts + 1, began };
    const isOld = began.getTime() - Date.parse(mail.composedAt) > MAIL_LASTS_DAYS * 86_400_000;
    if (mail.isClosed || isOld) {
      await end(sql, { ...attempt, outcome: 'EXPIRED', smtpCode: null, ended: began });
      return undefined;
    }
    if (!isReached && began.getTime() < restsUntil) return { again: new Date(restsUntil) };
    if (!isReached) restsUntil = began.getTime() + REST_MS;
    const waiting = await sql<{ topic: TopicCode; count: number }>(TOPICS_OF, [mail.id]);
    const unsubscribe = unsubscribeUrl(publicUrl, secretBox, mail.accountId);
    const { kind, language, address, id, composedAt } = mail;
    const rendered = renderMail({ kind, language, waiting, url: publicUrl, unsubscribeUrl: unsubscribe });
    const { outcome, smtpCode } = await server
      .send({ ...rendered, id, to: address, composedAt, unsubscribeUrl: unsubscribe })
      .then(
        (code): { outcome: AttemptOutcome; smtpCode: number | null } => ({
          outcome: 'ACCEPTED',
          smtpCode: code,
        }),
        outcomeOf,
      );
    const ended = clock.now();
    isReached = outcome !== 'UNREACHED';
    if (!isReached) restsUntil = ended.getTime() + REST_MS;
    const again =
      outcome === 'LATER' || outcome === 'UNREACHED'
        ? nextAttempt(ended, attempt.number, MAIL_RETRY_SECONDS)
        : null;
    await end(sql, { ...attempt, outcome, smtpCode, ended, isLast: !again });
    return again ? { again } : undefined;
  };
}

interface Ended {
  mailId: string;
  number: number;
  began: Date;
  ended: Date;
  outcome: AttemptOutcome;
  smtpCode: number | null;
  isLast?: boolean;
}

/** Writes down how an attempt ended, and with it, if it was the last one, the message. */
async function end(sql: Ask, { mailId, number, began, ended, outcome, smtpCode, isLast = true }: Ended) {
  const at = ended.toISOString();
  await sql(
    `insert into mail_attempt (id, mail_id, number, outcome, smtp_code, began_at, ended_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [randomUUID(), mailId, number, outcome, smtpCode, began.toISOString(), at],
  );
  if (!isLast) return;
  const column = outcome === 'ACCEPTED' ? 'accepted_at' : 'failed_at';
  await sql(`update mail set ${column} = $2 where id = $1`, [mailId, at]);
}
