import { readdir, readFile } from 'node:fs/promises';
import type { Client } from 'pg';

/** Reads the processor time of the server under measurement and of PostgreSQL, in milliseconds since they began. */
export interface ProcessorTime {
  server: number;
  postgres: number | null;
}

// The kernel counts in hundredths of a second (USER_HZ) on every platform that Node runs on.
const MS_PER_TICK = 10;

interface Stat {
  parent: number;
  own: number;
  /** Of children that have ended. */
  ended: number;
}

/** What `/proc/<pid>/stat` says (proc(5), fields 4 and 14 to 17); null when there is no such process, or no /proc. */
async function statOf(pid: number | string): Promise<Stat | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (text === null) return null;
  // The name of the program, in parentheses, may hold anything.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const ticks = (index: number) => Number(fields[index]) * MS_PER_TICK;
  return { parent: Number(fields[1]), own: ticks(11) + ticks(12), ended: ticks(13) + ticks(14) };
}

/**
 * Finds the PostgreSQL server behind a connection among the processes of this machine.
 * @returns the pid of its postmaster; null when it runs elsewhere or cannot be seen
 */
export async function findPostmaster(client: Client): Promise<number | null> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const pid = rows[0]?.pid ?? 0;
  // A server elsewhere may have a process of the same number here.
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return command.startsWith('postgres:') ? ((await statOf(pid))?.parent ?? null) : null;
}

/** The processor time so far of one process and of PostgreSQL with all its backends; null without /proc. */
export async function processorTime(
  serverPid: number,
  postmaster: number | null,
): Promise<ProcessorTime | null> {
  const server = await statOf(serverPid);
  if (!server) return null;
  return { server: server.own, postgres: postmaster === null ? null : await familyTime(postmaster) };
}

async function familyTime(postmaster: number): Promise<number> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(pids.map(statOf));
  const head = await statOf(postmaster);
  const living = stats.filter((stat) => stat?.parent === postmaster);
  return living.reduce((sum, stat) => sum + (stat?.own ?? 0), head ? head.own + head.ended : 0);
}
