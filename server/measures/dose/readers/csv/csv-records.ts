import type { CsvLine } from './csv-lines';

/** What may stand between cells, in the order in which equal numbers of them are preferred. */
const SEPARATORS = [';', '\t', ',', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** A record of a file: its cells, trimmed, or that its quotes do not match up. */
export interface CsvRecord {
  line: number;
  /** Null when the record is malformed. */
  cells: string[] | null;
}

/** How many lines a quoted cell may run over; a quote left open spoils no more than its own line. */
const MOST_LINES = 6;

/** The separator of a file: the one that its header has most of outside quotes. */
export function separatorOf(header: string): Separator {
  const bare = header.replace(/"(?:[^"]|"")*"/g, '');
  const counts = SEPARATORS.map((separator) => bare.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ';';
}

/** Puts lines together to records; feed it lines as they come, then `end()` for what is left. */
export interface RecordReader {
  accept(lines: readonly CsvLine[]): CsvRecord[];
  end(): CsvRecord[];
}

/** A reader of records (RFC 4180): one for each line, or for several when a quoted cell runs over their ends. */
export function recordReader(separator: Separator): RecordReader {
  let open: CsvLine[] = [];
  function accept(lines: readonly CsvLine[]): CsvRecord[] {
    const records: CsvRecord[] = [];
    const waiting = [...lines].reverse();
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      open.push(next);
      const first = open[0] ?? next;
      const text = open.length === 1 ? next.text : open.map((part) => part.text).join('\n');
      const cells = splitCells(text, separator);
      if (cells) {
        records.push({ line: first.line, cells });
        open = [];
      } else if (open.length >= MOST_LINES) {
        records.push({ line: first.line, cells: null });
        waiting.push(...open.slice(1).reverse());
        open = [];
      }
    }
    return records;
  }
  function end(): CsvRecord[] {
    const records: CsvRecord[] = [];
    while (open.length > 0) {
      const [first, ...rest] = open;
      if (first) records.push({ line: first.line, cells: null });
      open = [];
      records.push(...accept(rest));
    }
    return records;
  }
  return { accept, end };
}

/**
 * The cells of a record, trimmed. A quote opens a cell only at its beginning; two within stand for one; what follows the
 * closing quote is taken as it is.
 * @returns null when a quoted cell does not end
 */
export function splitCells(text: string, separator: Separator): string[] | null {
  if (!text.includes('"')) return text.split(separator).map((cell) => cell.trim());
  const cells: string[] = [];
  let position = 0;
  while (position <= text.length) {
    const quoted = /^[^\S\t\n]*"/.exec(text.slice(position, position + 64));
    if (!quoted) {
      const end = endOf(text, separator, position);
      cells.push(text.slice(position, end).trim());
      position = end + 1;
      continue;
    }
    const closing = closingQuote(text, position + quoted[0].length);
    if (closing < 0) return null;
    const end = endOf(text, separator, closing + 1);
    const inner = text.slice(position + quoted[0].length, closing).replaceAll('""', '"');
    cells.push((inner + text.slice(closing + 1, end)).trim());
    position = end + 1;
  }
  return cells;
}

function endOf(text: string, separator: Separator, from: number): number {
  const found = text.indexOf(separator, from);
  return found < 0 ? text.length : found;
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return -1;
}
