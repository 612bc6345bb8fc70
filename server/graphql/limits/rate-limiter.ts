import { isIPv6 } from 'node:net';
import type { Clock } from '../../kernel/clock';

const MINUTE_MS = 60_000;
const CALLERS_AT_MOST = 50_000;

/** Where a caller stands within the present window. */
export interface RateStanding {
  limit: number;
  /** Points that this request has taken. */
  cost: number;
  remaining: number;
  resetAt: Date;
}

/** Counts points per caller and window. */
export interface RateLimiter {
  /**
   * Takes points; a request that asks for more than remains takes none.
   * @param points 0 only looks
   * @returns where the caller stands, and whether there were enough
   */
  spend(caller: string, limit: number, points: number): RateStanding & { isEnough: boolean };
}

/**
 * A limiter that counts in the memory of this process: with several instances, a caller has as many limits. A caller's
 * window begins with his first request and ends by itself.
 * @param windowMs how long it lasts; a minute unless told otherwise
 */
export function rateLimiter(clock: Clock, windowMs = MINUTE_MS): RateLimiter {
  const windows = new Map<string, { startedAt: number; spent: number }>();

  function windowOf(caller: string, now: number): { startedAt: number; spent: number } {
    const open = windows.get(caller);
    // A clock that was put back, which only the demonstration's can be, starts a new one as well.
    if (open && now < open.startedAt + windowMs && now >= open.startedAt) return open;
    windows.delete(caller);
    const [oldest] = windows.keys();
    if (windows.size >= CALLERS_AT_MOST && oldest !== undefined) windows.delete(oldest);
    const fresh = { startedAt: now, spent: 0 };
    windows.set(caller, fresh);
    return fresh;
  }

  return {
    spend(caller, limit, points) {
      const window = windowOf(caller, clock.now().getTime());
      const isEnough = window.spent + points <= limit;
      if (isEnough) window.spent += points;
      return {
        limit,
        cost: isEnough ? points : 0,
        remaining: Math.max(0, limit - window.spent),
        resetAt: new Date(window.startedAt + windowMs),
        isEnough,
      };
    },
  };
}

/** Seconds until a caller's window ends, at least one. */
export function secondsUntil(resetAt: Date, clock: Clock): number {
  return Math.max(1, Math.ceil((resetAt.getTime() - clock.now().getTime()) / 1000));
}

/** Under which name an address is counted: of IPv6, whoever has one has the 2^64 beside it. */
export function callerOfAddress(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return `address:${mapped}`;
  if (!isIPv6(address)) return `address:${address}`;
  const [head = '', tail] = address.replace(/%.*$/, '').split('::');
  const before = head ? head.split(':') : [];
  const after = tail ? tail.split(':') : [];
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  const groups = tail === undefined ? before : [...before, ...zeros, ...after];
  return `address:${groups
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
