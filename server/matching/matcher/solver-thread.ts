import { parentPort, workerData } from 'node:worker_threads';
import { compileInstance } from './compile-instance';
import { findPrices, polishAndProve, prove } from './crew';
import type { Instance } from './instance';
import { rankPairs } from './ranked-pairs';
import type { ThreadQuestion, ThreadWord } from './thread-crew';

// The thread of `crewOfTwo`: reads a question, works, answers.
const c = compileInstance(workerData as Instance);
const ranked = rankPairs(c);
const say = (word: ThreadWord) => parentPort?.postMessage(word);

async function answer(task: ThreadQuestion): Promise<void> {
  const tell = (news: number) => say({ news });
  if (task.kind === 'PROOF') say({ answer: await prove(c, task) });
  else if (task.kind === 'POLISH') say({ answer: await polishAndProve(c, ranked, task, tell) });
  else say({ answer: findPrices(c, ranked, task, tell) });
}

// A failure ends the thread: whoever asked is told by its error.
parentPort?.on('message', (task: ThreadQuestion) => void answer(task));
