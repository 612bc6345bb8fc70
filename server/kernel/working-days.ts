import Holidays from 'date-holidays';

/**
 * Calendar days as they are lived in Europe/Paris. Delays are counted in calendar days and end on a working day,
 * as articles 641 and 642 of the French code of civil procedure count them: the day of the event does not count,
 * and a delay that would end on a Saturday, a Sunday or a public holiday goes on to the next working day.
 */

/** A calendar day written `YYYY-MM-DD`. Every function here throws RangeError for anything else. */
export type CalendarDate = string;

const DAY_MS = 86_400_000;
const SATURDAY = 6;
const SUNDAY = 0;

/** The eleven national holidays; the two more of Alsace-Moselle and those of the overseas departments are local. */
const nationalHolidays = new Holidays('FR', { types: ['public'] });
const holidaysByYear = new Map<number, ReadonlySet<CalendarDate>>();

const parisClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** The day `days` calendar days after `date` (before it when negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  assertWhole(days);
  return dateOf(utcMidnight(date) + days * DAY_MS);
}

/** The same day `months` months later; the last day of the month when there is no such day (31 January + 1). */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  assertWhole(months);
  const start = new Date(utcMidnight(date));
  const year = start.getUTCFullYear();
  const month = start.getUTCMonth() + months;
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return dateOf(Date.UTC(year, month, Math.min(start.getUTCDate(), lastDay)));
}

/** Whether `date` is neither a Saturday nor a Sunday nor a national public holiday of France. */
export function isWorkingDay(date: CalendarDate): boolean {
  const day = new Date(utcMidnight(date));
  if (day.getUTCDay() === SATURDAY || day.getUTCDay() === SUNDAY) return false;
  return !holidaysOf(day.getUTCFullYear()).has(date);
}

/** `date` itself when it is a working day, else the next working day (the previous one with BACKWARD). */
export function moveToWorkingDay(
  date: CalendarDate,
  direction: 'FORWARD' | 'BACKWARD' = 'FORWARD',
): CalendarDate {
  const step = direction === 'FORWARD' ? 1 : -1;
  let day = date;
  while (!isWorkingDay(day)) day = addDays(day, step);
  return day;
}

/**
 * The last day of a delay of `days` calendar days from `from`. A negative delay counts back from an appointment
 * (documents 30 days before a visit) and moves back, so that the delay is never shortened.
 */
export function deadline(from: CalendarDate, days: number): CalendarDate {
  return moveToWorkingDay(addDays(from, days), days < 0 ? 'BACKWARD' : 'FORWARD');
}

/** How many working days lie after `from`, up to and including `to`; negative when `to` is the earlier one. */
export function workingDaysBetween(from: CalendarDate, to: CalendarDate): number {
  if (utcMidnight(to) < utcMidnight(from)) return -workingDaysBetween(to, from);
  let count = 0;
  for (let day = from; day !== to;) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) count += 1;
  }
  return count;
}

/** The calendar day in Paris at an instant. */
export function parisDate(instant: Date): CalendarDate {
  // Every request asks; within a minute the day is the same, since it turns on a whole minute.
  const minute = Math.floor(instant.getTime() / 60_000);
  if (minute !== latest.minute) latest = { minute, date: dateOf(parisWallTime(instant.getTime())) };
  return latest.date;
}

let latest: { minute: number; date: CalendarDate } = { minute: NaN, date: '' };

/**
 * The instant at which `date` ends in Paris, which is the first instant of the next day: something due that day
 * is on time strictly before it, late from it on.
 */
export function endOfParisDay(date: CalendarDate): Date {
  return new Date(instantShowing(utcMidnight(addDays(date, 1))));
}

/**
 * The instant at which clocks in Paris show the same time `days` calendar days after an instant (before it when negative):
 * an hour later where that time is left out in spring, the second one where it comes twice in autumn.
 */
export function addParisDays(instant: Date, days: number): Date {
  assertWhole(days);
  if (days === 0) return new Date(instant);
  const second = Math.floor(instant.getTime() / 1000) * 1000;
  return new Date(instantShowing(parisWallTime(second) + days * DAY_MS) + (instant.getTime() - second));
}

/** The instant at which clocks in Paris show the figures of `wallTime`. */
function instantShowing(wallTime: number): number {
  // Paris is ahead of UTC and moves its clocks at 01:00 UTC: the offset read near by, then at the answer, is right.
  const near = wallTime - (parisWallTime(wallTime) - wallTime);
  return wallTime - (parisWallTime(near) - near);
}

/** What clocks in Paris show at an instant, as the UTC milliseconds of the same figures (whole seconds). */
function parisWallTime(instant: number): number {
  const parts = parisClock.formatToParts(instant);
  const figure = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(
    figure('year'),
    figure('month') - 1,
    figure('day'),
    figure('hour'),
    figure('minute'),
    figure('second'),
  );
}

function holidaysOf(year: number): ReadonlySet<CalendarDate> {
  const known = holidaysByYear.get(year);
  if (known) return known;
  const days = new Set(nationalHolidays.getHolidays(year).map((holiday) => holiday.date.slice(0, 10)));
  holidaysByYear.set(year, days);
  return days;
}

function utcMidnight(date: CalendarDate): number {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  if (Number.isNaN(midnight) || dateOf(midnight) !== date)
    throw new RangeError(`Not a calendar day: ${date}`);
  return midnight;
}

function dateOf(milliseconds: number): CalendarDate {
  const text = new Date(milliseconds).toISOString();
  if (!/^\d{4}-/.test(text)) throw new RangeError('Beyond the years 0000 to 9999.');
  return text.slice(0, 10);
}

function assertWhole(count: number): void {
  if (!Number.isInteger(count)) throw new RangeError(`Not a whole number: ${count}`);
}
