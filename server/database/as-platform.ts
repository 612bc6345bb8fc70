import type { DataSource, EntityManager } from 'typeorm';
import type { Ask } from './read-model';

/**
 * Runs work in one transaction as the platform itself: start-up, sign-in, upkeep, the work behind an operation. It reads
 * every row and writes what the row policies leave to the platform: accounts, registries and templates, never the
 * content of an audit.
 */
export function asPlatform<T>(
  dataSource: DataSource,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  return dataSource.transaction(async (manager) => {
    await manager.query(`select set_config('app.platform', 'on', true)`);
    return work(manager);
  });
}

/** Asks statements of a transaction, for what takes nothing but that. */
export function asking(manager: EntityManager): Ask {
  return <T>(text: string, values: readonly unknown[]) => manager.query<T[]>(text, [...values]);
}
