import type { TrailNote, UnitOfWork } from '../database/unit-of-work';
import type { CheckpointBody } from './checkpoint-note';
import { keepCheckpoint } from './signing-key';
import type { NoteSigner } from './signed-note';

/** Acts by which somebody signs: the chain is signed with them, for others to hold. */
const SIGNATURE_ACTS = new Set([
  'draftReportSign',
  'reportSign',
  'reportIssue',
  'reportAmend',
  'reportAmendmentSign',
  'declarationSign',
]);

/**
 * What writes the trail of a unit of work, as the last statement of its transaction: the database hashes the entries into
 * their chain together with the rows that were really changed, and gives what the chain is now.
 * @param signer signs a checkpoint with each signature; null leaves checkpoints to the daily round
 */
export function trailWriter(
  signer: NoteSigner | null,
): (uow: UnitOfWork, notes: readonly TrailNote[]) => Promise<void> {
  return async (uow, notes) => {
    if (notes.length === 0 && uow.isAuthorised) throw new Error('the act left no note for the trail');
    if (notes.length === 0) return;
    const heads = await uow.sql<CheckpointBody>(
      'select chain_id as chain, size, root from app.trail_append($1::jsonb, $2, $3, $4)',
      [JSON.stringify(notes), uow.requestId, [...new Set(uow.actingAs)].join(','), null],
    );
    if (!signer || !notes.some(({ act }) => SIGNATURE_ACTS.has(act))) return;
    for (const head of heads) {
      if (!(await keepCheckpoint(uow.manager, signer, head))) throw new Error('a checkpoint was not taken');
    }
  };
}
