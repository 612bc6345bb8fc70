/**
 * Quantile of a sample by linear interpolation between order statistics: with h = (n − 1)p, x₍⌊h⌋₊₁₎ + (h − ⌊h⌋)
 * (x₍⌊h⌋₊₂₎ − x₍⌊h⌋₊₁₎). Type 7 of Hyndman and Fan, Am. Stat. 50 (1996) 361; percentile_cont of PostgreSQL is the same.
 * @param values in any order and unit; left as they are
 * @param p from 0 to 1; 0.5 is the median
 * @returns in the unit of the values; null without values
 * @throws RangeError for a p out of range or a value that is no number
 */
export function quantile(values: readonly number[], p: number): number | null {
  if (!(p >= 0 && p <= 1)) throw new RangeError('a quantile lies between 0 and 1');
  if (values.some((value) => Number.isNaN(value))) throw new RangeError('a value is no number');
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  const place = (sorted.length - 1) * p;
  const below = sorted[Math.floor(place)]!;
  const above = sorted[Math.ceil(place)]!;
  return below === above ? below : below + (place - Math.floor(place)) * (above - below);
}

/** Which order statistics bound the median. */
export interface MedianInterval {
  /** Rank of the lower bound among n sorted values, from 1. */
  lowRank: number;
  /** Rank of the upper bound: n + 1 − lowRank. */
  highRank: number;
  /** How sure the interval is: at least 0.95. */
  coverage: number;
}

/** Chance allowed on either side of a 95 % interval. */
const ONE_SIDE = 0.025;

/**
 * Distribution-free interval of a median, at least 95 %: the largest k with P(X ≤ k − 1) ≤ 0.025 for X binomial (n, ½);
 * the interval is from the k-th to the (n + 1 − k)-th value. Coverage is 1 − 2 P(X ≤ k − 1).
 * Source: Conover, Practical Nonparametric Statistics (1999), section 3.2.
 * @param n number of values
 * @returns null where no interval is that sure: fewer than 6 values
 */
export function medianInterval(n: number): MedianInterval | null {
  if (!(Number.isInteger(n) && n >= 0)) throw new RangeError(`${String(n)} is no number of values`);
  const { chances, first } = lowerHalf(n);
  let tail = 0;
  let index = 0;
  while (index < chances.length && tail + chances[index]! <= ONE_SIDE) {
    tail += chances[index]!;
    index += 1;
  }
  const lowRank = first + index;
  // Below `first` all chances together are nothing: the loop has passed it whenever an interval exists.
  return lowRank === 0 ? null : { lowRank, highRank: n + 1 - lowRank, coverage: 1 - 2 * tail };
}

/**
 * Chances of a binomial (n, ½) from its middle down to where they no longer count, in ascending order, `first` being the
 * number of successes of the first. Built by ratios from the middle, since 2⁻ⁿ itself is 0 in floating point beyond
 * n = 1074, and as many steps as √n asks for.
 */
function lowerHalf(n: number): { chances: Float64Array; first: number } {
  const middle = Math.floor(n / 2);
  const weights = [1];
  let first = middle;
  while (first > 0 && weights.at(-1)! > 1e-18) {
    weights.push(weights.at(-1)! * (first / (n - first + 1)));
    first -= 1;
  }
  // Smallest first, so that none is lost.
  const ascending = Float64Array.from(weights.reverse());
  const half = ascending.reduce((sum, weight) => sum + weight, 0);
  const whole = n % 2 === 0 ? 2 * half - 1 : 2 * half;
  return { chances: ascending.map((weight) => weight / whole), first };
}
