import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import path from 'node:path';
import { Client } from 'pg';
import type { DatabaseAddress } from '../../../server/database/data-source';

/** How many statements went by. */
export interface StatementCount {
  statements: number;
  /** `begin` and `commit`, not counted above. */
  transaction: number;
}

/** A way to the database on which every statement is counted. */
export interface StatementRelay {
  address: DatabaseAddress;
  /** What has gone by since the last call. */
  take(): StatementCount;
  close(): Promise<void>;
}

/**
 * Relays PostgreSQL connections and counts what clients execute, whatever library they use: each Execute and each simple
 * Query message of the protocol (version 3). For counting runs only, never while times are taken.
 * @returns null where the connection is encrypted, so that nothing can be counted
 */
export async function openStatementRelay(address: DatabaseAddress): Promise<StatementRelay | null> {
  // pg itself takes a URL apart, its parameters included.
  const target = new Client('url' in address ? { connectionString: address.url } : { ...address });
  if (target.ssl) return null;
  const count: StatementCount = { statements: 0, transaction: 0 };
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = target.host.startsWith('/')
      ? connect(path.join(target.host, `.s.PGSQL.${target.port}`))
      : connect(target.port, target.host);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => client.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    const watch = messageWatcher((type, body) => {
      if (type === 'E') count.statements += 1;
      else if (type === 'Q')
        count[
          /^\s*(begin|start transaction|commit|rollback)\b/i.test(body()) ? 'transaction' : 'statements'
        ] += 1;
    });
    client.on('data', watch);
    client.pipe(upstream);
    upstream.pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: {
      host: '127.0.0.1',
      port,
      user: target.user ?? '',
      ...(target.password ? { password: target.password } : {}),
      database: target.database ?? '',
    },
    take() {
      const taken = { ...count };
      count.statements = 0;
      count.transaction = 0;
      return taken;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        sockets.forEach((socket) => socket.destroy());
      }),
  };
}

const LENGTH_BYTES = 4;

/** Cuts what a client sends into messages: a length-led greeting first, then one letter, length and body each. */
function messageWatcher(see: (type: string, body: () => string) => void): (chunk: Buffer) => void {
  let pending = Buffer.alloc(0);
  let isGreeted = false;
  return (chunk) => {
    pending = Buffer.concat([pending, chunk]);
    for (;;) {
      const lead = isGreeted ? 1 : 0;
      if (pending.length < lead + LENGTH_BYTES) return;
      const end = lead + pending.readUInt32BE(lead);
      if (pending.length < end) return;
      const message = pending.subarray(0, end);
      if (isGreeted)
        see(String.fromCharCode(message[0] ?? 0), () =>
          message.toString('utf8', lead + LENGTH_BYTES, end - 1),
        );
      isGreeted = true;
      pending = pending.subarray(end);
    }
  };
}
