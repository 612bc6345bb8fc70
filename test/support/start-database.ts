import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { createDataSource } from '../../server/database/data-source';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../server/database/embedded-postgres';
import { migrate } from '../../server/database/prepare-database';
import { loadReferenceLevels } from '../../server/measures';
import { loadEventScales } from '../../server/radiation-events';
import { loadSurveys } from '../../server/surveys';
import { loadTemplates } from '../../server/templates';

/** The server of this run; every suite clones the template database that is made here once. */
declare global {
  // eslint would rather have no var, but only var makes a property of globalThis.
  var testServer: { embedded: EmbeddedPostgres | null; template: string; admin: Client } | undefined;
}

/**
 * Before the first suite: a real PostgreSQL (DATABASE_URL's server, or an embedded one of this run's own) with one
 * migrated database, its audit templates loaded.
 */
export default async function startDatabase(): Promise<void> {
  const given = process.env['DATABASE_URL'];
  const embedded = given
    ? null
    : await startEmbeddedPostgres({
        dataDir: path.join(await mkdtemp(path.join(tmpdir(), 'vis-a-vis-test-')), 'postgres'),
      });
  const address = embedded ? embedded.connection : { url: given ?? '' };
  const admin = new Client(embedded ? { ...embedded.connection } : { connectionString: given });
  await admin.connect();
  const template = `vav_test_template_${process.pid}`;
  await admin.query(`create database ${template}`);
  const dataSource = createDataSource(withDatabase(address, template), 2, null, SLOW_MACHINE_MS);
  await dataSource.initialize();
  await migrate(dataSource);
  const folder = path.join(__dirname, '../../audit-templates');
  await loadTemplates(dataSource, folder);
  await loadReferenceLevels(dataSource, folder);
  await loadEventScales(dataSource, folder);
  await loadSurveys(dataSource, folder);
  await dataSource.destroy();
  globalThis.testServer = { embedded, template, admin };
  process.env['TEST_DATABASE'] = JSON.stringify({ address, template });
}

/** How long tests wait for a connection, in milliseconds: a slow machine is no fault. */
export const SLOW_MACHINE_MS = 60_000;

/** The same server, another database. */
export function withDatabase<A extends { url: string } | { database: string }>(
  address: A,
  database: string,
): A {
  if (!('url' in address)) return { ...address, database };
  const url = new URL(address.url);
  url.pathname = `/${database}`;
  return { ...address, url: url.toString() };
}
