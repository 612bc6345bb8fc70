import type { DataSource, EntityManager } from 'typeorm';
import { asPlatform } from '../database/as-platform';
import { appendAsPlatform, PLATFORM_ID } from '../trail';
import { RETENTION_RULES, type RetentionRule } from './retention-rules';

/** What one rule finds due, and what was taken of it. */
export interface RetentionOutcome {
  rule: RetentionRule;
  due: number;
  taken: number;
}

type Means = readonly RetentionRule['means'][];

/**
 * Finds what has been kept long enough, and takes it away when asked to: one transaction, one entry in the trail that says
 * what went. Nothing taken leaves no entry.
 * @param take rules that are carried out
 * @param look rules that are looked at
 */
export function applyRetention(
  dataSource: DataSource,
  take: Means,
  look: Means,
): Promise<RetentionOutcome[]> {
  return asPlatform(dataSource, (manager) => retain(manager, take, look));
}

/**
 * Takes away by itself what may go without anybody deciding: once a day, by one of the instances.
 * @returns what went; nothing when it is not due
 */
export function applyDailyRetention(dataSource: DataSource): Promise<RetentionOutcome[]> {
  return asPlatform(dataSource, async (manager) => {
    const [turn] = await manager.query<{ isOurs: boolean }[]>(
      `select pg_try_advisory_xact_lock(hashtext('vis-a-vis retention')) and not exists (
         select 1 from trail_entry where object_type = 'Platform' and object_id = $1 and act = 'retentionApply'
           and created_at > now() - interval '1 day') as "isOurs"`,
      [PLATFORM_ID],
    );
    return turn?.isOurs ? retain(manager, ['UPKEEP'], ['UPKEEP']) : [];
  });
}

async function retain(manager: EntityManager, take: Means, look: Means): Promise<RetentionOutcome[]> {
  const outcomes: RetentionOutcome[] = [];
  for (const rule of RETENTION_RULES.filter(({ means }) => look.includes(means))) {
    const due = rule.due ? await numberOf(manager, rule.due, [rule.keptFor]) : 0;
    const taken =
      due > 0 && take.includes(rule.means)
        ? await numberOf(
            manager,
            `select ${rule.takenBy ?? 'app.retention_take'}($1, $2::interval) as count`,
            [rule.code, rule.keptFor],
          )
        : 0;
    outcomes.push({ rule, due, taken });
  }
  const gone = outcomes.filter(({ taken }) => taken > 0);
  if (gone.length === 0) return outcomes;
  const note = {
    act: 'retentionApply',
    objectType: 'Platform',
    objectId: PLATFORM_ID,
    detail: Object.fromEntries(gone.map(({ rule, taken }) => [rule.code, taken])),
  };
  await appendAsPlatform(manager, note);
  return outcomes;
}

async function numberOf(manager: EntityManager, statement: string, values: unknown[]): Promise<number> {
  const [row] = await manager.query<{ count: number }[]>(statement, values);
  return row?.count ?? 0;
}
