import { parentPort, workerData } from 'node:worker_threads';
import { compileInstance } from './compile-instance';
import { findPrices, prove } from './crew';
import type { Instance } from './instance';
import { rankPairs } from './ranked-pairs';
import type { ThreadQuestion, ThreadWord } from './thread-crew';

// The thread of `crewOfTwo`: reads a question, works, answers.
const c = compileInstance(workerData as Instance);
const ranked = rankPairs(c);
const say = (word: ThreadWord) => parentPort?.postMessage(word);

async function answer(task: ThreadQuestion): Promise<void> {
  if (task.kind === 'PROOF') say({ answer: await prove(c, task) });
  else say({ answer: findPrices(c, ranked, task, (bound) => say({ bound })) });
}

// A failure ends the thread: whoever asked is told by its error.
parentPort?.on('message', (task: ThreadQuestion) => void answer(task));
