import type { Ask, ComputedEdge } from '../../database/read-model';
import { parisDate, type CalendarDate } from '../../kernel/working-days';
import { standingState } from '../standing-evidence';

/** How far the requests of an audit are; withdrawn ones count nowhere. */
export interface EvidenceProgress {
  openCount: number;
  answeredCount: number;
  acceptedCount: number;
  rejectedCount: number;
  /** Open or rejected ones whose day has passed. */
  overdueCount: number;
}

/**
 * `Audit.evidenceProgress`: counts for whoever sees the audit. The coordination follows with them whether a file comes
 * together in time, and reads neither what was asked nor what was answered.
 */
export const evidenceProgressEdge: ComputedEdge = {
  kind: 'computed',
  needs: [],
  async compute(audits, { sqlOfActs, now }) {
    const ids = audits.map(({ id }) => id);
    const byAudit = await evidenceProgressOf(sqlOfActs, ids, parisDate(now));
    return ids.map((id) => byAudit.get(id) ?? NONE);
  },
};

/**
 * How far the requests of audits are, in one statement.
 * @param sql sees every request
 * @param today the day that counts as today
 * @returns by audit; audits without any request are left out
 */
export async function evidenceProgressOf(
  sql: Ask,
  auditIds: readonly string[],
  today: CalendarDate,
): Promise<Map<string, EvidenceProgress>> {
  const rows = await sql<EvidenceProgress & { auditId: string }>(COUNTS, [auditIds, today]);
  return new Map(rows.map(({ auditId, ...counts }) => [auditId, counts]));
}

const NONE: EvidenceProgress = {
  openCount: 0,
  answeredCount: 0,
  acceptedCount: 0,
  rejectedCount: 0,
  overdueCount: 0,
};

// Without `offset 0` the planner would work out the standing state anew for each of the counts.
const COUNTS = `
  select r.audit_id as "auditId",
    count(*) filter (where r.state = 'OPEN')::int as "openCount",
    count(*) filter (where r.state = 'ANSWERED')::int as "answeredCount",
    count(*) filter (where r.state = 'ACCEPTED')::int as "acceptedCount",
    count(*) filter (where r.state = 'REJECTED')::int as "rejectedCount",
    count(*) filter (where r.state in ('OPEN', 'REJECTED') and r.due_on < $2::date)::int as "overdueCount"
  from (select t.audit_id, t.due_on, ${standingState('t')} as state from evidence_request t
    where t.audit_id = any($1::uuid[]) offset 0) r
  group by r.audit_id`;
