import { FEWEST_FOR_QUARTILES, FEWEST_SERVICES, medianInterval, quantile } from '../../measures';

/** How a value is spread over services, as far as it may be told. */
export interface Spread {
  /** Services that have the value. */
  services: number;
  /** In the unit of the values; null below {@link FEWEST_SERVICES} services, like all that follows. */
  median: number | null;
  /** Interval of the median, at least 95 %, from twelve services on. */
  low: number | null;
  high: number | null;
  /** From {@link FEWEST_FOR_QUARTILES} services on. */
  lowerQuartile: number | null;
  upperQuartile: number | null;
}

/** Fewest services at or beyond whatever is told: with fewer, an order statistic says how the extremes fare. */
const FEWEST_BEYOND = 3;

/** Whether the interval of a median over so many services may be told: neither bound is one of the two extremes. */
export function hasToldInterval(services: number, known = 0): boolean {
  return (medianInterval(services)?.lowRank ?? 0) - known >= FEWEST_BEYOND;
}

/** To whom a spread is told. */
export interface Reading {
  /** Fewest services behind a figure; never below {@link FEWEST_SERVICES}. */
  least: number;
  /** Of how many of the services the reader knows the value otherwise, and could take it out. */
  known?: number;
}

/**
 * Median, quartiles and interval of a value over services. Each of these is the value of one service or lies between two,
 * hence the least numbers: with ten services for quartiles and rank three for bounds (twelve services) at least three lie at
 * or beyond whatever is told. Values that the reader knows may all lie on one side: a median then wants two services more for
 * each of them, a quartile four, so that as many are left at or beyond it that he does not know.
 * @param values one for each service, in any order
 * @param digits decimals that are kept: a figure with all its decimals could be told apart from others of its kind
 */
export function spreadOf(
  values: readonly number[],
  digits: number,
  { least, known = 0 }: Reading = { least: FEWEST_SERVICES },
): Spread {
  const services = values.length;
  const told = (fewest: number, value: () => number | null): number | null => {
    const found = services >= fewest ? value() : null;
    return found === null ? null : round(found, digits);
  };
  const sorted = [...values].sort((a, b) => a - b);
  const ranks = medianInterval(services);
  const fewest = Math.max(least, FEWEST_SERVICES);
  const forMedian = fewest + 2 * known;
  const forQuartiles = Math.max(FEWEST_FOR_QUARTILES, fewest) + 4 * known;
  const bound = (rank: number | undefined) => () =>
    rank !== undefined && hasToldInterval(services, known) ? (sorted[rank - 1] ?? null) : null;
  return {
    services,
    median: told(forMedian, () => quantile(values, 0.5)),
    low: told(forMedian, bound(ranks?.lowRank)),
    high: told(forMedian, bound(ranks?.highRank)),
    lowerQuartile: told(forQuartiles, () => quantile(values, 0.25)),
    upperQuartile: told(forQuartiles, () => quantile(values, 0.75)),
  };
}

/** A number with so many decimals; −0 is 0. */
export function round(value: number, digits: number): number {
  return Number(value.toFixed(digits)) + 0;
}
