import { parentPort, workerData } from 'node:worker_threads';
import { compileInstance } from './compile-instance';
import { findPrices } from './crew';
import type { Instance } from './instance';
import { rankPairs } from './ranked-pairs';
import type { ThreadAnswer, ThreadQuestion } from './thread-crew';

// The thread of `crewOfTwo`: reads a question, works, answers.
const c = compileInstance(workerData as Instance);
const ranked = rankPairs(c);
const answer = (words: ThreadAnswer) => parentPort?.postMessage(words);
parentPort?.on('message', ({ task }: ThreadQuestion) => {
  answer({ found: findPrices(c, ranked, task, (bound) => answer({ bound })) });
});
