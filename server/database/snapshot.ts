import type { Pool, PoolClient, QueryConfig, QueryResult } from 'pg';

/** A statement, its values and the name under which the server keeps its plan. */
export interface Statement {
  text: string;
  values: readonly unknown[];
  name?: string | undefined;
}

/** One consistent, read-only view of the database, opened with its first statement. */
export interface Snapshot {
  /**
   * A statement that travels in the packet of whatever is sent next, ahead of it; gives objects by column name.
   * It is sent by `flush` at the latest, and not at all if neither comes.
   */
  ahead(statement: Statement): Promise<Record<string, unknown>[]>;
  /** Sends what waits to travel ahead. */
  flush(): Promise<void>;
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
  let waiting: ((client: PoolClient) => void)[] = [];

  /** Sends what waits, then the statement itself if there is one, in one packet. */
  async function send(statement: QueryConfig | null, isLast: boolean): Promise<QueryResult | null> {
    connecting ??= pool.connect();
    const client = await connecting;
    const stream = streamOf(client);
    stream?.cork();
    const ahead = waiting;
    waiting = [];
    // A last statement that is also the first sees one moment by itself; what goes ahead of it is read just before.
    const isAlone = isLast || !statement;
    if (!isOpen && !isAlone) {
      isOpen = true;
      // Its failure shows in the statement that follows on the same connection.
      client.query('begin isolation level repeatable read read only').catch(() => undefined);
    }
    for (const sendAhead of ahead) sendAhead(client);
    const result = statement && client.query(statement);
    if (isLast && isOpen) {
      isOpen = false;
      commit(client);
    }
    stream?.uncork();
    return result;
  }

  return {
    ahead: (statement) =>
      new Promise((resolve, reject) => {
        waiting.push((client) => {
          client
            .query<Record<string, unknown>>(configOf(statement))
            .then(({ rows }) => resolve(rows), reject);
        });
      }),
    async flush() {
      if (waiting.length > 0) await send(null, false);
    },
    async objects(statement) {
      const result = await send(configOf(statement), false);
      return (result?.rows ?? []) as Record<string, unknown>[];
    },
    async cells(statement, isLast) {
      const result = await send({ ...configOf(statement), rowMode: 'array' } as QueryConfig, isLast);
      return (result?.rows ?? []) as unknown[][];
    },
    end() {
      const given = connecting;
      const wasOpen = isOpen;
      connecting = null;
      isOpen = false;
      waiting = [];
      void given?.then(
        (client) => {
          if (wasOpen) commit(client);
          client.release();
        },
        () => undefined,
      );
    },
  };
}

function commit(client: PoolClient): void {
  client.query('commit').catch(() => undefined);
}

function configOf({ text, values, name }: Statement): QueryConfig {
  return { text, values: [...values], ...(name ? { name } : {}) };
}

/** The socket under a client, so that messages sent together travel together; pg types hide it. */
function streamOf(client: PoolClient): { cork(): void; uncork(): void } | undefined {
  return (client as unknown as { connection?: { stream?: { cork(): void; uncork(): void } } }).connection
    ?.stream;
}
