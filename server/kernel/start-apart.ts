import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';

/** A process apart, and what it last wrote to its error output. */
export interface Apart {
  child: ChildProcess;
  lastWords: () => string;
}

/** What a process apart is given. */
export interface ApartOptions {
  /** Of its heap. */
  megabytes?: number;
  /** Its settings; none when left out, so that it has none to lose. */
  environment?: NodeJS.ProcessEnv;
}

/** Characters of its last words that are kept. */
const LAST_WORDS = 2_000;

/** Settings of this process for one apart, without the options of Node: a debugger's port, a test's loader. */
export const withoutNodeOptions = (): NodeJS.ProcessEnv => ({ ...process.env, NODE_OPTIONS: '' });

/**
 * Starts a program in a process of its own, of sources or of a build as this file is; it is spoken to by messages.
 * @param program path without the ending of its language
 */
export function startApart(program: string, { megabytes, environment = {} }: ApartOptions = {}): Apart {
  const language = path.extname(__filename);
  const loader = path.resolve(__dirname, '../../scripts/run-sources.cjs');
  const child = fork(`${program}${language}`, [], {
    execArgv: [
      ...(megabytes ? [`--max-old-space-size=${Math.ceil(megabytes)}`] : []),
      ...(language === '.ts' ? ['--require', loader] : []),
    ],
    env: environment,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let lastWords = '';
  child.stderr?.on(
    'data',
    (words: Buffer) => (lastWords = (lastWords + words.toString()).slice(-LAST_WORDS)),
  );
  return { child, lastWords: () => lastWords };
}
