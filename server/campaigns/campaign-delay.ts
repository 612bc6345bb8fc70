import { addDays, addMonths, deadline, moveToWorkingDay, type CalendarDate } from '../kernel/working-days';
import type { FrozenDeadline } from '../templates';
import type { Campaign } from './campaign.entity';

/** A delay that a campaign froze: calendar days or whole months. */
export type CampaignDelay = { days: number } | { months: number };

/**
 * The delay of a campaign under a code of `audit-templates/deadlines.yaml`.
 * @throws Error when the campaign has none: a defect, since all delays are copied when it is created
 */
export function campaignDelay(
  campaign: Pick<Campaign, 'id' | 'deadlines'>,
  code: FrozenDeadline['code'],
): CampaignDelay {
  const found = (campaign.deadlines as FrozenDeadline[]).find((delay) => delay.code === code);
  if (typeof found?.days === 'number') return { days: found.days };
  if (typeof found?.months === 'number') return { months: found.months };
  throw new Error(`campaign ${campaign.id} has no delay ${code}`);
}

/**
 * The last day of a delay that starts on `from`, which does not count itself; moved forward to a working day.
 * @throws Error when the campaign has no such delay
 */
export function delayFrom(
  campaign: Pick<Campaign, 'id' | 'deadlines'>,
  code: FrozenDeadline['code'],
  from: CalendarDate,
): CalendarDate {
  const delay = campaignDelay(campaign, code);
  return 'days' in delay
    ? deadline(from, delay.days)
    : moveToWorkingDay(addMonths(from, delay.months), 'FORWARD');
}

/**
 * The day by which something must be ready before an appointment (documents 30 days before a visit), moved back to a
 * working day.
 * @throws Error when the campaign has no such delay
 */
export function delayBefore(
  campaign: Pick<Campaign, 'id' | 'deadlines'>,
  code: FrozenDeadline['code'],
  date: CalendarDate,
): CalendarDate {
  const delay = campaignDelay(campaign, code);
  const day = 'days' in delay ? addDays(date, -delay.days) : addMonths(date, -delay.months);
  return moveToWorkingDay(day, 'BACKWARD');
}
