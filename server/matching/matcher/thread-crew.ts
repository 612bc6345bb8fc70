import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Crew, PolishTask, PricesFound, PriceTask, ProofFound, ProofTask } from './crew';
import type { Instance } from './instance';

/** What the thread is asked. */
export type ThreadQuestion = PriceTask | ProofTask | PolishTask;
/** What it answers: bounds or objectives as they are found, then the answer. */
export type ThreadWord = { news: number } | { answer: PricesFound | ProofFound | null };

/**
 * A second thread that works beside the search: the answers are those of `crewOfOne`, sooner.
 * @param instance compiled there again, which costs less than sharing it
 */
export function crewOfTwo(instance: Instance): Crew {
  // Of sources or of a build, as this file is.
  const thread = new Worker(path.join(__dirname, `solver-thread${path.extname(__filename)}`), {
    workerData: instance,
  });
  const ask = (task: ThreadQuestion, onNews: (news: number) => void) =>
    new Promise<PricesFound | ProofFound | null>((resolve, reject) => {
      const onExit = () => reject(new Error('The second thread of the solver has ended.'));
      const onWord = (word: ThreadWord): void => {
        if ('news' in word) return onNews(word.news);
        thread.off('message', onWord).off('error', reject).off('exit', onExit);
        resolve(word.answer);
      };
      thread.on('message', onWord).on('error', reject).on('exit', onExit);
      thread.postMessage(task);
    });
  return {
    findPrices: async (task, onBound) => (await ask(task, onBound)) as PricesFound,
    prove: async (task) => (await ask(task, () => undefined)) as ProofFound | null,
    polish: async (task, onObjective) => (await ask(task, onObjective)) as ProofFound,
    dismiss: async () => void (await thread.terminate()),
  };
}
