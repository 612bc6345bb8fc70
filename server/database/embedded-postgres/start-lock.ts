import { readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { EmbeddedPostgresError } from './error';
import { describeProcess, pause } from './processes';

const PATIENCE = 180_000;
let claims = 0;

/**
 * Runs `act` while no other process (nor another call in this one) does so for the same data directory.
 *
 * Everyone puts down a claim file `<dataDir>.lock-<pid>-<start of the process>-<n>` of their own and only
 * then looks for others. Of two who see each other, the first by name stays and the other steps back.
 * The claims of dead processes are removed: as a name belongs to one process, that cannot hit a live one,
 * which is what a single shared lock file cannot promise.
 *
 * @throws EmbeddedPostgresError START_LOCKED after three minutes of waiting
 */
export async function withStartLock<T>(dataDir: string, act: () => Promise<T>): Promise<T> {
  const { startedAt } = await describeProcess(process.pid);
  const mine = `${path.basename(dataDir)}.lock-${process.pid}-${startedAt}-${(claims += 1)}`;
  const file = path.join(path.dirname(dataDir), mine);
  try {
    await hold(dataDir, mine, file);
    return await act();
  } finally {
    await rm(file, { force: true });
  }
}

async function hold(dataDir: string, mine: string, file: string): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    await writeFile(file, `${process.pid}\n`);
    const others = (await liveClaims(dataDir)).filter((name) => name !== mine);
    if (others.length === 0) return;
    if (Date.now() > deadline) {
      throw new EmbeddedPostgresError(
        'START_LOCKED',
        `another process is starting or stopping the database in ${dataDir}: wait for it, or delete ${path.join(
          path.dirname(dataDir),
          others[0] ?? '',
        )} if no such process exists`,
      );
    }
    if (others.some((name) => name < mine)) await rm(file, { force: true });
    await pause(20 + Math.random() * 60);
  }
}

async function liveClaims(dataDir: string): Promise<string[]> {
  const folder = path.dirname(dataDir);
  const prefix = `${path.basename(dataDir)}.lock-`;
  const names = (await readdir(folder)).filter((name) => name.startsWith(prefix));
  const live: string[] = [];
  for (const name of names) {
    const [pid = '', startedAt = ''] = name.slice(prefix.length).split('-');
    const owner = await describeProcess(Number(pid));
    if (owner.state === 'live' && owner.startedAt === startedAt) live.push(name);
    else await rm(path.join(folder, name), { force: true });
  }
  return live;
}
