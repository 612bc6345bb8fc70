const DAY = /^(\d{4})-\d{2}-\d{2}$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** Whether the text is a day that exists, written YYYY-MM-DD; the calendar has no year 0. */
export function isCalendarDay(text: string): boolean {
  const midnight = DAY.test(text) && !text.startsWith('0000') ? Date.parse(`${text}T00:00:00Z`) : NaN;
  // 2027-02-30 is taken for 2 March by some parsers.
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(text);
}

/** Whether the text is an instant with its time zone (RFC 3339), on a day that exists. */
export function isInstant(text: string): boolean {
  const day = INSTANT.exec(text)?.[1];
  return day !== undefined && isCalendarDay(day) && !Number.isNaN(Date.parse(text));
}
