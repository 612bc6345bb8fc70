import fc from 'fast-check';
import { checkPlan } from '../../../server/matching/checker/check-plan';
import { anneal } from '../../../server/matching/matcher/anneal';
import { compileInstance } from '../../../server/matching/matcher/compile-instance';
import { fillScarcestFirst } from '../../../server/matching/matcher/greedy';
import type { Instance } from '../../../server/matching/matcher/instance';
import { recount } from '../../../server/matching/matcher/objective';
import { placePins } from '../../../server/matching/matcher/place-pins';
import { planOf } from '../../../server/matching/matcher/plan-of';
import { emptyState, restore, solutionOf } from '../../../server/matching/matcher/plan-state';
import { randomFrom } from '../../../server/matching/matcher/random';
import { rankPairs } from '../../../server/matching/matcher/ranked-pairs';
import { bestPlan } from '../../support/matching/best-plan';
import { smallInstances } from '../../support/matching/random-instances';

/** What the search finds, without the proof that small problems usually get. */
async function search(instance: Instance, work: number) {
  const c = compileInstance(instance);
  const ranked = rankPairs(c);
  const state = emptyState(c);
  if (!placePins(state)) return null;
  fillScarcestFirst(state, ranked);
  const greedy = state.objective;
  const found = await anneal(state, ranked, randomFrom(1), { work, from: 3_000, to: 10, stop: () => false });
  return { c, state, greedy, ...found };
}

describe('annealing', () => {
  it('keeps every rule and counts its points right, whatever it tries', async () => {
    await fc.assert(
      fc.asyncProperty(smallInstances({ services: 5, auditors: 9 }), async (instance) => {
        const found = await search(instance, 20_000);
        fc.pre(found !== null);
        const { c, state, solution, objective } = found;
        expect(recount(c, solution).objective).toBe(objective);
        expect(recount(c, state).objective).toBe(state.objective);
        const plan = {
          status: 'FEASIBLE' as const,
          objective,
          bound: objective,
          gap: 0,
          boundCovers: 'ALL_PAIRS' as const,
          seconds: 0,
          stoppedBy: 'WORK' as const,
          ...planOf(c, solution),
        };
        expect(checkPlan(instance, plan)).toEqual([]);
        restore(state, solution);
        expect(state.objective).toBe(objective);
        expect(solutionOf(state)).toEqual(solution);
      }),
      { numRuns: 60 },
    );
  });

  it('finds what trying every plan finds, nearly always', async () => {
    let right = 0;
    let tried = 0;
    await fc.assert(
      fc.asyncProperty(smallInstances({ services: 4, auditors: 7 }), async (instance) => {
        const best = bestPlan(instance)!;
        const found = await search(instance, 60_000);
        fc.pre(found !== null);
        tried += 1;
        if (found.objective === best.objective) right += 1;
        expect(found.objective).toBeLessThanOrEqual(best.objective);
        expect(found.objective).toBeGreaterThanOrEqual(found.greedy);
      }),
      { numRuns: 30, seed: 7 },
    );
    expect(right / tried).toBeGreaterThan(0.9);
  });
});
