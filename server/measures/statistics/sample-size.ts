import { Z_95 } from './proportions';

/** What a sample of a proportion is planned with. */
export interface ProportionPlan {
  /** Proportion expected, a fraction between 0 and 1, neither of them. */
  expected: number;
  /** Half-width wanted of the 95 % interval, a fraction: 0.1 for ± 10 points. */
  halfWidth: number;
  /** Records that there are to draw from; without it, endlessly many. */
  population?: number | null;
}

/**
 * Records to draw so that a proportion is known within ± halfWidth at 95 %: n₀ = z² p(1 − p) / d², and in a finite
 * population n = n₀ / (1 + (n₀ − 1) / N), rounded up; never more than the population.
 * Source: Cochran, Sampling Techniques (1977), sections 4.4 and 4.6.
 * @throws RangeError for a plan that is none
 */
export function sampleSizeOfProportion(plan: ProportionPlan): number {
  // A product that is whole but for rounding is not pushed over to the next number.
  return Math.max(0, Math.ceil(unroundedSampleSize(plan) - 1e-9));
}

/** The same before it is rounded up. */
export function unroundedSampleSize({ expected, halfWidth, population }: ProportionPlan): number {
  if (!(expected > 0 && expected < 1)) throw new RangeError('an expected proportion lies between 0 and 1');
  if (!(halfWidth > 0 && halfWidth < 1)) throw new RangeError('a half-width lies between 0 and 1');
  const endless = (Z_95 ** 2 * expected * (1 - expected)) / halfWidth ** 2;
  if (population === undefined || population === null) return endless;
  if (!(population >= 0)) throw new RangeError('a population has at least 0 records');
  if (population === 0) return 0;
  return Math.min(population, endless / (1 + (endless - 1) / population));
}
