import { readFileSchemas, readYamlSource } from '../../templates';
import type { Audience } from '../audiences';
import type { ReminderTopic } from './due-facts';

/** When people are reminded of one kind of thing, and whom. */
export interface Reminder {
  topic: ReminderTopic;
  /** Told once as soon as it is there, however far its day. */
  whenItOpens?: boolean;
  /** Calendar days before the due day; 0 is the day itself. */
  before: readonly number[];
  /** Calendar days after it. */
  after: readonly number[];
  to: readonly Audience[];
  /** Who else is told when it is still open so many working days after its day. */
  escalation?: { afterWorkingDays: number; to: readonly Audience[] };
}

/**
 * Reads the reminders of the templates folder, checked by their JSON Schema.
 * @param folder path of `audit-templates`
 * @throws TemplateFileError the first thing wrong, with file, place and remedy
 */
export function readReminders(folder: string): readonly Reminder[] {
  const source = readYamlSource(folder, 'reminders.yaml');
  return readFileSchemas(folder).check<{ reminders: Reminder[] }>('reminders', source).content.reminders;
}

/** How many calendar days ahead reminders look; null when one of them tells of things as soon as they are there. */
export function horizonOf(reminders: readonly Reminder[]): number | null {
  if (reminders.some(({ whenItOpens }) => whenItOpens)) return null;
  return Math.max(0, ...reminders.flatMap(({ before }) => before));
}
