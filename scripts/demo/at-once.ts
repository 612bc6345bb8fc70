/** How many people act at the same time. */
const AT_ONCE = 6;

/**
 * Works through a list, several entries at the same time. When one fails, those under way are waited for, no further
 * one begins, and the failure is thrown.
 * @param limit how many at the same time
 */
export async function atOnce<T>(
  entries: readonly T[],
  work: (entry: T) => Promise<void>,
  limit = AT_ONCE,
): Promise<void> {
  const waiting = [...entries];
  const failures: unknown[] = [];
  async function worker(): Promise<void> {
    for (let entry = waiting.shift(); entry !== undefined && failures.length === 0; entry = waiting.shift()) {
      await work(entry).catch((error: unknown) => failures.push(error));
    }
  }
  await Promise.all(Array.from({ length: limit }, worker));
  if (failures.length > 0) throw failures[0];
}
