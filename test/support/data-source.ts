import type { DataSource } from 'typeorm';
import { createDataSource, type DatabaseAddress } from '../../server/database/data-source';
import type { TestApi } from './api';
import { SLOW_MACHINE_MS, withDatabase } from './start-database';

/**
 * Connections of the test's own to the database of an API, as another process would have them; close them.
 * @param role what they act as; null for the owner of the database
 */
export async function connectTo(api: TestApi, role: 'runtime' | null = 'runtime'): Promise<DataSource> {
  return createDataSource(await addressOf(api), 6, role, SLOW_MACHINE_MS).initialize();
}

/** Where the database of an API is. */
export async function addressOf(api: TestApi): Promise<DatabaseAddress> {
  const { address } = JSON.parse(process.env['TEST_DATABASE'] ?? '{}') as { address: DatabaseAddress };
  const [row] = await api.sql<{ name: string }>('select current_database() as name');
  if (!row) throw new Error('the API has no database');
  return withDatabase(address, row.name);
}
