import { addDays, type CalendarDate } from './working-days';

/** A week of the ISO calendar, written `2027-W03`: it belongs to the year that its Thursday is in. */
export type IsoWeek = string;

const WEEK = /^(\d{4})-W(\d{2})$/;
const WORKING_WEEK_DAYS = 5;

/** The week that a day is in. */
export function isoWeekOf(date: CalendarDate): IsoWeek {
  const thursday = addDays(date, 4 - weekdayOf(date));
  const year = thursday.slice(0, 4);
  const days = (Date.parse(thursday) - Date.parse(`${year}-01-01`)) / 86_400_000;
  return `${year}-W${String(Math.floor(days / 7) + 1).padStart(2, '0')}`;
}

/** Whether the text is a week that exists: `2026-W53` does, `2027-W53` does not. */
export function isIsoWeek(text: string): boolean {
  return WEEK.test(text) && isoWeekOf(mondayOf(text)) === text;
}

/** The first day of a week. */
export function mondayOf(week: IsoWeek): CalendarDate {
  const [, year = '', number = ''] = WEEK.exec(week) ?? [];
  // 4 January is always in the first week.
  const first = `${year}-01-04`;
  return addDays(first, (Number(number) - 1) * 7 + 1 - weekdayOf(first));
}

/** The weeks of which at least one day from Monday to Friday lies between two days, both included. */
export function workingWeeksBetween(from: CalendarDate, to: CalendarDate): IsoWeek[] {
  const weeks = new Set<IsoWeek>();
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (weekdayOf(day) <= WORKING_WEEK_DAYS) weeks.add(isoWeekOf(day));
  }
  return [...weeks];
}

/** 1 for Monday … 7 for Sunday. */
function weekdayOf(date: CalendarDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}
