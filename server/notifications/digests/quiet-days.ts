/**
 * SQL that says whether somebody wants no message on a day.
 * @param p alias of his row of `notification_preference`, which may be missing
 * @param day SQL of the day in Paris
 */
export const isQuiet = (p: string, day: string): string =>
  `(extract(isodow from ${day}::date)::int = any(coalesce(${p}.quiet_weekdays, '{}'))
    or coalesce(${day}::date between ${p}.quiet_from and ${p}.quiet_to, false))`;
