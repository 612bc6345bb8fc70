import type { Certificate } from './plan';
import { type Compiled } from './compiled';
import { teamFinder, type PricedTeam, type TeamFinder } from './price-teams';
import { THOUSANDTHS, type Prices } from './prices';
import type { RankedPairs } from './ranked-pairs';

/** Audits that an auditor would take at a price, and what they earn less what they cost. */
export interface Earned {
  audits: number;
  gain: number;
}

/**
 * The most that an auditor earns at a price per audit: audits cost more and more, so he takes them one by one as long
 * as each pays.
 * @returns in thousandths; belowMinimum paid where he stays below his minimum
 */
export function mostEarned(c: Compiled, auditor: number, price: number): Earned {
  const minimum = Math.max(0, c.minimum[auditor]!);
  const below = c.weights.belowMinimum * THOUSANDTHS;
  let gain = -below * minimum;
  let audits = 0;
  for (; audits < c.capacity[auditor]!; audits += 1) {
    const more = price - c.load[audits]! * THOUSANDTHS + (audits < minimum ? below : 0);
    if (more <= 0) break;
    gain += more;
  }
  return { audits, gain };
}

/** What is done with the best team of each service, while a bound is added up. */
export type OnTeam = (service: number, team: PricedTeam) => void;

/**
 * Adds up what prices prove (the formula stands with `Certificate`), over all allowed pairs.
 * @param isExact whether each team is surely the best; only then is the sum a bound
 * @returns in thousandths, a whole number when the prices are whole; −∞ when pins leave some service no team
 */
export function boundOf(
  c: Compiled,
  bestTeam: TeamFinder,
  prices: Prices,
  isExact: boolean,
  onTeam: OnTeam = () => undefined,
): number {
  let sum = 0;
  for (let s = 0; s < c.serviceCount; s += 1) {
    const team = bestTeam(prices, s, isExact);
    sum += team.gain;
    onTeam(s, team);
  }
  for (let a = 0; a < c.auditorCount; a += 1) sum += mostEarned(c, a, prices.capacity[a]!).gain;
  for (const price of prices.weeks) sum += price;
  for (const [forward, backward] of coupleSums(prices)) sum += Math.max(forward, backward);
  return sum;
}

/** Prices of both directions between two groups, each added up over services. */
export function coupleSums(prices: Prices): [number, number][] {
  const sums = Array.from({ length: prices.couples.size }, (): [number, number] => [0, 0]);
  prices.directions.forEach(({ couple, isForward }, number) => {
    sums[couple]![isForward ? 0 : 1] += prices.direction[number] ?? 0;
  });
  return sums;
}

/** Rounds prices to whole thousandths, so that what they prove is exact. */
export function wholePrices(prices: Prices): Prices {
  return {
    ...prices,
    capacity: prices.capacity.map(Math.round),
    weeks: prices.weeks.map(Math.round),
    direction: prices.direction.map(Math.round),
  };
}

/** A bound in points and the prices that prove it. */
export interface ProvedBound {
  bound: number;
  certificate: Certificate;
}

/**
 * The bound that prices prove over all allowed pairs, once they are made whole: exact arithmetic, and the certificate
 * that lets anybody add it up anew.
 */
export function provedBound(c: Compiled, ranked: RankedPairs, prices: Prices): ProvedBound {
  const whole = wholePrices(prices);
  const bound = Math.floor(boundOf(c, teamFinder(c, ranked), whole, true) / THOUSANDTHS);
  return { bound, certificate: certificateOf(c, whole) };
}

/** Prices by the ids of what they are on; those of nothing are left out. */
function certificateOf(c: Compiled, prices: Prices): Certificate {
  const capacity: [string, number][] = [];
  const weeks: [string, number][] = [];
  c.auditors.forEach(({ id }, a) => {
    if (prices.capacity[a] !== 0) capacity.push([id, prices.capacity[a]!]);
    c.weeks.forEach((week, w) => {
      const price = prices.weeks[a * c.weekCount + w]!;
      if (price !== 0) weeks.push([`${id}|${week}`, price]);
    });
  });
  const reciprocity = prices.directions.flatMap(({ service, g, h }, number) => {
    const price = prices.direction[number] ?? 0;
    return price === 0 ? [] : [[c.groups[g]!, c.groups[h]!, c.services[service]!.id, price] as const];
  });
  // Made of entries, for an id may be called like what every object has.
  return { capacity: Object.fromEntries(capacity), weeks: Object.fromEntries(weeks), reciprocity };
}
