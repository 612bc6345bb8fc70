export { enqueue } from './enqueue';
export { JOB_RETRY_SECONDS, nextAttempt } from './delays';
export type { JobHand, Task, Tasks } from './run-job';
export { startQueue, type Queue } from './start-queue';
