import type { Ask } from '../../database/read-model';

/**
 * Leaves work for the queue in the transaction of `sql`: it is done once that commits, never when it rolls back.
 * @param task its name among the tasks of the workers
 * @param payload what the task is told; JSON, and nothing confidential: it lies in the database until the work is done
 * @param options.runAt not before this instant of the application's clock; at once when left out
 * @param options.key names exactly this work: nothing is added while work of that key waits or runs. Two facts that must
 *   both be acted upon need two keys, or none
 */
export async function enqueue(
  sql: Ask,
  task: string,
  payload: Record<string, unknown>,
  { runAt, key }: { runAt?: Date; key?: string } = {},
): Promise<void> {
  await sql('select app.enqueue($1, $2::jsonb, $3, $4)', [
    task,
    JSON.stringify(payload),
    runAt?.toISOString() ?? null,
    key ?? null,
  ]);
}
