import type { CalendarDate } from '../../kernel/working-days';
import type { FactToTell } from '../digests/note-deliveries';
import type { DueFact } from './due-facts';
import type { Reminder } from './reminder-file';
import { stepsToday } from './reminder-steps';

/** What of the things that are due people are told today, each for the audience that it is for. */
export function factsToTell(
  due: readonly DueFact[],
  reminders: readonly Reminder[],
  today: CalendarDate,
): FactToTell[] {
  const reminderOf = new Map(reminders.map((reminder) => [reminder.topic, reminder]));
  return due.flatMap((fact) => {
    const reminder = reminderOf.get(fact.topic);
    const steps = reminder ? stepsToday(reminder, fact.dueOn, today) : [];
    return steps.flatMap(({ step, days, to }) =>
      to.map((audience) => ({
        ...fact,
        audience,
        step,
        fact: `${fact.topic} ${fact.objectId} ${fact.dueOn} ${step} ${days}`,
      })),
    );
  });
}
