import path from 'node:path';
import type { DataSource } from 'typeorm';
import type { Config } from '../config';
import { createDataSource, type DatabaseAddress } from './data-source';
import { ensureDatabase, startEmbeddedPostgres } from './embedded-postgres';

/** A connected database with its tables in place. */
export interface PreparedDatabase {
  dataSource: DataSource;
  /** Where it is, for people. */
  place: string;
  /** Closes the connections, and the embedded server if nobody else uses it. */
  close(): Promise<void>;
}

const OLDEST_VERSION = 15;

/** A database that cannot be used; its message is one line that says what to do. */
export class DatabaseError extends Error {}

const DATABASE_NAME = 'vis_a_vis';

/**
 * Connects to the database that the configuration names, or starts the embedded one, and brings its tables up to date.
 * @param log told in one line what takes time
 */
export async function prepareDatabase(
  config: Config,
  log: (line: string) => void,
): Promise<PreparedDatabase> {
  const { address, place, stop } = config.DATABASE_URL
    ? { address: { url: config.DATABASE_URL }, place: 'DATABASE_URL', stop: () => Promise.resolve() }
    : await embedded(config.DATA_DIR, log);
  const dataSource = createDataSource(address, config.DATABASE_POOL);
  try {
    await connect(dataSource);
    await migrate(dataSource);
  } catch (error) {
    if (dataSource.isInitialized) await dataSource.destroy();
    await stop();
    throw error;
  }
  return {
    dataSource,
    place,
    async close() {
      await dataSource.destroy();
      await stop();
    },
  };
}

/** Reaches the server, or says in one line why not. */
async function connect(dataSource: DataSource): Promise<void> {
  try {
    await dataSource.initialize();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new DatabaseError(
      `DATABASE_URL: the database cannot be reached (${code ?? message}); is it running, and the URL right?`,
    );
  }
  const [{ version }] = await dataSource.query<[{ version: number }]>(
    `select current_setting('server_version_num')::int / 10000 as version`,
  );
  if (version < OLDEST_VERSION)
    throw new DatabaseError(
      `DATABASE_URL: PostgreSQL ${version} is too old; ${OLDEST_VERSION} or later is needed`,
    );
}

/** Runs the migrations that are missing; several processes may start at once. */
export async function migrate(dataSource: DataSource): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query(`select pg_advisory_lock(hashtext('vis-a-vis migrations'))`);
    await dataSource.runMigrations({ transaction: 'each' });
  } finally {
    await runner.query(`select pg_advisory_unlock(hashtext('vis-a-vis migrations'))`);
    await runner.release();
  }
}

async function embedded(
  dataDir: string,
  log: (line: string) => void,
): Promise<{ address: DatabaseAddress; place: string; stop: () => Promise<void> }> {
  const folder = path.resolve(dataDir, 'postgres');
  const server = await startEmbeddedPostgres({ dataDir: folder, log });
  await ensureDatabase(server.connection, DATABASE_NAME);
  return {
    address: { ...server.connection, database: DATABASE_NAME },
    place: `embedded PostgreSQL ${server.version} in ${folder}`,
    stop: () => server.stop(),
  };
}
