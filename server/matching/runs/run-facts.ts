import type { UnitOfWork } from '../../database/unit-of-work';
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

/** Whether a run looked at a service that is hidden from whoever has these ties. */
export async function isRunWalled(
  sql: Ask,
  runId: string,
  walledServices: ReadonlySet<string>,
): Promise<boolean> {
  if (walledServices.size === 0) return false;
  const found = await sql(
    `select 1 from proposed_team t join audit a on a.id = t.audit_id
     where t.matching_run_id = $1 and a.audited_service_id = any($2::uuid[]) limit 1`,
    [runId, [...walledServices]],
  );
  return found.length > 0;
}
