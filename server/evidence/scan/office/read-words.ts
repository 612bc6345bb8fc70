import type { TextGatherer } from '../read-text';
import type { Place } from '../verdict';
import type { ArchivePart } from './open-archive';
import { localName, walkXml } from './walk-xml';

/** Elements whose text runs on: what is in any other stands by itself. */
const RUNNING = new Set(
  't delText instrText p h span a s tab line-break ruby-base meta meta-field bookmark-ref'.split(' '),
);
/** Elements that begin and end lines. */
const LINES = new Set(
  'p h br cr line-break page-break table comment note annotation deletion changed-region'.split(' '),
);
const ROWS = new Set(['tr', 'table-row']);
const CELLS = new Set(['tc', 'table-cell', 'covered-table-cell']);
/** Attributes that a reader may see, or once saw: names of pictures, hints, values behind what a cell shows. */
const SPOKEN = new Set(['descr', 'title', 'tooltip', 'instr', 'string-value', 'date-value', 'displayName']);
/** Elements that are called something: sheets, tables, ranges. */
const NAMED = new Set(['sheet', 'table', 'definedName']);
/** A number as long as a person's, in any attribute: defaults of fields, variables, filters. */
export const LONG_NUMBER = /\d{13}|\d{5}2[ab]\d{6}|\d \d\d \d\d (?:\d\d|2[ab]) \d{3} \d{3}/i;
/** Columns of a table beyond which cells are read without their place. */
const COLUMNS = 500;

/** Numbers and text of a cell that is being read. */
interface Row {
  cells: { place: Place; text: string }[];
  column: number;
}

/**
 * Reads the text of a part of a word-processor, presentation or OpenDocument file: runs joined, whatever the formatting
 * that splits a number; deleted text, comments, hidden text and tables included.
 * @param place of a paragraph by its number, from 1
 */
export function readWords(
  { bytes }: ArchivePart,
  place: (paragraph: number) => Place,
  gathered: TextGatherer,
): void {
  const stack: string[] = [];
  const rows: Row[] = [];
  let line = '';
  let paragraph = 1;
  let sheet = 0;
  let rowNumber = 0;
  const flush = (): void => {
    if (rows.length > 0) {
      if (line !== '' && !line.endsWith(' ')) line += ' ';
      return;
    }
    if (line.trim() !== '') gathered.line(place(paragraph), line);
    line = '';
  };
  const cellPlace = (row: Row): Place =>
    sheet > 0 && row.column < COLUMNS
      ? { kind: 'CELL', number: sheet, cell: `${columnName(row.column)}${rowNumber}` }
      : place(paragraph);
  walkXml(bytes, {
    open(tag, attributes) {
      const name = localName(tag);
      stack.push(name);
      if (LINES.has(name)) flush();
      if (name === 'p' || name === 'h') paragraph += 1;
      if (tag === 'table:table' && rows.length === 0) {
        sheet = stack.includes('spreadsheet') ? sheet + 1 : 0;
        rowNumber = 0;
      }
      if (ROWS.has(name)) {
        rows.push({ cells: [], column: 0 });
        rowNumber += 1;
        line = '';
      }
      if (name === 'tab') line += '\t';
      if (name === 's' && tag.startsWith('text:'))
        line += ' '.repeat(Math.min(Number(attributes['text:c'] ?? 1) || 1, 100));
      if (name === 'noBreakHyphen') line += '-';
      for (const [key, value] of Object.entries(attributes)) {
        const isSpoken = SPOKEN.has(localName(key)) || (NAMED.has(name) && localName(key) === 'name');
        if (isSpoken && value.trim() !== '') line += ` ${value} `;
        else if (key !== 'office:value' && LONG_NUMBER.test(value)) gathered.line({ kind: 'OTHER' }, value);
        if (key === 'office:value' && /^\d{13,}$/.test(wholeNumber(value))) line += ` ${wholeNumber(value)} `;
      }
    },
    text(text) {
      const inside = stack.at(-1) ?? '';
      if (RUNNING.has(inside)) line += text;
      else if (text.trim() !== '') line += `${line === '' ? '' : '\n'}${wholeNumber(text)}\n`;
    },
    close(tag) {
      const name = localName(tag);
      stack.pop();
      const row = rows.at(-1);
      if (CELLS.has(name) && row) {
        row.cells.push({ place: cellPlace(row), text: line.trim() });
        row.column += 1;
        line = '';
      } else if (ROWS.has(name) && row) {
        rows.pop();
        const last = row.cells.findLastIndex(({ text }) => text !== '');
        if (last >= 0) gathered.cells(row.cells.slice(0, last + 1));
        line = '';
      } else if (LINES.has(name)) flush();
    },
  });
  flush();
}

/** A whole number without exponent (1.85E14 → 185000000000000); anything else as it is. */
export function wholeNumber(text: string): string {
  const number = Number(text);
  return /[eE.]/.test(text) && Number.isSafeInteger(number) ? String(number) : text;
}

/** Column of a spreadsheet by its index from 0: A, B … Z, AA. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}
