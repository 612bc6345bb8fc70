import { parentPort, workerData } from 'node:worker_threads';
import { compileInstance } from './compile-instance';
import { crewOfOne } from './crew';
import type { Instance } from './instance';
import { rankPairs } from './ranked-pairs';
import type { ThreadQuestion, ThreadWord } from './thread-crew';

// The thread of `crewOfTwo`: reads a question, works, answers.
const c = compileInstance(workerData as Instance);
const { ask } = crewOfOne(c, rankPairs(c));
const say = (word: ThreadWord) => parentPort?.postMessage(word);

async function answer({ kind, task }: ThreadQuestion): Promise<void> {
  say({ answer: await ask(kind, task, (step) => say({ step })) });
}

// A failure ends the thread: whoever asked is told by its error.
parentPort?.on('message', (question: ThreadQuestion) => void answer(question));
