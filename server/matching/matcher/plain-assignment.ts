import { ONE_LEAD, RADIOLOGIST, SEAT_KINDS, type Compiled } from './compiled';
import { fits, isFree, place, type PlanState } from './plan-state';
import { freePrices, THOUSANDTHS, type Prices } from './prices';
import type { RankedPairs } from './ranked-pairs';
import { flowOfSeats, type SeatFlow } from './seat-flow';

/**
 * Whether pairs, seats and loads are all there is: no weeks, no groups, no pins, nobody apart, nothing that a team must
 * bring together. Reviewers of papers are assigned so. `sharedTeams` is not looked at.
 */
export function isPlain(c: Compiled): boolean {
  const { weights } = c;
  const mayAllLead = c.seatOf.every((kind, a) => kind !== RADIOLOGIST || c.lead[a] === 1);
  return (
    c.weekCount === 0 &&
    c.twoSided === 0 &&
    c.pinned.items.length === 0 &&
    c.apart.words.every((word) => word === 0) &&
    (weights.pastPair === 0 || c.past.words.every((word) => word === 0)) &&
    (weights.missingCritical === 0 || c.critical.every((word) => word === 0)) &&
    (weights.missingLead === 0 || mayAllLead || !c.leadRule.includes(ONE_LEAD))
  );
}

/**
 * Fills the empty state of a plain problem with the best plan there is, but for those whom `sharedTeams` keeps from their
 * seats.
 * @param mostSteps pairs that are looked at, at most
 * @param isLate asked before each seat; true gives it up
 * @returns prices that prove it best; null, and nobody placed, when the steps or the time ran out
 */
export function assignPlainly(
  state: PlanState,
  ranked: RankedPairs,
  mostSteps: number,
  isLate: () => boolean = () => false,
): Prices | null {
  const { c } = state;
  const steps = { left: mostSteps };
  const flows: SeatFlow[] = [];
  for (let kind = 0; kind < SEAT_KINDS; kind += 1) {
    const flow = flowOfSeats(c, ranked, kind, steps, isLate);
    if (!flow) return null;
    flows.push(flow);
  }
  const prices = freePrices(c);
  for (let a = 0; a < c.auditorCount; a += 1) {
    const price = flows[c.seatOf[a]!]!.price(a) * THOUSANDTHS;
    // Whom nobody wants may cost less than nothing; that nobody wants him for nothing proves as much.
    prices.capacity[a] = c.minimum[a]! > 0 ? price : Math.max(0, price);
  }
  for (let s = 0; s < c.serviceCount; s += 1) {
    const waiting = flows.map(({ members }) => members[s]!.toSorted((one, other) => one - other));
    for (let slot = c.slotFrom[s]!; slot < c.slotFrom[s + 1]!; slot += 1) {
      const a = waiting[c.slotKind[slot]!]!.shift();
      if (a !== undefined && fits(state, slot, a) && isFree(state, s, a)) place(state, slot, a);
    }
  }
  return prices;
}
