import { addDays, parisDate, type CalendarDate } from '../../server/kernel/working-days';
import { RequestFailed, ServerUnreachable } from './client';

const SATURDAY = 6;
const SUNDAY = 0;

/** The days of a campaign: 0 is its last one, as a rule today; -330 is that many days before. */
export interface Days {
  /** Shows the server another day. */
  moveTo(day: number): Promise<void>;
  /** The calendar day that a day of the demonstration is. */
  dateOf(day: number): CalendarDate;
  /** The first days from `day` on that fall on no weekend. */
  weekdaysFrom(day: number, count: number): number[];
}

/** Shows the server the real day again. */
export async function giveClockBack(baseUrl: string): Promise<void> {
  await setClock(baseUrl, 0);
}

/**
 * Takes hold of the server's clock, which must be one that can be set.
 * @param origin the day that is called 0, counted from the real one
 * @throws ServerUnreachable when nothing answers; RequestFailed when the server runs in production
 */
export async function openDays(baseUrl: string, origin = 0): Promise<Days> {
  const now = await setClock(baseUrl, origin);
  const today = parisDate(new Date(now));
  const opened = parisDate(new Date());
  const dateOf = (day: number): CalendarDate => addDays(today, day);
  const isWeekday = (day: number): boolean => {
    const weekday = new Date(`${dateOf(day)}T00:00:00Z`).getUTCDay();
    return weekday !== SATURDAY && weekday !== SUNDAY;
  };
  return {
    // Past midnight, the real day from which the server counts is no longer the one on which the demonstration began.
    moveTo: async (day) => void (await setClock(baseUrl, origin + day - daysSince(opened))),
    dateOf,
    weekdaysFrom(day, count) {
      const found: number[] = [];
      for (let next = day; found.length < count; next += 1) if (isWeekday(next)) found.push(next);
      return found;
    },
  };
}

/** How many midnights of Paris have passed since a day. */
function daysSince(date: CalendarDate): number {
  return (Date.parse(parisDate(new Date())) - Date.parse(date)) / 86_400_000;
}

/** Shows the server a day of the demonstration, 0 for the real one; gives the instant that its clock now shows. */
async function setClock(baseUrl: string, days: number): Promise<string> {
  const response = await fetch(`${baseUrl}/development/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ days }),
  }).catch((error: unknown) => {
    throw new ServerUnreachable(String(error));
  });
  if (!response.ok)
    throw new RequestFailed(`the clock of ${baseUrl} cannot be set; is this a server in production?`);
  return ((await response.json()) as { now: string }).now;
}
