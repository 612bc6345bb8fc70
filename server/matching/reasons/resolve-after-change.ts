import { compileInstance } from '../matcher/compile-instance';
import type { MilpLimits } from '../matcher/highs';
import {
  SEATED_PROFESSIONS,
  type Instance,
  type Pair,
  type PlanSeat,
  type SeatedProfession,
} from '../matcher/instance';
import { provedBound } from '../matcher/lagrangian-bound';
import { addColumn, addRow } from '../matcher/linear-model';
import { gapOf, type Plan } from '../matcher/plan';
import { freePrices } from '../matcher/prices';
import { rankPairs } from '../matcher/ranked-pairs';
import { movesBetween, type Move } from './compare-plans';
import { emptySeats } from './fill-seat';
import { neighbourhoodOf, type Reach } from './neighbourhood';
import { planFrom } from './plan-from';
import { missingSeats, partsOf, totalOf } from './plan-parts';
import { reopen } from './reopening';
import { modelOf } from './reopening-model';
import { solveFairly } from './solve-fairly';
import { solveReopening } from './solve-reopening';
import { standingOf, teamOf, type Standing } from './standing';
import { changedInstance, emptySeatsOf, pairsOf, whatStays, type PlanChange } from './what-stays';
import type { Scope } from './why-not-pair';

/** A plan made good after a change. */
export interface ResolvedPlan {
  /** What was solved: with what was withdrawn forbidden, what is fixed pinned, and the plan before as the previous one. */
  instance: Instance;
  plan: Plan;
  /** All that changes from the plan before. */
  moves: readonly Move[];
  /** Assignments that the change itself takes away. */
  lost: readonly Pair[];
  /** Assignments given up beyond those, and dates moved, counted once for each member who stays. */
  movedBeyond: number;
  /** Against what it is proved that fewer seats cannot be empty and no fewer assignments given up. */
  scope: Scope;
}

/** What is tried when the seats that became empty cannot be filled on their own: first a little, then far around. */
const REACHES: readonly Reach[] = [
  { wholePairs: 600, seats: 16, candidates: 12 },
  { wholePairs: 600, seats: 48, candidates: 40 },
];

const LIMITS: MilpLimits = { nodes: 800, iterations: 120_000 };

/**
 * Re-solves a plan after a change with the fewest moves: what is still allowed stays where it can; the fewest seats
 * are empty that were not empty before, then the fewest assignments are given up, then the objective is best. The
 * seats that the change empties are tried alone first: when they can be filled so, nothing else moves and nothing
 * could move less. Otherwise the seats around them are opened. After a change that takes nobody away (one more
 * auditor, a rule set aside), others may move for the seats that were empty before.
 * @param instance as it is after the change; `change` adds what it does not say
 * @throws InstanceError when what is fixed contradicts itself
 */
export async function resolveAfterChange(
  instance: Instance,
  before: Pick<Plan, 'teams'>,
  change: PlanChange,
): Promise<ResolvedPlan> {
  const after = changedInstance(instance, before, change);
  const kept = whatStays(after, before);
  const lost = pairsOf(before).filter(([auditor, service]) => !isThere(kept, auditor, service));
  const wasEmpty = lost.length > 0 ? standingOf(after, before) : null;
  const alone = await fewestMoves({ kept, wasEmpty }, emptySeatsOf(kept, before), false);
  let best = alone;
  for (const reach of REACHES) {
    const first = servicesToOpen(kept, lost);
    const isMended = best.missing === 0 && isPinsSeated(best.standing) && best.given <= 1;
    if (first.length === 0 || isMended) break;
    const near = neighbourhoodOf(kept, first, reach);
    const tried = await fewestMoves({ kept, wasEmpty }, near.seats, near.isWhole, !near.isWhole);
    if (!isBetter(best, tried)) best = tried;
    if (near.isWhole) break;
  }
  return {
    instance: after,
    plan: planOf(best.standing),
    moves: movesBetween(standingOf(after, before), best.standing),
    lost,
    movedBeyond: best.given,
    scope: scopeOf(best, alone),
  };
}

interface Attempt {
  standing: Standing;
  /** Required seats that are empty and should not be. */
  missing: number;
  /** Assignments given up, dates moved. */
  given: number;
  isWhole: boolean;
  isProved: boolean;
}

/** Nothing given up is least; one is, when none was proved not to do. */
function scopeOf(best: Attempt, alone: Attempt): Scope {
  if (!best.isProved) return 'NOT_PROVED';
  const isLeast = best.given === 0 || (best.given === 1 && alone.isProved && alone.missing > best.missing);
  return best.isWhole || (isPinsSeated(alone.standing) && best.missing === 0 && isLeast)
    ? 'WHOLE_PLAN'
    : 'NEIGHBOURHOOD';
}

/** Pins first, then fewer empty seats, then fewer assignments given up. */
function isBetter(one: Attempt, other: Attempt): boolean {
  const [pins, otherPins] = [isPinsSeated(one.standing), isPinsSeated(other.standing)];
  if (pins !== otherPins) return pins;
  if (one.missing !== other.missing) return one.missing < other.missing;
  return one.given < other.given || (one.given === other.given && one.isProved && !other.isProved);
}

const isPinsSeated = (standing: Standing): boolean =>
  standing.facts.instance.pinned.every(([auditor, service]) => isThere(standing, auditor, service));

/** Where the change took somebody away whom nobody replaces yet; when it took nobody, wherever a seat is empty. */
function servicesToOpen(kept: Standing, lost: readonly Pair[]): string[] {
  const short = kept.facts.instance.services
    .filter((service) => missingSeats(service, teamOf(kept, service.id)) > 0)
    .map(({ id }) => id);
  const pinned = kept.facts.instance.pinned
    .filter(([auditor, service]) => !isThere(kept, auditor, service))
    .map(([, service]) => service);
  const hit = new Set(lost.map(([, service]) => service));
  const chosen = hit.size > 0 ? short.filter((id) => hit.has(id)) : short.slice(0, MOST_FIRST);
  return [...new Set([...pinned, ...chosen])];
}

/** Services that are opened as a whole when the change took nobody away. */
const MOST_FIRST = 8;

/** Candidates of each seat when not all seats are open. */
const PER_SEAT = 30;

/** What is to be mended. */
interface Damage {
  kept: Standing;
  /** The plan whose empty seats may stay so; null when all should be filled. */
  wasEmpty: Standing | null;
}

/** Takes seats anew: fewest empty that should not be, then fewest given up, then the best objective. */
async function fewestMoves(
  damage: Damage,
  seats: ReadonlyMap<string, ReadonlySet<PlanSeat>>,
  isWhole: boolean,
  isNear = false,
): Promise<Attempt> {
  const { kept } = damage;
  const missing = (standing: Standing) => missingBeyond(damage, standing);
  const nothing = { standing: kept, missing: missing(kept), given: 0, isWhole, isProved: seats.size === 0 };
  if (seats.size === 0) return nothing;
  const written = modelOf(reopen(kept, seats), isNear ? { perSeat: PER_SEAT } : {});
  const { model, choices } = written;
  const staying = choices.filter(
    ({ auditor, open, week }) =>
      isThere(kept, auditor.id, open.service.id) && teamOf(kept, open.service.id).week === week,
  );
  const cost = [...model.cost];
  model.cost.fill(0);
  const excess = written.missing.map(({ service, seat, column }) => {
    const allowed = emptyBefore(damage, service, seat);
    if (allowed === 0) return column;
    const beyond = addColumn(model, 0, 0, Infinity, false);
    addRow(model, -Infinity, allowed, [column, beyond], [1, -1]);
    return beyond;
  });
  for (const column of excess) model.cost[column] = -(staying.length + 1);
  for (const { column } of staying) model.cost[column] = 1;
  const fewest = await solveReopening(written, LIMITS);
  if (!fewest.after) return nothing;
  const stays = fewest.chosen.filter((choice) => staying.includes(choice)).length;
  const elsewhere = missing(kept) - missingBeyond(damage, kept, seats);
  addRow(model, -Infinity, missing(fewest.after) - elsewhere, excess);
  addRow(
    model,
    stays,
    Infinity,
    staying.map(({ column }) => column),
  );
  model.cost.forEach((_, column) => (model.cost[column] = cost[column] ?? 0));
  const { after, end } = await solveFairly(written);
  const standing = after ?? fewest.after;
  return {
    standing,
    missing: missing(standing),
    given: new Set(staying.map(({ auditor, open }) => `${auditor.id} ${open.service.id}`)).size - stays,
    isWhole,
    isProved: fewest.end === 'PROVED' && end === 'PROVED',
  };
}

/** How many seats of a kind were empty before, and may be still. */
function emptyBefore({ wasEmpty }: Damage, id: string, seat: SeatedProfession): number {
  return wasEmpty ? emptySeats(wasEmpty, wasEmpty.facts.services.get(id)!, seat) : 0;
}

/** Required seats that are empty and were not, of all or of some. */
function missingBeyond(
  damage: Damage,
  standing: Standing,
  only?: ReadonlyMap<string, ReadonlySet<PlanSeat>>,
): number {
  let count = 0;
  for (const service of standing.facts.instance.services)
    for (const seat of SEATED_PROFESSIONS)
      if (!only || only.get(service.id)?.has(seat))
        count += Math.max(0, emptySeats(standing, service, seat) - emptyBefore(damage, service.id, seat));
  return count;
}

const isThere = (standing: Standing, auditor: string, service: string): boolean =>
  standing.audits.get(auditor)?.has(service) ?? false;

/** The plan with its objective, against a bound that needs no search. */
function planOf(standing: Standing): Plan {
  const { instance } = standing.facts;
  if (!isPinsSeated(standing)) return NO_PLAN;
  const objective = totalOf(partsOf(standing));
  const compiled = compileInstance(instance);
  const { bound } = provedBound(compiled, rankPairs(compiled), freePrices(compiled));
  return {
    status: bound === objective ? 'OPTIMAL' : 'FEASIBLE',
    objective,
    bound,
    gap: gapOf(objective, bound),
    boundCovers: 'ALL_PAIRS',
    seconds: 0,
    stoppedBy: bound === objective ? 'PROOF' : 'WORK',
    ...planFrom(standing),
  };
}

/** What is pinned contradicts what else is fixed. */
const NO_PLAN: Plan = {
  status: 'INFEASIBLE',
  objective: 0,
  bound: 0,
  gap: 0,
  boundCovers: 'ALL_PAIRS',
  seconds: 0,
  stoppedBy: 'PROOF',
  teams: [],
  shortfalls: [],
  load: {},
};
