import type { Compiled, Solution } from './compiled';
import { recount } from './objective';
import { planOf } from './plan-of';
import { gapOf, type Plan, type StoppedBy } from './plan';

/**
 * The plan of a search, with what is known of it.
 * @param proof what no plan exceeds, with the prices that prove it
 */
export function foundPlan(
  c: Compiled,
  solution: Solution,
  { bound, certificate }: Pick<Plan, 'bound' | 'certificate'>,
  stoppedBy: StoppedBy,
  seconds: number,
): Plan {
  const { objective } = recount(c, solution);
  // The best sum may leave a service worse off than need be.
  const isProved = objective >= bound && c.instance.fairness === 'SUM';
  return {
    status: isProved ? 'OPTIMAL' : 'FEASIBLE',
    objective,
    bound,
    gap: gapOf(objective, bound),
    boundCovers: 'ALL_PAIRS',
    seconds,
    stoppedBy: isProved ? 'PROOF' : stoppedBy,
    ...planOf(c, solution),
    ...(certificate ? { certificate } : {}),
  };
}

/** A plan proved best by branching, which has no short certificate. */
export function provedPlan(c: Compiled, solution: Solution, seconds: number): Plan {
  const { objective } = recount(c, solution);
  return {
    status: 'OPTIMAL',
    objective,
    bound: objective,
    gap: 0,
    boundCovers: 'ALL_PAIRS',
    seconds,
    stoppedBy: 'PROOF',
    ...planOf(c, solution),
  };
}

/** What is said when pins contradict each other: no team at all. */
export const noPlan = (seconds: number): Plan => ({
  status: 'INFEASIBLE',
  objective: 0,
  bound: 0,
  gap: 0,
  boundCovers: 'ALL_PAIRS',
  seconds,
  stoppedBy: 'PROOF',
  teams: [],
  shortfalls: [],
  load: {},
});
