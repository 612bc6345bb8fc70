/** Hands a value to whoever reads; false once nobody reads any more. */
export type Give<T> = (value: T) => Promise<boolean>;

interface Counter<T> {
  offered: { value: T } | null;
  failure: { error: unknown } | null;
  isOpen: boolean;
  /** Tells the producer that its value was taken, and whether more is wanted. */
  taken: (more: boolean) => void;
  /** Tells the reader that something lies on the counter, or nothing will any more. */
  wake: () => void;
}

/**
 * Values of a producer that runs inside a callback, one at a time: it goes on only when the value before was taken.
 * When the reader stops, `give` answers false and the producer is waited for.
 * @throws what the producer throws
 */
export async function* handOver<T>(produce: (give: Give<T>) => Promise<void>): AsyncGenerator<T> {
  const counter: Counter<T> = { offered: null, failure: null, isOpen: true, taken: () => {}, wake: () => {} };
  const work = produce((value) => {
    if (!counter.isOpen) return Promise.resolve(false);
    counter.offered = { value };
    counter.wake();
    return new Promise((resolve) => (counter.taken = resolve));
  })
    .catch((error: unknown) => {
      counter.failure = { error };
    })
    .finally(() => {
      counter.isOpen = false;
      counter.wake();
    });
  try {
    for (;;) {
      const offered = await nextOffer(counter);
      if (!offered) break;
      yield offered.value;
      counter.offered = null;
      counter.taken(true);
    }
  } finally {
    counter.isOpen = false;
    counter.taken(false);
    await work;
  }
  if (counter.failure) throw counter.failure.error;
}

async function nextOffer<T>(counter: Counter<T>): Promise<{ value: T } | null> {
  while (counter.offered === null && counter.isOpen) {
    await new Promise<void>((resolve) => (counter.wake = resolve));
  }
  return counter.offered;
}
