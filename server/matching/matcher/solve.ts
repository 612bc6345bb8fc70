import { anneal } from './anneal';
import { compileInstance } from './compile-instance';
import type { Compiled } from './compiled';
import { crewOfOne, type Crew } from './crew';
import { fillScarcestFirst } from './greedy';
import type { Instance } from './instance';
import { provedBound } from './lagrangian-bound';
import { assignPlainly, isPlain } from './plain-assignment';
import { placePins } from './place-pins';
import { foundPlan, noPlan, provedPlan } from './solved-plan';
import { raiseFloor } from './raise-floor';
import type { Plan, SolveLimits, SolveProgress } from './plan';
import { emptyState, restore, solutionOf, type PlanState } from './plan-state';
import { rankByPrices } from './price-ranking';
import { randomFrom } from './random';
import { rankPairs, type RankedPairs } from './ranked-pairs';
import { workBudget } from './work-budget';

/** Points that a move may lose at first and at last, before prices are known and after. */
const UNGUIDED = { from: 100, to: 5 };
const GUIDED = { from: 40, to: 2 };

/** With so few allowed pairs a proof is a matter of seconds, and is sought at once. */
const SMALL_PAIRS = 3_000;

/** Share of the time left that this proof may take: a search without one is worth more than neither. */
const PROOF_SHARE = 0.5;

/** Pairs that a flow may look at in each second of the limit: a third of what it can. */
const FLOW_STEPS_PER_SECOND = 50_000_000;

/** The pairs of a plan, as pairs that good prices use. */
function usageOf({ c, member }: PlanState): Map<number, number> {
  const usage = new Map<number, number>();
  member.forEach((a, slot) => {
    if (a >= 0) usage.set(c.slotService[slot]! * c.auditorCount + a, 1);
  });
  return usage;
}

/** Who works beside the search on an instance. */
export type Hire = (c: Compiled, ranked: RankedPairs) => Crew;

/**
 * Solves a matching problem in this thread, which it keeps busy all the time: servers use `solveApart`. The same
 * instance and limits give the same plan wherever the clock is not hit.
 * @throws InstanceError when the instance contradicts itself
 */
export const solve = (
  instance: Instance,
  limits: SolveLimits,
  onProgress?: (progress: SolveProgress) => void,
): Promise<Plan> => solveWith(crewOfOne, instance, limits, onProgress);

/** Solves with help: the plan is that of `solve`. */
export async function solveWith(
  hire: Hire,
  instance: Instance,
  limits: SolveLimits,
  onProgress: (progress: SolveProgress) => void = () => undefined,
): Promise<Plan> {
  const started = Date.now();
  const until = started + limits.seconds * 1000;
  const seconds = () => (Date.now() - started) / 1000;
  const isLate = () => Date.now() > until;
  onProgress({ phase: 'CANDIDATES', done: 0, objective: null, bound: null });
  const c = compileInstance(instance);
  const ranked = rankPairs(c);
  const state = emptyState(c);
  if (!placePins(state)) return noPlan(seconds());
  onProgress({ phase: 'GREEDY', done: 0, objective: null, bound: null });
  const mostSteps = (limits.work ?? limits.seconds) * FLOW_STEPS_PER_SECOND;
  const prices = isPlain(c) ? assignPlainly(state, ranked, mostSteps, isLate) : null;
  const flow = prices && { prices, usage: usageOf(state), ...provedBound(c, ranked, prices) };
  if (flow) {
    const plan = foundPlan(c, solutionOf(state), flow, 'WORK', seconds());
    if (plan.status === 'OPTIMAL') return plan;
  }
  fillScarcestFirst(state, ranked);
  onProgress({ phase: 'BOUND', done: 0, objective: state.objective, bound: null });

  const crew = hire(c, ranked);
  try {
    const isSmall = ranked.who.length <= SMALL_PAIRS;
    const proofUntil = Date.now() + Math.max(0, until - Date.now()) * PROOF_SHARE;
    const proof = isSmall
      ? await crew.prove({ kind: 'PROOF', start: solutionOf(state), until: proofUntil })
      : null;
    if (proof?.isProved) return provedPlan(c, proof.solution, seconds());
    if (proof) restore(state, proof.solution);
    const isProofCut = isSmall && Date.now() > proofUntil;
    const stoppedBy = () => (isLate() || isProofCut ? 'TIME' : 'WORK');

    const budget = workBudget(c, limits);
    const random = randomFrom(limits.seed);
    let bound: number | null = proof?.bound ?? flow?.bound ?? null;
    /** Tells of a part of the work that begins and ends at these shares of the whole. */
    const during = (from: number, to: number) => (done: number, objective: number) => {
      const phase = bound === null ? 'BOUND' : 'SEARCH';
      onProgress({ phase, done: from + done * (to - from), objective, bound });
      return isLate();
    };
    const asked =
      flow ??
      crew.findPrices(
        { kind: 'PRICES', passes: budget.passes, rounds: budget.rounds, target: state.objective, until },
        (found) => (bound = Math.floor(found)),
      );
    const [first, second, third] = budget.ends;
    const start = await anneal(state, ranked, random, {
      ...UNGUIDED,
      work: budget.unguided,
      stop: during(0, first),
    });
    const found = await asked;
    bound = found.bound;
    restore(state, start.solution);
    const guided = rankByPrices(c, ranked, found.prices);
    if (budget.floor > 0)
      await raiseFloor(state, guided, random, { work: budget.floor, stop: during(first, second) });
    const annealed = await anneal(state, guided, random, {
      ...GUIDED,
      work: budget.guided,
      stop: during(second, third),
    });
    if (budget.neighbourhoods === 0 || isLate())
      return foundPlan(c, annealed.solution, found, stoppedBy(), seconds());
    const tell = during(third, 1);
    let solved = 0;
    const polished = await crew.polish(
      {
        kind: 'POLISH',
        start: annealed.solution,
        found,
        rounds: budget.neighbourhoods,
        iterations: budget.iterations,
        until,
      },
      (objective) => tell(Math.min(1, (solved += 1) / budget.neighbourhoods), objective),
    );
    if (polished.isProved) return provedPlan(c, polished.solution, seconds());
    // A bound that was proved by branching has no certificate.
    const claim = polished.bound < found.bound ? { bound: polished.bound } : found;
    return foundPlan(c, polished.solution, claim, stoppedBy(), seconds());
  } finally {
    await crew.dismiss();
  }
}
