import type { Pool, PoolClient } from 'pg';
import type { Ask } from '../../database/read-model';
import { JOB_RETRY_SECONDS, nextAttempt } from './delays';

/** What a task works with. */
export interface JobHand {
  /** Statements of the job's own transaction, as the platform: what they write stands with the job's end, or not at all. */
  sql: Ask;
  /** How often the job was begun, from 1; more than once after a failure or the death of a worker. */
  attempt: number;
}

/**
 * Does one kind of work. A job is done at least once: a worker may die after the outer world was told and before that was
 * written down. Throwing undoes what it wrote and tries again later; `{ again }` keeps what it wrote and comes back then.
 */
export type Task = (
  payload: Record<string, unknown>,
  job: JobHand,
) => Promise<undefined | void | { again: Date }>;

/** The tasks of a process, by name: jobs of other names are left to other processes. */
export type Tasks = Readonly<Record<string, Task>>;

interface Claimed {
  id: string;
  task: string;
  payload: Record<string, unknown>;
  attempts: number;
}

// Counted before it begins, in a transaction of its own: work that kills its worker must not do so for ever.
const CLAIM = `
  update job set attempts = attempts + 1 where id = (
    select id from job where task = any($1::text[]) and attempts <= $2 and (run_at is null or run_at <= $3)
    order by run_at nulls first, created_at limit 1 for update skip locked)
  returning id, task, payload, attempts`;

const KEPT_OF_AN_ERROR = 500;

/**
 * Does the job that is due first, if there is one. Its row stays locked meanwhile, and the database frees it when the
 * worker dies: nothing has to find out who is dead, and no two workers do one job.
 * @returns false when nothing was due
 * @throws when the database cannot be reached
 */
export async function runNextJob(
  pool: Pool,
  tasks: Tasks,
  now: () => Date,
  log: (line: string) => void,
): Promise<boolean> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // A connection that breaks in the middle of a task fails its next statement; nobody else listens.
  const keep = (error: Error): void => void (broken = error);
  client.on('error', keep);
  try {
    const values = [Object.keys(tasks), JOB_RETRY_SECONDS.length, now().toISOString()];
    const { rows } = await client.query<Claimed>(CLAIM, values);
    const [job] = rows;
    if (!job) return false;
    await runLocked(client, job, tasks, now, log);
    return true;
  } catch (error) {
    broken ??= error as Error;
    throw error;
  } finally {
    client.off('error', keep);
    client.release(broken);
  }
}

async function runLocked(
  client: PoolClient,
  job: Claimed,
  tasks: Tasks,
  now: () => Date,
  log: (line: string) => void,
): Promise<void> {
  const sql: Ask = async <T>(text: string, values: readonly unknown[]) =>
    (await client.query(text, [...values])).rows as T[];
  await client.query('begin');
  try {
    // Somebody may have been quicker since it was counted.
    const mine = await sql('select 1 from job where id = $1 for update skip locked', [job.id]);
    const made = mine.length > 0 && (await tasks[job.task]?.(job.payload, { sql, attempt: job.attempts }));
    if (made) {
      await sql('update job set run_at = $2, attempts = 0, last_error = null where id = $1', [
        job.id,
        made.again.toISOString(),
      ]);
    } else if (mine.length > 0) {
      await sql('delete from job where id = $1', [job.id]);
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    const { message } = error as Error;
    const next = nextAttempt(now(), job.attempts, JOB_RETRY_SECONDS);
    log(`job ${job.task} ${job.id} failed (attempt ${job.attempts}${next ? '' : ', the last'}): ${message}`);
    await sql('update job set run_at = coalesce($2, run_at), last_error = $3 where id = $1', [
      job.id,
      next?.toISOString() ?? null,
      message.slice(0, KEPT_OF_AN_ERROR),
    ]);
  }
}
