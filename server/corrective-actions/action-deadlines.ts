import { delayFrom, type Campaign } from '../campaigns';
import type { FindingSeverity } from '../findings';
import { parisDate, type CalendarDate } from '../kernel/working-days';

type Delays = Pick<Campaign, 'id' | 'deadlines'>;

const DELAY = { CRITICAL: 'actionCritical', MAJOR: 'actionMajor', MINOR: 'actionMinor' } as const;

/**
 * The latest due date of an action: the campaign's delay for the severity of its finding, from the day the report was
 * issued. A recommendation has no severity and takes the delay of a minor non-conformity.
 */
export function latestDueDate(
  campaign: Delays,
  severity: FindingSeverity | null,
  reportIssuedAt: string,
): CalendarDate {
  return dueDateFrom(campaign, severity, parisDate(new Date(reportIssuedAt)));
}

/** When an action that is given back to its service is due: the same delay, from the day on which it is given back. */
export function dueDateFrom(
  campaign: Delays,
  severity: FindingSeverity | null,
  from: CalendarDate,
): CalendarDate {
  return delayFrom(campaign, DELAY[severity ?? 'MINOR'], from);
}

/** When one looks whether the action had an effect: the campaign's delay from its due date. */
export function effectivenessDate(campaign: Delays, dueOn: CalendarDate): CalendarDate {
  return delayFrom(campaign, 'effectivenessCheck', dueOn);
}
