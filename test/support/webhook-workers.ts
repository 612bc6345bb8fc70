import type { DataSource } from 'typeorm';
import { startQueue, type Queue } from '../../server/notifications';
import {
  DELIVER_TASK,
  deliverTask,
  FAN_OUT_TASK,
  fanOutTask,
  webhookReach,
} from '../../server/notifications/webhooks';
import type { TestApi } from './api';
import { connectTo } from './data-source';

/** Workers on webhooks, which work when they are told to. */
export interface WebhookWorkers {
  /** Finds the endpoints of what waits in the outbox, and no more. */
  fanOut(): Promise<void>;
  /** Does all that is due by the clock. */
  settled(): Promise<void>;
  logged: string[];
  close(): Promise<void>;
}

/** Opens them on the database of an API. */
export async function openWebhookWorkers(api: TestApi): Promise<WebhookWorkers> {
  const dataSource: DataSource = await connectTo(api);
  const { clock, secretBox } = api;
  const logged: string[] = [];
  const limits = { connectMs: 1_000, totalMs: 1_000 };
  const deliver = deliverTask({ ...webhookReach(false), limits, clock, secretBox });
  const open = (tasks: Parameters<typeof startQueue>[0]['tasks']): Queue =>
    startQueue({ dataSource, clock, tasks, log: (line) => logged.push(line), pollMs: null });
  const fanOut = open({ [FAN_OUT_TASK]: fanOutTask(clock) });
  const all = open({ [FAN_OUT_TASK]: fanOutTask(clock), [DELIVER_TASK]: deliver });
  return {
    fanOut: () => fanOut.settled(),
    settled: () => all.settled(),
    logged,
    async close() {
      await Promise.all([fanOut.stop(), all.stop()]);
      await dataSource.destroy();
    },
  };
}
