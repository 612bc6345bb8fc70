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

/** Where a bound of an interval may stand: an order statistic with fewer services beyond it says how its extremes fare. */
const FEWEST_BEYOND = 3;

/** Whether the interval of a median over so many services may be told: neither bound is one of the two extremes. */
export function hasToldInterval(services: number): boolean {
  return (medianInterval(services)?.lowRank ?? 0) >= FEWEST_BEYOND;
}

/**
 * Median, quartiles and interval of a value over services. Each of these is the value of one service or lies between two,
 * hence the least numbers: with ten services for quartiles and rank three for bounds (twelve services) at least three lie at
 * or beyond whatever is told.
 * @param values one for each service, in any order
 * @param digits decimals that are kept: a figure with all its decimals could be told apart from others of its kind
 * @param least fewest services behind a figure; never below {@link FEWEST_SERVICES}
 */
export function spreadOf(values: readonly number[], digits: number, least = FEWEST_SERVICES): Spread {
  const services = values.length;
  const told = (fewest: number, value: () => number | null): number | null => {
    const found = services >= Math.max(fewest, least, FEWEST_SERVICES) ? value() : null;
    return found === null ? null : round(found, digits);
  };
  const sorted = [...values].sort((a, b) => a - b);
  const ranks = medianInterval(services);
  const bound = (rank: number | undefined) => () =>
    rank !== undefined && hasToldInterval(services) ? (sorted[rank - 1] ?? null) : null;
  return {
    services,
    median: told(0, () => quantile(values, 0.5)),
    low: told(0, bound(ranks?.lowRank)),
    high: told(0, bound(ranks?.highRank)),
    lowerQuartile: told(FEWEST_FOR_QUARTILES, () => quantile(values, 0.25)),
    upperQuartile: told(FEWEST_FOR_QUARTILES, () => quantile(values, 0.75)),
  };
}

/** A number with so many decimals; −0 is 0. */
export function round(value: number, digits: number): number {
  return Number(value.toFixed(digits)) + 0;
}
