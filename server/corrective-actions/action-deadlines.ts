import { delayFrom, type Campaign } from '../campaigns';
import type { CalendarDate } from '../kernel/working-days';

/** When one looks whether the action had an effect: the campaign's delay from its due date. */
export function effectivenessDate(
  campaign: Pick<Campaign, 'id' | 'deadlines'>,
  dueOn: CalendarDate,
): CalendarDate {
  return delayFrom(campaign, 'effectivenessCheck', dueOn);
}
