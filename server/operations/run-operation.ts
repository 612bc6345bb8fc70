import type { DataSource, EntityManager } from 'typeorm';
import { asPlatform } from '../database/as-platform';
import type { TrailNote } from '../database/unit-of-work';
import { appendAsPlatform } from '../trail';
import { Refusal } from '../kernel/outcome';
import type { RowProblem } from '../kernel/row-problem';
import type { OperationCounts, OperationFailure } from './operation.entity';
import { beginRunning, finishInTransaction, moveToEnd, writeProgress } from './operation-rows';

/** What the work is given while it runs. */
export interface Progress {
  /**
   * The one transaction of the operation: all that the work writes goes through it and is there with the state DONE,
   * or not at all. A dry run is rolled back by the operation itself.
   */
  manager: EntityManager;
  isDryRun: boolean;
  /**
   * Tells how many rows are done; call it after every row or batch, it writes a few times a second at most.
   * @throws when the operation was cancelled or has run out of time: let it through
   */
  report(doneCount: number, totalCount?: number): Promise<void>;
}

/** What the work gives: counts of objects, and what was wrong with single rows. */
export interface OperationOutcome extends OperationCounts {
  problems: readonly RowProblem[];
  /** What the trail says of it beside the counts. */
  notes?: readonly TrailNote[];
}

/** Thrown through the work to give it up; its transaction rolls back. */
class OperationEnded extends Error {
  constructor(readonly state: 'CANCELLED' | 'TIMED_OUT' | 'FAILED') {
    super(`the operation is over: ${state}`);
  }
}

const WRITE_EVERY_MS = 250;

const inProgress = new Map<DataSource, Set<Promise<void>>>();

/**
 * Runs the work of a queued operation, in this process, and always leaves it in a final state: DONE with its counts and
 * problems, FAILED with a reason, CANCELLED or TIMED_OUT. Only the first call for an operation runs it.
 * @param work goes through everything, writes through `progress.manager`; a Refusal becomes the reason of FAILED
 */
export async function runOperation(
  { dataSource }: { dataSource: DataSource },
  operationId: string,
  work: (progress: Progress) => Promise<OperationOutcome>,
): Promise<void> {
  const running = inProgress.get(dataSource) ?? new Set();
  inProgress.set(dataSource, running);
  const run = inOneTransaction(dataSource, operationId, work).catch((error: unknown) =>
    endWith(dataSource, operationId, error),
  );
  running.add(run);
  try {
    await run;
  } finally {
    running.delete(run);
  }
}

/** Waits until this process runs no operation any more; for an orderly shutdown. */
export async function operationsSettled(dataSource: DataSource): Promise<void> {
  while (inProgress.get(dataSource)?.size) await Promise.allSettled([...(inProgress.get(dataSource) ?? [])]);
}

async function inOneTransaction(
  dataSource: DataSource,
  operationId: string,
  work: (progress: Progress) => Promise<OperationOutcome>,
): Promise<void> {
  await asPlatform(dataSource, async (manager) => {
    const begun = await beginRunning(dataSource, manager, operationId);
    if (!begun) return;
    const watch = watchOver(dataSource, operationId, begun.millisecondsLeft);
    try {
      await manager.query('savepoint work');
      const {
        problems,
        notes = [],
        ...counts
      } = await work({
        manager,
        isDryRun: begun.isDryRun,
        report: (done, total) => watch.report(done, total),
      });
      if (begun.isDryRun) await manager.query('rollback to savepoint work');
      const state = await finishInTransaction(manager, operationId, counts, problems, watch.counted());
      if (state !== 'DONE') throw new OperationEnded(state);
      if (begun.isDryRun) return;
      // Thousands of rows are summed up: their counts here, the hash of the file in the entry of who sent it.
      await appendAsPlatform(manager, ...notes, {
        act: 'operationFinish',
        objectType: 'Operation',
        objectId: operationId,
        detail: { ...counts },
      });
    } finally {
      watch.stop();
    }
  });
}

/** Counts what is done, and ends the operation at its deadline even while the work says nothing. */
function watchOver(dataSource: DataSource, operationId: string, millisecondsLeft: number) {
  let done = 0;
  let total: number | null = null;
  let written = 0;
  let hasTimedOut = false;

  const deadline = setTimeout(
    () => {
      hasTimedOut = true;
      // Should this fail, the same is written when the work returns.
      moveToEnd(dataSource, operationId, 'TIMED_OUT', null).catch(() => undefined);
    },
    Math.max(0, millisecondsLeft),
  );

  return {
    counted: () => ({ done, total }),
    async report(doneCount: number, totalCount?: number): Promise<void> {
      done = doneCount;
      total = totalCount ?? total;
      if (hasTimedOut) throw new OperationEnded('TIMED_OUT');
      if (Date.now() - written < WRITE_EVERY_MS) return;
      written = Date.now();
      const isRunning = await writeProgress(dataSource, operationId, done, total);
      if (!isRunning) throw new OperationEnded(hasTimedOut ? 'TIMED_OUT' : 'CANCELLED');
    },
    stop: () => clearTimeout(deadline),
  };
}

async function endWith(dataSource: DataSource, operationId: string, error: unknown): Promise<void> {
  if (error instanceof OperationEnded) return moveToEnd(dataSource, operationId, error.state, null);
  await moveToEnd(dataSource, operationId, 'FAILED', failureOf(error, operationId));
  // What nobody expected goes to the log as well, under the number that the client reads.
  if (!(error instanceof Refusal)) throw error;
}

function failureOf(error: unknown, operationId: string): OperationFailure {
  const [reason] = error instanceof Refusal ? error.errors : [];
  return reason
    ? { code: reason.code, params: reason.params }
    : { code: 'INTERNAL', params: { requestId: operationId } };
}
