import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import {
  ensureDatabase,
  type EmbeddedConnection,
  type EmbeddedPostgres,
  EmbeddedPostgresError,
  startEmbeddedPostgres,
} from '../../server/database/embedded-postgres';

const folders: string[] = [];
const servers: EmbeddedPostgres[] = [];
const children: ChildProcess[] = [];

async function emptyDataDir(): Promise<string> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'vav-embedded-'));
  folders.push(folder);
  return path.join(folder, 'pg');
}

async function start(dataDir: string): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir });
  servers.push(server);
  return server;
}

async function query<Row extends object>(connection: EmbeddedConnection, sql: string): Promise<Row[]> {
  const client = new Client({ ...connection, ssl: false });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

const pidFile = (dataDir: string) => path.join(dataDir, 'postmaster.pid');

const postmasterPid = async (dataDir: string) =>
  Number.parseInt(await fs.readFile(pidFile(dataDir), 'utf8'), 10);

async function isLive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  if (process.platform !== 'linux') return true;
  const status = await fs.readFile(`/proc/${pid}/status`, 'utf8').catch(() => 'State:\tX');
  return !/^State:\s+[ZX]/m.test(status);
}

async function killPostmaster(dataDir: string): Promise<number> {
  const pid = await postmasterPid(dataDir);
  process.kill(pid, 'SIGKILL');
  while (await isLive(pid)) await new Promise((resolve) => setTimeout(resolve, 5));
  return pid;
}

async function findDeadPid(): Promise<number> {
  const child = spawn('true');
  await once(child, 'exit');
  return child.pid ?? 0;
}

/** A child that has ended and whose parent never asks: dead, yet its pid still answers. */
async function makeZombie(): Promise<number> {
  const parent = spawn('/bin/sh', ['-c', '(exit 0) & echo $!; exec sleep 300']);
  children.push(parent);
  const [line] = (await once(parent.stdout, 'data')) as [Buffer];
  const pid = Number(line.toString());
  while (await isLive(pid)) await new Promise((resolve) => setTimeout(resolve, 5));
  return pid;
}

/** Another process that starts the server on the folder, says how that went, and stays. */
function spawnStarter(dataDir: string) {
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

async function startElsewhere(dataDir: string): Promise<{ child: ChildProcess; adopted: boolean }> {
  const child = spawnStarter(dataDir);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, ...(JSON.parse(line.toString()) as { adopted: boolean }) };
}

afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) await fs.rm(folder, { recursive: true, force: true });
});

jest.setTimeout(60_000);

describe('a first start', () => {
  it('makes a UTF-8 cluster that listens on a private socket only', async () => {
    const dataDir = await emptyDataDir();

    const server = await start(dataDir);

    const settings = await query(
      server.connection,
      `select current_setting('server_encoding') as encoding, current_setting('listen_addresses') as addresses,
         current_setting('TimeZone') as zone, current_setting('max_connections') as connections,
         current_setting('shared_buffers') as buffers, upper('éà') as upper,
         (select datlocprovider::text || ' ' || datlocale from pg_database where datname = 'postgres') as locale`,
    );
    expect(settings).toEqual([
      {
        encoding: 'UTF8',
        addresses: '',
        zone: 'UTC',
        connections: '100',
        buffers: '64MB',
        upper: 'ÉÀ',
        locale: 'b C.UTF-8',
      },
    ]);
    expect(server.adopted).toBe(false);
    expect(server.version).toMatch(/^18\.\d+$/);
    const socket = await fs.stat(server.connection.host);
    expect(socket.mode & 0o777).toBe(0o700);
  });

  it('never runs the server as root', async () => {
    const dataDir = await emptyDataDir();

    await start(dataDir);

    // PostgreSQL only runs as the owner of its data.
    expect((await fs.stat(dataDir)).uid).toBeGreaterThan(0);
    expect((await fs.stat(pidFile(dataDir))).uid).toBeGreaterThan(0);
  });

  it('leaves nothing beside the data and no socket once stopped', async () => {
    const dataDir = await emptyDataDir();

    const server = await start(dataDir);
    const pid = await postmasterPid(dataDir);
    await server.stop();

    expect(await isLive(pid)).toBe(false);
    expect(await fs.readdir(path.dirname(dataDir))).toEqual(['pg']);
    await expect(fs.stat(server.connection.host)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('begins again when the last one was killed while making the cluster', async () => {
    const dataDir = await emptyDataDir();
    const child = spawnStarter(dataDir);
    const isInitialising = () => fs.readFile(`${dataDir}.initialising`, 'utf8').catch(() => '');
    while (!(await isInitialising())) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill('SIGKILL');
    await once(child, 'exit');

    const server = await start(dataDir);

    expect(server.adopted).toBe(false);
    expect(await query(server.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
    expect(await fs.readdir(path.dirname(dataDir))).toEqual(['pg']);
  });
});

describe('a restart', () => {
  it('keeps the data', async () => {
    const dataDir = await emptyDataDir();
    const first = await start(dataDir);
    const connection = await ensureDatabase(first.connection, 'vis-a-vis "test"');
    await query(connection, `create table site as select 'Hôpital' as name`);
    await first.stop();

    const second = await start(dataDir);

    const again = await ensureDatabase(second.connection, 'vis-a-vis "test"');
    expect(again.database).toBe('vis-a-vis "test"');
    expect(await query(again, 'select name from site')).toEqual([{ name: 'Hôpital' }]);
    expect(second.adopted).toBe(false);
  });

  it('finds every acknowledged row after the server was killed while writing', async () => {
    const dataDir = await emptyDataDir();
    const first = await start(dataDir);
    await query(first.connection, 'create table entry (writer int, n int)');
    const acknowledged: string[] = [];
    const enough = new Promise<void>((resolve) => {
      const write = async (writer: number) => {
        const client = new Client({ ...first.connection, ssl: false });
        client.on('error', () => undefined);
        await client.connect();
        for (let n = 0; ; n += 1) {
          await client.query('insert into entry values ($1, $2)', [writer, n]);
          acknowledged.push(`${writer}:${n}`);
          if (acknowledged.length >= 400) resolve();
        }
      };
      for (const writer of [1, 2, 3, 4]) write(writer).catch(() => undefined);
    });
    await enough;

    await killPostmaster(dataDir);
    const second = await start(dataDir);

    const rows = await query<{ entry: string }>(
      second.connection,
      `select writer || ':' || n as entry from entry`,
    );
    const kept = new Set(rows.map((row) => row.entry));
    expect(acknowledged.filter((entry) => !kept.has(entry))).toEqual([]);
    expect(second.adopted).toBe(false);
  });
});

describe('a server already running', () => {
  it('is adopted, and stopped by the last to leave', async () => {
    const dataDir = await emptyDataDir();
    const first = await start(dataDir);
    const pid = await postmasterPid(dataDir);

    const second = await start(dataDir);

    expect(second.adopted).toBe(true);
    expect(second.connection).toEqual(first.connection);
    expect(await postmasterPid(dataDir)).toBe(pid);
    await first.stop();
    expect(await isLive(pid)).toBe(true);
    await second.stop();
    expect(await isLive(pid)).toBe(false);
  });

  it('is left alone while any client is connected', async () => {
    const dataDir = await emptyDataDir();
    const first = await start(dataDir);
    const client = new Client({ ...first.connection, ssl: false });
    await client.connect();

    await first.stop();

    const { rows } = await client.query('select 1 as one');
    expect(rows).toEqual([{ one: 1 }]);
    await client.end();
    await (await start(dataDir)).stop();
    await expect(fs.stat(pidFile(dataDir))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('is restarted when its socket was swept away', async () => {
    const dataDir = await emptyDataDir();
    const first = await start(dataDir);
    await fs.rm(first.connection.host, { recursive: true });

    const second = await start(dataDir);

    expect(second.adopted).toBe(false);
    expect(await query(second.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('is one and the same for processes that start at the same moment', async () => {
    const dataDir = await emptyDataDir();

    const three = await Promise.all([start(dataDir), start(dataDir), start(dataDir)]);

    expect(three.map((server) => server.adopted).sort()).toEqual([false, true, true]);
    const identities = await Promise.all(
      three.map((server) => query(server.connection, 'select pg_postmaster_start_time()::text as since')),
    );
    expect(identities[1]).toEqual(identities[0]);
    expect(identities[2]).toEqual(identities[0]);
  });
});

describe('several processes', () => {
  it('that start at the same moment share one server, which the last to leave stops', async () => {
    const dataDir = await emptyDataDir();

    const both = await Promise.all([startElsewhere(dataDir), startElsewhere(dataDir)]);

    expect(both.map(({ adopted }) => adopted).sort()).toEqual([false, true]);
    const pid = await postmasterPid(dataDir);
    for (const [index, { child }] of both.entries()) {
      child.stdin?.end();
      await once(child, 'exit');
      expect(await isLive(pid)).toBe(index === 0);
    }
  });

  it('that are killed leave a server which the next one adopts and stops', async () => {
    const dataDir = await emptyDataDir();
    const { child } = await startElsewhere(dataDir);
    const pid = await postmasterPid(dataDir);
    child.kill('SIGKILL');
    await once(child, 'exit');

    const server = await start(dataDir);

    expect(server.adopted).toBe(true);
    expect(await postmasterPid(dataDir)).toBe(pid);
    await server.stop();
    expect(await isLive(pid)).toBe(false);
  });
});

describe('a pid file left behind', () => {
  async function stopped(): Promise<{ dataDir: string; content: string; host: string }> {
    const dataDir = await emptyDataDir();
    const server = await start(dataDir);
    const content = await fs.readFile(pidFile(dataDir), 'utf8');
    await server.stop();
    return { dataDir, content, host: server.connection.host };
  }

  it.each([
    ['names a process that is gone', findDeadPid],
    ['names a zombie', makeZombie],
    ['names the process that starts the server', () => Promise.resolve(process.pid)],
    ['names its parent, as in a container whose pids repeat', () => Promise.resolve(process.ppid)],
  ])('does not hinder the start when it %s', async (_, findPid) => {
    const { dataDir, content, host } = await stopped();
    const pid = await findPid();
    await fs.writeFile(pidFile(dataDir), content.replace(/^\d+/, String(pid)));
    await fs.mkdir(host, { mode: 0o700 });
    await fs.writeFile(path.join(host, '.s.PGSQL.5432.lock'), content.replace(/^\d+/, String(pid)));

    const server = await start(dataDir);

    expect(await query(server.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(await postmasterPid(dataDir)).not.toBe(pid);
  });

  it('is respected when another live program holds the pid', async () => {
    const { dataDir, content } = await stopped();
    const other = spawn('sleep', ['300']);
    children.push(other);
    await once(other, 'spawn');
    const held = content.replace(/^\d+/, String(other.pid));
    await fs.writeFile(pidFile(dataDir), held);

    await expect(start(dataDir)).rejects.toMatchObject({ code: 'PID_FILE_HELD' });

    expect(await fs.readFile(pidFile(dataDir), 'utf8')).toBe(held);
  });

  it('does not hinder the start when the lock of a killed start is beside it', async () => {
    const { dataDir } = await stopped();
    const dead = await findDeadPid();
    await fs.writeFile(`${dataDir}.lock-${dead}-77-1`, '');
    await fs.writeFile(`${dataDir}.lock-${process.pid}-1-1`, '');

    const server = await start(dataDir);

    expect(await query(server.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(await fs.readdir(path.dirname(dataDir))).toEqual(['pg']);
  });
});

describe('a folder that will not do', () => {
  it('is refused in one line when it holds other files, and is not touched', async () => {
    const dataDir = await emptyDataDir();
    await fs.mkdir(dataDir);
    await fs.writeFile(path.join(dataDir, 'notes.txt'), 'mine');

    const refusal: unknown = await start(dataDir).catch((error: unknown) => error);

    expect(refusal).toBeInstanceOf(EmbeddedPostgresError);
    expect(refusal).toMatchObject({
      code: 'DATA_DIR_NOT_EMPTY',
      message: `${dataDir} holds files but no database (notes.txt): empty it or name another folder`,
    });
    expect(await fs.readFile(path.join(dataDir, 'notes.txt'), 'utf8')).toBe('mine');
  });

  it('is refused when another major version made it', async () => {
    const dataDir = await emptyDataDir();
    await fs.mkdir(dataDir);
    await fs.writeFile(path.join(dataDir, 'PG_VERSION'), '15\n');

    await expect(start(dataDir)).rejects.toMatchObject({ code: 'VERSION_MISMATCH' });
  });
});
