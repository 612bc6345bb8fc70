import type { Server } from 'node:http';
import { Session } from 'node:inspector/promises';
import type { AddressInfo } from 'node:net';
import type { DatabaseAddress } from '../../../server/database/data-source';

/** What a server under measurement is told when it starts, in the environment variable BENCH_SERVER. */
export interface ServerSettings {
  address: DatabaseAddress;
  /** Database connections it may hold. */
  pool: number;
  /** The account in whose name the API is asked. */
  accountId: string;
  /** What the database knows of that account once a transaction is entered as it: settings, by name. */
  identity: Record<string, string>;
}

/** What it says once it answers. */
export interface Ready {
  port: number;
  node: string;
  headers: Record<string, string>;
}

/** What the bench may ask of it: to sample where its processor time goes. */
export type Ask = 'profile' | 'profiled';

/** The settings that the bench passed to this process. */
export function serverSettings(): ServerSettings {
  return JSON.parse(process.env['BENCH_SERVER'] ?? '{}') as ServerSettings;
}

/**
 * Listens on a free loopback port, says so to the bench, and ends with it: a bench that was killed leaves nothing
 * running.
 * @param headers what every request must carry
 */
export function serve(server: Server, headers: Record<string, string> = {}): void {
  if (server.listening) report(server, headers);
  else server.listen(0, '127.0.0.1', () => report(server, headers));
}

function report(server: Server, headers: Record<string, string>): void {
  const { port } = server.address() as AddressInfo;
  const ready: Ready = { port, node: process.version, headers };
  process.on('disconnect', () => process.exit(0));
  answerProfiling();
  process.send?.(ready);
}

function answerProfiling(): void {
  const session = new Session();
  session.connect();
  const asks: Record<Ask, () => Promise<unknown>> = {
    async profile() {
      await session.post('Profiler.enable');
      await session.post('Profiler.setSamplingInterval', { interval: 500 });
      return session.post('Profiler.start');
    },
    async profiled() {
      const { profile } = await session.post('Profiler.stop');
      await session.post('Profiler.disable');
      return profile;
    },
  };
  process.on('message', (ask: Ask) => {
    asks[ask]().then(
      (answer) => process.send?.({ answer }),
      (error: unknown) => process.send?.({ error: String(error) }),
    );
  });
}
