import type { ComputeContext } from '../database/read-model';

/** A row as it was: its columns by the names of the API. */
export type RowAsOf = Record<string, unknown> & { id: string };

interface Found {
  id: string;
  current: string;
  isBefore: boolean;
  nextOperation: string | null;
  nextBefore: string | null;
  lastAfter: string | null;
}

/**
 * Rows of a table as they were at an instant, from what the trail kept of each change: as the next change found them, else
 * as the last one left them, else as they are.
 * @param ids rows that the viewer sees
 * @returns those that existed then and of which it is known, in the order of the ids
 */
export async function rowsAsOf(
  sql: ComputeContext['sql'],
  table: 'audit' | 'finding' | 'corrective_action',
  ids: readonly string[],
  at: string,
): Promise<RowAsOf[]> {
  if (ids.length === 0) return [];
  const change = (side: string, order: 'asc' | 'desc'): string => `
    left join lateral (
      select p.operation, p.before, p.after from trail_payload p
      where p.row_id = t.id and p.table_name = '${table}' and app.trail_time(p.entry_id) ${side} $2::timestamptz
      order by app.trail_time(p.entry_id) ${order}, p.position ${order} limit 1) ${order === 'asc' ? 'n' : 'l'} on true`;
  const rows = await sql<Found>(
    `select t.id, to_jsonb(t)::text as current, t.created_at > $2::timestamptz as "isBefore",
       n.operation as "nextOperation", n.before as "nextBefore", l.after as "lastAfter"
     from unnest($1::uuid[]) with ordinality i (id, position) join ${table} t on t.id = i.id
     ${change('>', 'asc')} ${change('<=', 'desc')} order by i.position`,
    [ids, at],
  );
  return rows.flatMap((row) => {
    const text = textOf(row);
    return text === null ? [] : [rowOf(text)];
  });
}

function textOf({ current, isBefore, nextOperation, nextBefore, lastAfter }: Found): string | null {
  if (isBefore || nextOperation === 'INSERT') return null;
  if (nextOperation === null) return current;
  // Whatever was erased of it, or is not for this viewer, is not guessed.
  return nextBefore ?? lastAfter;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

/** Columns by the names of the API; instants written as everywhere else. */
function rowOf(text: string): RowAsOf {
  const columns = Object.entries(JSON.parse(text) as Record<string, unknown>);
  const named = columns.map(([column, value]) => [
    column.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase()),
    typeof value === 'string' && column.endsWith('_at') && INSTANT.test(value)
      ? new Date(value).toISOString()
      : value,
  ]);
  return Object.fromEntries(named) as RowAsOf;
}
