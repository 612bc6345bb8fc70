import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import {
  type EmbeddedConnection,
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../server/database/embedded-postgres';

const folders: string[] = [];
const servers: EmbeddedPostgres[] = [];
/** Processes the test started: ended, by pid, when it is over. */
export const children: ChildProcess[] = [];

/** A data directory that does not exist yet, in a temporary folder of its own. */
export async function emptyDataDir(): Promise<string> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'vav-embedded-'));
  folders.push(folder);
  return path.join(folder, 'pg');
}

/** Starts or adopts the server on a folder; given up when the test is over. */
export async function start(dataDir: string): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir });
  servers.push(server);
  return server;
}

/** The rows of one statement, over a connection of its own. */
export async function query<Row extends object>(connection: EmbeddedConnection, sql: string): Promise<Row[]> {
  const client = new Client({ ...connection, ssl: false });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Where the server records its pid. */
export const pidFile = (dataDir: string) => path.join(dataDir, 'postmaster.pid');

/** The pid of the server on a folder. */
export const postmasterPid = async (dataDir: string) =>
  Number.parseInt(await fs.readFile(pidFile(dataDir), 'utf8'), 10);

/** Tells whether a process runs: a zombie does not. */
export async function isLive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  if (process.platform !== 'linux') return true;
  const status = await fs.readFile(`/proc/${pid}/status`, 'utf8').catch(() => 'State:\tX');
  return !/^State:\s+[ZX]/m.test(status);
}

/** Kills the server as a power cut would, and waits until it is gone. */
export async function killPostmaster(dataDir: string): Promise<number> {
  const pid = await postmasterPid(dataDir);
  process.kill(pid, 'SIGKILL');
  while (await isLive(pid)) await new Promise((resolve) => setTimeout(resolve, 5));
  return pid;
}

/** The pid of a process that has just ended. */
export async function findDeadPid(): Promise<number> {
  const child = spawn('true');
  await once(child, 'exit');
  return child.pid ?? 0;
}

/** A live process that is not the server's: root starts one of its own, others have but init to name. */
export async function anotherAccountsPid(): Promise<number> {
  if (process.getuid?.() !== 0) return 1;
  const child = spawn('sleep', ['300']);
  children.push(child);
  await once(child, 'spawn');
  return child.pid ?? 0;
}

/** The account of the server, which a process must share for PostgreSQL to mistake it for a server. */
export async function serverAccount(dataDir: string) {
  const { uid, gid } = await fs.stat(dataDir);
  return { uid, gid, cwd: '/' };
}

/** A child that has ended and whose parent never asks: dead, yet its pid still answers. */
export async function makeZombie(dataDir: string): Promise<number> {
  const command = '(exit 0) & echo $!; exec sleep 300';
  const parent = spawn('/bin/sh', ['-c', command], await serverAccount(dataDir));
  children.push(parent);
  const [line] = (await once(parent.stdout, 'data')) as [Buffer];
  const pid = Number(line.toString());
  while (await isLive(pid)) await new Promise((resolve) => setTimeout(resolve, 5));
  return pid;
}

/** Another process that starts the server on the folder, says how that went, and stays. */
export function spawnStarter(dataDir: string) {
  const script = `
    const swc = require('@swc/core');
    const options = { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } };
    require.extensions['.ts'] = (m, file) => m._compile(swc.transformFileSync(file, options).code, file);
    const { startEmbeddedPostgres } = require('./server/database/embedded-postgres/index.ts');
    startEmbeddedPostgres({ dataDir: process.argv[1] }).then((server) => {
      console.log(JSON.stringify({ adopted: server.adopted }));
      process.stdin.resume();
      process.stdin.on('end', () => server.stop());
    });`;
  const child = spawn(process.execPath, ['-e', script, dataDir], {
    cwd: path.resolve(__dirname, '..', '..'),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.push(child);
  return child;
}

/** The same, once it has said whether it adopted the server. */
export async function startElsewhere(dataDir: string): Promise<{ child: ChildProcess; adopted: boolean }> {
  const child = spawnStarter(dataDir);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, ...(JSON.parse(line.toString()) as { adopted: boolean }) };
}

/** Stops every server and process a test started and removes its folders. */
export async function leaveNothing(): Promise<void> {
  for (const server of servers.splice(0)) await server.stop();
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) await fs.rm(folder, { recursive: true, force: true });
}
