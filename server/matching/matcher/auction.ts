import type { Compiled } from './compiled';
import { addDemand, clearDemand, noDemand, touchedDirections, type Demand } from './demand';
import { coupleSums, mostEarned } from './lagrangian-bound';
import type { TeamFinder } from './price-teams';
import { freePrices, THOUSANDTHS, type Prices } from './prices';

/** How many passes over all services, and how prices move: by a first step in points, less and less. */
export interface AuctionLimits {
  passes: number;
  firstStep: number;
  lastStep: number;
  /** Asked after each pass; true ends the auction. */
  stop?: (pass: number) => boolean;
}

/** Steps between service and service that visit them in another order in each pass. */
const STRIDES = [7919, 6101, 4513, 9973, 5657];

/**
 * Finds prices that are nearly right from prices of nothing, quickly: service after service takes its best team, and
 * the price of each member rises at once; at the end of a pass it falls by what he would have been willing to do
 * (an incremental subgradient method: Nedić and Bertsekas, 2001). A pass moves prices as far as a hundred rounds that
 * wait for all services would.
 */
export function auctionPrices(c: Compiled, bestTeam: TeamFinder, limits: AuctionLimits): Prices {
  const prices = freePrices(c);
  const demand = noDemand(c);
  const { serviceCount, weekCount } = c;
  const decay = (limits.lastStep / limits.firstStep) ** (1 / Math.max(1, limits.passes - 1));
  let step = limits.firstStep * THOUSANDTHS;
  for (let pass = 0; pass < limits.passes; pass += 1) {
    clearDemand(demand);
    const stride = STRIDES.find((candidate) => serviceCount % candidate !== 0)!;
    for (let turn = 0; turn < serviceCount; turn += 1) {
      const s = (turn * stride + pass * 31) % serviceCount;
      const team = bestTeam(prices, s, false);
      addDemand(c, demand, s, team);
      for (let i = 0; i < team.size; i += 1) {
        const a = team.members[i]!;
        prices.capacity[a]! += step;
        const at = a * weekCount + team.week;
        if (team.week >= 0 && demand.weeks[at]! > 1) prices.weeks[at]! += step;
      }
    }
    lowerPrices(c, prices, demand, step);
    weighDirections(c, prices, demand, step);
    if (limits.stop?.(pass)) break;
    step *= decay;
  }
  return prices;
}

/** What nobody wanted gets cheaper. */
function lowerPrices(c: Compiled, prices: Prices, demand: Demand, step: number): void {
  for (let a = 0; a < c.auditorCount; a += 1) {
    const lower = prices.capacity[a]! - step * mostEarned(c, a, prices.capacity[a]!).audits;
    prices.capacity[a] = c.minimum[a]! > 0 ? lower : Math.max(0, lower);
  }
  for (let at = 0; at < prices.weeks.length; at += 1)
    if (prices.weeks[at]! > 0 && demand.weeks[at] === 0)
      prices.weeks[at] = Math.max(0, prices.weeks[at]! - step);
}

/** Of two groups that audit each other, the direction that is priced less gets dearer where it is taken. */
function weighDirections(c: Compiled, prices: Prices, demand: Demand, step: number): void {
  const touched = new Set(touchedDirections(c, demand, prices));
  const sums = coupleSums(prices);
  prices.directions.forEach(({ couple, isForward }, number) => {
    const [forward, backward] = sums[couple]!;
    // While neither is priced, one of them has to begin.
    const isOpen = forward === backward ? isForward : forward > backward === isForward;
    const price = prices.direction[number] ?? 0;
    const excess = (touched.has(number) ? 1 : 0) - (isOpen ? 1 : 0);
    prices.direction[number] = Math.max(0, price + step * excess);
  });
}
