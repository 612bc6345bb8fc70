/**
 * Seconds between the attempts of a job that failed: quick at first, since most faults are gone in a moment, then slower,
 * three days in all. After the last one it stays where it is, with its error.
 */
export const JOB_RETRY_SECONDS = [10, 60, 300, 1_800, 7_200, 21_600, 43_200, 86_400, 86_400] as const;

/** When a job that failed is tried again; null when it was tried often enough. @param attempts how often it was begun */
export function nextAttempt(now: Date, attempts: number, delays: readonly number[]): Date | null {
  const seconds = delays[attempts - 1];
  return seconds === undefined ? null : new Date(now.getTime() + seconds * 1000);
}
