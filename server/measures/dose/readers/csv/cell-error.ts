import type { DoseRow, RefusedPart } from '../../dose-row';
import type { CellValue } from './cell-values';
import type { CsvRecord } from './csv-records';

/** What a row of a file gives. */
export type RowReading = { rows: DoseRow[] } | { refused: RefusedPart };

/** Reads one record after the other. */
export type RowReader = (record: CsvRecord) => RowReading;

/** A cell that makes its row unreadable. */
export class CellError extends Error {
  override readonly name = 'CellError';

  constructor(
    readonly code: string,
    /** As the header has it. */
    readonly column: string,
  ) {
    super(code);
  }
}

const LONGEST_NAME = 60;

/**
 * The value of a cell.
 * @throws CellError when it cannot be read
 */
export function cellOr<T>(result: CellValue<T>, column: string): T | null {
  if ('code' in result) throw new CellError(result.code, column.slice(0, LONGEST_NAME));
  return result.value;
}

/** What `read` gives, or the refusal of a row with an unreadable cell. */
export function rowOrRefusal(place: string, read: () => DoseRow[]): RowReading {
  try {
    return { rows: read() };
  } catch (error) {
    if (!(error instanceof CellError)) throw error;
    return { refused: { place, code: error.code, params: { column: error.column } } };
  }
}
