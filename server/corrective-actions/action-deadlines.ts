import { delayFrom, type Campaign } from '../campaigns';
import type { FindingSeverity } from '../findings';
import { parisDate, type CalendarDate } from '../kernel/working-days';

const DELAY = { CRITICAL: 'actionCritical', MAJOR: 'actionMajor', MINOR: 'actionMinor' } as const;

/**
 * The latest due date of an action: the campaign's delay for the severity of its finding, from the day the report was
 * issued. A recommendation has no severity and takes the delay of a minor non-conformity.
 */
export function latestDueDate(
  campaign: Pick<Campaign, 'id' | 'deadlines'>,
  severity: FindingSeverity | null,
  reportIssuedAt: string,
): CalendarDate {
  return delayFrom(campaign, DELAY[severity ?? 'MINOR'], parisDate(new Date(reportIssuedAt)));
}

/** When one looks whether the action had an effect: the campaign's delay from its due date. */
export function effectivenessDate(
  campaign: Pick<Campaign, 'id' | 'deadlines'>,
  dueOn: CalendarDate,
): CalendarDate {
  return delayFrom(campaign, 'effectivenessCheck', dueOn);
}
