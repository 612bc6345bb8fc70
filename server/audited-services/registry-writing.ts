import type { DataSource } from 'typeorm';
import { addDays, type CalendarDate } from '../kernel/working-days';
import { runOperation, type OperationOutcome, type Progress } from '../operations';

/** Rows of an imported file that are written with one statement. */
export const BATCH_ROWS = 200;

const LOCK = `select pg_try_advisory_xact_lock(hashtextextended('registry import', 0)) as "isTaken"`;
const TRY_AGAIN_MS = 100;

const lastInTurn = new WeakMap<DataSource, Promise<void>>();

/**
 * Runs an import after those that this process has begun before: each holds a connection, and many of them at once
 * would leave none for anybody else.
 */
export function runImport(
  dataSource: DataSource,
  operationId: string,
  work: (progress: Progress) => Promise<OperationOutcome>,
): Promise<void> {
  const before = lastInTurn.get(dataSource) ?? Promise.resolve();
  const run = before.then(() =>
    runOperation({ dataSource }, operationId, async (progress) => {
      await takeLock(progress);
      return work(progress);
    }),
  );
  lastInTurn.set(
    dataSource,
    run.catch(() => undefined),
  );
  return run;
}

/**
 * Waits until no other process imports, whatever its file: all imports create organisations. Held until the operation's
 * transaction ends; meanwhile the operation can be cancelled.
 */
async function takeLock(progress: Progress): Promise<void> {
  for (;;) {
    const [lock] = await progress.manager.query<{ isTaken: boolean }[]>(LOCK);
    if (lock?.isTaken) return;
    await progress.report(0);
    await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
  }
}

/** A list in pieces that one statement each can write. */
export function batchesOf<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / BATCH_ROWS) }, (_, index) =>
    rows.slice(index * BATCH_ROWS, (index + 1) * BATCH_ROWS),
  );
}

/**
 * Last day of a tie that a file of `today` no longer shows; one that began today lasted for that day.
 * @param fromDate first day of the tie
 */
export function lastDayOf(fromDate: CalendarDate, today: CalendarDate): CalendarDate {
  const yesterday = addDays(today, -1);
  return yesterday < fromDate ? fromDate : yesterday;
}
