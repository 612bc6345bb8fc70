import type { ComputeContext, ComputedEdge, Row } from '../database/read-model';
import { rowRule } from '../identity';
import { rowsAsOf, type RowAsOf } from './rows-as-of';

/** An audit as it was at an instant, with what the viewer may see of its findings and actions and could see then. */
export interface AuditAsOf extends RowAsOf {
  auditId: string;
  auditedServiceId: string;
  at: string;
  findings: RowAsOf[];
  correctiveActions: RowAsOf[];
}

/**
 * The state of an audit at the instant `at` of the arguments; null when it did not exist, or what it was is not kept. Two
 * rules hold at once: what the viewer sees today, and what he could see then. So findings that were not shared yet are for
 * the team alone, whatever became of them.
 */
export const auditAsOfEdge: ComputedEdge = {
  kind: 'computed',
  needs: ['auditedServiceId'],
  compute: (rows, context, args) => Promise.all(rows.map((row) => asOf(row, context, String(args['at'])))),
};

async function asOf(row: Row, context: ComputeContext, at: string): Promise<AuditAsOf | null> {
  const { sql, viewer } = context;
  const [audit] = await rowsAsOf(sql, 'audit', [row.id], at);
  if (!audit) return null;
  const [findingIds, actionIds] = await Promise.all([
    visibleOf(context, 'Finding', 'finding', row.id),
    visibleOf(context, 'CorrectiveAction', 'corrective_action', row.id),
  ]);
  const shared = viewer.assignedAudits.has(row.id) ? findingIds : await sharedAt(sql, findingIds, at);
  const [findings, correctiveActions] = await Promise.all([
    rowsAsOf(sql, 'finding', shared, at),
    rowsAsOf(sql, 'corrective_action', actionIds, at),
  ]);
  const auditedServiceId = String(row['auditedServiceId']);
  return {
    ...audit,
    auditId: row.id,
    auditedServiceId,
    at,
    findings: findings.sort((a, b) => Number(a['number']) - Number(b['number'])),
    correctiveActions,
  };
}

/** Ids of the audit's rows of a type that the viewer sees today. */
async function visibleOf(
  { sql, viewer }: ComputeContext,
  type: string,
  table: string,
  auditId: string,
): Promise<string[]> {
  const values: unknown[] = [auditId];
  const rule = rowRule(type)(viewer, 't', (value) => `$${values.push(value)}`, null);
  const rows = await sql<{ id: string }>(
    `select t.id from ${table} t where t.audit_id = $1${rule === null ? '' : ` and ${rule}`} order by t.created_at, t.id`,
    values,
  );
  return rows.map(({ id }) => id);
}

/** Those of the findings that their service had been shown by then. */
async function sharedAt(
  sql: ComputeContext['sql'],
  findingIds: readonly string[],
  at: string,
): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    `select id from unnest($1::uuid[]) id where coalesce(app.trail_shared_at(id), '-infinity') <= $2::timestamptz`,
    [findingIds, at],
  );
  return rows.map(({ id }) => id);
}
