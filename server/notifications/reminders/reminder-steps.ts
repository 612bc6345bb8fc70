import { addDays, moveToWorkingDay, workingDaysBetween, type CalendarDate } from '../../kernel/working-days';
import type { Audience } from '../audiences';
import type { Reminder } from './reminder-file';

/** Which reminder of several it is. */
export const REMINDER_STEPS = ['OPENED', 'BEFORE', 'DUE', 'AFTER', 'ESCALATED'] as const;
export type ReminderStep = (typeof REMINDER_STEPS)[number];

/** Who is told at which step. */
export interface StepToTell {
  step: ReminderStep;
  /** Days before or after the due day; working days for an escalation; 0 otherwise. */
  days: number;
  to: readonly Audience[];
}

/**
 * What of a reminder has come by `today`: of the steps that have passed, the last, since the others have been overtaken;
 * and the escalation beside it, for whom it is meant.
 * @param dueOn the day on which it is due
 */
export function stepsToday(reminder: Reminder, dueOn: CalendarDate, today: CalendarDate): StepToTell[] {
  const { before, after, to, escalation, whenItOpens = false } = reminder;
  // What is due on a Saturday, a Sunday or a public holiday is in time until the end of the next working day.
  const lastDay = moveToWorkingDay(dueOn);
  const passed = [
    ...before.map((days) => ({ step: days === 0 ? 'DUE' : 'BEFORE', days, at: -days }) as const),
    ...after.map((days) => ({ step: 'AFTER', days, at: days }) as const),
  ]
    .filter(({ step, at }) => addDays(step === 'AFTER' ? lastDay : dueOn, at) <= today)
    .sort((one, other) => one.at - other.at);
  const last = passed.at(-1) ?? (whenItOpens ? ({ step: 'OPENED', days: 0 } as const) : null);
  // What ends on its day is not spoken of once the day has passed.
  const isOver = after.length === 0 && !whenItOpens && lastDay < today;
  const steps: StepToTell[] = last && !isOver ? [{ step: last.step, days: last.days, to }] : [];
  if (escalation && workingDaysBetween(lastDay, today) >= escalation.afterWorkingDays)
    steps.push({ step: 'ESCALATED', days: escalation.afterWorkingDays, to: escalation.to });
  return steps;
}
