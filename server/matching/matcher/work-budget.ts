import type { Compiled } from './compiled';
import type { SolveLimits } from './plan';

/** How much each part of a solve may do: counted, so that a seed gives the same plan on every machine. */
export interface WorkBudget {
  /** Passes of the auction and rounds of the descent that seek prices. */
  passes: number;
  rounds: number;
  /** Units of `AnnealOptions.work` of the annealing meanwhile … */
  unguided: number;
  /** … of that in which the worst-off service is served better, 0 when nobody asked for it … */
  floor: number;
  /** … and of the one that prices guide. */
  guided: number;
  /** Iterations of a proof among the pairs that matter; 0 where it would not come to its end. */
  iterations: number;
  /** Neighbourhoods solved exactly. */
  neighbourhoods: number;
}

/** Units of annealing in a second on two cores where everything is in the processor's memory … */
const UNITS_PER_SECOND = 6_000_000;
/** … of which half are left with so many seats. */
const HALF_SPEED_SEATS = 12_000;
/** Services whose best team is found in a second, at prices. */
const TEAMS_PER_SECOND = 25_000;
const ITERATIONS_PER_SECOND = 1_500;
const NEIGHBOURHOODS_PER_SECOND = 1.2;

/** Shares of the time; those of a fair plan stand where they differ. */
const SHARES = { prices: 0.25, guided: 0.2, guidedFairly: 0.35, floor: 0.35, polish: 0.5 };
const PASSES = { least: 6, most: 60 };
const ROUNDS_PER_PASS = 6;
/** More services than this are not proved at once. */
const MOST_PROVED = 300;

/** What a limit in seconds comes to in work, for an instance of this size. */
export function workBudget(c: Compiled, limits: SolveLimits): WorkBudget {
  const seconds = limits.work ?? limits.seconds;
  const speed = 1 / (1 + c.slotKind.length / HALF_SPEED_SEATS);
  const units = seconds * UNITS_PER_SECOND * speed;
  const turns = (seconds * SHARES.prices * TEAMS_PER_SECOND) / Math.max(1, c.serviceCount);
  const passes = Math.max(PASSES.least, Math.min(PASSES.most, Math.round(turns / (1 + ROUNDS_PER_PASS))));
  const isFair = c.instance.fairness === 'MAX_MIN_THEN_SUM';
  return {
    passes,
    rounds: passes * ROUNDS_PER_PASS,
    unguided: units * SHARES.prices,
    floor: isFair ? units * SHARES.floor : 0,
    guided: units * (isFair ? SHARES.guidedFairly : SHARES.guided),
    // Neither looks at the worst-off service.
    iterations: isFair || c.serviceCount > MOST_PROVED ? 0 : Math.round(seconds * ITERATIONS_PER_SECOND),
    neighbourhoods: isFair ? 0 : Math.round(seconds * SHARES.polish * NEIGHBOURHOODS_PER_SECOND * speed),
  };
}
