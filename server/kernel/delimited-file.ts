import { CsvError, parse } from 'csv-parse/sync';

/** The characters of Windows-1252 from 0x80 to 0x9F, U+FFFD for the five bytes that stand for none. */
const WINDOWS_1252_BLOCK = '€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ';

/** Why a file as a whole cannot be read. */
export type ImportFileErrorCode = 'EMPTY_FILE' | 'MISSING_COLUMNS' | 'DUPLICATE_COLUMNS' | 'TOO_MANY_ROWS';

/** A file that is refused before any of its rows is judged. */
export class ImportFileError extends Error {
  override readonly name = 'ImportFileError';

  constructor(
    readonly code: ImportFileErrorCode,
    /** The columns that are missing or stand twice; empty for the other codes. */
    readonly columns: readonly string[] = [],
  ) {
    super(columns.length > 0 ? `${code}: ${columns.join(', ')}` : code);
  }
}

/** How to read a delimited file. */
export interface DelimitedLayout<Field extends string> {
  separator: string;
  /** Whether a cell may stand between double quotes; if not, a quote is a character like any other. */
  quoted: boolean;
  /**
   * Field → column name, compared without case, accents and elided `d'`; `{year}` stands for four digits, the
   * latest year winning.
   */
  columns: Record<Field, string>;
  /** Most rows taken, the header not counted. */
  maxRows: number;
}

/** One row: its cells trimmed and by field, or what keeps it from having any. */
export type DelimitedRow<Field extends string> =
  | { line: number; cells: Record<Field, string>; defect: null }
  | { line: number; defect: 'WRONG_COLUMN_COUNT' | 'MALFORMED_LINE'; value: string };

/** The rows of a delimited file and the names that its header gives to the fields. */
export interface DelimitedFile<Field extends string> {
  header: Record<Field, string>;
  rows: DelimitedRow<Field>[];
}

/**
 * Reads a delimited file, given as text or bytes, by the names in its header. Rows stand on one line each, so that
 * a quote left open spoils its own row and not the rest of the file. Blank lines are passed over, and one empty
 * cell more than the header has (a trailing separator) is allowed.
 * Throws ImportFileError for a file without header, columns missing or standing twice, or too many rows.
 */
export function readDelimitedFile<Field extends string>(
  content: string | Uint8Array,
  layout: DelimitedLayout<Field>,
): DelimitedFile<Field> {
  const lines = decodeText(content)
    .split(/\r\n|\n|\r/)
    .map((text, index) => ({ text, line: index + 1 }))
    .filter(({ text }) => text.trim() !== '');
  const [first, ...rest] = lines;
  if (!first) throw new ImportFileError('EMPTY_FILE');
  const names = withoutTrailing(splitLine(first.text, layout) ?? []);
  const positions = locateColumns(names, layout.columns);
  if (rest.length === 0) throw new ImportFileError('EMPTY_FILE');
  if (rest.length > layout.maxRows) throw new ImportFileError('TOO_MANY_ROWS');
  return {
    header: pick(positions, names),
    rows: rest.map(({ text, line }) => readRow(text, line, names.length, positions, layout)),
  };
}

/**
 * Text of a file: UTF-8, or UTF-16 when its mark says so, or else Windows-1252, which spreadsheets and older
 * registers write in France. A byte order mark is dropped.
 */
export function decodeText(content: string | Uint8Array): string {
  if (typeof content === 'string') return content.replace(/^\uFEFF/, '');
  if (content[0] === 0xff && content[1] === 0xfe) return new TextDecoder('utf-16le').decode(content);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return decodeWindows1252(content);
  }
}

/** Windows-1252 is Latin-1 but for 0x80 to 0x9F; the TextDecoder of Node 20 forgets these. */
function decodeWindows1252(content: Uint8Array): string {
  return Buffer.from(content)
    .toString('latin1')
    .replace(
      /[\u0080-\u009F]/g,
      (character) => WINDOWS_1252_BLOCK[character.charCodeAt(0) - 0x80] ?? character,
    );
}

function readRow<Field extends string>(
  text: string,
  line: number,
  width: number,
  positions: Record<Field, number>,
  layout: DelimitedLayout<Field>,
): DelimitedRow<Field> {
  const cells = splitLine(text, layout);
  if (!cells) return { line, defect: 'MALFORMED_LINE', value: text };
  const complete = cells.length === width + 1 ? withoutTrailing(cells) : cells;
  if (complete.length !== width)
    return { line, defect: 'WRONG_COLUMN_COUNT', value: String(complete.length) };
  return { line, cells: pick(positions, complete), defect: null };
}

/** Cells of one line, trimmed; undefined when its quotes do not match up. */
function splitLine(text: string, layout: { separator: string; quoted: boolean }): string[] | undefined {
  if (!layout.quoted || !text.includes('"')) {
    return text.split(layout.separator).map((cell) => cell.trim());
  }
  try {
    const [cells] = parse(text, { delimiter: layout.separator, relax_quotes: true });
    return cells?.map((cell) => cell.trim());
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}

function withoutTrailing(cells: string[]): string[] {
  return cells.at(-1) === '' ? cells.slice(0, -1) : cells;
}

function locateColumns<Field extends string>(
  names: readonly string[],
  columns: Record<Field, string>,
): Record<Field, number> {
  const keys = names.map(columnKey);
  const wanted = Object.entries<string>(columns) as [Field, string][];
  const found = wanted.map(([field, column]) => ({ field, column, places: placesOf(column, keys) }));
  const missing = found.filter(({ places }) => places.length === 0);
  if (missing.length > 0)
    throw new ImportFileError(
      'MISSING_COLUMNS',
      missing.map(({ column }) => column),
    );
  const doubled = found.filter(({ places }) => places.length > 1);
  if (doubled.length > 0)
    throw new ImportFileError(
      'DUPLICATE_COLUMNS',
      doubled.map(({ column }) => column),
    );
  return Object.fromEntries(found.map(({ field, places }) => [field, places[0]])) as Record<Field, number>;
}

/** Positions of a column among the header keys; of a column with `{year}`, those of the latest year. */
function placesOf(column: string, keys: readonly string[]): number[] {
  const pattern = new RegExp(`^${columnKey(column).replace(/[()]/g, '\\$&').replace('{year}', '\\d{4}')}$`);
  const latest = keys
    .filter((key) => pattern.test(key))
    .sort()
    .at(-1);
  return keys.flatMap((key, position) => (key === latest ? [position] : []));
}

/** The national directory writes `Libellé civilité d'exercice` in one release, `Libellé civilité exercice` in another. */
function columnKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\bd['’]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function pick<Field extends string>(
  positions: Record<Field, number>,
  cells: readonly string[],
): Record<Field, string> {
  const entries = Object.entries<number>(positions).map(([field, position]) => [
    field,
    cells[position] ?? '',
  ]);
  return Object.fromEntries(entries) as Record<Field, string>;
}
