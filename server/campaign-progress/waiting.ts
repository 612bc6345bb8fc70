import { stepFacts, type TurnFacts } from '../audits';
import { OWED_STATES } from '../corrective-actions';
import type { Ask } from '../database/read-model';
import { evidenceProgressOf } from '../evidence';
import { parisDate } from '../kernel/working-days';

/** What waits in an audit beside its own steps, and how much of it is late. */
export interface Waiting extends TurnFacts {
  id: string;
  /** Requests for evidence whose day has passed without an answer. */
  requestsLate: number;
  /** Recusals and appeals that should have been decided. */
  recusalsLate: number;
  actionsOpen: number;
  actionsLate: number;
}

/**
 * Recusals, frozen assignments and corrective actions of audits ($1) on a day ($2); $3 are the states in which the service
 * owes an action.
 */
const BESIDE = `
  select a.id,
    coalesce(r.filed, 0) as "filedRecusals",
    coalesce(r.appealed, 0) as "appealedRecusals",
    coalesce(r.late, 0) as "recusalsLate",
    coalesce(f.frozen, 0) as "frozenAssignments",
    coalesce(c.open, 0) as "actionsOpen",
    coalesce(c.owed, 0) as "actionsOwed",
    coalesce(c.late, 0) as "actionsLate",
    coalesce(c.done, 0) as "actionsToVerify"
  from unnest($1::uuid[]) a (id)
  left join (
    select audit_id, count(*) filter (where state = 'FILED')::int as filed,
      count(*) filter (where state = 'APPEALED')::int as appealed,
      count(*) filter (where decide_by < $2::date)::int as late
    from recusal where audit_id = any($1::uuid[]) and state in ('FILED', 'APPEALED')
    group by audit_id
  ) r on r.audit_id = a.id
  left join (
    select audit_id, count(distinct assignment_id)::int as frozen
    from conflict_alert where audit_id = any($1::uuid[]) and state = 'OPEN'
    group by audit_id
  ) f on f.audit_id = a.id
  left join (
    select audit_id, count(*)::int as open,
      count(*) filter (where state = any($3::text[]))::int as owed,
      count(*) filter (where state = any($3::text[]) and due_on < $2::date)::int as late,
      count(*) filter (where state = 'DONE')::int as done
    from corrective_action where audit_id = any($1::uuid[]) and state not in ('VERIFIED', 'WAIVED')
    group by audit_id
  ) c on c.audit_id = a.id`;

/**
 * What waits in audits, in three statements.
 * @param sql sees every row: whose turn it is may be known to those who see the audit, and rests on more than they read
 * @param now the instant that counts as now
 */
export async function waitingIn(
  sql: Ask,
  auditIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, Waiting>> {
  const today = parisDate(now);
  const [steps, requests, beside] = await Promise.all([
    stepFacts(sql, auditIds, now),
    evidenceProgressOf(sql, auditIds, today),
    sql<Omit<Waiting, 'requestsToAnswer' | 'requestsLate'>>(BESIDE, [auditIds, today, OWED_STATES]),
  ]);
  const besideOf = new Map(beside.map((row) => [row.id, row]));
  return new Map(
    steps.map((step) => {
      const asked = requests.get(step.id);
      const waiting = {
        ...besideOf.get(step.id),
        ...step,
        requestsToAnswer: asked ? asked.openCount + asked.rejectedCount : 0,
        requestsLate: asked?.overdueCount ?? 0,
      };
      return [step.id, waiting as Waiting];
    }),
  );
}
