import { RADIOLOGIST, SEAT_KINDS, SOLE_LEAD, TRAINEE, type Compiled } from './compiled';
import { layDirections, THOUSANDTHS, type Prices } from './prices';
import type { TeamFinder } from './price-teams';
import { costOfMissing, type RankedPairs } from './ranked-pairs';

/** Pairs of service and auditor, as `s * auditorCount + a`. */
export type PairSet = ReadonlySet<number>;

/**
 * Pairs that a plan may have which is worth at most so much less than prices allow: with any other pair, the best team
 * of its service alone loses more (fixing by reduced cost). Nothing is left out that such a plan could use.
 * @param slack in thousandths: what the prices prove, less the least that a plan of interest is worth
 */
export function pairsWithin(
  c: Compiled,
  ranked: RankedPairs,
  bestTeam: TeamFinder,
  prices: Prices,
  slack: number,
): PairSet {
  const pairs = new Set<number>();
  const within = pairsOfService(c, ranked, prices);
  for (let s = 0; s < c.serviceCount; s += 1) {
    const least = bestTeam(prices, s, true).gain - slack;
    within(s, least, (a) => pairs.add(s * c.auditorCount + a));
  }
  return pairs;
}

/** Somebody who could sit on the service in a week. */
interface Offered {
  a: number;
  net: number;
  mask: number;
}

/** For a service, tells who could be on a team that gains at least so much. Pinned auditors are left to others. */
function pairsOfService(c: Compiled, ranked: RankedPairs, prices: Prices) {
  const surcharge = new Float64Array(c.auditorCount);
  return (s: number, least: number, tell: (auditor: number) => void): void => {
    const charged = layDirections(prices, s, surcharge);
    const pins = new Set(c.pinned.items.subarray(c.pinned.from[s], c.pinned.from[s + 1]));
    const weeks = [...c.serviceWeeks.items.subarray(c.serviceWeeks.from[s], c.serviceWeeks.from[s + 1])];
    for (const week of weeks.length > 0 ? weeks : [-1]) {
      const all = Array.from({ length: SEAT_KINDS }, (_, kind) => offers(s, week, kind));
      const pinned = all.flat().filter(({ a }) => pins.has(a));
      if (pinned.length < pins.size) continue;
      const sum = pinned.reduce((total, { net }) => total + net, 0) - unledPin(c, s, pinned);
      const mask = pinned.reduce((masks, one) => masks | one.mask, 0);
      const free = all.map((offered) =>
        offered.filter(({ a }) => !pins.has(a)).sort((x, y) => y.net - x.net),
      );
      const slots = free.map(
        (_, kind) => c.seats[s * SEAT_KINDS + kind]! - pinned.filter(({ a }) => c.seatOf[a] === kind).length,
      );
      const none = (kind: number) => (kind === TRAINEE ? 0 : -c.weights.shortfall * THOUSANDTHS);
      const top = (kind: number, count: number): number => {
        let total = 0;
        for (let i = 0; i < count; i += 1) total += Math.max(free[kind]![i]?.net ?? -Infinity, none(kind));
        return total;
      };
      for (let kind = 0; kind < SEAT_KINDS; kind += 1) {
        if (slots[kind]! <= 0) continue;
        // The best that the others could bring, whoever they are.
        let rest = sum;
        let reach = mask;
        for (let other = 0; other < SEAT_KINDS; other += 1) {
          const count = slots[other]! - (other === kind ? 1 : 0);
          rest += top(other, count);
          if (count > 0) for (const one of free[other]!) reach |= one.mask;
        }
        for (const { a, net, mask: own } of free[kind]!)
          if (net + rest - missingCost(ranked, s, reach | own) >= least) tell(a);
      }
    }
    for (const a of charged) surcharge[a] = 0;
  };

  function offers(s: number, week: number, kind: number): Offered[] {
    const offered: Offered[] = [];
    for (
      let at = ranked.from[s * SEAT_KINDS + kind]!;
      at < ranked.from[s * SEAT_KINDS + kind + 1]!;
      at += 1
    ) {
      const a = ranked.who[at]!;
      if (week >= 0 && c.available[a * c.weekCount + week] === 0) continue;
      const paid =
        prices.capacity[a]! + surcharge[a]! + (week >= 0 ? prices.weeks[a * c.weekCount + week]! : 0);
      const net = c.worth[s * c.auditorCount + a]! * THOUSANDTHS - paid;
      offered.push({ a, net, mask: ranked.brings[at]! });
    }
    return offered;
  }
}

/** What a radiologist costs who is pinned to a single seat without the right to lead. */
function unledPin(c: Compiled, s: number, pinned: readonly Offered[]): number {
  const isUnled =
    c.leadRule[s] === SOLE_LEAD && pinned.some(({ a }) => c.seatOf[a] === RADIOLOGIST && c.lead[a] === 0);
  return isUnled ? c.weights.missingLead * THOUSANDTHS : 0;
}

function missingCost(ranked: RankedPairs, s: number, mask: number): number {
  let cost = 0;
  for (let bit = 0; bit < ranked.askedCount[s]!; bit += 1)
    if ((mask & (1 << bit)) === 0) cost += costOfMissing(ranked, s, bit) * THOUSANDTHS;
  return cost;
}
