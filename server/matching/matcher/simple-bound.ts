import { bestTeam, emptyOffer } from './best-team';
import { SEAT_KINDS, type Compiled, type Lists } from './compiled';

/**
 * A bound that needs no prices: every service has the best team that it could have alone, and every auditor the number
 * of audits that costs him least. Weak where auditors are scarce, but there at once.
 */
export function simpleBound(c: Compiled, eligible: Lists): number {
  let bound = 0;
  for (let s = 0; s < c.serviceCount; s += 1) {
    const offer = emptyOffer();
    for (let kind = 0; kind < SEAT_KINDS; kind += 1) {
      const row = s * SEAT_KINDS + kind;
      for (let i = eligible.from[row]!; i < eligible.from[row + 1]!; i += 1) {
        offer.who[kind]!.push(eligible.items[i]!);
        offer.gain[kind]!.push(c.worth[s * c.auditorCount + eligible.items[i]!]!);
      }
    }
    bound += bestTeam(c, s, offer)?.gain ?? 0;
  }
  for (let a = 0; a < c.auditorCount; a += 1) {
    let cost = c.weights.belowMinimum * Math.max(0, c.minimum[a]!);
    let least = cost;
    for (let n = 0; n < Math.min(c.capacity[a]!, c.serviceCount); n += 1) {
      cost += c.load[n]! - (n < c.minimum[a]! ? c.weights.belowMinimum : 0);
      least = Math.min(least, cost);
    }
    bound -= least;
  }
  return bound;
}
