import type { TextGatherer } from '../read-text';
import type { Place } from '../verdict';
import type { ArchivePart } from './open-archive';
import { LONG_NUMBER, wholeNumber } from './read-words';
import { localName, walkXml } from './walk-xml';

/** Columns kept in their place, so that what stands under a head is found. */
const COLUMNS = 500;

/** Strings that cells share (xl/sharedStrings.xml), without readings of Asian words. */
export function sharedStrings(part: ArchivePart | undefined): string[] {
  const strings: string[] = [];
  if (!part) return strings;
  let current = '';
  let reading = 0;
  let isText = false;
  walkXml(part.bytes, {
    open(tag) {
      const name = localName(tag);
      if (name === 'si') current = '';
      if (name === 'rPh') reading += 1;
      isText = name === 't' && reading === 0;
    },
    text(text) {
      if (isText) current += text;
    },
    close(tag) {
      const name = localName(tag);
      if (name === 'rPh') reading -= 1;
      if (name === 'si') strings.push(current);
      isText = false;
    },
  });
  return strings;
}

/**
 * Reads a worksheet, hidden or not, row by row; numbers without exponent, headers and footers of the printed page too.
 * @param sheet its number, from 1
 * @param used gets the index of each shared string that a cell shows
 */
export function readSheet(
  { bytes }: ArchivePart,
  sheet: number,
  strings: readonly string[],
  used: Set<number>,
  gathered: TextGatherer,
): void {
  let row: { place: Place; text: string }[] = [];
  let cell: { reference: string; type: string; value: string } | null = null;
  let inside = '';
  let other = '';
  walkXml(bytes, {
    open(tag, attributes) {
      const { r = '', t = 'n' } = attributes;
      for (const value of Object.values(attributes))
        if (LONG_NUMBER.test(value)) gathered.line({ kind: 'OTHER' }, value);
      inside = localName(tag);
      if (inside === 'row') row = [];
      if (inside === 'c') cell = { reference: r, type: t, value: '' };
      other = '';
    },
    text(text) {
      if (cell && (inside === 'v' || inside === 't')) cell.value += text;
      else if (inside !== 'f') other += text;
    },
    close(tag) {
      const name = localName(tag);
      if (name === 'c' && cell) {
        if (cell.type === 's') used.add(Number(cell.value));
        const text = cell.type === 's' ? (strings[Number(cell.value)] ?? '') : wholeNumber(cell.value);
        const column = Math.min(columnIndex(cell.reference), COLUMNS);
        const place: Place = {
          kind: 'CELL',
          number: sheet,
          ...(cell.reference ? { cell: cell.reference } : {}),
        };
        while (row.length < column) row.push({ place, text: '' });
        row.push({ place, text });
        cell = null;
      } else if (name === 'row' && row.some(({ text }) => text !== '')) gathered.cells(row);
      else if (!cell && other.trim() !== '') gathered.line({ kind: 'OTHER' }, other);
      other = '';
      inside = '';
    },
  });
}

/** Reads what a pivot table keeps of its source, which stays there when the sheet itself is deleted. */
export function readPivotCache({ bytes }: ArchivePart, gathered: TextGatherer): void {
  let row: { place: Place; text: string }[] = [];
  walkXml(bytes, {
    open(tag, { v, name }) {
      if (localName(tag) === 'r') row = [];
      const text = v ?? name;
      if (text !== undefined) row.push({ place: { kind: 'OTHER' }, text: wholeNumber(text) });
    },
    close(tag) {
      if (!['r', 'sharedItems', 'cacheFields'].includes(localName(tag)) || row.length === 0) return;
      gathered.cells(row);
      row = [];
    },
  });
}

/** 0 for A, 27 for AB; 0 when a cell does not say where it is. */
function columnIndex(reference: string): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0] ?? 'A';
  return [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
