import { escapeLiteral, type Pool, type PoolClient, type QueryConfig, type QueryResult } from 'pg';

/** A statement, its values and the name under which the server keeps its plan. */
export interface Statement {
  text: string;
  values: readonly unknown[];
  name?: string | undefined;
}

/** One consistent, read-only view of the database, opened with its first statement. */
export interface Snapshot {
  /** What the database said of who asks when the view was opened last; opens it for that if need be. */
  identity(): Promise<string | null>;
  /** Runs a statement within the view and gives objects by column name. */
  objects(statement: Statement): Promise<Record<string, unknown>[]>;
  /** The same as an act would see it, behind the guards of what the viewer may do: never for what he is shown. */
  objectsOfActs(statement: Statement): Promise<Record<string, unknown>[]>;
  /**
   * Runs a statement within the view and gives its rows as arrays of cells.
   * @param isLast nothing will follow: the view is closed in the same breath
   */
  cells(statement: Statement, isLast: boolean): Promise<unknown[][]>;
  /** Closes the view and gives the connection back; another statement would open a new one. */
  end(): void;
  /**
   * Ends for good: an answer can stand while fields beside a failed one still read, and what they read after it must
   * not open a view that nobody closes.
   */
  close(): void;
}

/**
 * A lazy read-only transaction that costs no round trip and no packet of its own: `begin` and who asks travel with the
 * first statement, `commit` with the last when the reader knows it. On small answers, packets are what a request costs.
 * @param enter the statement that tells the database who asks, and gives what it knows of him as `facts`; null for
 *   anonymous callers, whom the row policies show nothing
 */
export function openSnapshot(pool: Pool, enter: (() => Statement) | null): Snapshot {
  let connecting: Promise<PoolClient> | null = null;
  let isOpen = false;
  let entered: Promise<string | null> | null = null;
  let isClosed = false;

  /** Sends the statement, if there is one, in one packet with what opens and closes the view. */
  async function send(statement: QueryConfig | null, isLast: boolean): Promise<QueryResult | null> {
    if (isClosed) throw new Error(CLOSED);
    const connection = (connecting ??= take(pool));
    const client = await connection;
    // Given back while it was awaited: it may serve another request by now.
    if (connecting !== connection) throw new Error(CLOSED);
    const stream = streamOf(client);
    stream?.cork();
    if (!isOpen) {
      isOpen = true;
      entered = open(client, enter?.() ?? null);
    }
    const result = statement && client.query(statement);
    if (isLast && isOpen) {
      isOpen = false;
      commit(client);
    }
    stream?.uncork();
    return result;
  }

  function end(): void {
    const given = connecting;
    const wasOpen = isOpen;
    connecting = null;
    isOpen = false;
    entered = null;
    void given?.then(
      (client) => {
        if (wasOpen) commit(client);
        client.off('error', shownByStatements);
        client.release();
      },
      () => undefined,
    );
  }

  return {
    async identity() {
      if (!entered) await send(null, false);
      return entered;
    },
    async objects(statement) {
      const result = await send(configOf(statement), false);
      return (result?.rows ?? []) as Record<string, unknown>[];
    },
    async objectsOfActs(statement) {
      const [, result] = await Promise.all([
        send({ text: ACTING_ON }, false),
        send(configOf(statement), false),
        send({ text: ACTING_OFF }, false),
      ]);
      return (result?.rows ?? []) as Record<string, unknown>[];
    },
    async cells(statement, isLast) {
      const result = await send({ ...configOf(statement), rowMode: 'array' } as QueryConfig, isLast);
      return (result?.rows ?? []) as unknown[][];
    },
    end,
    close() {
      isClosed = true;
      end();
    },
  };
}

const CLOSED = 'the view that this statement belongs to is closed';

/**
 * A connection of one's own. One that is lost meanwhile says so to whatever statement is under way or comes next; the event
 * itself would end the process if nobody listened.
 */
async function take(pool: Pool): Promise<PoolClient> {
  const client = await pool.connect();
  return client.on('error', shownByStatements);
}

const shownByStatements = (): void => undefined;

/** From here to the other an act reads what it decides on, of whoever it is. */
export const ACTING_ON = `select set_config('app.acting', 'on', true)`;
export const ACTING_OFF = `select set_config('app.acting', '', true)`;

/**
 * Opens the view and enters it, in one message: on small answers each message counts. Its failure shows in the statement
 * that follows on the same connection.
 */
function open(client: PoolClient, enter: Statement | null): Promise<string | null> {
  const texts = ['begin isolation level repeatable read read only', ...(enter ? [inlined(enter)] : [])];
  const opened = client.query<{ facts: string | null }>(texts.join('; ')).then((result) => {
    const [, facts] = [result].flat();
    return facts?.rows[0]?.facts ?? null;
  });
  // A request that ends before it needs the answer has no use for its failure.
  opened.catch(() => undefined);
  return opened;
}

/** A statement with its values written into it: only so can it travel in one message with others. */
function inlined({ text, values }: Statement): string {
  return text.replace(/\$(\d+)/g, (_, position: string) =>
    escapeLiteral(String(values[Number(position) - 1])),
  );
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
