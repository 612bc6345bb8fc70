import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Crew, PolishTask, PricesFound, PriceTask, ProofFound, ProofTask } from './crew';
import type { Instance } from './instance';

/** What the thread is asked. */
export type ThreadQuestion = PriceTask | ProofTask | PolishTask;
/** What it answers: bounds or objectives as they are found, then the answer. */
export type ThreadWord = { news: number } | { answer: PricesFound | ProofFound | null };

/** HiGHS hears rarely that it should stop; what it has found by then is given up, not the plan that it began from. */
const OVERDUE_MS = 3_000;

/**
 * A second thread that works beside the search: the answers are those of `crewOfOne`, sooner.
 * @param instance compiled there again, which costs less than sharing it
 */
export function crewOfTwo(instance: Instance): Crew {
  // Of sources or of a build, as this file is.
  const hire = () =>
    new Worker(path.join(__dirname, `solver-thread${path.extname(__filename)}`), { workerData: instance });
  let thread = hire();
  /** Null also when the answer is overdue: another thread takes the place of the one that does not hear. */
  const ask = (task: ThreadQuestion, onNews: (news: number) => void) =>
    new Promise<PricesFound | ProofFound | null>((resolve, reject) => {
      const asked = thread;
      const leave = () => {
        clearTimeout(timer);
        asked.off('message', onWord).off('error', onError).off('exit', onExit);
      };
      const onError = (error: Error) => {
        leave();
        reject(error);
      };
      const onExit = () => onError(new Error('The second thread of the solver has ended.'));
      const onWord = (word: ThreadWord): void => {
        if ('news' in word) return onNews(word.news);
        leave();
        resolve(word.answer);
      };
      const onOverdue = () => {
        leave();
        thread = hire();
        void asked.terminate();
        resolve(null);
      };
      const isBounded = task.kind !== 'PRICES';
      const timer = isBounded ? setTimeout(onOverdue, task.until + OVERDUE_MS - Date.now()) : undefined;
      asked.on('message', onWord).on('error', onError).on('exit', onExit);
      asked.postMessage(task);
    });
  return {
    findPrices: async (task, onBound) => (await ask(task, onBound)) as PricesFound,
    prove: async (task) => (await ask(task, () => undefined)) as ProofFound | null,
    polish: async (task, onObjective) =>
      ((await ask(task, onObjective)) as ProofFound | null) ?? {
        solution: task.start,
        bound: task.found.bound,
        isProved: false,
      },
    dismiss: async () => void (await thread.terminate()),
  };
}
