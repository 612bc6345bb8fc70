import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Answers, Crew, Step, Tasks } from './crew';
import type { Instance } from './instance';

/** What the thread is asked. */
export interface ThreadQuestion {
  kind: keyof Tasks;
  task: Tasks[keyof Tasks];
}
/** What it says: steps on the way, then the answer. */
export type ThreadWord = { step: Step } | { answer: Answers[keyof Answers] };

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
    ask: <Kind extends keyof Tasks>(
      kind: Kind,
      task: Tasks[Kind],
      onStep: (step: Step) => void = () => undefined,
    ) =>
      new Promise<Answers[Kind]>((resolve, reject) => {
        const onExit = () => reject(new Error('The second thread of the solver has ended.'));
        const onWord = (word: ThreadWord): void => {
          if ('step' in word) return onStep(word.step);
          thread.off('message', onWord).off('error', reject).off('exit', onExit);
          resolve(word.answer as Answers[Kind]);
        };
        thread.on('message', onWord).on('error', reject).on('exit', onExit);
        thread.postMessage({ kind, task } satisfies ThreadQuestion);
      }),
    dismiss: async () => void (await thread.terminate()),
  };
}
