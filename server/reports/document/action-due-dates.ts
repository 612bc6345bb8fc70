import { delayFrom, type Campaign } from '../../campaigns';
import { FINDING_SEVERITIES, type FindingSeverity } from '../../findings';
import { parisDate, type CalendarDate } from '../../kernel/working-days';

const DELAY = { CRITICAL: 'actionCritical', MAJOR: 'actionMajor', MINOR: 'actionMinor' } as const;

type Delays = Pick<Campaign, 'id' | 'deadlines'>;

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

/** The same for every severity, as the report names them. @param reportIssuedAt of its first version */
export function actionsDueOn(
  campaign: Delays,
  reportIssuedAt: string,
): Record<FindingSeverity, CalendarDate> {
  const dates = FINDING_SEVERITIES.map(
    (severity) => [severity, latestDueDate(campaign, severity, reportIssuedAt)] as const,
  );
  return Object.fromEntries(dates) as Record<FindingSeverity, CalendarDate>;
}
