import type { ComputeContext, ComputedEdge, Row } from '../database/read-model';
import type { ConflictReason } from '../kernel/outcome';
import { ACTIVE_ASSIGNMENT_STATES, availabilityFor, conflictReasons } from '../matching';
import type { Seat } from './assignment.entity';
import { SEAT_RULES } from './seat-rules';
import { conflictsOnAudit } from './team-conflicts';

/** An auditor who could take a seat, with what speaks against it. */
export interface Candidate {
  auditorId: string;
  conflicts: ConflictReason[];
  /** The day of the visit is free and the yearly maximum is not reached. */
  isAvailable: boolean;
  /** Audits of the year that whoever asks may know of, this one aside. */
  load: number;
}

const AT_MOST = 200;

const NOT_AVAILABLE = { load: 0, loadInSight: 0, isFree: false };

const NEEDS = ['id', 'campaignId', 'auditedServiceId'];

function staffed(row: Row) {
  return {
    id: row.id,
    auditedServiceId: row['auditedServiceId'] as string,
    campaignId: row['campaignId'] as string,
  };
}

/** Conflicts of one auditor (`auditorId`) with an audit; null when the auditor is absent. The policy table says who may ask. */
export const conflictsOfEdge: ComputedEdge = {
  kind: 'computed',
  needs: NEEDS,
  compute: (rows, context, { auditorId }) =>
    Promise.all(
      rows.map(async (row) => {
        const id = auditorId as string;
        const known = await context.sql('select 1 from auditor where id = $1', [id]);
        if (known.length === 0) return null;
        const found = await conflictsOnAudit(context.sqlOfActs, staffed(row), [id], context.now);
        return conflictReasons(found.get(id) ?? [], context.viewer);
      }),
    ),
};

/**
 * Auditors of the right profession and qualification for a seat (`seat`) who are not on the team: first
 * those whom nothing keeps away, the least loaded before the others; 200 at most.
 */
export const candidatesEdge: ComputedEdge = {
  kind: 'computed',
  needs: NEEDS,
  compute: (rows, context, { seat }) =>
    Promise.all(rows.map((row) => candidatesFor(context, row, seat as Seat))),
};

async function candidatesFor(context: ComputeContext, row: Row, seat: Seat): Promise<Candidate[]> {
  const { profession, qualifications } = SEAT_RULES[seat];
  const pool = await context.sql<{ id: string; yearlyMaximum: number }>(
    `select u.id, u.yearly_maximum as "yearlyMaximum" from auditor u
     where ($2::text is null or u.profession = $2) and u.qualification = any($3::text[])
       and not exists (select 1 from assignment s
         where s.audit_id = $1 and s.auditor_id = u.id and s.state = any($4::text[]))
     order by u.id`,
    [row.id, profession, qualifications, [...ACTIVE_ASSIGNMENT_STATES]],
  );
  const ids = pool.map(({ id }) => id);
  const [conflicts, availability] = await Promise.all([
    conflictsOnAudit(context.sqlOfActs, staffed(row), ids, context.now),
    availabilityFor(context.sqlOfActs, row.id, ids, context.viewer.walledServices),
  ]);
  return pool
    .map(({ id, yearlyMaximum }): Candidate & { rank: number } => {
      const found = conflicts.get(id) ?? [];
      const { load, loadInSight, isFree } = availability.get(id) ?? NOT_AVAILABLE;
      const isAvailable = isFree && load < yearlyMaximum;
      const isBlocked = found.some(({ level }) => level === 'BLOCK');
      const rank = (isBlocked ? 4 : 0) + (isAvailable ? 0 : 2) + (found.length > 0 ? 1 : 0);
      const reasons = conflictReasons(found, context.viewer);
      return { auditorId: id, conflicts: reasons, isAvailable, load: loadInSight, rank };
    })
    .sort((a, b) => a.rank - b.rank || a.load - b.load || (a.auditorId < b.auditorId ? -1 : 1))
    .slice(0, AT_MOST)
    .map(({ auditorId, conflicts: reasons, isAvailable, load }) => ({
      auditorId,
      conflicts: reasons,
      isAvailable,
      load,
    }));
}
