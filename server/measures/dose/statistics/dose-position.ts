/** Where the typical dose of a service stands: position_of the median of a quantity against its reference level. */
export const DOSE_POSITIONS = [
  'AT_OR_BELOW_VGD',
  'BETWEEN',
  'ABOVE_NRD',
  'INSUFFICIENT',
  'NO_LEVEL',
] as const;
export type DosePosition = (typeof DOSE_POSITIONS)[number];

/** What a level says, as far as positions go. */
export interface PositionLevel {
  /** Niveau de référence diagnostique. */
  nrd: number;
  /** Valeur guide diagnostique; null where the source has none. */
  vgd: number | null;
  /** Fewest patients of a sample; null: any. */
  minSampleSize: number | null;
}

/** The site statistic, in the unit of the level. */
export interface PositionSample {
  n: number;
  median: number;
  /** Order-statistics interval of the median; null for fewer than six values. */
  interval: { low: number; high: number } | null;
}

/**
 * Position of a median: INSUFFICIENT below the sample size of the level, else ABOVE_NRD, BETWEEN (compliant, to be
 * optimised) or AT_OR_BELOW_VGD; NO_LEVEL without a level. Without a guide value everything up to the level is BETWEEN.
 * Source: CSP R.1333-61; ASN decision 2019-DC-0667 (median, guide value); see the notes on reference levels.
 */
export function positionOf({ n, median }: PositionSample, level: PositionLevel | null): DosePosition {
  if (level === null) return 'NO_LEVEL';
  if (n < (level.minSampleSize ?? 0)) return 'INSUFFICIENT';
  if (median > level.nrd) return 'ABOVE_NRD';
  return level.vgd !== null && median <= level.vgd ? 'AT_OR_BELOW_VGD' : 'BETWEEN';
}

/**
 * Whether the sample leaves the position open: the interval of the median straddles the level or its guide value.
 * @returns null where there is no position to be sure of
 */
export function isBorderline(sample: PositionSample, level: PositionLevel | null): boolean | null {
  const position = positionOf(sample, level);
  if (level === null || position === 'INSUFFICIENT' || sample.interval === null) return null;
  const { low, high } = sample.interval;
  return [level.nrd, level.vgd].some((limit) => limit !== null && low <= limit && high > limit);
}

/** From what must be acted upon to what must not. */
const GRAVEST_FIRST: readonly DosePosition[] = [
  'ABOVE_NRD',
  'BETWEEN',
  'AT_OR_BELOW_VGD',
  'INSUFFICIENT',
  'NO_LEVEL',
];

/**
 * One position for several: the worst of those that could be told; INSUFFICIENT where samples are too small for all levels
 * there are, NO_LEVEL where there is none.
 */
export function worstPosition(positions: readonly DosePosition[]): DosePosition {
  return GRAVEST_FIRST.find((position) => positions.includes(position)) ?? 'NO_LEVEL';
}
