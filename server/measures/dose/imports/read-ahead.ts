/**
 * The values of a source, each asked for while the one before is worked on: the source and whoever reads it take turns no
 * more. At most one value waits.
 * @throws what the source throws, when its turn comes
 */
export async function* readAhead<T>(source: AsyncIterable<T>): AsyncGenerator<T> {
  const values = source[Symbol.asyncIterator]();
  let next = values.next();
  try {
    for (;;) {
      const read = await next;
      if (read.done) return;
      next = values.next();
      // Told where it is awaited; before that it must not count as unhandled.
      next.catch(() => undefined);
      yield read.value;
    }
  } finally {
    await values.return?.().catch(() => undefined);
  }
}
