import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { asPlatform } from '../database/as-platform';
import type { RowProblem } from '../kernel/row-problem';
import type { OperationCounts, OperationFailure } from './operation.entity';
import type { OperationState } from './operation.states';

// The statements that move an operation while it runs. Progress and ends are written beside the transaction of the
// work, so that everybody sees them at once; only DONE belongs to it.

/** A state that an operation does not leave. */
type EndState = Exclude<OperationState, 'QUEUED' | 'RUNNING'>;

/**
 * Held by the transaction of the work for as long as its process and connection live; whoever can take it knows that
 * nobody runs the operation.
 */
const LOCK_KEY = `hashtextextended('operation ' || $1::text, 0)`;

/**
 * Marks a queued operation as running.
 * @returns null when it is not queued any more
 */
export async function beginRunning(
  dataSource: DataSource,
  manager: EntityManager,
  operationId: string,
): Promise<{ isDryRun: boolean; millisecondsLeft: number } | null> {
  await manager.query(`select pg_advisory_xact_lock(${LOCK_KEY})`, [operationId]);
  const [begun] = await asPlatform(dataSource, (beside) =>
    beside.query<{ isDryRun: boolean; millisecondsLeft: number }[]>(
      `with begun as (
       update operation set state = 'RUNNING', version = version + 1, updated_at = now()
       where id = $1 and state = 'QUEUED' returning is_dry_run, deadline_at)
     select is_dry_run as "isDryRun", extract(epoch from deadline_at - clock_timestamp())::float8 * 1000 as "millisecondsLeft"
     from begun`,
      [operationId],
    ),
  );
  return begun ?? null;
}

/** Writes how far the work is; also the sign of life. @returns whether the operation still runs */
export async function writeProgress(
  dataSource: DataSource,
  operationId: string,
  done: number,
  total: number | null,
): Promise<boolean> {
  const running = await asPlatform(dataSource, (manager) =>
    manager.query<unknown[]>(
      `with progress as (
       update operation set done_count = $2, total_count = coalesce($3, total_count), updated_at = now()
       where id = $1 and state = 'RUNNING' returning 1)
     select 1 from progress`,
      [operationId, done, total],
    ),
  );
  return running.length === 1;
}

/**
 * Ends the operation together with what its work has written.
 * @returns the state it is in now: DONE, or what somebody made of it in the meantime
 */
export async function finishInTransaction(
  manager: EntityManager,
  operationId: string,
  counts: OperationCounts,
  problems: readonly RowProblem[],
  { done, total }: { done: number; total: number | null },
): Promise<EndState> {
  const finished = await manager.query<unknown[]>(
    `with finished as (
       update operation set state = 'DONE', result = $2, done_count = $3, total_count = coalesce($4, total_count, $3),
         version = version + 1, updated_at = now(), finished_at = clock_timestamp()
       where id = $1 and state = 'RUNNING' returning 1)
     select 1 from finished`,
    [operationId, JSON.stringify(counts), done, total],
  );
  if (finished.length === 1) {
    await insertProblems(manager, operationId, problems);
    return 'DONE';
  }
  const [row] = await manager.query<{ state: EndState }[]>('select state from operation where id = $1', [
    operationId,
  ]);
  return row?.state ?? 'CANCELLED';
}

async function insertProblems(
  manager: EntityManager,
  operationId: string,
  problems: readonly RowProblem[],
): Promise<void> {
  const rows = problems.map(({ line, severity, code, column, value }, position) => ({
    id: randomUUID(),
    position: position + 1,
    line,
    severity,
    code,
    field: column,
    value,
  }));
  await manager.query(
    `insert into operation_problem (id, operation_id, position, line, severity, code, field, value)
     select id, $1, position, line, severity, code, field, value
     from jsonb_to_recordset($2::jsonb)
       as problem (id uuid, position int, line int, severity text, code text, field text, value text)`,
    [operationId, JSON.stringify(rows)],
  );
}

/** The sign of life of a queued operation whose turn is still to come. */
export async function keepWaiting(dataSource: DataSource, operationId: string): Promise<void> {
  await asPlatform(dataSource, (manager) =>
    manager.query(`update operation set updated_at = now() where id = $1 and state = 'QUEUED'`, [
      operationId,
    ]),
  );
}

/** Puts an operation that has not ended yet into a final state. */
export async function moveToEnd(
  dataSource: DataSource,
  operationId: string,
  state: Exclude<EndState, 'DONE'>,
  failure: OperationFailure | null,
): Promise<void> {
  await asPlatform(dataSource, (manager) =>
    manager.query(
      `update operation set state = $2, failure = $3, version = version + 1, updated_at = now(), finished_at = clock_timestamp()
     where id = $1 and state in ('QUEUED', 'RUNNING')`,
      [operationId, state, failure && JSON.stringify(failure)],
    ),
  );
}

/**
 * Ends every operation that nobody runs: TIMED_OUT past its deadline, otherwise FAILED when the lock of its process is
 * free. A queued one is left alone for a minute after its last sign of life, since its process may be about to take it.
 * @returns how many were ended
 */
export async function endOrphans(manager: EntityManager, failure: OperationFailure): Promise<number> {
  const waiting = await manager.query<{ id: string }[]>(
    `select id from operation
     where state = 'RUNNING' or (state = 'QUEUED' and updated_at < now() - interval '1 minute')
     order by id`,
  );
  let ended = 0;
  for (const { id } of waiting) {
    const [lock] = await manager.query<{ taken: boolean }[]>(
      `select pg_try_advisory_xact_lock(${LOCK_KEY}) as taken`,
      [id],
    );
    if (!lock?.taken) continue;
    const rows = await manager.query<unknown[]>(
      `with orphan as (
         update operation set state = case when deadline_at < now() then 'TIMED_OUT' else 'FAILED' end,
           failure = case when deadline_at < now() then null else $2::jsonb end,
           version = version + 1, updated_at = now(), finished_at = clock_timestamp()
         where id = $1 and state in ('QUEUED', 'RUNNING') returning 1)
       select 1 from orphan`,
      [id, JSON.stringify(failure)],
    );
    ended += rows.length;
  }
  return ended;
}
