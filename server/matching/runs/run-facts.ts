import type { UnitOfWork } from '../../database/unit-of-work';
import { refuse } from '../../kernel/outcome';
import type { Viewer } from '../../kernel/viewer';
import type { Ask } from '../conflicts/find-conflicts';
import type { MatchingRunFacts } from './matching-run.states';

/** Campaign states in which teams are composed. */
export const COMPOSING_CAMPAIGN = ['CALL_CLOSED', 'MATCHING', 'RUNNING'] as const;

/** What the guards of many runs look at, in one statement. */
export function runFacts(sql: Ask, ids: readonly string[]): Promise<(MatchingRunFacts & { id: string })[]> {
  return sql(
    `select r.id, r.is_dry_run as "isDryRun", c.state = any($2::text[]) as "isComposing",
       coalesce((select sum((s ->> 'missing')::int)::int
         from matching_result p, jsonb_array_elements(p.plan -> 'shortfalls') s where p.id = r.id), 0) as "missingSeats",
       (select count(*)::int from proposed_member m join assignment g on g.id = m.assignment_id
         where m.matching_run_id = r.id and g.state in ('ACCEPTED', 'CONFIRMED', 'COMPLETED')) as "accepted",
       not exists (select 1 from matching_run later where later.campaign_id = r.campaign_id
         and later.state = 'PUBLISHED' and (later.published_at, later.updated_at) > (r.published_at, r.updated_at)) as "isLatestPublished"
     from matching_run r join campaign c on c.id = r.campaign_id
     where r.id = any($1::uuid[])`,
    [[...ids], [...COMPOSING_CAMPAIGN]],
  );
}

/** The same for one run, inside an act. */
export async function runFactsOf(uow: UnitOfWork, id: string): Promise<MatchingRunFacts> {
  const [facts] = await runFacts(uow.sql, [id]);
  if (!facts) throw new Error('a run without facts');
  return facts;
}

/**
 * Which runs hide something from a viewer: those that looked at a service he has a tie with, and, as long as he has any
 * tie, all that others started. Were only the first hidden, he would learn from it that the service takes part.
 */
export async function runsHiding(
  sql: Ask,
  runIds: readonly string[],
  { accountId, walledServices }: Pick<Viewer, 'accountId' | 'walledServices'>,
): Promise<Set<string>> {
  if (walledServices.size === 0) return new Set();
  // Asked of what was read: a run that failed has no plan; and of the plan: an erasure empties what was read.
  const found = await sql<{ id: string }>(
    `select r.id from matching_run r
     where r.id = any($1::uuid[]) and (r.started_by_id is distinct from $2::uuid or exists (
       select 1 from matching_snapshot s
       cross join lateral jsonb_array_elements(s.content -> 'services') service
       join audit a on a.id = (service ->> 'id')::uuid
       where s.id = r.id and a.audited_service_id = any($3::uuid[]))
       or exists (select 1 from proposed_team t join audit a on a.id = t.audit_id
         where t.matching_run_id = r.id and a.audited_service_id = any($3::uuid[])))`,
    [[...runIds], accountId, [...walledServices]],
  );
  return new Set(found.map(({ id }) => id));
}

/**
 * Refuses acts on a run of which something is hidden from whoever acts.
 * @throws Refusal FORBIDDEN
 */
export async function requireWholeRun(uow: UnitOfWork, runId: string): Promise<void> {
  const hiding = await runsHiding(uow.sql, [runId], uow.viewer);
  if (hiding.has(runId)) refuse('FORBIDDEN', null, { allowed: 'COORDINATOR' });
}
