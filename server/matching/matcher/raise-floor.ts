import { anneal, type AnnealOptions } from './anneal';
import { SEAT_KINDS, TRAINEE, valueOf, type Compiled } from './compiled';
import { restore, setFloor, solutionOf, worstValue, type PlanState } from './plan-state';
import type { Ranking } from './price-ranking';
import type { Random } from './random';

/** Floors tried: each halves the room between the one reached and the one that cannot be. */
const TRIALS = 8;
/** Points that a team costs for each point below the floor: enough to outweigh what others gain by it. */
const FLOOR_COST = 50;
/** Points that a move may lose, about, at first and at last. */
const COOLING = { from: 200, to: 5 };

/** More than the worst-off team can be worth: each team the best of each seat, whoever else wants them. */
function highestFloor(c: Compiled, ranking: Ranking): number {
  let least = Infinity;
  for (let s = 0; s < c.serviceCount; s += 1) {
    let most = 0;
    let isAsked = false;
    for (let slot = c.slotFrom[s]!; slot < c.slotFrom[s + 1]!; slot += 1) {
      const row = s * SEAT_KINDS + c.slotKind[slot]!;
      let best = 0;
      for (let i = ranking.from[row]!; i < ranking.from[row + 1]!; i += 1)
        best = Math.max(best, valueOf(c, s, ranking.who[i]!));
      most += best;
      isAsked ||= c.slotKind[slot] !== TRAINEE;
    }
    if (isAsked) least = Math.min(least, most);
  }
  return least;
}

/**
 * Seeks the highest value that every team can reach without more empty seats than the plan has now, by bisection: a
 * floor is reachable when annealing reaches it. Leaves the state with such a plan, and with the floor set.
 * @param options work for all trials together
 */
export async function raiseFloor(
  state: PlanState,
  ranking: Ranking,
  random: Random,
  options: Pick<AnnealOptions, 'work' | 'stop'>,
): Promise<void> {
  const fewest = state.empty;
  let reached = worstValue(state);
  let kept = solutionOf(state);
  let most = highestFloor(state.c, ranking);
  if (!Number.isFinite(reached)) return;
  for (let trial = 0; trial < TRIALS && reached < most; trial += 1) {
    const floor = Math.ceil((reached + most) / 2);
    setFloor(state, floor, FLOOR_COST);
    const { solution } = await anneal(state, ranking, random, {
      ...COOLING,
      work: options.work / TRIALS,
      stop: (done, best) => options.stop((trial + done) / TRIALS, best),
    });
    restore(state, solution);
    const worst = worstValue(state);
    if (state.empty <= fewest && worst > reached) {
      reached = worst;
      kept = solution;
    }
    if (state.empty > fewest || worst < floor) most = floor - 1;
  }
  setFloor(state, reached, FLOOR_COST);
  restore(state, kept);
}
