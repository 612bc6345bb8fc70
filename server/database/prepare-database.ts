import path from 'node:path';
import type { DataSource } from 'typeorm';
import type { Config } from '../config';
import { createDataSource, type DatabaseAddress } from './data-source';
import { ensureDatabase, startEmbeddedPostgres } from './embedded-postgres';
import { DATABASE_ROLES } from './row-level-security';
import { sqlState } from './unit-of-work';

/** A connected database with its tables in place. */
export interface PreparedDatabase {
  dataSource: DataSource;
  /** Where it is, for people. */
  place: string;
  /** Closes the connections, and the embedded server if nobody else uses it. */
  close(): Promise<void>;
}

const OLDEST_VERSION = 15;

/** Connections of the owner: the migrations, and their turn. */
const OWNER_POOL = 2;

/** SQLSTATE of a login that lacks a right: no member of a role, no owner of the database. */
const MAY_NOT = '42501';

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
  const owner = createDataSource(address, OWNER_POOL);
  const runtimeAddress = config.DATABASE_RUNTIME_URL ? { url: config.DATABASE_RUNTIME_URL } : address;
  const dataSource = createDataSource(runtimeAddress, config.DATABASE_POOL, 'runtime');
  try {
    await connect(owner, 'DATABASE_URL');
    await migrate(owner).catch(explain);
    await connect(dataSource, config.DATABASE_RUNTIME_URL ? 'DATABASE_RUNTIME_URL' : 'DATABASE_URL');
    await mustStandBehindTheWall(dataSource);
  } catch (error) {
    if (dataSource.isInitialized) await dataSource.destroy();
    await stop();
    throw error;
  } finally {
    if (owner.isInitialized) await owner.destroy();
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
async function connect(dataSource: DataSource, setting: string): Promise<void> {
  try {
    await dataSource.initialize();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === MAY_NOT)
      throw new DatabaseError(`${setting}: its login must be a member of ${DATABASE_ROLES.runtime}`);
    throw new DatabaseError(
      `${setting}: the database cannot be reached (${code ?? message}); is it running, and the URL right?`,
    );
  }
  const [{ version }] = await dataSource.query<[{ version: number }]>(
    `select current_setting('server_version_num')::int / 10000 as version`,
  );
  if (version < OLDEST_VERSION)
    throw new DatabaseError(
      `${setting}: PostgreSQL ${version} is too old; ${OLDEST_VERSION} or later is needed`,
    );
}

/** A login without the rights to set the database up is the administrator's business. @throws DatabaseError, or as it came */
function explain(error: unknown): never {
  if (sqlState(error) !== MAY_NOT) throw error;
  throw new DatabaseError(
    `DATABASE_URL: its login may not set up the tables and their roles (${(error as Error).message}): the README, “A PostgreSQL of your own”, says what an administrator runs once`,
  );
}

/** Whoever serves requests must not be able to step over the row policies. */
async function mustStandBehindTheWall(dataSource: DataSource): Promise<void> {
  const [{ above }] = await dataSource.query<[{ above: boolean }]>(
    `select r.rolsuper or r.rolbypassrls
       or exists (select 1 from pg_class c where c.relowner = r.oid and c.relkind = 'r') as above
     from pg_roles r where r.rolname = current_user`,
  );
  if (above)
    throw new DatabaseError('the role that serves requests owns tables or bypasses row-level security');
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
