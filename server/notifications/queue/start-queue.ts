import { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { poolOf } from '../../database/data-source';
import type { Clock } from '../../kernel/clock';
import { runNextJob, type Tasks } from './run-job';

/** Workers of this process on the queue. */
export interface Queue {
  /** Takes no more jobs, waits for those that run, and closes the connections. */
  stop(): Promise<void>;
  /** Does everything that is due now and waits for what runs: for tests, and before an instance goes. */
  settled(): Promise<void>;
}

/** Jobs done at a time in one process; each keeps a connection of its own meanwhile. */
const LANES = 2;
const POLL_EVERY_MS = 1_000;

/**
 * Starts workers on the queue of the database. Any number of processes may: a job is one worker's at a time, and free
 * again the moment that its worker dies.
 * @param parts.dataSource names the database; the workers connect by themselves, so that slow work delays no request
 * @param parts.clock by which a job is due
 * @param parts.tasks what this process knows how to do
 * @param parts.log told in one line of a job that failed, and of a database that cannot be reached
 * @param parts.pollMs how often idle workers look; null never, and then only `settled` works
 */
export function startQueue(parts: {
  dataSource: DataSource;
  clock: Clock;
  tasks: Tasks;
  log: (line: string) => void;
  pollMs?: number | null;
}): Queue {
  const { clock, tasks, log, pollMs = POLL_EVERY_MS } = parts;
  const pool = new Pool(optionsFor(poolOf(parts.dataSource)));
  // Idle connections that the server closes are replaced by the next job.
  pool.on('error', () => undefined);
  const running = new Set<Promise<boolean>>();
  const stopping = new AbortController();

  function next(): Promise<boolean> {
    const run = runNextJob(pool, tasks, () => clock.now(), log);
    running.add(run);
    const over = (): void => void running.delete(run);
    run.then(over, over);
    return run;
  }

  let isReached = true;
  async function lane(everyMs: number): Promise<void> {
    while (!stopping.signal.aborted) {
      let hasRun = false;
      try {
        hasRun = await next();
        isReached = true;
      } catch (error) {
        if (isReached) log(`the queue waits for its database: ${(error as Error).message}`);
        isReached = false;
      }
      if (!hasRun) await pause(everyMs, stopping.signal);
    }
  }
  const lanes = pollMs === null ? [] : Array.from({ length: LANES }, () => lane(pollMs));

  return {
    async settled() {
      while ((await next()) || running.size > 0) await Promise.allSettled([...running]);
    },
    async stop() {
      stopping.abort();
      await Promise.all(lanes);
      await Promise.allSettled([...running]);
      await pool.end();
    },
  };
}

/** As the application connects, but as the platform, and noticed within a minute when the machine is gone. */
function optionsFor({ options }: Pool): ConstructorParameters<typeof Pool>[0] {
  const keepAlive = '-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3';
  return {
    ...options,
    max: LANES + 1,
    options: `${options.options ?? ''} -c app.platform=on -c idle_in_transaction_session_timeout=0 ${keepAlive}`,
  };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}
