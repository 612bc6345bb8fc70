import { createHash } from 'node:crypto';
import path from 'node:path';
import { Client } from 'pg';
import { createDataSource, type DatabaseAddress } from '../../server/database/data-source';
import { startEmbeddedPostgres } from '../../server/database/embedded-postgres';
import { migrations } from '../../server/database/migrations';
import { migrate } from '../../server/database/prepare-database';
import { loadReferenceLevels } from '../../server/measures';
import { loadTemplates } from '../../server/templates';
import { BenchError } from './bench-error';

/** The database that the bench reads from: its own, filled, never written to while measuring. */
export interface BenchDatabase {
  address: DatabaseAddress;
  /** For questions of the bench itself: ids, process ids. */
  client: Client;
  place: string;
  version: string;
  close(): Promise<void>;
}

/** What a bench fills its database with. */
export interface BenchSeed {
  /** Name of the database. */
  name: string;
  /** Statements, in order. */
  statements: readonly string[];
  /** Rows of tables that must be there afterwards. */
  expectedRows: Readonly<Record<string, number>>;
}

// From dist/scripts/bench.
const ROOT = path.resolve(__dirname, '../../..');
const TEMPLATES = path.join(ROOT, 'audit-templates');

/**
 * Opens the database of a bench on DATABASE_URL's server, or on an embedded one kept in `DATA_DIR/bench`, and fills it
 * unless it is filled already. When migrations or seed have changed since, it is dropped and made again.
 * @param log told in one line what takes time
 * @throws Error when another bench runs on that server, or when the seed did not give the rows it should
 */
export async function openBenchDatabase(
  environment: NodeJS.ProcessEnv,
  seed: BenchSeed,
  log: (line: string) => void,
): Promise<BenchDatabase> {
  const { server, place, stop } = await openServer(environment, log);
  const admin = clientOf(server);
  try {
    await admin.connect();
    const { rows } = await admin.query<{ alone: boolean }>(
      `select pg_try_advisory_lock(hashtext('vis-a-vis bench')) as alone`,
    );
    if (!rows[0]?.alone) throw new BenchError('another bench is running on this PostgreSQL server');
    const address = at(server, seed.name);
    await fill(admin, address, seed, log);
    const client = clientOf(address);
    await client.connect();
    const found = await client.query<{ server_version: string }>('show server_version');
    return {
      address,
      client,
      place,
      version: found.rows[0]?.server_version.split(' ')[0] ?? '',
      async close() {
        await client.end();
        await admin.end();
        await stop();
      },
    };
  } catch (error) {
    await admin.end().catch(() => undefined);
    await stop();
    throw error;
  }
}

/** A client of a server or of one of its databases. */
export function clientOf(address: DatabaseAddress): Client {
  return new Client('url' in address ? { connectionString: address.url } : { ...address });
}

async function openServer(
  environment: NodeJS.ProcessEnv,
  log: (line: string) => void,
): Promise<{ server: DatabaseAddress; place: string; stop: () => Promise<void> }> {
  const url = environment['DATABASE_URL'];
  if (url) return { server: { url }, place: 'DATABASE_URL', stop: () => Promise.resolve() };
  const dataDir = path.resolve(ROOT, environment['DATA_DIR'] || '.data', 'bench', 'postgres');
  const embedded = await startEmbeddedPostgres({ dataDir, log });
  return {
    server: embedded.connection,
    place: 'an embedded server of its own',
    stop: () => embedded.stop(),
  };
}

function at(server: DatabaseAddress, database: string): DatabaseAddress {
  if (!('url' in server)) return { ...server, database };
  const url = new URL(server.url);
  url.pathname = `/${database}`;
  return { url: url.toString() };
}

async function fill(
  admin: Client,
  address: DatabaseAddress,
  { name, statements, expectedRows }: BenchSeed,
  log: (line: string) => void,
): Promise<void> {
  const wanted = fingerprint(statements);
  const { rows } = await admin.query<{ mark: string | null }>(
    `select shobj_description(oid, 'pg_database') as mark from pg_database where datname = $1`,
    [name],
  );
  if (rows[0]?.mark === wanted) return;
  log(`Filling the database ${name} (some seconds, once).`);
  await admin.query(`drop database if exists ${name} with (force)`);
  await admin.query(`create database ${name}`);
  const dataSource = createDataSource(address, 2);
  await dataSource.initialize();
  try {
    await migrate(dataSource);
    await loadTemplates(dataSource, TEMPLATES);
    await loadReferenceLevels(dataSource, TEMPLATES);
    await dataSource.transaction(async (manager) => {
      await manager.query('set local statement_timeout = 0');
      for (const statement of statements) await manager.query(statement);
    });
    for (const [table, expected] of Object.entries(expectedRows)) {
      const counted = await dataSource.query<{ rows: number }[]>(
        `select count(*)::int as rows from ${table}`,
      );
      if (counted[0]?.rows !== expected)
        throw new BenchError(`the seed gave ${counted[0]?.rows} rows of ${table} and not ${expected}`);
    }
    const runner = dataSource.createQueryRunner();
    await runner.query('set statement_timeout = 0');
    await runner.query('vacuum analyze');
    await runner.release();
  } finally {
    await dataSource.destroy();
  }
  await admin.query(`comment on database ${name} is '${wanted}'`);
}

// The mark on a filled database: whatever makes its content, so that a change of it makes the database anew.
function fingerprint(statements: readonly string[]): string {
  const digest = createHash('sha256').update(statements.join('\n'));
  for (const migration of migrations) digest.update(String(migration));
  return `bench ${digest.digest('hex')}`;
}
