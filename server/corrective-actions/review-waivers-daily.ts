import type { DataSource, EntityManager } from 'typeorm';
import { Campaign } from '../campaigns';
import { asPlatform } from '../database/as-platform';
import type { FindingSeverity } from '../findings';
import type { Clock } from '../kernel/clock';
import { addDays, parisDate, type CalendarDate } from '../kernel/working-days';
import { appendAsPlatform } from '../trail';
import { dueDateFrom } from '../reports';
import { correctiveActionStates } from './corrective-action.states';

const reviewedOn = new WeakMap<DataSource, CalendarDate>();

/**
 * Gives actions whose waiver ran out back to their services, once a day: nobody acts on the day on which it does. Several
 * instances may do it on one day: the second finds nothing to give back.
 * @returns how many were given back; null when this process looked before on the same day
 */
export async function reviewWaiversDaily(dataSource: DataSource, clock: Clock): Promise<number | null> {
  const today = parisDate(clock.now());
  if (reviewedOn.get(dataSource) === today) return null;
  const over = await asPlatform(dataSource, (manager) =>
    manager.query<{ id: string; auditId: string }[]>(
      `select id, audit_id as "auditId" from corrective_action
       where state = 'WAIVED' and waiver_expires_on < $1::date order by waiver_expires_on, id`,
      [today],
    ),
  );
  let returned = 0;
  for (const action of over) {
    // Each in a transaction of its own: its entry of the trail holds what changed of it.
    const isReturned = await asPlatform(dataSource, (manager) => endWaiver(manager, action, today));
    if (isReturned) returned += 1;
  }
  reviewedOn.set(dataSource, today);
  return returned;
}

interface Waived {
  campaignId: string;
  expiresOn: CalendarDate;
  severity: FindingSeverity | null;
}

async function endWaiver(
  manager: EntityManager,
  { id, auditId }: { id: string; auditId: string },
  today: CalendarDate,
): Promise<boolean> {
  await manager.query('select 1 from audit where id = $1 for update', [auditId]);
  const [waived] = await manager.query<Waived[]>(
    `select c.campaign_id as "campaignId", c.waiver_expires_on as "expiresOn", f.severity
     from corrective_action c join finding f on f.id = c.finding_id
     where c.id = $1 and c.state = 'WAIVED' and c.waiver_expires_on < $2::date for update of c`,
    [id, today],
  );
  const move = correctiveActionStates.moves.find(({ act }) => act === 'waiverExpire');
  if (!move) throw new Error('actions know no move waiverExpire');
  if (!waived) return false;
  const campaign = await manager.findOneByOrFail(Campaign, { id: waived.campaignId });
  // Its delay runs anew: the time for which it was waived is not held against the service.
  const dueOn = dueDateFrom(campaign, waived.severity, addDays(waived.expiresOn, 1));
  await manager.query(
    `update corrective_action set state = $2, due_on = $3, reopen_reason = $4, waiver_reason = null,
       waiver_expires_on = null, waiver_requested_by_id = null, waived_by_id = null, version = version + 1,
       updated_at = now()
     where id = $1`,
    [id, move.to, dueOn, `Dérogation arrivée à son terme le ${waived.expiresOn}.`],
  );
  await appendAsPlatform(manager, {
    act: move.act,
    objectType: 'CorrectiveAction',
    objectId: id,
    campaignId: waived.campaignId,
    detail: { expiredOn: waived.expiresOn, dueOn },
  });
  return true;
}
