import { ImportFileError } from './delimited-file';
import { refuse, type ErrorPath } from './outcome';
import type { RowProblem } from './row-problem';

/**
 * Reads a file that somebody wants to import.
 * @param path where the file stands in the input
 * @throws Refusal FILE_REFUSED when the file as a whole cannot be read; rows that are wrong are no reason for that
 */
export function readOrRefuse<T>(path: ErrorPath, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof ImportFileError) return refuse('FILE_REFUSED', path, { why: error.message });
    throw error;
  }
}

/** How many lines of a file an error keeps out. */
export function refusedLines(problems: readonly RowProblem[]): number {
  return new Set(problems.flatMap(({ severity, line }) => (severity === 'ERROR' ? [line] : []))).size;
}
