import { chmod, stat } from 'node:fs/promises';
import { EmbeddedPostgresError } from './error';
import { type Account, run } from './processes';

/**
 * The account root runs the server as: `postgres` where the system has it, else `nobody`.
 *
 * @throws EmbeddedPostgresError NO_ACCOUNT
 */
export async function unprivilegedAccount(): Promise<Account> {
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    if (Number(uid.output) > 0 && /^\d+$/.test(gid.output.trim())) {
      return { uid: Number(uid.output), gid: Number(gid.output), name };
    }
  }
  throw new EmbeddedPostgresError(
    'NO_ACCOUNT',
    'PostgreSQL does not run as root and neither account postgres nor nobody exists: start as an ordinary user, or set DATABASE_URL',
  );
}

/**
 * Makes an account the owner of a folder and all it holds, and closes the folder to others.
 *
 * @throws EmbeddedPostgresError DATA_DIR_UNREACHABLE where root may not (a container without the right)
 */
export async function giveTo(account: Account, folder: string): Promise<void> {
  if ((await stat(folder)).uid !== account.uid) {
    const { exitCode, output, failure } = await run('chown', ['-R', `${account.uid}:${account.gid}`, folder]);
    if (exitCode !== 0) {
      throw new EmbeddedPostgresError(
        'DATA_DIR_UNREACHABLE',
        `${folder} cannot be given to the account ${account.name} (${failure ?? output.trim()}): start as an ordinary user, or set DATABASE_URL`,
      );
    }
  }
  await chmod(folder, 0o700);
}

/** Tells whether an account can get to a folder, by trying: access lists and mounts count too. */
export const canEnter = async (account: Account, folder: string): Promise<boolean> =>
  (await run('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], account)).exitCode === 0;
