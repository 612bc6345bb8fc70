import { once } from 'node:events';
import fs from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { EmbeddedPostgresError, ensureDatabase } from '../../server/database/embedded-postgres';
import {
  emptyDataDir,
  isLive,
  killPostmaster,
  leaveNothing,
  pidFile,
  postmasterPid,
  query,
  spawnStarter,
  start,
} from './embedded-servers';

afterEach(leaveNothing);

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
