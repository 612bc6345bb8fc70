import type { Compiled } from './compiled';
import type { SolveLimits } from './plan';

/** How much each part of a solve may do: counted, so that a seed gives the same plan on every machine. */
export interface WorkBudget {
  /** Units of `AnnealOptions.work` of the annealing before prices are known, and of the one that they guide. */
  unguided: number;
  guided: number;
  /** Units in which the worst-off service is served better; 0 when nobody asked for it. */
  floor: number;
  /** Shares of the whole at which the first and the second of these are over. */
  ends: readonly [number, number];
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

/** What a limit in seconds comes to in work, for an instance of this size. */
export function workBudget(c: Compiled, limits: SolveLimits): WorkBudget {
  const seconds = limits.work ?? limits.seconds;
  const units = (seconds * UNITS_PER_SECOND) / (1 + c.slotKind.length / HALF_SPEED_SEATS);
  const turns = (seconds * PRICE_SHARE * TEAMS_PER_SECOND) / Math.max(1, c.serviceCount);
  const passes = Math.max(PASSES.least, Math.min(PASSES.most, Math.round(turns / (1 + ROUNDS_PER_PASS))));
  const rounds = Math.max(1, passes * ROUNDS_PER_PASS);
  const isFair = c.instance.fairness === 'MAX_MIN_THEN_SUM';
  const unguided = units * PRICE_SHARE * 0.8;
  const floor = isFair ? units * FLOOR_SHARE : 0;
  const guided = units * (1 - PRICE_SHARE) - floor;
  const total = unguided + floor + guided;
  return { unguided, floor, guided, ends: [unguided / total, (unguided + floor) / total], passes, rounds };
}
