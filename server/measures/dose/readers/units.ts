/** What a quantity measures, and so what it is converted to: mGy, mGy.cm², mGy.cm, mm, s. */
export type Dimension = 'DOSE' | 'DOSE_AREA' | 'DOSE_LENGTH' | 'LENGTH' | 'TIME';

/** A unit: its dimension and how many of the dimension's own unit it is worth. */
export interface Unit {
  dimension: Dimension;
  factor: number;
}

/** Milligrays in a gray with that prefix (SI prefixes). */
const GRAYS: Readonly<Record<string, number>> = { n: 1e-6, u: 1e-3, m: 1, c: 10, d: 100, '': 1000 };

/** Centimetres and millimetres in a metre with that prefix. */
const CENTIMETRES: Readonly<Record<string, number>> = { mm: 0.1, cm: 1, m: 100 };
const MILLIMETRES: Readonly<Record<string, number>> = { um: 1e-3, mm: 1, cm: 10, m: 1000 };

const SECONDS: Readonly<Record<string, number>> = { us: 1e-6, ms: 1e-3, s: 1, min: 60, h: 3600 };

/** Words that makers and services write for the signs. */
const SPELT_OUT: readonly (readonly [RegExp, string])[] = [
  [/micro|μ|mc(?=gy)/g, 'u'],
  [/milli/g, 'm'],
  [/centi/g, 'c'],
  [/deci/g, 'd'],
  [/grays?/g, 'gy'],
  [/met(?:er|re)s?/g, 'm'],
  [/carres?|squared?/g, '2'],
  [/sec(?:ond(?:e|es|s)?)?$/g, 's'],
  [/^(?:minutes?|mn|mins)$/g, 'min'],
  [/^(?:heures?|hours?|hr)$/g, 'h'],
];

/**
 * Reads a unit as UCUM code or as people write it: `mGy.cm`, `mGycm`, `mGy·cm`, `mGy*cm`, `Gy.m2`, `dGycm2`, `cGy.cm²`,
 * `µGy x m^2`. Upper and lower case are alike, since no dose is given in megagray.
 * @returns null for what is no unit of dose, length or time
 */
export function readUnit(label: string): Unit | null {
  const plain = simplify(label);
  const dose = /^([numcd]?)gy(?:(mm|cm|m)(2?))?$/.exec(plain);
  if (dose) return doseUnit(dose[1] ?? '', dose[2], dose[3]);
  if (plain in MILLIMETRES) return { dimension: 'LENGTH', factor: MILLIMETRES[plain] ?? NaN };
  if (plain in SECONDS) return { dimension: 'TIME', factor: SECONDS[plain] ?? NaN };
  return null;
}

/**
 * A value in the unit of its dimension: mGy, mGy.cm², mGy.cm, mm or s. 1 Gy = 10³ mGy, 1 m² = 10⁴ cm², so that
 * 1 Gy.cm² = 10³, 1 dGy.cm² = 10², 1 cGy.cm² = 10 and 1 µGy.m² = 10 mGy.cm² (SI; the same factors stand with the
 * reference levels). Rounded to 12 significant digits, as multiplying leaves dust.
 */
export function convert(value: number, unit: Unit): number {
  return unit.factor === 1 ? value : Number((value * unit.factor).toPrecision(12));
}

/** A unit as it may be shown: only what looks like one, since anything may stand in its place. */
export function shownUnit(label: string): string {
  const like = /^[\p{L}.·*/^²³ -]{0,5}(?:gy|sv|rad|rem|mm|cm|sec|min)[a-z.·*/^²³ 23-]{0,6}$/iu;
  return like.test(label) ? label : '?';
}

function doseUnit(prefix: string, metre: string | undefined, square: string | undefined): Unit {
  const grays = GRAYS[prefix] ?? NaN;
  if (metre === undefined) return { dimension: 'DOSE', factor: grays };
  const centimetres = CENTIMETRES[metre] ?? NaN;
  return square === '2'
    ? { dimension: 'DOSE_AREA', factor: grays * centimetres ** 2 }
    : { dimension: 'DOSE_LENGTH', factor: grays * centimetres };
}

function simplify(label: string): string {
  const flat = label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s.·⋅∙•*×^_{}[\]()-]/g, '')
    .replace(/gyx(?=[cm])/, 'gy');
  return SPELT_OUT.reduce((text, [pattern, sign]) => text.replace(pattern, sign), flat);
}
