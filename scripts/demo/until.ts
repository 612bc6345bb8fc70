import { setTimeout as pause } from 'node:timers/promises';
import { RequestFailed } from './client';

const FIRST_PAUSE_MS = 60;
const LONGEST_PAUSE_MS = 1000;
/** How long something is waited for unless told otherwise. */
const PATIENCE_MS = 120_000;

/**
 * Reads something again and again until it is as it should be, each time after a longer pause.
 * @param what is waited for, for the failure
 * @param patienceMs how long it may take
 * @throws RequestFailed when it has not come about by then
 */
export async function until<T>(
  what: string,
  read: () => Promise<T>,
  isThere: (found: T) => boolean,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  const end = performance.now() + patienceMs;
  for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(wait * 1.5, LONGEST_PAUSE_MS)) {
    const found = await read();
    if (isThere(found)) return found;
    if (performance.now() > end) throw new RequestFailed(`${what}: not within ${patienceMs / 1000} s`);
    await pause(wait);
  }
}
