import type { Pool, PoolClient } from 'pg';
import type { Row } from './read-model';

/** One consistent, read-only view of the database, opened with its first statement. */
export interface Snapshot {
  run(text: string, values: readonly unknown[], name?: string): Promise<Row[]>;
  /** Gives the connection back; safe to call more than once. */
  end(): void;
}

/**
 * A lazy read-only transaction. `begin` travels in the same packet as the first statement, so it costs no round trip.
 */
export function openSnapshot(pool: Pool): Snapshot {
  let opening: Promise<PoolClient> | null = null;

  async function open(): Promise<PoolClient> {
    const client = await pool.connect();
    // Its failure shows in the statement that follows on the same connection.
    client.query('begin isolation level repeatable read read only').catch(() => undefined);
    return client;
  }

  return {
    async run(text, values, name) {
      opening ??= open();
      const client = await opening;
      const result = await client.query<Row>({ text, values: [...values], ...(name ? { name } : {}) });
      return result.rows;
    },
    end() {
      const opened = opening;
      opening = null;
      void opened?.then(
        (client) =>
          client.query('commit').then(
            () => client.release(),
            (error: Error) => client.release(error),
          ),
        () => undefined,
      );
    },
  };
}
