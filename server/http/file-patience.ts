import type { FastifyRequest } from 'fastify';

/** How slow a sender of a file may be, and how many send at once: poor networks are waited for, held connections are not. */
export interface FilePatience {
  /** Milliseconds without a byte. */
  silence: number;
  /** After so many milliseconds of waiting … */
  look: number;
  /** … so many bytes must have come. */
  leastBytes: number;
  /** Milliseconds of one request; a file that takes longer goes on with the next. */
  whole: number;
  /** Requests of one account, and of this process. */
  perAccount: number;
  perProcess: number;
  /** Milliseconds for which the rest of a refused body is still read, so that its sender reads the refusal. */
  linger: number;
}

/** Two kilobits a second are enough. */
export const FILE_PATIENCE: FilePatience = {
  silence: 30_000,
  look: 60_000,
  leastBytes: 16 * 1024,
  whole: 3_600_000,
  perAccount: 4,
  perProcess: 64,
  linger: 5_000,
};

/** The sender was too slow, or the server closes: what has come is kept, and he goes on with another request. */
export class CutShort extends Error {}

/**
 * The bytes of a request as they come, until the sender keeps silent, trickles, or takes too long. Only the time that
 * is spent waiting for him counts. The connection is left open, so that he can be told.
 * @param signal ends it when the server closes
 * @throws CutShort, or what the connection fails with
 */
export async function* patiently(
  { raw }: FastifyRequest,
  patience: FilePatience,
  signal: AbortSignal,
): AsyncGenerator<Buffer> {
  const chunks = raw.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer, undefined>;
  const began = performance.now();
  let waited = 0;
  let bytes = 0;
  for (;;) {
    const since = performance.now();
    const next = await orCutShort(chunks.next(), patience.silence, signal);
    if (next.done) return;
    waited += performance.now() - since;
    bytes += next.value.length;
    yield next.value;
    if (performance.now() - began > patience.whole) throw new CutShort();
    if (waited < patience.look) continue;
    if (bytes < patience.leastBytes) throw new CutShort();
    waited = 0;
    bytes = 0;
  }
}

function orCutShort<T>(chunk: Promise<T>, milliseconds: number, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(new CutShort());
    const silence = setTimeout(stop, milliseconds);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    chunk.then(resolve, reject).finally(() => {
      clearTimeout(silence);
      signal.removeEventListener('abort', stop);
    });
  });
}

/** Counts who sends now, so that nobody holds more connections than he may. */
export function senders({
  perAccount,
  perProcess,
}: FilePatience): (accountId: string) => (() => void) | null {
  const byAccount = new Map<string, number>();
  let all = 0;
  /** Takes a place; gives what returns it, or null when there is none. */
  return (accountId) => {
    const own = byAccount.get(accountId) ?? 0;
    if (own >= perAccount || all >= perProcess) return null;
    all += 1;
    byAccount.set(accountId, own + 1);
    return () => {
      all -= 1;
      const left = (byAccount.get(accountId) ?? 1) - 1;
      if (left > 0) byAccount.set(accountId, left);
      else byAccount.delete(accountId);
    };
  };
}
