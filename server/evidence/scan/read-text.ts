import { FileRefused } from './findings';
import { SCAN_LIMITS } from './scan-limits';
import type { Place } from './verdict';

/** The text of a file, folded, with the place of each of its lines. */
export interface ReadText {
  /** Lines, separated by line feeds; cells of a table row by tabs. */
  text: string;
  placeAt: (index: number) => Place;
}

/** Gathers the text of a file. */
export interface TextGatherer {
  /** Adds a line, or a cell of a row when the same row goes on. */
  line(place: Place, text: string): void;
  cells(cells: readonly { place: Place; text: string }[]): void;
  read(): ReadText;
}

/**
 * Gathers text piece by piece, folded as `foldText` does.
 * @throws FileRefused TOO_MUCH_INSIDE beyond the limit of characters
 */
export function gatherText(): TextGatherer {
  const pieces: string[] = [];
  const starts: number[] = [];
  const places: Place[] = [];
  let length = 0;
  const add = (place: Place, text: string, end: string): void => {
    const folded = foldText(text) + end;
    pieces.push(folded);
    starts.push(length);
    places.push(place);
    length += folded.length;
    if (length > SCAN_LIMITS.characters)
      throw new FileRefused('TOO_MUCH_INSIDE', { limit: `${SCAN_LIMITS.characters} characters` });
  };
  return {
    line: (place, text) => add(place, text, '\n'),
    cells(cells) {
      cells.forEach(({ place, text }, index) =>
        add(place, text.replace(/\s+/g, ' '), index === cells.length - 1 ? '\n' : '\t'),
      );
    },
    read: () => ({
      text: pieces.join(''),
      placeAt: (index) => places[lastAtMost(starts, index)] ?? { kind: 'OTHER' },
    }),
  };
}

/**
 * Text as it is searched: compatible forms of digits, letters and blanks made plain (NFKC), accents off, what has no
 * width dropped, all dashes alike. A number stays findable however it was typed or typeset.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u00AD\u200B-\u200F\u202A-\u202E\u180E\u2060-\u2064\uFEFF]/gu, '')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/[’‘ʼ]/g, "'")
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[^\S\n\t ]|[\u115F\u1160\u2800]/g, ' ');
}

/** Index of the last number that is not above `value`, in a rising list. */
function lastAtMost(rising: readonly number[], value: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rising[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
