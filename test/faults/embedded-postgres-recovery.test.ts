import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs/promises';
import path from 'node:path';
import {
  anotherAccountsPid,
  children,
  emptyDataDir,
  findDeadPid,
  isLive,
  leaveNothing,
  makeZombie,
  pidFile,
  postmasterPid,
  query,
  serverAccount,
  start,
  startElsewhere,
} from './embedded-servers';

afterEach(leaveNothing);

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
    ['names a process of another account', anotherAccountsPid],
    ['names its parent, as in a container whose pids repeat', () => Promise.resolve(process.ppid)],
  ])('does not hinder the start when it %s', async (_, findPid) => {
    const { dataDir, content, host } = await stopped();
    const pid = await findPid(dataDir);
    await fs.writeFile(pidFile(dataDir), content.replace(/^\d+/, String(pid)));
    await fs.mkdir(host, { mode: 0o700 });
    await fs.writeFile(path.join(host, '.s.PGSQL.5432.lock'), content.replace(/^\d+/, String(pid)));

    const server = await start(dataDir);

    expect(await query(server.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(await postmasterPid(dataDir)).not.toBe(pid);
  });

  it('is respected when another live program holds the pid', async () => {
    const { dataDir, content } = await stopped();
    const other = spawn('sleep', ['300'], await serverAccount(dataDir));
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
