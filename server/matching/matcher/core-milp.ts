import type { Compiled, Solution } from './compiled';
import { solveExactly } from './exact';
import type { MilpLimits } from './highs';
import { boundOf, wholePrices } from './lagrangian-bound';
import { pairsWithin, type PairSet } from './pairs-within';
import { planOf } from './plan-of';
import { teamFinder } from './price-teams';
import { THOUSANDTHS, type Prices } from './prices';
import type { RankedPairs } from './ranked-pairs';

/** A pair used in fewer of the last rounds than this is hardly ever part of a best plan. */
const CORE_SHARE = 0.01;

/**
 * The pairs that matter at good prices: those that the averaged solution uses, and those of a plan.
 * @param usage of `FoundPrices`
 */
export function corePairs(c: Compiled, usage: ReadonlyMap<number, number>, plan: Solution): PairSet {
  return withPlan(
    c,
    new Set([...usage].flatMap(([pair, share]) => (share >= CORE_SHARE ? [pair] : []))),
    plan,
  );
}

/** A plan to better, among some pairs. */
export interface CoreTask {
  start: Solution;
  pairs: PairSet;
  /** Services that are open; all when absent. Other teams stay. */
  open?: ReadonlySet<number>;
  limits: MilpLimits;
}

/** The best plan found among the pairs, and what no plan among them exceeds. */
export interface CoreAnswer {
  solution: Solution;
  objective: number;
  bound: number;
  isProved: boolean;
}

/**
 * Betters a plan by branch and bound among the pairs that matter.
 * @returns null when the limits ended it before it had any plan
 */
export function solveCore(c: Compiled, { start, pairs, open, limits }: CoreTask): Promise<CoreAnswer | null> {
  const { teams } = planOf(c, start);
  return solveExactly(c, {
    start: teams,
    keeps: (service, auditor) => pairs.has(service * c.auditorCount + auditor),
    frozen: open ? teams.filter((_, service) => !open.has(service)) : [],
    limits,
  });
}

/** What is to be proved, and with what. */
export interface CoreProof {
  prices: Prices;
  start: Solution;
  /** Objective of `start`. */
  objective: number;
  /** More pairs than this are left to other means. */
  mostPairs: number;
  limits: MilpLimits;
}

/** A plan is sought first among pairs that lose so many points at most: there the best one nearly always is. */
const FIRST_SLACK = 10;

/**
 * Proves a plan the best, or finds the best: only pairs that a better plan could have are looked at, which are few when
 * the prices are good and so is the plan. What it finds holds for all allowed pairs.
 * @returns null when there are too many such pairs, or the limits ended it before there was any plan
 */
export async function proveOnCore(
  c: Compiled,
  ranked: RankedPairs,
  { prices, start, objective, mostPairs, limits }: CoreProof,
): Promise<CoreAnswer | null> {
  const bestTeam = teamFinder(c, ranked);
  const whole = wholePrices(prices);
  const most = boundOf(c, bestTeam, whole, true);
  // A better plan is worth a point more at least.
  const slackFor = (known: number) => most - (known + 1) * THOUSANDTHS;
  const within = (slack: number) => withPlan(c, pairsWithin(c, ranked, bestTeam, whole, slack), start);
  let best: CoreAnswer = {
    solution: start,
    objective,
    bound: Math.floor(most / THOUSANDTHS),
    isProved: false,
  };
  if (slackFor(objective) > FIRST_SLACK * THOUSANDTHS) {
    const likely = within(FIRST_SLACK * THOUSANDTHS);
    // Where these are too many already, all of them are.
    const first = likely.size <= mostPairs ? await solveCore(c, { start, pairs: likely, limits }) : null;
    if (first && first.objective > objective) best = { ...first, bound: best.bound, isProved: false };
  }
  const slack = slackFor(best.objective);
  if (slack < 0) return { ...best, bound: best.objective, isProved: true };
  const pairs = within(slack);
  if (pairs.size > mostPairs) return best.objective > objective ? best : null;
  const last = await solveCore(c, { start: best.solution, pairs: withPlan(c, pairs, best.solution), limits });
  // Whatever uses another pair is worth no more than the plan that was known.
  return last && { ...last, bound: Math.min(best.bound, Math.max(last.bound, best.objective)) };
}

/** Pairs, and those of a plan. */
function withPlan(c: Compiled, pairs: PairSet, plan: Solution): PairSet {
  const all = new Set(pairs);
  for (let slot = 0; slot < plan.member.length; slot += 1)
    if (plan.member[slot]! >= 0) all.add(c.slotService[slot]! * c.auditorCount + plan.member[slot]!);
  return all;
}
