import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { TrailNote } from '../database/unit-of-work';

/** Names the platform itself as the object of what it does by itself. */
export const PLATFORM_ID = '00000000-0000-4000-8000-000000000000';

/**
 * Writes the entries of what the platform does by itself, last in its transaction. Its rows are not kept one by one: the
 * detail sums them up.
 * @param manager of a transaction of `asPlatform`
 * @param notes all that the transaction has to say: it can be called once in it
 */
export async function appendAsPlatform(
  manager: EntityManager,
  ...notes: readonly TrailNote[]
): Promise<void> {
  await manager.query('select app.trail_append($1::jsonb, $2, $3, null)', [
    JSON.stringify(notes),
    randomUUID(),
    'PLATFORM',
  ]);
}
