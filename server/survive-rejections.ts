/**
 * Keeps the process alive when a promise fails that nobody waits for, which would end it with all its requests: the
 * request that it belonged to has had its answer, or gets its own error.
 * @param log told of each
 * @returns how to stop
 */
export function surviveRejections(log: (line: string) => void): () => void {
  const tell = (reason: unknown): void => {
    log(
      `a promise failed that nobody waited for: ${reason instanceof Error ? String(reason.stack) : String(reason)}`,
    );
  };
  process.on('unhandledRejection', tell);
  return () => process.off('unhandledRejection', tell);
}
