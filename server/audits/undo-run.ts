import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import {
  requireWholeRun,
  MatchingRun,
  matchingRunStates,
  runFactsOf,
  type MatchingRunMoveInput,
} from '../matching';
import { Assignment } from './assignment.entity';
import { withdrawProposals } from './withdraw-proposals';

/**
 * Takes a publication back while nobody has accepted: who was called on by it and has not answered no longer is. Nothing is
 * deleted, and the run may be published again.
 * @throws Refusal NOT_FOUND, FORBIDDEN (a tie, see `requireWholeRun`), STALE_VERSION, ILLEGAL_TRANSITION,
 *   MATCHING_RUN_SUPERSEDED, MATCHING_RUN_ACCEPTED
 */
export async function undoRun(
  uow: UnitOfWork,
  input: MatchingRunMoveInput,
): Promise<{ matchingRun: string }> {
  const path = ['input', 'matchingRunId'];
  const run = await uow.require(MatchingRun, input.matchingRunId, path, input.expectedVersion);
  authorise(uow, 'matchingRunUndo');
  await requireWholeRun(uow, run.id);
  await lockAuditsOf(uow, run.id);
  const made = await uow.manager
    .createQueryBuilder(Assignment, 's')
    .setLock('pessimistic_write')
    .where('s.id in (select m.assignment_id from proposed_member m where m.matching_run_id = :id)', {
      id: run.id,
    })
    .orderBy('s.id')
    .getMany();
  // Asked under the locks: an acceptance waits for them, or was there first.
  await uow.move(matchingRunStates, MatchingRun, run, 'matchingRunUndo', await runFactsOf(uow, run.id), {
    publishedAt: null,
    publishedById: null,
  });
  const withdrawn = await withdrawProposals(
    uow,
    made.filter(({ state }) => state === 'PROPOSED'),
  );
  await uow.sql('update proposed_member set assignment_id = null where matching_run_id = $1', [run.id]);
  // Who is no longer called on stands in nobody's way any more.
  await uow.reviewFacts({ cause: 'matchingRunUndo', auditorIds: withdrawn });
  uow.record({
    act: 'matchingRunUndo',
    objectType: 'MatchingRun',
    objectId: run.id,
    campaignId: run.campaignId,
    detail: { withdrawn: withdrawn.length },
  });
  return { matchingRun: run.id };
}

/** Acts within an audit lock it first: so does whoever accepts. */
async function lockAuditsOf(uow: UnitOfWork, runId: string): Promise<void> {
  await uow.sql(
    `select 1 from audit a where a.id in (select t.audit_id from proposed_team t where t.matching_run_id = $1)
     order by a.id for update`,
    [runId],
  );
}
