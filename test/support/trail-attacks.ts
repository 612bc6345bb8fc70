import { createHash } from 'node:crypto';
import { escapeIdentifier, escapeLiteral } from 'pg';
import { Frontier, leafHash } from '../../server/trail/merkle';
import type { TestApi } from './api';

/** Runs statements as the owner of the database who has put triggers and foreign keys out of action, knowingly. */
export async function asOwnerWithoutTriggers(api: TestApi, statements: string): Promise<void> {
  await api.sql(`set local session_replication_role = replica; ${statements}`);
}

/** One column of one row, and another value that the column takes. */
export interface Flip {
  table: string;
  column: string;
  type: string;
  where: string;
  value: string | null;
}

const KEYS: Readonly<Record<string, readonly string[]>> = {
  trail_entry: ['id'],
  trail_leaf: ['id'],
  trail_payload: ['entry_id', 'position'],
  trail_chain: ['id'],
  checkpoint: ['id'],
};

/** Every column of so many rows of a table, drawn by a seed. */
export async function flipsOf(
  api: TestApi,
  table: string,
  count: number,
  seed: string,
  without: readonly string[] = [],
): Promise<Flip[]> {
  const columns = await api.sql<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, null) as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [table],
  );
  const rows = await api.sql<Record<string, string | null>>(
    `select ${columns.map(({ name }) => `${escapeIdentifier(name)}::text`).join(', ')} from ${table} t
     order by md5(t::text || $1) limit $2`,
    [seed, count],
  );
  return rows.flatMap((row) => {
    const where = (KEYS[table] ?? [])
      .map((key) => `${key} = ${escapeLiteral(String(row[key]))}`)
      .join(' and ');
    return columns
      .filter(({ name }) => !without.includes(name))
      .map(({ name, type }) => ({ table, column: name, type, where, value: row[name] ?? null }));
  });
}

/** The statement that flips a column, and the one that puts it back. */
export function flippingOf({ table, column, type, where, value }: Flip): { doing: string; undoing: string } {
  const name = escapeIdentifier(column);
  const flipped = flippedValue(type, column, value);
  // A key that was flipped is found again by its flipped value.
  const isKey = KEYS[table]?.includes(column) ?? false;
  const found = isKey
    ? where.replace(`${column} = ${escapeLiteral(String(value))}`, `${column} = ${escapeLiteral(flipped)}`)
    : where;
  return {
    doing: `update ${table} set ${name} = ${escapeLiteral(flipped)} where ${where}`,
    undoing: `update ${table} set ${name} = ${value === null ? 'null' : escapeLiteral(value)} where ${found}`,
  };
}

const OTHER_ID = 'a7f3c7a0-0000-4000-8000-0000000000aa';

function flippedValue(type: string, column: string, value: string | null): string {
  if (column === 'operation') return value === 'INSERT' ? 'UPDATE' : 'INSERT';
  switch (type) {
    case 'uuid':
      return OTHER_ID;
    case 'integer':
    case 'bigint':
      return String(Number(value) + 1_000_003);
    case 'timestamp with time zone':
      return new Date(Date.parse(String(value).replace(/\+00$/, 'Z')) + 1).toISOString();
    case 'jsonb':
      return '{"a": 1}';
    case 'text[]':
      return `{${'0'.repeat(64)}}`;
    default:
      return value === null ? 'x' : bumped(value);
  }
}

/** The same text with another character in its middle. */
function bumped(value: string): string {
  const middle = Math.floor(value.length / 2);
  const other = value[middle] === 'a' ? 'b' : 'a';
  return value.slice(0, middle) + other + value.slice(middle + 1);
}

/**
 * Rebuilds a chain around a lie, as somebody can who owns the database: one entry says another act, and every hash, row
 * and head is made to fit it.
 */
export async function rebuildChain(api: TestApi, chain: string, index: number, act: string): Promise<void> {
  const rows = await api.sql<{ id: string; index: number; leaf: string }>(
    'select id, index, leaf from trail_leaf where chain_id = $1 order by index',
    [chain],
  );
  const frontier = new Frontier();
  const statements: string[] = [];
  for (const row of rows) {
    const leaf = row.index === index ? row.leaf.replace(/^act: .*$/m, `act: ${act}`) : row.leaf;
    const hash = leafHash(leaf);
    frontier.append(hash);
    statements.push(
      `update trail_leaf set leaf = ${escapeLiteral(leaf)}, leaf_hash = '${hash}' where id = '${row.id}'`,
    );
    if (row.index === index)
      statements.push(`update trail_entry set act = ${escapeLiteral(act)} where id = '${row.id}'`);
  }
  statements.push(
    `update trail_chain set frontier = '{${frontier.subtrees.join(',')}}' where id = ${escapeLiteral(chain)}`,
  );
  await asOwnerWithoutTriggers(api, statements.join(';'));
}

/** A hash of anything. */
export function anyHash(of: string): string {
  return createHash('sha256').update(of).digest('hex');
}
