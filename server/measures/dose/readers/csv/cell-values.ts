import type { DoseLevel, DoseModality, DoseRow } from '../../dose-row';
import { readNumber } from '../numbers';
import { remember } from '../remember';
import type { CodedValue } from '../report/concepts';
import { readDicomDay } from '../report/report-facts';
import type { Separator } from './csv-records';
import { columnKey } from './column-names';

/** What services write where they have no value. */
const NOTHING =
  /^(?:|-+|\.|\?|n\/?a|n\/?c|nd|nr|none|null|nan|nat|inconnue?|unknown|absente?|vide|sans objet)$/i;

/** Whether a cell says nothing. */
export function isBlank(cell: string): boolean {
  return NOTHING.test(cell);
}

const EMPTY = { value: null } as const;

// What nearly every cell is.
const PLAIN_NUMBER = /^\d{1,15}(?:\.\d{1,15})?$/;
const FRENCH_NUMBER = /^\d{1,15},\d{1,15}$/;

/** What a cell holds, or why it cannot be read. */
export type CellValue<T> = { value: T | null } | { code: 'ROW_VALUE' | 'ROW_NUMBER_AMBIGUOUS' };

/**
 * A number of a cell, with decimal point or comma. Where commas separate cells, `1,050` within quotes may mean one
 * thousand and fifty or a little more than one: it is refused rather than guessed.
 */
export function cellNumber(cell: string, separator: Separator): CellValue<number> {
  if (cell === '') return EMPTY;
  if (PLAIN_NUMBER.test(cell)) return { value: Number(cell) };
  if (separator !== ',' && FRENCH_NUMBER.test(cell)) return { value: Number(cell.replace(',', '.')) };
  if (isBlank(cell)) return EMPTY;
  if (separator === ',' && /^[+-]?\d{1,3}(?:,\d{3})+$/.test(cell)) return { code: 'ROW_NUMBER_AMBIGUOUS' };
  const value = readNumber(cell);
  return value === null ? { code: 'ROW_VALUE' } : { value };
}

/** A day: `2024-03-25`, `25/03/2024`, `25.03.2024` or `20240325`, with or without a time after it. */
export const cellDay: (cell: string) => CellValue<string> = remember(readDay);

function readDay(cell: string): CellValue<string> {
  if (isBlank(cell)) return { value: null };
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:\D|$)/.exec(cell);
  const digits = french
    ? `${french[3]}${(french[2] ?? '').padStart(2, '0')}${(french[1] ?? '').padStart(2, '0')}`
    : cell.replace(/^(\d{4})[/.-](\d{2})[/.-](\d{2})/, '$1$2$3');
  const day = /^\d{8}(?:\D|$)/.test(digits) ? readDicomDay(digits) : null;
  return day === null ? { code: 'ROW_VALUE' } : { value: day };
}

const MODALITIES: readonly (readonly [DoseModality, readonly string[]])[] = [
  ['CT', ['ct', 'tdm', 'scanner', 'scanographie', 'tomodensitometrie', 'sc', 'ctscan', 'ct scan']],
  [
    'RADIOGRAPHY',
    [
      'radiography',
      'radiographie',
      'radio',
      'radiologie',
      'radiologie conventionnelle',
      'rx',
      'cr',
      'dx',
      'dr',
      'px',
      'panoramique',
      'dentaire',
    ],
  ],
  ['MAMMOGRAPHY', ['mammography', 'mammographie', 'mammo', 'mg', 'senologie']],
  [
    'INTERVENTIONAL',
    [
      'interventional',
      'interventionnel',
      'interventionnelle',
      'radiologie interventionnelle',
      'rf',
      'xa',
      'fluoroscopy',
      'fluoroscopie',
      'scopie',
      'angiographie',
      'angiography',
      'coronarographie',
      'bloc',
      'arceau',
    ],
  ],
];

const MODALITY_BY_WORD: ReadonlyMap<string, DoseModality> = new Map(
  MODALITIES.flatMap(([modality, words]) => words.map((word) => [word, modality] as const)),
);

/** The kind of equipment in a service's words or in DICOM's letters. */
export const cellModality: (cell: string) => CellValue<DoseModality> = remember(readModality);

function readModality(cell: string): CellValue<DoseModality> {
  if (isBlank(cell)) return { value: null };
  const modality = MODALITY_BY_WORD.get(columnKey(cell));
  return modality ? { value: modality } : { code: 'ROW_VALUE' };
}

/** Whether a row is one acquisition or view, or a whole examination. */
export const cellLevel: (cell: string) => CellValue<DoseLevel> = remember(readLevel);

function readLevel(cell: string): CellValue<DoseLevel> {
  if (isBlank(cell)) return EMPTY;
  const key = columnKey(cell);
  if (/^(?:acquisition|event|serie|series|incidence|cliche|view)s?$/.test(key)) return { value: 'EVENT' };
  if (/^(?:examen|examination|exam|etude|study|total)s?$/.test(key)) return { value: 'EXAMINATION' };
  return { code: 'ROW_VALUE' };
}

const YEARS: Readonly<Record<string, number>> = { Y: 1, M: 1 / 12, W: 7 / 365.25, D: 1 / 365.25 };

/** Years of an age that names its unit: `12 ans`, `012Y`, `018M`; null for any other. */
export const cellAge: (cell: string) => number | null = remember(readAge);

function readAge(cell: string): number | null {
  const parts = /^(\d{1,3})\s*(?:([YMWD])|ans?|years?)$/i.exec(cell);
  return parts ? Number(parts[1]) * (YEARS[(parts[2] ?? 'Y').toUpperCase()] ?? 1) : null;
}

/** Diameter of the dosimetry phantom: 16 or 32 cm, 160 or 320 mm, head or body. */
export const cellPhantom: (cell: string) => CellValue<16 | 32> = remember(readPhantom);

function readPhantom(cell: string): CellValue<16 | 32> {
  if (isBlank(cell)) return { value: null };
  const key = columnKey(cell);
  if (/^(?:16|160)(?: 0)?\b|head|tete|crane/.test(key)) return { value: 16 };
  if (/^(?:32|320)(?: 0)?\b|body|corps/.test(key)) return { value: 32 };
  return { code: 'ROW_VALUE' };
}

/** The side of a breast or a limb. */
export function cellSide(cell: string): DoseRow['laterality'] {
  const key = columnKey(cell);
  if (/^(?:l|g|left|gauche|sein gauche|left breast)$/.test(key)) return 'LEFT';
  if (/^(?:r|d|right|droit|droite|sein droit|right breast)$/.test(key)) return 'RIGHT';
  return /^(?:b|both|bilateral|bilaterale|les deux)$/.test(key) ? 'BOTH' : null;
}

/** The type of a CT acquisition that its words name; null for words that name none. */
export function acquisitionTypeOfWords(words: string | null): CodedValue | null {
  return words === null ? null : typeOfWords(words);
}

const typeOfWords = remember(readType);

function readType(words: string): CodedValue | null {
  const key = columnKey(words);
  if (/constant angle|topogram|scout|scano|surview|locali[sz]er|centrage|reperage/.test(key))
    return 'constantAngle';
  if (/spiral|helic/.test(key)) return 'spiral';
  if (/sequenc|sequent|axial/.test(key)) return 'sequenced';
  return /stationa|stationna/.test(key) ? 'stationaryCt' : null;
}

/** Text of a cell, shortened and without control characters; null for one that says nothing. */
export const cellText: (cell: string) => string | null = remember(readText);

function readText(cell: string): string | null {
  if (isBlank(cell)) return null;
  return (
    cell
      .replace(/[\p{C}\uFFFD]+/gu, ' ')
      .trim()
      .slice(0, 200) || null
  );
}
