import nodemailer from 'nodemailer';
import type { RenderedMail } from './render-mail';

/** How messages leave, and in whose name. */
export interface MailServerSettings {
  /** `smtp://` or `smtps://`, with the account of the server if it wants one. */
  url: string;
  /** Sender of every message: an address, or a name with one. */
  from: string;
  /** Refuses to speak without TLS; for all servers but those on this machine. */
  isTlsRequired: boolean;
  /** Milliseconds that the server may stay silent; 30 s unless told otherwise. */
  answerMs?: number;
  /** Milliseconds until a message is handed over, however busily the server talks; two minutes unless told otherwise. */
  totalMs?: number;
  /** Certificates of authorities, in place of those of the machine. */
  ca?: string;
}

/** A message on its way to one address. */
export interface OutgoingMail extends RenderedMail {
  id: string;
  to: string;
  composedAt: string;
  unsubscribeUrl: string;
}

/** Hands messages to a mail server. */
export interface MailServer {
  /**
   * Hands over one message, under the same Message-ID at every attempt.
   * @returns the answer code of the server
   * @throws what nodemailer says of it; see `outcomeOf`
   */
  send(mail: OutgoingMail): Promise<number | null>;
}

const CONNECT_MS = 10_000;
const ANSWER_MS = 30_000;
const TOTAL_MS = 120_000;

/** The mail server of the settings; a connection for each message, since there are few. */
export function mailServer({
  url,
  from,
  isTlsRequired,
  answerMs = ANSWER_MS,
  totalMs = TOTAL_MS,
  ca,
}: MailServerSettings): MailServer {
  const transport = nodemailer.createTransport({
    url,
    requireTLS: isTlsRequired,
    connectionTimeout: Math.min(CONNECT_MS, answerMs),
    greetingTimeout: Math.min(CONNECT_MS, answerMs),
    socketTimeout: answerMs,
    // Whatever the environment says of those that it trusts.
    tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2', ...(ca ? { ca } : {}) },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = /@([\w.-]+)/.exec(from)?.[1] ?? 'localhost';
  return {
    async send({ id, to, subject, text, html, composedAt, unsubscribeUrl }) {
      const { response } = await transport.sendMail({
        messageId: `<${id}@${domain}>`,
        date: new Date(composedAt),
        from,
        to: { name: '', address: to },
        subject,
        text,
        html,
        signal: AbortSignal.timeout(totalMs),
        headers: {
          // RFC 3834: no answering machine answers.
          'Auto-Submitted': 'auto-generated',
          'X-Auto-Response-Suppress': 'All',
          // RFC 8058: one click, without a page.
          'List-Unsubscribe': `<${unsubscribeUrl}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        },
      });
      return Number(/^\d{3}/.exec(response)?.[0]) || null;
    },
  };
}
