export {
  enqueue,
  JOB_RETRY_SECONDS,
  startQueue,
  type JobHand,
  type Queue,
  type Task,
  type Tasks,
} from './queue';
