import { listsOf, type Compiled, type Lists } from './compiled';

/** Prices and gains are counted in thousandths of a point, so that a bound is exact whole-number arithmetic. */
export const THOUSANDTHS = 1000;

/** One price of reciprocity: group g on a service of group h. */
export interface DirectionPrice {
  readonly service: number;
  readonly g: number;
  readonly h: number;
  /** The two groups that it stands between, by number in `couples`. */
  readonly couple: number;
  /** Whether g is the lower of the two. */
  readonly isForward: boolean;
}

/**
 * What members of a team pay, in thousandths. Fractions are allowed while prices are being sought; those of a
 * certificate are whole. Directions are priced only where two groups were seen to audit each other.
 */
export interface Prices {
  /** Of one audit, by auditor. */
  readonly capacity: Float64Array;
  /** Of a week, at `a * weekCount + w`. */
  readonly weeks: Float64Array;
  readonly directions: DirectionPrice[];
  /** Price of each of them. */
  readonly direction: number[];
  /** Those of each service. */
  readonly directionsOf: number[][];
  /** Number of two groups in use, by `lower * twoSided + higher`. */
  readonly couples: Map<number, number>;
  /** Number of a direction, by (service, g, h). */
  readonly directionAt: Map<number, number>;
  /** Auditors of each group. */
  readonly members: Lists;
}

/** Prices of nothing. */
export function freePrices(c: Compiled): Prices {
  const members: number[][] = Array.from({ length: c.twoSided }, () => []);
  for (let a = 0; a < c.auditorCount; a += 1)
    for (let i = c.auditorGroups.from[a]!; i < c.auditorGroups.from[a + 1]!; i += 1)
      members[c.auditorGroups.items[i]!]!.push(a);
  return {
    capacity: new Float64Array(c.auditorCount),
    weeks: new Float64Array(c.auditorCount * c.weekCount),
    directions: [],
    direction: [],
    directionsOf: Array.from({ length: c.serviceCount }, () => []),
    couples: new Map(),
    directionAt: new Map(),
    members: listsOf(members),
  };
}

/** Number of the price of group g on a service of group h; made, at nothing, when there is none yet. */
export function directionPrice(c: Compiled, prices: Prices, service: number, g: number, h: number): number {
  const key = (service * c.twoSided + g) * c.twoSided + h;
  const known = prices.directionAt.get(key);
  if (known !== undefined) return known;
  const [lower, higher] = g < h ? [g, h] : [h, g];
  const couple = prices.couples.get(lower * c.twoSided + higher) ?? prices.couples.size;
  prices.couples.set(lower * c.twoSided + higher, couple);
  const number = prices.directions.length;
  prices.directions.push({ service, g, h, couple, isForward: g < h });
  prices.directionsOf[service]!.push(number);
  prices.directionAt.set(key, number);
  return number;
}

/** A copy that later changes of prices leave alone; the list of directions is shared and only grows. */
export function copyPrices(prices: Prices): Prices {
  return {
    ...prices,
    capacity: prices.capacity.slice(),
    weeks: prices.weeks.slice(),
    direction: prices.directions.map((_, number) => prices.direction[number] ?? 0),
  };
}

/** Lays the prices of directions on the auditors who pay them on a service. Returns who does. */
export function layDirections(prices: Prices, s: number, surcharge: Float64Array): number[] {
  const charged: number[] = [];
  for (const number of prices.directionsOf[s]!) {
    const price = prices.direction[number] ?? 0;
    if (price === 0) continue;
    const { g } = prices.directions[number]!;
    for (let i = prices.members.from[g]!; i < prices.members.from[g + 1]!; i += 1) {
      const a = prices.members.items[i]!;
      surcharge[a]! += price;
      charged.push(a);
    }
  }
  return charged;
}
