import { access, constants, mkdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { locateBinaries, usableBinaries } from './binaries';
import { inUse, type Presence, takePresence } from './clients';
import { checkVersion, initialise, placeDataDirectory } from './data-directory';
import { EmbeddedPostgresError, systemCode } from './error';
import { runningPostmaster } from './postmaster';
import { connectionTo, type EmbeddedConnection, startServer, stopServer } from './server';
import { withStartLock } from './start-lock';

export { ensureDatabase } from './clients';
export { EmbeddedPostgresError, type EmbeddedPostgresErrorCode } from './error';
export type { EmbeddedConnection } from './server';

/** A running PostgreSQL server of our own. */
export interface EmbeddedPostgres {
  connection: EmbeddedConnection;
  /** Whether it was running already: another process of ours uses it, or the last one was killed. */
  adopted: boolean;
  /** The server's version, `18.4`. */
  version: string;
  /**
   * Gives the server up; it stops unless another client is connected. Close your own connections first.
   * Calling it again does nothing.
   */
  stop(): Promise<void>;
}

/**
 * Starts a real PostgreSQL server on a folder, making the cluster on first use, or adopts the one that
 * already runs there. Several processes may call it at once. The superuser is trusted: the server only
 * listens on a unix socket in a folder closed to other accounts.
 *
 * @param options.dataDir where the cluster is kept; its parent folder is made if missing
 * @param options.log told, in one line each, what takes time or may surprise
 * @throws EmbeddedPostgresError whose message is one line and says what to do
 */
export async function startEmbeddedPostgres(options: {
  dataDir: string;
  log?: (message: string) => void;
}): Promise<EmbeddedPostgres> {
  const log = options.log ?? (() => undefined);
  const installed = await locateBinaries();
  const dataDir = await settledPath(options.dataDir);

  return withStartLock(dataDir, async () => {
    const target = await placeDataDirectory(dataDir, log);
    const binaries = await usableBinaries(installed, target.account);
    if (target.initialised) {
      await checkVersion(binaries, dataDir, target.folder);
    } else {
      log(`Making a PostgreSQL database in ${dataDir}`);
      await initialise(binaries, dataDir, target);
    }

    const running = await runningPostmaster(target.folder);
    let connection = running && (await connectionTo(running, target.folder));
    let presence = connection && (await adopt(connection));
    const adopted = presence !== undefined;
    if (!connection || !presence) {
      if (running) await stopServer(binaries, target);
      connection = await startServer(binaries, target);
      presence = await takePresence(connection);
    }

    const held = { connection, presence };
    let given = false;
    return {
      connection: held.connection,
      adopted,
      version: held.presence.version,
      stop: async () => {
        if (given) return;
        given = true;
        await withStartLock(dataDir, async () => {
          await held.presence.leave();
          if (!(await inUse(held.connection))) await stopServer(binaries, target);
        });
      },
    };
  });
}

// Undefined for a server that runs but that nobody can reach any more: its socket was swept away with the
// temporary folder. Any other refusal means that others use it, so it must not be restarted.
async function adopt(connection: EmbeddedConnection): Promise<Presence | undefined> {
  try {
    return await takePresence(connection);
  } catch (cause) {
    if (['ENOENT', 'ECONNREFUSED'].includes(systemCode(cause) ?? '')) return undefined;
    throw new EmbeddedPostgresError(
      'START_FAILED',
      `the PostgreSQL server running in ${connection.host} refuses us (${String(cause)}): close some of its connections, or stop it`,
      { cause },
    );
  }
}

// Two ways of writing one folder must lead to one lock.
async function settledPath(dataDir: string): Promise<string> {
  const wanted = path.resolve(dataDir);
  try {
    await mkdir(path.dirname(wanted), { recursive: true });
    const parent = await realpath(path.dirname(wanted));
    await access(parent, constants.W_OK);
    return path.join(parent, path.basename(wanted));
  } catch (cause) {
    throw new EmbeddedPostgresError(
      'DATA_DIR_UNREACHABLE',
      `${path.dirname(wanted)} cannot be written to (${systemCode(cause)}): was it made by root? start as its owner, or delete it to begin again`,
      { cause },
    );
  }
}
