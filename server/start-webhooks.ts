import type { DataSource } from 'typeorm';
import type { SecretBox } from './identity';
import type { Clock } from './kernel/clock';
import { startQueue, type Queue } from './notifications';
import { DELIVER_TASK, deliverTask, FAN_OUT_TASK, fanOutTask, webhookReach } from './notifications/webhooks';

/** What the workers on webhooks need. */
export interface WebhookParts {
  isProduction: boolean;
  dataSource: DataSource;
  clock: Clock;
  secretBox: SecretBox;
  log: (line: string) => void;
}

/** Receivers that hang hold a lane each; they are given a few, of their own, so that no message to a person waits for them. */
const LANES = 4;

/** Starts the workers on webhooks of this process. */
export function startWebhooks({ isProduction, dataSource, clock, secretBox, log }: WebhookParts): Queue {
  const tasks = {
    [FAN_OUT_TASK]: fanOutTask(clock),
    [DELIVER_TASK]: deliverTask({ ...webhookReach(isProduction), clock, secretBox }),
  };
  return startQueue({ dataSource, clock, tasks, log, lanes: LANES });
}
