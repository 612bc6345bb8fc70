import type { DatabaseAddress } from '../../server/database/data-source';
import { createDataSource } from '../../server/database/data-source';
import { newSecretsKey, secretBox } from '../../server/identity';
import { settableClock } from '../../server/kernel/clock';
import { mailServer, SEND_TASK, sendMailTask, startQueue, tellTask } from '../../server/notifications';
import type { Task } from '../../server/notifications';

/** What the worker process is told by the test that will kill it. */
export interface MessageChildSettings {
  address: DatabaseAddress;
  mailboxUrl: string;
  now: string;
  /** Where it stands still, having said so, and waits to be killed. */
  standsAt: 'told' | 'beforeSending' | 'sent' | null;
}

const forEver = new Promise<never>(() => undefined);

process.once('message', (settings: MessageChildSettings) => {
  void run(settings).catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  });
});

async function run({ address, mailboxUrl, now, standsAt }: MessageChildSettings): Promise<void> {
  const dataSource = await createDataSource(address, 4, 'runtime').initialize();
  const clock = settableClock(now);
  const real = mailServer({ url: mailboxUrl, from: 'vav@example.org', isTlsRequired: false });
  const stand = (where: string): Promise<unknown> => {
    if (standsAt !== where) return Promise.resolve();
    process.send?.(where);
    return forEver;
  };
  const tell = tellTask(clock);
  const tasks: Record<string, Task> = {
    // The real tasks, that stand still after the last thing they do and before it is committed.
    tell: async (payload, job) => {
      await tell(payload, job);
      await stand('told');
    },
    [SEND_TASK]: sendMailTask({
      clock,
      publicUrl: 'https://audits.example.org',
      secretBox: secretBox(newSecretsKey()),
      server: {
        async send(mail) {
          await stand('beforeSending');
          const code = await real.send(mail);
          await stand('sent');
          return code;
        },
      },
    }),
  };
  startQueue({ dataSource, clock, tasks, log: (line) => process.stderr.write(`${line}\n`), pollMs: 5 });
  process.send?.('started');
}
