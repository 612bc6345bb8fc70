import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { EmbeddedPostgresError, systemCode } from './error';
import { describeProcess, isOurLineage, pause } from './processes';

/** What `postmaster.pid` says of the server using a data directory. */
export interface Postmaster {
  pid: number;
  startedAt: number;
  port: number;
  socketFolder: string;
  status: string;
}

const PATIENCE = 120_000;

// As pg_ctl starts it. Any looser, and a test run of this very folder would pass for a server.
const SERVER_COMMAND = /postgres(\.exe)?["']? ["']?-D\b/;

/**
 * Finds the server that runs on a data directory, waiting while it starts or stops. A pid file left behind
 * is dealt with so that the next start succeeds.
 *
 * @returns undefined when none runs
 * @throws EmbeddedPostgresError PID_FILE_HELD when another program holds the recorded pid
 */
export async function runningPostmaster(folder: string): Promise<Postmaster | undefined> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const found = await readPostmaster(folder);
    if (!found) return undefined;
    const owner = await describeProcess(found.pid);
    // A dead pid: PostgreSQL itself clears the file, after checking that no backend is left.
    if (owner.state === 'dead') return undefined;
    // Nor can the process of another account be the server of this folder: PostgreSQL knows that too.
    if (owner.uid !== undefined && owner.uid !== (await stat(folder)).uid) return undefined;
    if (owner.state === 'zombie') {
      await handOver(folder, found);
      return undefined;
    }
    if (owner.command && !SERVER_COMMAND.test(owner.command)) {
      if (!(await isOurLineage(found.pid)) && !(await bootedSince(found.startedAt))) {
        throw new EmbeddedPostgresError(
          'PID_FILE_HELD',
          `${path.join(folder, 'postmaster.pid')} names process ${found.pid}, which is another program (${owner.command.slice(0, 60)}): if no PostgreSQL uses this folder, from this machine or a container, delete that file`,
        );
      }
      await handOver(folder, found);
      return undefined;
    }
    if (found.status === 'ready') return found;
    if (Date.now() > deadline) {
      throw new EmbeddedPostgresError(
        'START_FAILED',
        `the PostgreSQL server ${found.pid} in ${folder} is not ready (${found.status || 'starting'}): see ${path.join(folder, 'server.log')}`,
      );
    }
    await pause(50);
  }
}

/** Reads `postmaster.pid` (its lines are fixed by PostgreSQL's miscadmin.h); undefined when there is none. */
export async function readPostmaster(folder: string): Promise<Postmaster | undefined> {
  try {
    const lines = (await readFile(path.join(folder, 'postmaster.pid'), 'utf8')).split('\n');
    const [pid = '', , startedAt = '', port = '', socket = '', , , status = ''] = lines;
    return {
      pid: Number(pid),
      startedAt: Number(startedAt),
      port: Number(port),
      socketFolder: socket.trim(),
      status: status.trim(),
    };
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

// PostgreSQL takes the recorded pid for a running server and refuses to start. We never delete the file:
// its shared memory entry is what stops a second server while backends of the first still write. Put under
// our own pid, which PostgreSQL knows as its parent's parent, it is judged by that entry alone.
async function handOver(folder: string, found: Postmaster): Promise<void> {
  const file = path.join(folder, 'postmaster.pid');
  const content = await readFile(file, 'utf8');
  await writeFile(file, content.replace(/^\d+/, String(process.pid)));
  if (!found.socketFolder) return;
  const lock = path.join(found.socketFolder, `.s.PGSQL.${found.port}.lock`);
  const held = await readFile(lock, 'utf8').catch(() => '');
  if (Number.parseInt(held, 10) === found.pid) await rm(lock, { force: true });
}

// A server that started before the machine did cannot be running.
async function bootedSince(startedAt: number): Promise<boolean> {
  const system = await readFile('/proc/stat', 'utf8').catch(() => '');
  const boot = /^btime (\d+)/m.exec(system)?.[1];
  return boot !== undefined && startedAt > 0 && startedAt < Number(boot);
}
