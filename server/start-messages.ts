import type { DataSource } from 'typeorm';
import type { Config } from './config';
import type { SecretBox } from './identity';
import type { Clock } from './kernel/clock';
import { mailServer, SEND_TASK, sendMailTask, startQueue, tellTask, type Queue } from './notifications';

/** What the workers on messages need. */
export interface MessageParts {
  config: Pick<Config, 'SMTP_URL' | 'MAIL_FROM' | 'PUBLIC_URL' | 'NODE_ENV'>;
  dataSource: DataSource;
  clock: Clock;
  secretBox: SecretBox;
  log: (line: string) => void;
}

const ON_THIS_HOST = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Starts the workers of this process. Without a mail server, messages are composed and wait for a process that has one. */
export function startMessages({ config, dataSource, clock, secretBox, log }: MessageParts): Queue {
  const { SMTP_URL: url, MAIL_FROM: from, PUBLIC_URL: publicUrl } = config;
  const tasks = { tell: tellTask(clock) };
  if (!url || !from || !publicUrl) {
    log('Messages are composed and not sent: no SMTP_URL. The API shows them (deliveries).');
    return startQueue({ dataSource, clock, tasks, log });
  }
  const isTlsRequired = config.NODE_ENV === 'production' && !ON_THIS_HOST.has(new URL(url).hostname);
  const server = mailServer({ url, from, isTlsRequired });
  const sendMail = sendMailTask({ clock, server, publicUrl, secretBox });
  return startQueue({ dataSource, clock, tasks: { ...tasks, [SEND_TASK]: sendMail }, log });
}
