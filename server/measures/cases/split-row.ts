import { CsvError, parse } from 'csv-parse/sync';

/**
 * Cells of one line, trimmed; an empty cell beyond the width (a trailing separator) is left out.
 * @param width cells expected; a header has as many as it has
 * @returns null when its quotes do not match up
 */
export function splitRow(line: string, separator: string, width?: number): string[] | null {
  const cells = (line.includes('"') ? quoted(line, separator) : line.split(separator))?.map((cell) =>
    cell.trim(),
  );
  if (!cells) return null;
  const isTrailing =
    cells.length > 1 && cells.at(-1) === '' && cells.length - 1 === (width ?? cells.length - 1);
  return isTrailing ? cells.slice(0, -1) : cells;
}

function quoted(line: string, separator: string): string[] | null {
  try {
    return parse(line, { delimiter: separator })[0] ?? null;
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}
