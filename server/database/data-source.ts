import 'reflect-metadata';
import { Pool, types } from 'pg';
import { DataSource } from 'typeorm';
import { entities } from './entities';
import { migrations } from './migrations';
import { DATABASE_ROLES } from './row-level-security';

const TYPE = { DATE: 1082, TIMESTAMPTZ: 1184, NUMERIC: 1700, INT8: 20 } as const;

// A legal day is a word, not an instant: pg's default would make it local midnight. Instants stay text as well, which
// keeps every digit and spares a Date per cell; the session runs in UTC, so the text needs only its separators changed.
types.setTypeParser(TYPE.DATE, (text) => text);
types.setTypeParser(TYPE.TIMESTAMPTZ, instantText);
types.setTypeParser(TYPE.NUMERIC, Number);
types.setTypeParser(TYPE.INT8, Number);

/** `2026-11-23 21:57:00.12+00` as RFC 3339: `2026-11-23T21:57:00.120Z`. */
function instantText(text: string): string {
  const seconds = text.slice(0, 10) + 'T' + text.slice(11, 19);
  const fraction = /^\.(\d+)/.exec(text.slice(19))?.[1] ?? '';
  return `${seconds}.${fraction.padEnd(3, '0').slice(0, 3)}Z`;
}

/** How to reach a PostgreSQL server: a URL, or the parts that the embedded server answers with. */
export type DatabaseAddress =
  { url: string } | { host: string; port: number; user: string; password?: string; database: string };

/**
 * The DataSource over a PostgreSQL of version 15 or later, not yet connected.
 * @param poolSize connections kept at most
 * @param role what the connections act as from their first statement on: `runtime` stands behind the second wall and is
 *   for all but migrations; without it, they keep the rights of their login
 * @param waitMs a request that finds no connection free for so long fails clearly
 */
export function createDataSource(
  address: DatabaseAddress,
  poolSize = 10,
  role: keyof typeof DATABASE_ROLES | null = null,
  waitMs = 2_000,
): DataSource {
  const place = 'url' in address ? { url: address.url } : { ...address, username: address.user };
  return new DataSource({
    type: 'postgres',
    ...place,
    entities,
    migrations,
    migrationsTableName: 'migration',
    installExtensions: false,
    synchronize: false,
    extra: {
      max: poolSize,
      pipeline: true,
      connectionTimeoutMillis: waitMs,
      options: `-c timezone=UTC -c statement_timeout=30000${role ? ` -c role=${DATABASE_ROLES[role]}` : ''}`,
    },
  });
}

/** The pool under a DataSource: reads go to it directly, with named statements. */
export function poolOf(dataSource: DataSource): Pool {
  const { master } = dataSource.driver as unknown as { master: unknown };
  if (!(master instanceof Pool)) throw new Error('the DataSource is not connected to PostgreSQL');
  return master;
}
