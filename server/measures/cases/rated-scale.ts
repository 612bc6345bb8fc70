/** What of a scale matters where records are rated on it. */
export interface RatedScale {
  /** Every value that a record may be given, in the order of the scale. */
  values: readonly string[];
  /** Values counted above the line of the rate. */
  numerator: readonly string[];
  /** Values counted below it, from the best to the worst. */
  denominator: readonly string[];
}

/** What of a target matters for a rate. */
export interface RateTarget {
  op: '>=' | '<=';
  /** Fraction from 0 to 1. */
  value: number;
  /** Values that count, over all records, in place of the scale's own rate. */
  counted?: readonly string[];
}

/** Values by which a rater says that a record does not tell enough: shown beside every rate. */
export const SHORTFALLS: ReadonlySet<string> = new Set(['I', 'NOT_ASSESSABLE']);

/** The rated scale of a stored one; null for a scale on which no record is rated. */
export function ratedScale(definition: {
  values: readonly { code: string }[];
  numerator?: readonly string[];
  denominator?: readonly string[];
}): RatedScale | null {
  const { values, numerator, denominator } = definition;
  if (!numerator || !denominator) return null;
  return { values: values.map(({ code }) => code), numerator, denominator };
}
