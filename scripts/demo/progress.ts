/** Tells how far a demonstration has come: one line for each thing done. */
export interface Progress {
  /**
   * Says what was done, how often and in how many seconds, once it is.
   * @param count how often; null when only the work itself knows, which then calls `done`
   */
  during<T>(
    what: string,
    count: number | null,
    work: (done: (count: number) => void) => Promise<T>,
  ): Promise<T>;
  /** Adds work to a line that is told later, by `flush`. */
  add(what: string, count: number, seconds: number): void;
  /** Tells what was added, one line for each name that is complete. */
  flush(isComplete: (what: string) => boolean): void;
}

const WIDTH = 42;

/** Progress that is told line by line. */
export function progressLines(log: (line: string) => void): Progress {
  const added = new Map<string, { count: number; seconds: number }>();
  const tell = (what: string, count: number, seconds: number): void =>
    log(`  ${what.padEnd(WIDTH)} ${String(count).padStart(5)}  ${seconds.toFixed(1).padStart(6)} s`);
  return {
    async during(what, count, work) {
      const start = performance.now();
      let counted = count ?? 0;
      try {
        const result = await work((found) => (counted = found));
        tell(what, counted, (performance.now() - start) / 1000);
        return result;
      } catch (error) {
        throw named(what, error);
      }
    },
    add(what, count, seconds) {
      const known = added.get(what) ?? { count: 0, seconds: 0 };
      added.set(what, { count: known.count + count, seconds: known.seconds + seconds });
    },
    flush(isComplete) {
      for (const [what, { count, seconds }] of added) {
        if (!isComplete(what)) continue;
        tell(what, count, seconds);
        added.delete(what);
      }
    },
  };
}

/** The same error, its message led by the step in which it came up. */
export function named(what: string, error: unknown): unknown {
  if (error instanceof Error) error.message = `${what}: ${error.message}`;
  return error;
}
