import type { Compiled } from './compiled';
import type { PricedTeam } from './price-teams';
import { directionPrice, type Prices } from './prices';

/** What the best teams under prices take, each service choosing without regard to the others. */
export interface Demand {
  /** Audits of each auditor. */
  readonly capacity: Float64Array;
  /** Audits of each auditor in each week, at `a * weekCount + w`. */
  readonly weeks: Float64Array;
  /** Services on which group g audits group h, by `g * twoSided + h`. */
  readonly directions: Map<number, number[]>;
}

/** No demand yet. */
export const noDemand = (c: Compiled): Demand => ({
  capacity: new Float64Array(c.auditorCount),
  weeks: new Float64Array(c.auditorCount * c.weekCount),
  directions: new Map(),
});

/** Forgets all demand. */
export function clearDemand(demand: Demand): void {
  demand.capacity.fill(0);
  demand.weeks.fill(0);
  demand.directions.clear();
}

/** Adds what a team takes. */
export function addDemand(c: Compiled, demand: Demand, service: number, team: PricedTeam): void {
  const { auditorGroups, serviceGroups } = c;
  for (let i = 0; i < team.size; i += 1) {
    const a = team.members[i]!;
    demand.capacity[a]! += 1;
    if (team.week >= 0) demand.weeks[a * c.weekCount + team.week]! += 1;
    for (let x = auditorGroups.from[a]!; x < auditorGroups.from[a + 1]!; x += 1)
      for (let y = serviceGroups.from[service]!; y < serviceGroups.from[service + 1]!; y += 1) {
        const [g, h] = [auditorGroups.items[x]!, serviceGroups.items[y]!];
        if (g === h) continue;
        const services = demand.directions.get(g * c.twoSided + h);
        if (services) services.push(service);
        else demand.directions.set(g * c.twoSided + h, [service]);
      }
  }
}

/**
 * Numbers of the direction prices that demand touches. Two groups that audit each other get prices if they have none;
 * where only one audits the other, those that it has already.
 */
export function touchedDirections(c: Compiled, demand: Demand, prices: Prices): number[] {
  const touched: number[] = [];
  for (const [key, services] of demand.directions) {
    const [g, h] = [Math.floor(key / c.twoSided), key % c.twoSided];
    const isMutual = demand.directions.has(h * c.twoSided + g);
    for (const s of services) {
      const known = isMutual
        ? directionPrice(c, prices, s, g, h)
        : prices.directionAt.get((s * c.twoSided + g) * c.twoSided + h);
      if (known !== undefined) touched.push(known);
    }
  }
  return touched;
}
