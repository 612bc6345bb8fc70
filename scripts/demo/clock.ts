import { addDays, parisDate, type CalendarDate } from '../../server/kernel/working-days';
import { ServerUnreachable } from './client';

/** The days of the demonstration: 0 is today, -330 is that many days ago. */
export interface Days {
  /** Shows the server another day. */
  moveTo(day: number): Promise<void>;
  /** The calendar day that a day of the demonstration is. */
  dateOf(day: number): CalendarDate;
  /** The same day, or the Friday before when it falls on a weekend. */
  workingDay(day: number): number;
}

/**
 * Takes hold of the server's clock, which must be one that can be set.
 * @throws ServerUnreachable when nothing answers; Error when the server runs in production
 */
export async function openDays(baseUrl: string): Promise<Days> {
  const now = await setClock(baseUrl, 0);
  const today = parisDate(new Date(now));
  const dateOf = (day: number): CalendarDate => addDays(today, day);
  return {
    moveTo: async (day) => void (await setClock(baseUrl, day)),
    dateOf,
    workingDay(day) {
      const weekday = new Date(`${dateOf(day)}T00:00:00Z`).getUTCDay();
      return weekday === 6 ? day - 1 : weekday === 0 ? day - 2 : day;
    },
  };
}

/** Sets the clock and gives the instant that it now shows. */
async function setClock(baseUrl: string, days: number): Promise<string> {
  const response = await fetch(`${baseUrl}/development/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ days }),
  }).catch((error: unknown) => {
    throw new ServerUnreachable(String(error));
  });
  if (!response.ok) throw new Error(`the clock of ${baseUrl} cannot be set: is this production?`);
  return ((await response.json()) as { now: string }).now;
}
