import type { DataSource } from 'typeorm';
import { asPlatform } from '../database/as-platform';
import type { Clock } from '../kernel/clock';
import { parisDate, type CalendarDate } from '../kernel/working-days';
import { appendAsPlatform } from '../trail';
import { documentaryFollowUpStates } from './documentary-follow-up.states';

const lookedOn = new WeakMap<DataSource, CalendarDate>();

/**
 * Opens the documentary follow-ups whose day has come, once a day. Several instances may do it on one day: the second finds
 * nothing to open.
 * @returns how many were opened; null when this process looked before on the same day
 */
export async function openFollowUpsDaily(dataSource: DataSource, clock: Clock): Promise<number | null> {
  const today = parisDate(clock.now());
  if (lookedOn.get(dataSource) === today) return null;
  const move = documentaryFollowUpStates.moves.find(({ act }) => act === 'followUpFallDue');
  if (!move) throw new Error('follow-ups know no move followUpFallDue');
  const due = await asPlatform(dataSource, (manager) =>
    manager.query<{ id: string }[]>(
      `select id from documentary_follow_up where state = 'SCHEDULED' and due_on <= $1::date order by due_on, id`,
      [today],
    ),
  );
  let opened = 0;
  for (const { id } of due) {
    await asPlatform(dataSource, async (manager) => {
      const [rows] = await manager.query<[{ campaignId: string }[], number]>(
        `update documentary_follow_up set state = $2, version = version + 1, updated_at = now()
         where id = $1 and state = any($3::text[]) returning campaign_id as "campaignId"`,
        [id, move.to, [...move.from]],
      );
      const [moved] = rows;
      if (!moved) return;
      opened += 1;
      await appendAsPlatform(manager, {
        act: move.act,
        objectType: 'DocumentaryFollowUp',
        objectId: id,
        campaignId: moved.campaignId,
      });
    });
  }
  lookedOn.set(dataSource, today);
  return opened;
}
