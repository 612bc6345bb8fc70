import { auctionPrices } from './auction';
import type { Compiled } from './compiled';
import { addDemand, clearDemand, noDemand, touchedDirections, type Demand } from './demand';
import { boundOf, coupleSums, mostEarned } from './lagrangian-bound';
import { teamFinder, type TeamFinder } from './price-teams';
import { copyPrices, THOUSANDTHS, type Prices } from './prices';
import type { RankedPairs } from './ranked-pairs';

/** How prices are sought: counted, so that they are the same everywhere. */
export interface PriceSearch {
  /** Passes of the auction that finds where prices are. */
  passes: number;
  /** Rounds of the descent that makes them right. */
  rounds: number;
  /** Objective of a plan that is known, in points: no bound is below it. */
  target?: number;
  /** Told after each pass and round, the bound in points once there is one; true ends the search. */
  onRound?: (done: number, bound: number) => boolean;
}

/** Prices, and what they prove but for rounding. */
export interface FoundPrices {
  prices: Prices;
  /** In points; the proof is `provedBound`'s. */
  bound: number;
  /** How often each pair was on the best team of its service in the last rounds, 0 to 1, at `s * auditorCount + a`. */
  usage: ReadonlyMap<number, number>;
}

/** Prices move by so many points at first: a part of what an empty seat costs, which they reach where people are few … */
const FIRST_SHARE = 0.2;
/** … and by so few at last. */
const LAST_STEP = 1.5;

/** Share of the newest solution in the average. */
const NEWEST = 0.1;
/** Rounds without gain before steps are shortened. */
const PATIENCE = 7;
/** A plan is hardly ever farther than this share below the bound. */
const NEAR = 0.005;

/**
 * Seeks the prices that prove most. After an auction has found where they are, a descent along the excess demand of an
 * averaged solution makes them right (the volume algorithm: Barahona and Anbil, 2000), its steps as long as the
 * distance to a plan's objective allows (Polyak, 1969).
 */
export function searchPrices(c: Compiled, ranked: RankedPairs, search: PriceSearch): FoundPrices {
  const bestTeam = teamFinder(c, ranked);
  let isOver = false;
  const start = auctionPrices(c, bestTeam, {
    passes: search.passes,
    firstStep: Math.max(LAST_STEP, FIRST_SHARE * c.weights.shortfall),
    lastStep: LAST_STEP,
    stop: (pass) => (isOver = search.onRound?.(pass, Infinity) ?? false),
  });
  return descend(c, bestTeam, start, { ...search, rounds: isOver ? 1 : search.rounds });
}

/** The descent. */
function descend(c: Compiled, bestTeam: TeamFinder, start: Prices, search: PriceSearch): FoundPrices {
  const demand = noDemand(c);
  const usage = averagedUsage();
  let centre = start;
  let trial = start;
  let best = Infinity;
  let average: Excess | null = null;
  let length = 0.1;
  let poor = 0;
  for (let round = 0; round < search.rounds; round += 1) {
    clearDemand(demand);
    usage.age();
    const bound = boundOf(c, bestTeam, trial, false, (s, team) => {
      addDemand(c, demand, s, team);
      for (let i = 0; i < team.size; i += 1) usage.see(s * c.auditorCount + team.members[i]!);
    });
    const excess = excessOf(c, demand, trial);
    const isDownhill = average === null || dot(average, excess) > 0;
    average = average === null ? excess : mixed(average, excess);
    if (bound < best) {
      best = bound;
      centre = trial;
      poor = 0;
      if (isDownhill) length = Math.min(2, length * 1.1);
    } else if ((poor += 1) >= PATIENCE) {
      length *= 0.66;
      poor = 0;
    }
    if (search.onRound?.(search.passes + round, best / THOUSANDTHS)) break;
    const norm = freeNorm(average, centre);
    if (norm === 0 || length < 1e-4) break;
    const near = best - NEAR * Math.abs(best);
    const target = Math.max((search.target ?? -Infinity) * THOUSANDTHS, near);
    trial = moved(c, centre, average, (length * Math.max(THOUSANDTHS, best - target)) / norm);
  }
  return { prices: centre, bound: best / THOUSANDTHS, usage: usage.shares() };
}

/** Demand less supply, of everything that has a price, in the order of `Prices`. */
interface Excess {
  capacity: Float64Array;
  weeks: Float64Array;
  direction: Float64Array;
}

function excessOf(c: Compiled, demand: Demand, prices: Prices): Excess {
  const touched = touchedDirections(c, demand, prices);
  const direction = new Float64Array(prices.directions.length);
  for (const number of touched) direction[number] = 1;
  const sums = coupleSums(prices);
  prices.directions.forEach(({ couple, isForward }, number) => {
    const [forward, backward] = sums[couple]!;
    direction[number]! -= forward === backward ? 0.5 : forward > backward === isForward ? 1 : 0;
  });
  return {
    capacity: demand.capacity.map((wanted, a) => wanted - mostEarned(c, a, prices.capacity[a]!).audits),
    weeks: demand.weeks.map((wanted) => wanted - 1),
    direction,
  };
}

const PARTS = ['capacity', 'weeks', 'direction'] as const;

/** Directions are found as rounds go by: what an older solution does not know counts as it is in the newer one. */
function mixed(older: Excess, newer: Excess): Excess {
  const mix = (part: (typeof PARTS)[number]) =>
    newer[part].map((value, at) => {
      const before = older[part][at] ?? value;
      return before + NEWEST * (value - before);
    });
  return { capacity: mix('capacity'), weeks: mix('weeks'), direction: mix('direction') };
}

function dot(one: Excess, other: Excess): number {
  let sum = 0;
  for (const part of PARTS)
    for (let at = 0; at < one[part].length; at += 1) sum += one[part][at]! * other[part][at]!;
  return sum;
}

/** Square of the excess, but for what would only push prices of nothing below it. */
function freeNorm(excess: Excess, prices: Prices): number {
  let sum = 0;
  for (const part of PARTS)
    for (let at = 0; at < excess[part].length; at += 1) {
      const value = excess[part][at]!;
      if (value > 0 || (prices[part][at] ?? 0) !== 0) sum += value * value;
    }
  return sum;
}

function moved(c: Compiled, from: Prices, excess: Excess, step: number): Prices {
  const next = copyPrices(from);
  for (let a = 0; a < next.capacity.length; a += 1) {
    const price = next.capacity[a]! + step * excess.capacity[a]!;
    next.capacity[a] = c.minimum[a]! > 0 ? price : Math.max(0, price);
  }
  for (let at = 0; at < next.weeks.length; at += 1)
    next.weeks[at] = Math.max(0, next.weeks[at]! + step * excess.weeks[at]!);
  for (let number = 0; number < next.direction.length; number += 1)
    next.direction[number] = Math.max(0, next.direction[number]! + step * (excess.direction[number] ?? 0));
  return next;
}

const LARGE = 1e200;

/** How often pairs are used, older rounds counting less and less. */
function averagedUsage() {
  const weights = new Map<number, number>();
  let newest = NEWEST;
  let total = 0;
  return {
    /** Older rounds stay as they are and newer ones weigh more, which comes to the same. */
    age(): void {
      newest /= 1 - NEWEST;
      if (newest > LARGE) {
        for (const [pair, weight] of weights) weights.set(pair, weight / newest);
        total /= newest;
        newest = 1;
      }
      total += newest;
    },
    see(pair: number): void {
      weights.set(pair, (weights.get(pair) ?? 0) + newest);
    },
    shares: (): ReadonlyMap<number, number> =>
      new Map([...weights].map(([pair, weight]) => [pair, weight / total])),
  };
}
