import type { ComputedEdge } from '../../database/read-model';
import { parisDate } from '../../kernel/working-days';
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
    const rows = await sqlOfActs<EvidenceProgress & { auditId: string }>(COUNTS, [
      audits.map(({ id }) => id),
      parisDate(now),
    ]);
    const byAudit = new Map(rows.map(({ auditId, ...counts }) => [auditId, counts]));
    return audits.map(({ id }) => byAudit.get(id) ?? NONE);
  },
};

const NONE: EvidenceProgress = {
  openCount: 0,
  answeredCount: 0,
  acceptedCount: 0,
  rejectedCount: 0,
  overdueCount: 0,
};

const COUNTS = `
  select r.audit_id as "auditId",
    count(*) filter (where r.state = 'OPEN')::int as "openCount",
    count(*) filter (where r.state = 'ANSWERED')::int as "answeredCount",
    count(*) filter (where r.state = 'ACCEPTED')::int as "acceptedCount",
    count(*) filter (where r.state = 'REJECTED')::int as "rejectedCount",
    count(*) filter (where r.state in ('OPEN', 'REJECTED') and r.due_on < $2::date)::int as "overdueCount"
  from (select t.audit_id, t.due_on, ${standingState('t')} as state from evidence_request t
    where t.audit_id = any($1::uuid[])) r
  group by r.audit_id`;
