/**
 * Seconds after which a delivery that failed is tried again, one after the other (Standard Webhooks, “Retry schedule”):
 * some 28 hours in all. After the last one it has failed; it can be replayed.
 */
export const WEBHOOK_RETRY_SECONDS = [5, 300, 1_800, 7_200, 18_000, 36_000, 36_000] as const;

/** The receiver may ask for more time than the schedule has, up to a day. */
const RETRY_AFTER_AT_MOST_SECONDS = 86_400;

/** An endpoint that nothing reached for so long is switched off. */
export const DISABLED_AFTER_DAYS = 5;

const SECOND_MS = 1_000;

/**
 * When a delivery is tried again; null when it was tried often enough.
 * @param tries how often since it was first sent, or last replayed
 * @param retryAfter what the receiver asked for (RFC 9110 §10.2.3): seconds, or a date of its own clock
 * @param now the instant from which the answer counts
 * @param wallClock milliseconds of the clock that the receiver's date is compared with
 */
export function nextTry(
  tries: number,
  retryAfter: string | null,
  now: Date,
  wallClock: number = Date.now(),
): Date | null {
  const scheduled = WEBHOOK_RETRY_SECONDS[tries - 1];
  if (scheduled === undefined) return null;
  const asked = Math.min(secondsAsked(retryAfter, wallClock), RETRY_AFTER_AT_MOST_SECONDS);
  return new Date(now.getTime() + Math.max(scheduled, asked) * SECOND_MS);
}

function secondsAsked(retryAfter: string | null, wallClock: number): number {
  if (retryAfter === null) return 0;
  if (/^\d{1,10}$/.test(retryAfter.trim())) return Number(retryAfter);
  const date = Date.parse(retryAfter);
  return Number.isNaN(date) ? 0 : Math.max(0, Math.ceil((date - wallClock) / SECOND_MS));
}
