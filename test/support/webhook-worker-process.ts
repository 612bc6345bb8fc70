// A process that sends webhooks, to be killed: see test/faults/webhooks-killed.test.ts.
import { createDataSource, type DatabaseAddress } from '../../server/database/data-source';
import { secretBox } from '../../server/identity';
import { settableClock } from '../../server/kernel/clock';
import { startQueue } from '../../server/notifications';
import { DELIVER_TASK, deliverTask, webhookReach } from '../../server/notifications/webhooks';

/** What the process is told. */
export interface WebhookWorkerSettings {
  address: DatabaseAddress;
  secretsKey: string;
  now: string;
}

async function work({ address, secretsKey, now }: WebhookWorkerSettings): Promise<void> {
  const dataSource = createDataSource(address, 2, 'runtime');
  await dataSource.initialize();
  const clock = settableClock(new Date(now));
  const deliver = deliverTask({ ...webhookReach(false), clock, secretBox: secretBox(secretsKey) });
  startQueue({
    dataSource,
    clock,
    tasks: { [DELIVER_TASK]: deliver },
    log: (line) => console.error(line),
    lanes: 1,
    pollMs: 10,
  });
}

process.once('message', (settings: WebhookWorkerSettings) => void work(settings));
