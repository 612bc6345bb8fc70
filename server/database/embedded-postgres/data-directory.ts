import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  realpath,
  rm,
  rmdir,
  stat,
  symlink,
  unlink,
  writeFile,
} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type Binaries, makeSharedFolder, program, SHARED_FOLDER } from './binaries';
import { EmbeddedPostgresError, systemCode } from './error';
import { type Account, describeProcess, pause, run } from './processes';
import { canEnter, giveTo, unprivilegedAccount } from './server-account';

/** A folder ready to hold a cluster, and the account that owns it (absent unless we are root). */
export interface DataDirectory {
  folder: string;
  account: Account | undefined;
  initialised: boolean;
}

/** The superuser of every embedded cluster. */
export const SUPERUSER = 'postgres';

const PASSWORD_FILE = 'superuser-password';

/**
 * Prepares the folder of the cluster. PostgreSQL refuses to run as root, so root hands the folder to an
 * account without rights: the owner of an existing cluster, else `postgres`, else `nobody`.
 *
 * Where that account cannot enter the path (a project under /root), the data is kept in a folder of
 * `/var/lib/vis-a-vis` and `dataDir` becomes a symbolic link to it: opening a private home to others or
 * keeping data in a temporary folder would be worse.
 *
 * @param dataDir absolute path whose parent exists
 * @throws EmbeddedPostgresError DATA_DIR_FOREIGN, DATA_DIR_NOT_EMPTY, DATA_DIR_UNREACHABLE, NO_ACCOUNT
 */
export async function placeDataDirectory(
  dataDir: string,
  log: (message: string) => void,
): Promise<DataDirectory> {
  let folder: string;
  try {
    folder = await existingFolder(dataDir);
    await clearUnfinished(dataDir, folder);
  } catch (cause) {
    throw foreign(dataDir, cause);
  }
  let initialised = await holdsCluster(dataDir, folder);
  const owner = await stat(folder);
  const ownUid = process.getuid?.();
  if (ownUid === undefined) return { folder, account: undefined, initialised };
  if (ownUid !== 0) {
    if (owner.uid !== ownUid) throw foreign(dataDir);
    await chmod(folder, 0o700);
    return { folder, account: undefined, initialised };
  }
  const account =
    initialised && owner.uid !== 0
      ? { uid: owner.uid, gid: owner.gid, name: `uid ${owner.uid}` }
      : await unprivilegedAccount();
  await giveTo(account, folder);
  if (await canEnter(account, folder)) return { folder, account, initialised };
  if (await openTemporaryParents(account, folder)) return { folder, account, initialised };
  if (initialised) throw unreachable(dataDir, account);
  folder = await redirect(dataDir, account);
  initialised = false;
  log(
    `The account ${account.name} cannot enter ${dataDir}: the data is kept in ${folder}, linked from there.`,
  );
  return { folder, account, initialised };
}

/**
 * Makes an empty cluster: UTF-8, byte order collation, same on every platform. Killed half-way, it is begun
 * again at the next start.
 *
 * @throws EmbeddedPostgresError INIT_FAILED with the reason initdb gave
 */
export async function initialise(binaries: Binaries, dataDir: string, target: DataDirectory): Promise<void> {
  const marker = unfinishedMarker(dataDir);
  const settings = ['-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = ['--auth-local=trust', '--auth-host=scram-sha-256'];
  // Without unix sockets anyone on the machine can knock: there the superuser has a password.
  const password = process.platform === 'win32' ? randomBytes(24).toString('hex') : undefined;
  const passwordFile = `${dataDir}.${PASSWORD_FILE}`;
  if (password) {
    await writeFile(passwordFile, password, { mode: 0o600 });
    access.push('-A', 'scram-sha-256', `--pwfile=${passwordFile}`);
  }
  const outcome = await run(
    program(binaries, 'initdb'),
    ['-D', target.folder, '-U', SUPERUSER, '--no-sync', '--no-instructions', ...settings, ...access],
    target.account,
    (pid) => writeFileSync(marker, String(pid)),
  );
  if (outcome.exitCode !== 0) {
    const reason =
      /(?:FATAL|initdb: error):.*/.exec(outcome.output)?.[0] ?? outcome.failure ?? outcome.output;
    throw new EmbeddedPostgresError('INIT_FAILED', `the database in ${dataDir} cannot be made: ${reason}`);
  }
  if (password) {
    await writeFile(path.join(target.folder, PASSWORD_FILE), password, { mode: 0o600 });
    await rm(passwordFile, { force: true });
  }
  await rm(marker, { force: true });
}

/** The superuser's password, where the cluster has one (Windows). */
export const superuserPassword = (folder: string): Promise<string | undefined> =>
  readFile(path.join(folder, PASSWORD_FILE), 'utf8').catch(() => undefined);

/**
 * Refuses a cluster of another major version, which these binaries cannot read.
 *
 * @throws EmbeddedPostgresError VERSION_MISMATCH
 */
export async function checkVersion(binaries: Binaries, dataDir: string, folder: string): Promise<void> {
  const found = (await readFile(path.join(folder, 'PG_VERSION'), 'utf8')).trim();
  const wanted = binaries.version.split('.')[0];
  if (found === wanted) return;
  throw new EmbeddedPostgresError(
    'VERSION_MISMATCH',
    `${dataDir} was made by PostgreSQL ${found} and cannot be read by ${wanted}: dump it with ${found} and restore it, or delete it to begin again`,
  );
}

const unfinishedMarker = (dataDir: string) => `${dataDir}.initialising`;

async function existingFolder(dataDir: string): Promise<string> {
  try {
    return await realpath(dataDir);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
  }
  // A link whose target is gone leads nowhere: begin again in its place.
  await unlink(dataDir).catch(() => undefined);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  return realpath(dataDir);
}

async function clearUnfinished(dataDir: string, folder: string): Promise<void> {
  const marker = unfinishedMarker(dataDir);
  const found = await lstat(marker).catch(() => undefined);
  if (!found) return;
  // When only we were killed, initdb goes on writing.
  const pid = Number(await readFile(marker, 'utf8'));
  while (/initdb/.test((await describeProcess(pid)).command)) await pause(50);
  for (const name of await readdir(folder)) await rm(path.join(folder, name), { recursive: true });
  await rm(marker);
}

async function holdsCluster(dataDir: string, folder: string): Promise<boolean> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (cause) {
    throw foreign(dataDir, cause);
  }
  if (names.includes('PG_VERSION')) return true;
  if (names.length === 0) return false;
  throw new EmbeddedPostgresError(
    'DATA_DIR_NOT_EMPTY',
    `${dataDir} holds files but no database (${names[0]}): empty it or name another folder`,
  );
}

// A temporary folder made by root (mkdtemp gives it 0700) may be passed through, not listed: moving the data
// out of it would leave them behind when it is removed.
async function openTemporaryParents(account: Account, folder: string): Promise<boolean> {
  const temporary = await realpath(os.tmpdir());
  if (!folder.startsWith(temporary + path.sep)) return false;
  for (let parent = path.dirname(folder); parent !== temporary; parent = path.dirname(parent)) {
    await chmod(parent, (await stat(parent)).mode | 0o011);
  }
  return canEnter(account, folder);
}

async function redirect(dataDir: string, account: Account): Promise<string> {
  try {
    await makeSharedFolder();
    // The name tells whoever cleans up where the data belong.
    const origin = dataDir.replaceAll(path.sep, '-').slice(-120);
    const folder = await mkdtemp(path.join(SHARED_FOLDER, `data${origin}-`));
    await giveTo(account, folder);
    if (!(await canEnter(account, folder))) throw unreachable(dataDir, account);
    await rmdir(dataDir);
    await symlink(folder, dataDir);
    return folder;
  } catch (cause) {
    throw cause instanceof EmbeddedPostgresError ? cause : unreachable(dataDir, account, cause);
  }
}

const unreachable = (dataDir: string, account: Account, cause?: unknown) =>
  new EmbeddedPostgresError(
    'DATA_DIR_UNREACHABLE',
    `PostgreSQL does not run as root, and the account ${account.name} cannot enter ${dataDir}: move the project out of the private folder it is in, or set DATABASE_URL`,
    { cause },
  );

const foreign = (dataDir: string, cause?: unknown) =>
  new EmbeddedPostgresError(
    'DATA_DIR_FOREIGN',
    `${dataDir} belongs to another account (was it made by root?): start as that account, or delete it to begin again`,
    { cause },
  );
