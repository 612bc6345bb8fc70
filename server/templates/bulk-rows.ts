import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';

/** Values of one row by column name; `id` is added. */
export type PlainRow = Readonly<Record<string, unknown>>;

/** A row with the id it was given. */
export type IdentifiedRow<R extends PlainRow> = R & { id: string };

/** Gives each row a new id. */
export function identified<R extends PlainRow>(rows: readonly R[]): IdentifiedRow<R>[] {
  return rows.map((row) => ({ ...row, id: randomUUID() }));
}

/** Inserts all rows in one statement; each has the same columns. */
export async function insertRows(
  manager: EntityManager,
  table: string,
  rows: readonly IdentifiedRow<PlainRow>[],
): Promise<void> {
  if (rows.length === 0) return;
  const names = columnsOf(rows);
  await manager.query(
    `insert into ${table} (${names}) select ${names} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}

/**
 * Brings a table in line with the rows, told apart by their code, in one statement; a row that is the same already is
 * not written, and none is taken away.
 * @returns how many rows were written
 */
export async function bringInLine(
  manager: EntityManager,
  table: string,
  rows: readonly PlainRow[],
): Promise<number> {
  if (rows.length === 0) return 0;
  const made = identified(rows);
  const names = columnsOf(made);
  const compared = Object.keys(rows[0] ?? {}).filter((name) => name !== 'code');
  const written = await manager.query<unknown[]>(
    `insert into ${table} as kept (${names})
     select ${names} from jsonb_populate_recordset(null::${table}, $1::jsonb)
     on conflict (code) do update set ${compared.map((name) => `${name} = excluded.${name}`).join(', ')}
     where (${compared.map((name) => `kept.${name}`).join(', ')}) is distinct from
       (${compared.map((name) => `excluded.${name}`).join(', ')})
     returning 1`,
    [JSON.stringify(made)],
  );
  return written.length;
}

function columnsOf(rows: readonly PlainRow[]): string {
  return Object.keys(rows[0] ?? {}).join(', ');
}
