import type { ComputeContext, ComputedEdge } from '../database/read-model';
import { uuidOf } from '../kernel/ids';
import { consistencyProof, inclusionProof, rootOf } from './merkle';

/** What proves that an entry is in its chain, as its latest checkpoint has it. */
export interface InclusionProof {
  origin: string;
  index: number;
  size: number;
  leafHash: string;
  root: string;
  hashes: string[];
}

/** What proves that one checkpoint is the beginning of another. */
export interface ConsistencyProof {
  origin: string;
  fromSize: number;
  fromRoot: string;
  toSize: number;
  toRoot: string;
  hashes: string[];
}

type Sql = ComputeContext['sql'];

async function leafHashes(sql: Sql, chain: string, size: number): Promise<string[]> {
  const rows = await sql<{ hash: string }>('select app.trail_leaf_hashes($1, $2) as hash', [chain, size]);
  return rows.map(({ hash }) => hash);
}

/** Proves a visible entry to be in its chain. @returns null while no checkpoint covers it */
export async function proveInclusion(sql: Sql, entryId: string): Promise<InclusionProof | null> {
  const [place] = await sql<{ chain: string; index: number; leafHash: string; size: number; root: string }>(
    `select chain_id as chain, index, leaf_hash as "leafHash", size, root from app.trail_place($1)`,
    [entryId],
  );
  if (!place) return null;
  const { chain, ...rest } = place;
  const hashes = inclusionProof(await leafHashes(sql, chain, place.size), place.index);
  return { origin: `vis-a-vis/trail/${chain}`, ...rest, hashes };
}

/** Proves a chain to have only grown from one size to another. @returns null when it has no such sizes */
export async function proveConsistency(
  sql: Sql,
  chain: string,
  fromSize: number,
  toSize: number,
): Promise<ConsistencyProof | null> {
  if (fromSize < 1 || toSize < fromSize) return null;
  const hashes = await leafHashes(sql, chain, toSize);
  if (hashes.length < toSize) return null;
  return {
    origin: `vis-a-vis/trail/${chain}`,
    fromSize,
    fromRoot: rootOf(hashes.slice(0, fromSize)),
    toSize,
    toRoot: rootOf(hashes),
    hashes: consistencyProof(hashes, fromSize),
  };
}

/** The proof of one entry, asked of the entry that the viewer sees. */
export const inclusionProofEdge: ComputedEdge = {
  kind: 'computed',
  needs: [],
  compute: (rows, { sql }) => Promise.all(rows.map((row) => proveInclusion(sql, row.id))),
};

/** The proof from one checkpoint to another of the same chain, given as `toCheckpointId`. */
export const consistencyProofEdge: ComputedEdge = {
  kind: 'computed',
  needs: ['size', 'chainId'],
  async compute(rows, { sql }, args) {
    const to = uuidOf('Checkpoint', String(args['toCheckpointId']));
    const [end] = await sql<{ chain: string; size: number }>(
      'select chain_id as chain, size from checkpoint where id = $1',
      [to],
    );
    return Promise.all(
      rows.map(async (row) => {
        if (end?.chain !== row['chainId'] || !end) return null;
        return proveConsistency(sql, end.chain, Number(row['size']), end.size);
      }),
    );
  },
};
