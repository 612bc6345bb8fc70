import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Crew, PriceTask, PricesFound } from './crew';
import type { Instance } from './instance';

/** What the thread is asked, and what it answers. */
export interface ThreadQuestion {
  task: PriceTask;
}
export type ThreadAnswer = { bound: number } | { found: PricesFound };

/**
 * A second thread that works beside the search: the answers are those of `crewOfOne`, sooner.
 * @param instance compiled there again, which costs less than sharing it
 */
export function crewOfTwo(instance: Instance): Crew {
  // Of sources or of a build, as this file is.
  const thread = new Worker(path.join(__dirname, `solver-thread${path.extname(__filename)}`), {
    workerData: instance,
  });
  return {
    findPrices: (task, onBound) =>
      new Promise((resolve, reject) => {
        const onExit = () => reject(new Error('The second thread of the solver has ended.'));
        const settle = (words: ThreadAnswer): void => {
          if ('bound' in words) return onBound(words.bound);
          thread.off('message', settle).off('error', reject).off('exit', onExit);
          resolve(words.found);
        };
        thread.on('message', settle).on('error', reject).on('exit', onExit);
        thread.postMessage({ task } satisfies ThreadQuestion);
      }),
    dismiss: async () => void (await thread.terminate()),
  };
}
