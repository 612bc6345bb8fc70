import { Socket } from 'node:net';
import { Client, DatabaseError, escapeIdentifier } from 'pg';
import { pause } from './processes';
import type { EmbeddedConnection } from './server';

/** A connection held open as long as someone uses the server, so that nobody stops it under them. */
export interface Presence {
  version: string;
  leave(): Promise<void>;
}

const PRESENCE = 'vis-a-vis presence';

// A pool that was just closed is still listed for a moment.
const LEAVING_ROUNDS = 20;

/** Takes a presence on the server and reads its version (`18.4`); rejects when the server cannot be reached. */
export async function takePresence(connection: EmbeddedConnection): Promise<Presence> {
  const socket = new Socket();
  const client = clientFor(connection, PRESENCE, socket);
  // The server may be killed at any time: whoever works with it learns so from their own connections.
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ version: string }>(
    `select split_part(current_setting('server_version'), ' ', 1) as version`,
  );
  // It must not keep a process alive that has nothing else to do.
  socket.unref();
  return {
    version: rows[0]?.version ?? '',
    leave: async () => {
      socket.ref();
      await client.end().catch(() => undefined);
    },
  };
}

/**
 * Tells whether anyone is connected to the server besides us, giving connections that are closing up to a
 * second. A server that cannot be asked counts as in use: better left running than stopped under someone.
 */
export async function inUse(connection: EmbeddedConnection): Promise<boolean> {
  const client = clientFor(connection, 'vis-a-vis stop');
  client.on('error', () => undefined);
  try {
    await client.connect();
    for (let round = 0; ; round += 1) {
      const { rows } = await client.query<{ others: number; present: number }>(
        `select count(*)::int as others, count(*) filter (where application_name = $1)::int as present
         from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
        [PRESENCE],
      );
      const { others = 0, present = 0 } = rows[0] ?? {};
      if (others === 0) return false;
      if (present > 0 || round === LEAVING_ROUNDS) return true;
      await pause(50);
    }
  } catch {
    return true;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Creates a database where there is none of that name; two callers at once both succeed.
 *
 * @returns the connection to that database
 */
export async function ensureDatabase(
  connection: EmbeddedConnection,
  name: string,
): Promise<EmbeddedConnection> {
  const client = clientFor(connection, 'vis-a-vis set-up');
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (!rowCount) await client.query(`create database ${escapeIdentifier(name)}`);
  } catch (error) {
    // 42P04 duplicate_database, 23505 unique_violation: someone else has just made it.
    if (!(error instanceof DatabaseError) || !['42P04', '23505'].includes(error.code ?? '')) throw error;
  } finally {
    await client.end();
  }
  return { ...connection, database: name };
}

const clientFor = (connection: EmbeddedConnection, purpose: string, socket = new Socket()) =>
  new Client({
    ...connection,
    ssl: false,
    application_name: purpose,
    connectionTimeoutMillis: 10_000,
    stream: () => socket,
  });
