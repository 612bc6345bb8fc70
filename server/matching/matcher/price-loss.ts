import { hasBit } from './bit-matrix';
import { TRAINEE, type Compiled, type Solution } from './compiled';
import { lacksLead, membersOf, uncovered } from './objective';
import type { TeamFinder } from './price-teams';
import { layDirections, THOUSANDTHS, type Prices } from './prices';

/**
 * What each team of a plan loses against the best one for its service, at prices, in thousandths: where a plan could be
 * better. A plan that loses nothing anywhere, auditors included, is a best one.
 */
export function teamLosses(c: Compiled, bestTeam: TeamFinder, prices: Prices, plan: Solution): Float64Array {
  const losses = new Float64Array(c.serviceCount);
  const surcharge = new Float64Array(c.auditorCount);
  for (let s = 0; s < c.serviceCount; s += 1) {
    const best = bestTeam(prices, s, true).gain;
    const charged = layDirections(prices, s, surcharge);
    losses[s] = best - netGain(c, prices, plan, s, surcharge);
    for (const a of charged) surcharge[a] = 0;
  }
  return losses;
}

/** What a team gains less what it lacks and pays. */
function netGain(c: Compiled, prices: Prices, plan: Solution, s: number, surcharge: Float64Array): number {
  const { weights } = c;
  const members = membersOf(c, plan, s);
  const week = plan.week[s]!;
  let points = 0;
  let paid = 0;
  members.forEach((a, i) => {
    points += c.worth[s * c.auditorCount + a]!;
    paid += prices.capacity[a]! + surcharge[a]! + (week >= 0 ? prices.weeks[a * c.weekCount + week]! : 0);
    for (let j = 0; j < i; j += 1) if (hasBit(c.past, a, members[j]!)) points -= weights.pastPair;
  });
  points -= weights.shortfall * emptySeats(c, plan, s) + weights.missingCritical * uncovered(c, s, members);
  if (lacksLead(c, s, members)) points -= weights.missingLead;
  return points * THOUSANDTHS - paid;
}

function emptySeats(c: Compiled, plan: Solution, s: number): number {
  let empty = 0;
  for (let slot = c.slotFrom[s]!; slot < c.slotFrom[s + 1]!; slot += 1)
    if (plan.member[slot]! < 0 && c.slotKind[slot] !== TRAINEE) empty += 1;
  return empty;
}
