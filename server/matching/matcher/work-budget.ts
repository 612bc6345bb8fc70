import type { Compiled } from './compiled';
import type { SolveLimits } from './plan';

/** How much each part of a solve may do: counted, so that a seed gives the same plan on every machine. */
export interface WorkBudget {
  /** Units of `AnnealOptions.work` of the annealing before prices are known, and of the one that they guide. */
  unguided: number;
  guided: number;
  /** Units in which the worst-off service is served better; 0 when nobody asked for it. */
  floor: number;
  /** Neighbourhoods that are solved exactly after that. */
  neighbourhoods: number;
  /** Iterations of a proof of the whole. */
  iterations: number;
  /** Shares of the whole at which the first, the second and the third of these are over. */
  ends: readonly [number, number, number];
  /** Passes of the auction and rounds of the descent. */
  passes: number;
  rounds: number;
}

/** Units in a second on a slow machine where everything is in the processor's memory … */
const UNITS_PER_SECOND = 4_500_000;
/** … of which half are left with so many seats. */
const HALF_SPEED_SEATS = 12_000;
/** Services whose best team is found in a second, at prices. */
const TEAMS_PER_SECOND = 25_000;
/** Share of the time in which prices are sought. */
const PRICE_SHARE = 0.25;
/** Share of the work that goes to the worst-off service when it is asked for. */
const FLOOR_SHARE = 0.4;
const PASSES = { least: 6, most: 60 };
const ROUNDS_PER_PASS = 6;
/** Share of the work that goes to exact solves of neighbourhoods, and how many of them a second sees. */
const POLISH_SHARE = 0.4;
const NEIGHBOURHOODS_PER_SECOND = 1.6;
const ITERATIONS_PER_SECOND = 1_500;
/** Annealing gains nothing any more after so many units for each seat, before prices are known and after. */
const UNITS_PER_SEAT = { unguided: 12_000, guided: 40_000 };

/** What a limit in seconds comes to in work, for an instance of this size. */
export function workBudget(c: Compiled, limits: SolveLimits): WorkBudget {
  const seconds = limits.work ?? limits.seconds;
  const speed = 1 / (1 + c.slotKind.length / HALF_SPEED_SEATS);
  const units = seconds * UNITS_PER_SECOND * speed;
  const turns = (seconds * PRICE_SHARE * TEAMS_PER_SECOND) / Math.max(1, c.serviceCount);
  const passes = Math.max(PASSES.least, Math.min(PASSES.most, Math.round(turns / (1 + ROUNDS_PER_PASS))));
  const rounds = Math.max(1, passes * ROUNDS_PER_PASS);
  const isFair = c.instance.fairness === 'MAX_MIN_THEN_SUM';
  const seats = c.slotKind.length;
  const unguided = Math.min(units * PRICE_SHARE * 0.8, seats * UNITS_PER_SEAT.unguided);
  const floor = isFair ? units * FLOOR_SHARE : 0;
  const guided = Math.min(
    units * (1 - PRICE_SHARE - POLISH_SHARE) - (isFair ? floor - units * POLISH_SHARE : 0),
    seats * UNITS_PER_SEAT.guided,
  );
  // The exact solves look at the sum alone.
  const polish = isFair ? 0 : units * POLISH_SHARE;
  const neighbourhoods = isFair ? 0 : Math.ceil(seconds * POLISH_SHARE * NEIGHBOURHOODS_PER_SECOND * speed);
  const iterations = Math.ceil(seconds * ITERATIONS_PER_SECOND);
  const total = unguided + floor + guided + polish;
  const ends = [unguided / total, (unguided + floor) / total, (unguided + floor + guided) / total] as const;
  return { unguided, floor, guided, neighbourhoods, iterations, ends, passes, rounds };
}
