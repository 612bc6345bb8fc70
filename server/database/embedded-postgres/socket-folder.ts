import { createHash } from 'node:crypto';
import { chmod, chown, lstat, mkdir, readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { DataDirectory } from './data-directory';
import { EmbeddedPostgresError, systemCode } from './error';
import { canEnter } from './server-account';

/**
 * Makes the private folder of the server's unix socket. Its name comes from the path and from the cluster's
 * own identifier: a server whose data directory was deleted keeps its socket for up to a minute, and removes
 * it by name when it notices.
 *
 * @throws EmbeddedPostgresError START_FAILED if no temporary folder will do
 */
export async function socketFolder({ folder, account }: DataDirectory): Promise<string> {
  const control = await readFile(path.join(folder, 'global', 'pg_control'));
  const uid = account?.uid ?? process.getuid?.();
  const identity = createHash('sha256').update(`${folder}\n${uid}\n`).update(control.subarray(0, 8));
  const name = `vis-a-vis-${identity.digest('hex').slice(0, 16)}`;
  for (const parent of new Set([os.tmpdir(), '/tmp'])) {
    const candidate = path.join(parent, name);
    // sun_path holds 108 bytes on Linux, 104 on macOS, with the closing zero.
    if (Buffer.byteLength(`${candidate}/.s.PGSQL.5432`) > 103) continue;
    try {
      await mkdir(candidate, { mode: 0o700 });
    } catch (error) {
      if (systemCode(error) !== 'EEXIST') continue;
    }
    const found = await lstat(candidate);
    // Someone else may have put it there first, to listen in.
    if (!found.isDirectory() || (found.uid !== uid && found.uid !== process.getuid?.())) continue;
    await chmod(candidate, 0o700);
    if (account) await chown(candidate, account.uid, account.gid);
    if (!account || (await canEnter(account, candidate))) return candidate;
  }
  throw new EmbeddedPostgresError(
    'START_FAILED',
    `no private folder for the database's socket can be made in ${os.tmpdir()}: set TMPDIR to a short path of your own`,
  );
}
