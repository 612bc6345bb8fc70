import { SEAT_KINDS, type Compiled } from './compiled';
import { THOUSANDTHS, type Prices } from './prices';
import type { RankedPairs } from './ranked-pairs';

/** Auditors of each service and kind of seat, the likeliest first: all allowed ones. */
export type Ranking = Pick<RankedPairs, 'from' | 'who'>;

/**
 * Ranks the auditors of each seat by what they are worth less what they cost elsewhere: at good prices the best plan
 * takes nearly all of its members from the top.
 */
export function rankByPrices(c: Compiled, ranked: Ranking, prices: Prices): Ranking {
  const who = ranked.who.slice();
  const keys = new Float64Array(c.auditorCount);
  const { from, items } = c.serviceWeeks;
  const cheapestWeek = (s: number, a: number): number => {
    let least = from[s] === from[s + 1] ? 0 : Infinity;
    for (let i = from[s]!; i < from[s + 1]!; i += 1) {
      const at = a * c.weekCount + items[i]!;
      if (c.available[at] === 1) least = Math.min(least, prices.weeks[at]!);
    }
    return least;
  };
  for (let row = 0; row < ranked.from.length - 1; row += 1) {
    const s = Math.floor(row / SEAT_KINDS);
    const first = ranked.from[row]!;
    const count = ranked.from[row + 1]! - first;
    for (let i = 0; i < count; i += 1) {
      const a = ranked.who[first + i]!;
      const gain = c.worth[s * c.auditorCount + a]! * THOUSANDTHS - prices.capacity[a]! - cheapestWeek(s, a);
      // One number holds rank and auditor, as in `rankPairs`.
      keys[i] = -Math.round(gain) * c.auditorCount + a;
    }
    keys.subarray(0, count).sort();
    for (let i = 0; i < count; i += 1)
      who[first + i] = keys[i]! - Math.floor(keys[i]! / c.auditorCount) * c.auditorCount;
  }
  return { from: ranked.from, who };
}
