import { addDays, moveToWorkingDay, workingDaysBetween, type CalendarDate } from '../kernel/working-days';
import { OWED_STATES, type CorrectiveActionState } from './corrective-action.states';

/** How late an action is. */
export interface Lateness {
  /** Calendar days since the last day on which it was in time; 0 when it is not late. */
  days: number;
  /** Working days among them. */
  workingDays: number;
}

const IN_TIME: Lateness = { days: 0, workingDays: 0 };

/**
 * The last due date that is late on a day: what is due on a Saturday, a Sunday or a public holiday is in time until the end
 * of the next working day.
 * @param today the day in Paris
 */
export function lastLateDueDate(today: CalendarDate): CalendarDate {
  return moveToWorkingDay(addDays(today, -1), 'BACKWARD');
}

/**
 * How late an action is on a day. Only what its service still owes can be late.
 * @param today the day in Paris
 */
export function latenessOf(
  { state, dueOn }: { state: CorrectiveActionState; dueOn: CalendarDate },
  today: CalendarDate,
): Lateness {
  const isOwed = (OWED_STATES as readonly CorrectiveActionState[]).includes(state);
  if (!isOwed || dueOn > lastLateDueDate(today)) return IN_TIME;
  const lastDay = moveToWorkingDay(dueOn, 'FORWARD');
  const days = (Date.parse(today) - Date.parse(lastDay)) / DAY_MS;
  return { days, workingDays: workingDaysBetween(lastDay, today) };
}

const DAY_MS = 86_400_000;
