/** Runs work in turns, a few at a time; null when too many wait already. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T | null>;

/**
 * Bounds work that costs much (password hashes): callers wait for their turn, in order.
 * @param atOnce how many run together
 * @param waitingAtMost beyond so many waiting callers a new one is turned away
 */
export function turns(atOnce: number, waitingAtMost: number): Turns {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= atOnce) {
      if (waiting.length >= waitingAtMost) return null;
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      // The turn is handed on, or given back when nobody waits.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
