import { nirKey } from '../../../server/evidence/scan/identifiers/nir';

/** Draws that a seed repeats. */
export interface Draw {
  /** From 0, below `limit`. */
  below(limit: number): number;
  of<T>(list: readonly T[]): T;
  digits(count: number): string;
}

/** A generator of 32 bits (mulberry32, Tommy Ettinger, public domain). */
export function seeded(seed: number): Draw {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    of: (list) => list[below(list.length)] as (typeof list)[number],
    digits: (count) => Array.from({ length: count }, () => below(10)).join(''),
  };
}

export const FAMILIES = [
  'DURAND',
  'MARTIN',
  'LEFÈVRE',
  'N’GUYEN',
  'LE GOFF',
  'DUPONT-MOREL',
  'ROUX',
  'BEN SALAH',
  'FAURE',
  'GIRARD',
];
export const GIVEN = [
  'Marie',
  'Jean',
  'Éloïse',
  'Jean-Paul',
  'Fatima',
  'Luc',
  'Zoé',
  'Anne',
  'Hervé',
  'Noémie',
];

const two = (number: number) => String(number).padStart(2, '0');

/** A NIR of somebody who does not exist: 13 characters and its key, Corsica and overseas now and then. */
export function madeUpNir(draw: Draw): string {
  const department = draw.of([
    '75',
    '13',
    '01',
    '59',
    '2A',
    '2B',
    '97',
    '99',
    two(1 + draw.below(95))
      .replace('96', '95')
      .replace('20', '21'),
  ]);
  const thirteen = `${1 + draw.below(2)}${two(draw.below(100))}${two(1 + draw.below(12))}${department}${String(101 + draw.below(500))}${String(1 + draw.below(900)).padStart(3, '0')}`;
  return thirteen + two(nirKey(thirteen));
}

/** A NIR as people write it. */
export function writtenNir(draw: Draw): string {
  const nir = madeUpNir(draw);
  const cut = (separator: string, ...places: number[]) =>
    places.map((end, index) => nir.slice(places[index - 1] ?? 0, end)).join(separator);
  return draw.of([
    nir,
    cut(' ', 1, 3, 5, 7, 10, 13, 15),
    cut('\u00A0', 1, 3, 5, 7, 10, 13, 15),
    cut('\u202F', 1, 3, 5, 7, 10, 13, 15),
    cut('.', 1, 3, 5, 7, 10, 13, 15),
    cut('-', 1, 3, 5, 7, 10, 13, 15),
    cut(' ', 13, 15),
    cut(' ', 1, 5, 10, 13, 15),
    cut(' / ', 13, 15),
    [...nir].join(' '),
  ]);
}

/** A day of birth as people write it. */
export function birthDate(draw: Draw): string {
  const [day, month, year] = [
    two(1 + draw.below(28)),
    two(1 + draw.below(12)),
    String(1925 + draw.below(75)),
  ];
  const name = [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ][Number(month) - 1];
  return draw.of([
    `${day}/${month}/${year}`,
    `${day}.${month}.${year}`,
    `${day}-${month}-${year}`,
    `${year}-${month}-${day}`,
    `${Number(day)} ${name} ${year}`,
  ]);
}
