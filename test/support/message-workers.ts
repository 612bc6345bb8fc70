import type { DataSource } from 'typeorm';
import {
  composeDigests,
  mailServer,
  readReminders,
  remindDaily,
  SEND_TASK,
  sendMailTask,
  startQueue,
  tellTask,
  type Queue,
} from '../../server/notifications';
import { TEMPLATES_FOLDER } from '../../server/templates-folder';
import type { TestApi } from './api';
import { connectTo } from './data-source';
import type { Mailbox } from './mailbox';

/** Where the links of messages lead in tests. */
export const PUBLIC_URL = 'https://audits.example.org';

/** The workers of an instance, which work when they are told to. */
export interface MessageWorkers {
  queue: Queue;
  dataSource: DataSource;
  logged: string[];
  /** Does what upkeep does at this moment of the clock, then all work that is due. */
  keepUp(): Promise<void>;
  close(): Promise<void>;
}

/** Opens them on the database of an API; without a mailbox they send nothing. */
export async function openMessageWorkers(
  api: TestApi,
  mailbox: Mailbox | null,
  answerMs = 5_000,
): Promise<MessageWorkers> {
  const dataSource = await connectTo(api);
  const { clock, secretBox } = api;
  const logged: string[] = [];
  const server = mailbox && {
    [SEND_TASK]: sendMailTask({
      clock,
      secretBox,
      publicUrl: PUBLIC_URL,
      server: mailServer({
        url: mailbox.url,
        from: 'Vis-à-vis <ne-pas-repondre@example.org>',
        isTlsRequired: false,
        answerMs,
      }),
    }),
  };
  const queue = startQueue({
    dataSource,
    clock,
    tasks: { tell: tellTask(clock), ...server },
    log: (line) => logged.push(line),
    pollMs: null,
  });
  const reminders = readReminders(TEMPLATES_FOLDER);
  return {
    queue,
    dataSource,
    logged,
    async keepUp() {
      await queue.settled();
      await remindDaily(dataSource, clock, reminders);
      await composeDigests(dataSource, clock);
      await queue.settled();
    },
    async close() {
      await queue.stop();
      await dataSource.destroy();
    },
  };
}
