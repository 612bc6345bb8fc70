import type { CalendarDate } from '../kernel/working-days';
import { factTables, kilometres } from './conflicts/fact-tables';
import type { Ask } from './conflicts/find-conflicts';

/** From each auditor's nearest workplace; his workplaces are those that the conflict rules look at. */
const STATEMENT = `
  ${factTables({ auditors: false, services: false })}
  select w.auditor_id as "auditorId",
    min(${kilometres('s.latitude', 's.longitude', 'n.latitude', 'n.longitude')}) as kilometres
  from asked_service s cross join workplace w join audited_service n on n.id = w.site_id
  group by w.auditor_id`;

/**
 * How far many auditors work from a service, in kilometres: great circle (haversine formula, mean radius of the Earth),
 * from the nearest of their workplaces of today. Auditors whose place is unknown are left out.
 */
export async function distancesFor(
  sql: Ask,
  auditedServiceId: string,
  auditorIds: readonly string[],
  today: CalendarDate,
): Promise<Map<string, number>> {
  const rows = await sql<{ auditorId: string; kilometres: number | null }>(STATEMENT, [
    null,
    today,
    today,
    [...auditorIds],
    [auditedServiceId],
    0,
    [],
  ]);
  return new Map(rows.flatMap(({ auditorId, kilometres: far }) => (far === null ? [] : [[auditorId, far]])));
}
