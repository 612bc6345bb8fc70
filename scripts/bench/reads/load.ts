import autocannon from 'autocannon';
import { BenchError } from '../bench-error';
import type { BenchRequest } from './questions';
import type { ServerProcess } from './server-process';

/** What a load of some seconds showed. */
export interface LoadResult {
  requests: number;
  seconds: number;
  /** Response times in milliseconds. */
  p50: number;
  p95: number;
}

const CONNECTIONS = 8;

/**
 * Asks a server as fast as it answers, on 8 connections that each begin elsewhere in the list.
 * @param stopping ends it early
 * @throws Error when an answer fails or carries errors
 */
export async function load(
  server: ServerProcess,
  requests: readonly BenchRequest[],
  seconds: number,
  stopping: AbortSignal,
): Promise<LoadResult> {
  stopping.throwIfAborted();
  const times: number[] = [];
  let connection = 0;
  let began = 0;
  let ended = 0;
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const running = autocannon(
      {
        url: server.url,
        connections: CONNECTIONS,
        duration: seconds,
        sampleInt: 100,
        setupClient(client) {
          const start = Math.floor((connection * requests.length) / CONNECTIONS);
          connection += 1;
          client.setRequests([...requests.slice(start), ...requests.slice(0, start)]);
        },
        // All answers were compared before; this only makes sure that what is timed still answers.
        verifyBody: (body) => typeof body === 'string' && body.length > 200 && !body.includes('"errors":'),
      },
      (error: Error | null, made) => {
        stopping.removeEventListener('abort', stop);
        if (error) reject(error);
        else resolve(made);
      },
    );
    const stop = () => running.stop();
    stopping.addEventListener('abort', stop);
    running.on('start', () => {
      began = performance.now();
    });
    // autocannon's own histogram has whole milliseconds and no 95th percentile.
    running.on('response', (_client, _status, _bytes, milliseconds) => {
      times.push(milliseconds);
      ended = performance.now();
    });
  });
  stopping.throwIfAborted();
  const failed = result.errors + result.timeouts + result.non2xx + result.mismatches;
  if (failed > 0 || times.length === 0)
    throw new BenchError(`${server.variant}: ${failed} of ${times.length} answers failed under load`);
  times.sort((a, b) => a - b);
  return {
    requests: times.length,
    seconds: (ended - began) / 1000,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
  };
}

/** The value below which this share of sorted values lies (nearest rank). */
function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
