import type { ComputeContext } from '../../database/read-model';
import type { Instance } from '../matcher/instance';
import type { Plan } from '../matcher/plan';
import { seenPart, type PlannedInstance } from './seen-part';

/** Runs do not change: the last few that were asked about stay at hand. */
const kept = new Map<string, { instance: Instance; plan: Plan }>();
const KEPT_AT_MOST = 3;

/** What a viewer may be told of the plan of a run; null while there is none. The policy has let him see the run. */
export async function planSeenBy(
  { viewer, sqlOfActs }: ComputeContext,
  runId: string,
): Promise<PlannedInstance | null> {
  // An erasure takes the snapshot away, here as well.
  const there = await sqlOfActs('select 1 from matching_snapshot where id = $1 and content is not null', [
    runId,
  ]);
  if (there.length === 0) kept.delete(runId);
  const whole = there.length > 0 ? (kept.get(runId) ?? (await readPlan(sqlOfActs, runId))) : null;
  if (!whole) return null;
  kept.delete(runId);
  kept.set(runId, whole);
  for (const id of kept.keys()) if (kept.size > KEPT_AT_MOST) kept.delete(id);
  if (viewer.walledServices.size === 0) return whole;
  const hidden = await sqlOfActs<{ id: string }>(
    'select id from audit where id = any($1::uuid[]) and audited_service_id = any($2::uuid[])',
    [whole.instance.services.map(({ id }) => id), [...viewer.walledServices]],
  );
  return seenPart(whole, new Set(hidden.map(({ id }) => id)));
}

async function readPlan(
  sql: ComputeContext['sql'],
  runId: string,
): Promise<{ instance: Instance; plan: Plan } | null> {
  const [row] = await sql<{ instance: Instance; plan: Plan }>(
    `select s.content as "instance", p.plan from matching_snapshot s join matching_result p on p.id = s.id
     where s.id = $1`,
    [runId],
  );
  return row ?? null;
}
