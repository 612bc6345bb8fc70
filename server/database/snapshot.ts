import type { Pool, PoolClient, QueryResult } from 'pg';

/** A statement, its values and the name under which the server keeps its plan. */
export interface Statement {
  text: string;
  values: readonly unknown[];
  name?: string | undefined;
}

/** One consistent, read-only view of the database, opened with its first statement. */
export interface Snapshot {
  /** Runs a statement before the view is opened, or beside it: each gives objects by column name. */
  alone(statement: Statement): Promise<Record<string, unknown>[]>;
  /** Runs a statement within the view and gives objects by column name. */
  objects(statement: Statement): Promise<Record<string, unknown>[]>;
  /**
   * Runs a statement within the view and gives its rows as arrays of cells.
   * @param isLast nothing will follow: the view is closed in the same breath
   */
  cells(statement: Statement, isLast: boolean): Promise<unknown[][]>;
  /** Closes the view and gives the connection back; another statement would open a new one. */
  end(): void;
}

/**
 * A lazy read-only transaction that costs no round trip and no packet of its own: `begin` travels with the first
 * statement, `commit` with the last when the reader knows it. On small answers, packets are what a request costs.
 */
export function openSnapshot(pool: Pool): Snapshot {
  let connecting: Promise<PoolClient> | null = null;
  let isOpen = false;

  async function send<R extends QueryResult>(
    query: (client: PoolClient) => Promise<R>,
    isWithin: boolean,
    isLast: boolean,
  ): Promise<R> {
    connecting ??= pool.connect();
    const client = await connecting;
    const stream = streamOf(client);
    stream?.cork();
    if (isWithin && !isOpen) {
      isOpen = true;
      // Its failure shows in the statement that follows on the same connection.
      client.query('begin isolation level repeatable read read only').catch(() => undefined);
    }
    const result = query(client);
    if (isLast) commit(client);
    stream?.uncork();
    return result;
  }

  function commit(client: PoolClient): void {
    isOpen = false;
    client.query('commit').catch(() => undefined);
  }

  const config = ({ text, values, name }: Statement) => ({
    text,
    values: [...values],
    ...(name ? { name } : {}),
  });

  return {
    alone: async (statement) => (await send((client) => client.query(config(statement)), false, false)).rows,
    objects: async (statement) => (await send((client) => client.query(config(statement)), true, false)).rows,
    cells: async (statement, isLast) =>
      (
        await send(
          (client) => client.query<unknown[]>({ ...config(statement), rowMode: 'array' }),
          true,
          isLast,
        )
      ).rows,
    end() {
      const given = connecting;
      connecting = null;
      void given?.then(
        (client) => {
          if (isOpen) commit(client);
          client.release();
        },
        () => undefined,
      );
    },
  };
}

/** The socket under a client, so that messages sent together travel together; pg types hide it. */
function streamOf(client: PoolClient): { cork(): void; uncork(): void } | undefined {
  return (client as unknown as { connection?: { stream?: { cork(): void; uncork(): void } } }).connection
    ?.stream;
}
