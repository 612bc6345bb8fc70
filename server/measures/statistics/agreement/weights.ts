import type { Category } from './ratings';

/** How much two different values still agree. */
export type WeightKind =
  'IDENTITY' | 'LINEAR' | 'QUADRATIC' | 'ORDINAL' | 'RADICAL' | 'RATIO' | 'CIRCULAR' | 'BIPOLAR';

/** Agreement of each pair of categories, from 0 to 1; symmetric, 1 on the diagonal. */
export type Weights = readonly (readonly number[])[];

/**
 * Distance of two values before it is divided by the greatest one: weights are 1 − d / max d.
 * @param a, b the values, or their ranks from 1 where the scale has codes
 * @param from, to the ends of the scale
 */
const DISTANCES: Record<
  Exclude<WeightKind, 'IDENTITY' | 'ORDINAL'>,
  (a: number, b: number, from: number, to: number) => number
> = {
  LINEAR: (a, b) => Math.abs(a - b),
  QUADRATIC: (a, b) => (a - b) ** 2,
  RADICAL: (a, b) => Math.sqrt(Math.abs(a - b)),
  RATIO: (a, b) => ((a - b) / (a + b)) ** 2,
  CIRCULAR: (a, b, from, to) => Math.sin((Math.PI * (a - b)) / (to - from + 1)) ** 2,
  BIPOLAR: (a, b, from, to) => (a - b) ** 2 / ((a + b - 2 * from) * (2 * to - a - b)),
};

/**
 * Weights of a scale. Source: Gwet, Handbook of Inter-Rater Reliability, 4th ed. (2014), chapter 3; linear and quadratic
 * are those of Cicchetti–Allison and of Fleiss–Cohen.
 * @param categories numbers count by their value, codes by their rank; ORDINAL counts ranks either way
 * @returns null where the kind does not fit the scale: RATIO with values below zero, a distance that is no number
 */
export function weightsOf(kind: WeightKind, categories: readonly Category[]): Weights | null {
  if (kind === 'RATIO' && categories.some((category) => typeof category === 'number' && category < 0))
    return null;
  return weightsOfDistances(distancesOf(kind, categories));
}

/** Weights 1 − d / max d; null if a distance is no number, the identity if all are 0. */
export function weightsOfDistances(distances: readonly (readonly number[])[]): Weights | null {
  const greatest = Math.max(0, ...distances.flat());
  if (!Number.isFinite(greatest)) return null;
  if (greatest === 0) return distances.map((row, k) => row.map((_, l) => (k === l ? 1 : 0)));
  return distances.map((row) => row.map((distance) => 1 - distance / greatest));
}

/**
 * Weights as given.
 * @throws RangeError if they are not symmetric, not 1 on the diagonal, or not of the scale's size
 */
export function requireWeights(weights: Weights, size: number): Weights {
  const fits =
    weights.length === size &&
    weights.every(
      (row, k) =>
        row.length === size &&
        row[k] === 1 &&
        row.every((weight, l) => Number.isFinite(weight) && weight === weights[l]![k]),
    );
  if (!fits) throw new RangeError('weights are square and symmetric, with 1 for the same category');
  return weights;
}

function distancesOf(kind: WeightKind, categories: readonly Category[]): number[][] {
  const values = categories.every((category) => typeof category === 'number')
    ? categories
    : categories.map((_, place) => place + 1);
  const from = Math.min(...values);
  const to = Math.max(...values);
  return values.map((a, k) =>
    values.map((b, l) => {
      if (k === l) return 0;
      if (kind === 'IDENTITY') return 1;
      // Pairs of ranks from the one to the other, both included.
      if (kind === 'ORDINAL') return ((Math.abs(k - l) + 1) * Math.abs(k - l)) / 2;
      return DISTANCES[kind](a, b, from, to);
    }),
  );
}
