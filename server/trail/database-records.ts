import type { DataSource, QueryRunner } from 'typeorm';
import type {
  ChainRecord,
  CheckpointRecord,
  EntryRecord,
  PayloadRecord,
  StrayRecord,
  TrailRecord,
} from './records';

const BATCH = 2_000;

const ENTRIES = `
  select l.chain_id as chain, l.index, l.id as "leafId", l.leaf, l.leaf_hash as "leafHash", e.id, e.campaign_id as "campaignId",
    e.account_id as "accountId", e.act, e.object_type as "objectType", e.object_id as "objectId",
    e.request_id as "requestId", e.detail::text as detail,
    to_char(e.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt"
  from trail_leaf l left join trail_entry e on e.id = l.id
  where l.chain_id = $1 order by l.index`;

const STRAYS = `
  select 'the entry' as what, e.id from trail_entry e where not exists (select 1 from trail_leaf l where l.id = e.id)
  union all
  select 'the leaf', l.id from trail_leaf l where not exists (select 1 from trail_chain c where c.id = l.chain_id)
  union all
  select 'a payload of the entry', p.entry_id from trail_payload p
  where not exists (select 1 from trail_leaf l where l.id = p.entry_id)
  order by 1, 2 limit 100`;

type Cells = Omit<EntryRecord, 'kind' | 'row' | 'payloads'> & {
  [K in keyof NonNullable<EntryRecord['row']>]: unknown;
};

/**
 * Reads the whole trail of a database as of one moment, a batch at a time; the rights of the reading role suffice.
 * @param hasContent whether payloads come with their content
 */
export async function* databaseRecords(
  dataSource: DataSource,
  hasContent: boolean,
): AsyncGenerator<TrailRecord> {
  const runner = dataSource.createQueryRunner();
  const query = <T>(text: string, values: unknown[] = []): Promise<T[]> =>
    runner.query(text, values) as Promise<T[]>;
  try {
    await query('begin isolation level repeatable read read only');
    // All rows of a cursor are read here, not the first few.
    await query('set local cursor_tuple_fraction = 1');
    const keys = await query<{ key: string }>(
      'select verifier_key as key from trail_key order by created_at, id',
    );
    yield { kind: 'header', format: 'vis-a-vis trail 1', keys: keys.map(({ key }) => key), hasContent };
    const checkpoints = await query<Omit<CheckpointRecord, 'kind'>>(
      `select chain_id as chain, size, root, key_id as "keyId", note from checkpoint order by chain_id, size, id`,
    );
    for (const checkpoint of checkpoints) yield { kind: 'checkpoint', ...checkpoint };
    for (const stray of await query<Omit<StrayRecord, 'kind'>>(STRAYS)) yield { kind: 'stray', ...stray };
    const chains = await query<Omit<ChainRecord, 'kind'>>(
      'select id as chain, size, frontier from trail_chain order by id',
    );
    for (const chain of chains) {
      yield { kind: 'chain', ...chain };
      yield* entriesOf(runner, chain.chain, hasContent);
    }
    await query('commit');
  } finally {
    await runner.release();
  }
}

async function* entriesOf(
  runner: QueryRunner,
  chain: string,
  hasContent: boolean,
): AsyncGenerator<EntryRecord> {
  await runner.query(`declare entries no scroll cursor for ${ENTRIES}`, [chain]);
  // The database reads the next batch while this one is being checked.
  let next = batchOf(runner, hasContent);
  for (;;) {
    const records = await next;
    if (records.length === 0) break;
    next = batchOf(runner, hasContent);
    // Awaited above, unless whoever reads stops before.
    next.catch(() => undefined);
    yield* records;
  }
  await runner.query('close entries');
}

async function batchOf(runner: QueryRunner, hasContent: boolean): Promise<EntryRecord[]> {
  const rows = (await runner.query(`fetch ${BATCH} from entries`)) as Cells[];
  if (rows.length === 0) return [];
  const ids = rows.map(({ leafId }) => leafId);
  const payloads = await payloadsOf(runner, ids, hasContent);
  return rows.map((cells) => entryOf(cells, payloads.get(cells.leafId) ?? []));
}

function entryOf(cells: Cells, payloads: readonly PayloadRecord[]): EntryRecord {
  const { chain, index, leafId, leaf, leafHash, ...row } = cells;
  const kept = row.id === null ? null : (row as NonNullable<EntryRecord['row']>);
  return { kind: 'entry', chain, index, leafId, leaf, leafHash, row: kept, payloads };
}

async function payloadsOf(
  runner: QueryRunner,
  ids: readonly string[],
  hasContent: boolean,
): Promise<Map<string, PayloadRecord[]>> {
  const content = (column: string): string => (hasContent ? column : `null::text`);
  const rows = (await runner.query(
    `select entry_id as "entryId", position, table_name as "tableName", row_id as "rowId", operation,
       before_commitment as "beforeCommitment", ${content('before_salt')} as "beforeSalt", ${content('before')} as before,
       after_commitment as "afterCommitment", ${content('after_salt')} as "afterSalt", ${content('after')} as after,
       erased_by_id as "erasedById"
     from trail_payload where entry_id = any($1::uuid[]) order by entry_id, position`,
    [ids],
  )) as PayloadRecord[];
  const groups = new Map<string, PayloadRecord[]>();
  for (const row of rows) {
    const group = groups.get(row.entryId);
    if (group) group.push(row);
    else groups.set(row.entryId, [row]);
  }
  return groups;
}
