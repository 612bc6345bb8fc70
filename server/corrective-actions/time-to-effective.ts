import type { Ask } from '../database/read-model';
import { FEWEST_SERVICES, medianInterval, quantile } from '../measures';

/** How long it takes in a campaign until an action is known to work. Counted in services, each of which weighs the same. */
export interface TimeToEffective {
  /** Services with actions that are not waived. */
  services: number;
  /** Days from the report to the first verdict EFFECTIVE; null while half of the services have not got there. */
  medianDays: number | null;
  /** Bounds of the median over services, at least 95 %; null where there is none, and for an upper bound not reached yet. */
  lowDays: number | null;
  highDays: number | null;
  /** Actions, from 0 to 1, that are not known to work yet: the mean of the services' shares. */
  openShare: number;
}

/** $1 campaign, $2 services to leave out. One row for each action that was agreed and is not waived. */
const ACTIONS = `
  select c.audited_service_id as "serviceId",
    (select min(e.judged_on) from effectiveness_check e
      where e.corrective_action_id = c.id and e.verdict = 'EFFECTIVE')
      - (a.report_issued_at at time zone 'Europe/Paris')::date as days
  from corrective_action c join audit a on a.id = c.audit_id
  where c.campaign_id = $1 and c.state not in ('PROPOSED', 'WAIVED') and a.report_issued_at is not null
    and c.audited_service_id <> all($2::uuid[])`;

/**
 * The national figure: time to effective, not to closed. Each service has the median of its actions, where one that is not
 * known to work yet lies beyond all others; the figure is the median of these over services, with its distribution-free
 * interval. Leaving out what is open would flatter whoever is slow.
 * @param sql sees every action
 * @param without services that must not be counted: the reader's own ties
 * @returns null with fewer than five services
 */
export async function timeToEffective(
  sql: Ask,
  campaignId: string,
  without: readonly string[] = [],
): Promise<TimeToEffective | null> {
  const actions = await sql<{ serviceId: string; days: number | null }>(ACTIONS, [campaignId, without]);
  const byService = new Map<string, (number | null)[]>();
  for (const { serviceId, days } of actions)
    byService.set(serviceId, [...(byService.get(serviceId) ?? []), days]);
  if (byService.size < FEWEST_SERVICES) return null;
  const all = [...byService.values()];
  const medians = all.map((days) => quantile(days.map(orNever), 0.5) ?? NEVER).sort((a, b) => a - b);
  const interval = medianInterval(medians.length);
  const openShares = all.map((days) => days.filter((day) => day === null).length / days.length);
  return {
    services: medians.length,
    medianDays: reached(quantile(medians, 0.5)),
    lowDays: reached(interval && (medians[interval.lowRank - 1] ?? null)),
    highDays: reached(interval && (medians[interval.highRank - 1] ?? null)),
    openShare: openShares.reduce((sum, share) => sum + share, 0) / openShares.length,
  };
}

const NEVER = Infinity;
const orNever = (days: number | null): number => days ?? NEVER;
const reached = (days: number | null): number | null => (days === NEVER ? null : days);
