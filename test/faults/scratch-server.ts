import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Client, escapeIdentifier } from 'pg';
import { createDataSource, type DatabaseAddress } from '../../server/database/data-source';
import { ensureDatabase, startEmbeddedPostgres } from '../../server/database/embedded-postgres';

/** A PostgreSQL server on which a test makes empty databases; `close` leaves nothing of them behind. */
export interface ScratchServer {
  makeDatabase(): Promise<DatabaseAddress>;
  close(): Promise<void>;
}

/** The server of DATABASE_URL, or an embedded one in a temporary folder. */
export async function openScratchServer(): Promise<ScratchServer> {
  const url = process.env['DATABASE_URL'];
  return url ? onServer(url) : onEmbeddedServer();
}

async function onEmbeddedServer(): Promise<ScratchServer> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'vis-a-vis-migrations-'));
  const server = await startEmbeddedPostgres({ dataDir: path.join(folder, 'postgres') });
  return {
    makeDatabase: () => ensureDatabase(server.connection, databaseName()),
    close: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function onServer(url: string): ScratchServer {
  const made: string[] = [];
  return {
    makeDatabase: async () => {
      const name = databaseName();
      await runOn(url, `create database ${escapeIdentifier(name)}`);
      made.push(name);
      const address = new URL(url);
      address.pathname = `/${name}`;
      return { url: address.href };
    },
    close: async () => {
      for (const name of made) await runOn(url, `drop database ${escapeIdentifier(name)} with (force)`);
    },
  };
}

const databaseName = () => `migrations_${randomUUID().replaceAll('-', '')}`;

async function runOn(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Opens the DataSource of the server on a database, gives it to the act and closes it. */
export async function onDataSource<T>(
  address: DatabaseAddress,
  options: Parameters<ReturnType<typeof createDataSource>['setOptions']>[0],
  act: (dataSource: ReturnType<typeof createDataSource>) => Promise<T>,
): Promise<T> {
  const dataSource = await createDataSource(address, 2).setOptions(options).initialize();
  try {
    return await act(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
