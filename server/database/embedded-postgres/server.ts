import { readFile, rmdir, stat } from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import { type Binaries, program } from './binaries';
import { type DataDirectory, superuserPassword, SUPERUSER } from './data-directory';
import { EmbeddedPostgresError } from './error';
import { type Postmaster, readPostmaster, runningPostmaster } from './postmaster';
import { pause, run } from './processes';
import { socketFolder } from './socket-folder';

/** Where a server answers: `host` is a socket folder, or 127.0.0.1 where there are no unix sockets. */
export interface EmbeddedConnection {
  host: string;
  port: number;
  user: string;
  password?: string;
  database: string;
}

const SETTINGS = {
  shared_buffers: '64MB',
  max_connections: '100',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/** A server that was killed leaves backends which end within moments; PostgreSQL waits for none of them. */
const STRAGGLERS = /pre-existing shared memory block/;
const STRAGGLER_ROUNDS = 50;

/**
 * Starts the server and waits until it takes connections, crash recovery included.
 *
 * @throws EmbeddedPostgresError START_FAILED with the last line PostgreSQL logged
 */
export async function startServer(binaries: Binaries, target: DataDirectory): Promise<EmbeddedConnection> {
  const log = path.join(target.folder, 'server.log');
  const options = Object.entries(SETTINGS).map(([name, value]) => `-c ${name}=${value}`);
  if (process.platform === 'win32') {
    options.push('-c listen_addresses=127.0.0.1', `-p ${await freePort()}`);
  } else {
    options.push("-c listen_addresses=''", '-p 5432', `-k ${shellQuoted(await socketFolder(target))}`);
  }
  const command = ['start', '-w', '-s', '-t', '120', '-D', target.folder, '-l', log, '-o', options.join(' ')];
  for (let round = 1; ; round += 1) {
    const logged = await stat(log).then(
      ({ size }) => size,
      () => 0,
    );
    const outcome = await run(program(binaries, 'pg_ctl'), command, target.account);
    const postmaster = await readPostmaster(target.folder);
    if (outcome.exitCode === 0 && postmaster) return connectionTo(postmaster, target.folder);
    const news = (await readFile(log).catch(() => Buffer.alloc(0))).subarray(logged).toString();
    if (STRAGGLERS.test(news) && round < STRAGGLER_ROUNDS) {
      await pause(200);
      continue;
    }
    // A process that was killed while it started a server may have left one that got there first.
    const other = await runningPostmaster(target.folder);
    if (other) return connectionTo(other, target.folder);
    const reason = news.match(/(?:FATAL|PANIC):.*/g)?.at(-1) ?? outcome.failure ?? outcome.output.trim();
    throw new EmbeddedPostgresError('START_FAILED', `PostgreSQL does not start (${reason}): see ${log}`);
  }
}

/** The connection a running server offers. */
export async function connectionTo(postmaster: Postmaster, folder: string): Promise<EmbeddedConnection> {
  const password = await superuserPassword(folder);
  return {
    host: postmaster.socketFolder || '127.0.0.1',
    port: postmaster.port,
    user: SUPERUSER,
    ...(password ? { password } : {}),
    database: 'postgres',
  };
}

/**
 * Stops the server: open transactions are rolled back, what is committed is on disk. Nothing happens when
 * none runs.
 *
 * @throws EmbeddedPostgresError STOP_FAILED if it still runs after a minute
 */
export async function stopServer(binaries: Binaries, target: DataDirectory): Promise<void> {
  const postmaster = await runningPostmaster(target.folder);
  if (!postmaster) return;
  const command = ['stop', '-m', 'fast', '-w', '-s', '-t', '60', '-D', target.folder];
  const outcome = await run(program(binaries, 'pg_ctl'), command, target.account);
  if (outcome.exitCode !== 0 && (await runningPostmaster(target.folder))) {
    throw new EmbeddedPostgresError(
      'STOP_FAILED',
      `the PostgreSQL server ${postmaster.pid} does not stop: ${outcome.failure ?? outcome.output}`,
    );
  }
  if (postmaster.socketFolder) await rmdir(postmaster.socketFolder).catch(() => undefined);
}

const shellQuoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(address && typeof address === 'object' ? address.port : 0));
    });
  });
}
