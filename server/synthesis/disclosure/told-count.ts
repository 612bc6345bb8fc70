import { shareOf } from '../../measures';
import { round } from './spread';

/** So many services of all, with the share and its interval (Wilson, 95 %). */
export interface ServiceShare {
  services: number;
  of: number;
  /** Fractions, to the hundredth. */
  share: number;
  low: number;
  high: number;
}

/**
 * Whether a count of services may stand by itself beside the number of all: it and those that are left are each none or
 * `least`. All of them together may be told of what harms none: of a shortcoming it would tell on each.
 */
export function isToldCount(count: number, all: number, least: number, isHarmless: boolean): boolean {
  const left = all - count;
  return (count === 0 || count >= least) && (left >= least || (left === 0 && isHarmless));
}

/** A share of services, rounded. @param all above 0 */
export function serviceShare(count: number, all: number): ServiceShare {
  const { estimate, low, high } = shareOf(count, all);
  return {
    services: count,
    of: all,
    share: round(estimate ?? 0, 2),
    low: round(low ?? 0, 2),
    high: round(high ?? 0, 2),
  };
}
