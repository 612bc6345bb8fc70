/** `ERROR` refuses the row; with a `WARNING` the row is taken and the warning is kept beside it. */
export type ProblemSeverity = 'ERROR' | 'WARNING';

/** One thing wrong with one row of an imported file. */
export interface RowProblem<Code extends string = string> {
  /** Line of the file, the header being line 1. */
  line: number;
  /** Name of the column in the file; null when the row as a whole is meant. */
  column: string | null;
  /** Stable: clients translate it and tests rely on it. */
  code: Code;
  severity: ProblemSeverity;
  /** What stood there, at most 80 characters of it. */
  value: string;
}

/** Longest piece of a file that is repeated in a problem, in characters. */
const LONGEST_VALUE = 80;

/**
 * Whether a text holds control characters, marks that turn the direction of writing, or the sign that stands for
 * bytes that could not be read: none belongs in a name, and PostgreSQL refuses some of them.
 */
export function hasForbiddenCharacters(text: string): boolean {
  return /[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069\uFFFD]/u.test(text);
}

/** A problem whose value is cut to 80 characters and freed of characters that a database or a log cannot hold. */
export function rowProblem<Code extends string>(
  severity: ProblemSeverity,
  code: Code,
  line: number,
  column: string | null,
  value: string,
): RowProblem<Code> {
  const printable = Array.from(value.replace(/\p{C}/gu, '\uFFFD'));
  return { line, column, code, severity, value: printable.slice(0, LONGEST_VALUE).join('') };
}
