import type { DataSource } from 'typeorm';
import { asPlatform } from '../database/as-platform';
import type { CheckpointBody } from './checkpoint-note';
import { keepCheckpoint } from './signing-key';
import type { NoteSigner } from './signed-note';

/**
 * Signs each chain that has grown since its last checkpoint, once a day each. Several instances may do it at once: a chain
 * that grew in between, or was signed by another, is left for the next round.
 * @param leastAge how old its last checkpoint must be, as an interval of PostgreSQL
 * @returns how many checkpoints were taken
 */
export async function signDailyCheckpoints(
  dataSource: DataSource,
  signer: NoteSigner,
  leastAge = '1 day',
): Promise<number> {
  const heads = await asPlatform(dataSource, (manager) =>
    manager.query<CheckpointBody[]>(
      'select chain_id as chain, size, root from app.trail_heads($1::interval)',
      [leastAge],
    ),
  );
  let taken = 0;
  for (const head of heads) {
    if (await asPlatform(dataSource, (manager) => keepCheckpoint(manager, signer, head))) taken += 1;
  }
  return taken;
}
