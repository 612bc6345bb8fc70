import type { UnitOfWork } from '../../database/unit-of-work';
import { authorise } from '../../identity';
import { MatchingRun } from './matching-run.entity';
import { matchingRunStates } from './matching-run.states';
import { requireWholeRun, runFactsOf } from './run-facts';

/** Which run, in which version. */
export interface MatchingRunMoveInput {
  matchingRunId: string;
  expectedVersion: number;
}

/**
 * Lays a run aside; it stays to be read and compared with. One that is under way is given up through its operation.
 * @throws Refusal NOT_FOUND, FORBIDDEN, STALE_VERSION, ILLEGAL_TRANSITION
 */
export async function discardRun(
  uow: UnitOfWork,
  input: MatchingRunMoveInput,
): Promise<{ matchingRun: string }> {
  const path = ['input', 'matchingRunId'];
  const run = await uow.require(MatchingRun, input.matchingRunId, path, input.expectedVersion);
  authorise(uow, 'matchingRunDiscard');
  await requireWholeRun(uow, run.id);
  await uow.move(matchingRunStates, MatchingRun, run, 'matchingRunDiscard', await runFactsOf(uow, run.id));
  uow.record({
    act: 'matchingRunDiscard',
    objectType: 'MatchingRun',
    objectId: run.id,
    campaignId: run.campaignId,
  });
  return { matchingRun: run.id };
}
