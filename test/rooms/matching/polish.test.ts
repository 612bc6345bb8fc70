import fc from 'fast-check';
import { franceInstance } from '../../../scripts/bench/matching/france-instance';
import { compileInstance } from '../../../server/matching/matcher/compile-instance';
import type { Compiled } from '../../../server/matching/matcher/compiled';
import { proveOnCore } from '../../../server/matching/matcher/core-milp';
import { PROOF_LIMITS, solveExactly } from '../../../server/matching/matcher/exact';
import { fillScarcestFirst } from '../../../server/matching/matcher/greedy';
import { boundOf, wholePrices } from '../../../server/matching/matcher/lagrangian-bound';
import { recount } from '../../../server/matching/matcher/objective';
import { pairsWithin } from '../../../server/matching/matcher/pairs-within';
import { emptyState, solutionOf } from '../../../server/matching/matcher/plan-state';
import { polish } from '../../../server/matching/matcher/polish';
import { teamLosses } from '../../../server/matching/matcher/price-loss';
import { searchPrices } from '../../../server/matching/matcher/price-search';
import { teamFinder } from '../../../server/matching/matcher/price-teams';
import { rankPairs } from '../../../server/matching/matcher/ranked-pairs';
import { smallInstances } from '../../support/matching/random-instances';

const EFFORT = { passes: 40, rounds: 60 };

/** A plan that the scarcest service chose first. */
function greedyPlan(c: Compiled) {
  const state = emptyState(c);
  fillScarcestFirst(state, rankPairs(c));
  return solutionOf(state);
}

describe('exact solves with the help of prices', () => {
  it('leave out no pair that a best plan has', async () => {
    await fc.assert(
      fc.asyncProperty(smallInstances({ services: 4, auditors: 7 }), async (instance) => {
        const c = compileInstance(instance);
        const ranked = rankPairs(c);
        const finder = teamFinder(c, ranked);
        const prices = wholePrices(searchPrices(c, ranked, EFFORT).prices);
        const best = await solveExactly(c);
        const slack = boundOf(c, finder, prices, true) - best!.objective * 1000;
        const pairs = pairsWithin(c, ranked, finder, prices, slack);
        best!.solution.member.forEach((a, slot) => {
          if (a >= 0) expect(pairs.has(c.slotService[slot]! * c.auditorCount + a)).toBe(true);
        });
        // No team gains more than the best one of its service.
        expect(Math.min(...teamLosses(c, finder, prices, best!.solution))).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 20 },
    );
  });

  it('prove the best plan from a poor one, as the solve of the whole does', async () => {
    await fc.assert(
      fc.asyncProperty(smallInstances({ services: 5, auditors: 9 }), async (instance) => {
        const c = compileInstance(instance);
        const ranked = rankPairs(c);
        const best = await solveExactly(c);
        const { prices } = searchPrices(c, ranked, EFFORT);
        const start = greedyPlan(c);
        const { objective } = recount(c, start);
        const limits = PROOF_LIMITS;
        const proof = await proveOnCore(c, ranked, { prices, start, objective, mostPairs: 4_000, limits });
        expect(proof).toMatchObject({ objective: best!.objective, bound: best!.objective, isProved: true });
        expect(recount(c, proof!.solution).objective).toBe(best!.objective);
      }),
      { numRuns: 20 },
    );
  });

  it('better a plan and never worsen it, the same way each time', async () => {
    for (const isTight of [false, true]) {
      const c = compileInstance(franceInstance({ services: 40, auditors: 70, seed: 4, isTight }));
      const ranked = rankPairs(c);
      const found = searchPrices(c, ranked, { passes: 60, rounds: 120 });
      const start = greedyPlan(c);
      const seen: number[] = [];
      const task = {
        found,
        start,
        rounds: 4,
        onRound: (_: number, objective: number) => seen.push(objective),
      };
      const plan = await polish(c, ranked, task);
      expect(recount(c, plan).objective).toBe(seen.at(-1));
      expect([recount(c, start).objective, ...seen]).toEqual(
        [recount(c, start).objective, ...seen].sort((one, other) => one - other),
      );
      expect(seen[0]).toBeGreaterThan(recount(c, start).objective);
      expect(found.bound).toBeGreaterThanOrEqual(seen.at(-1)!);
      expect(await polish(c, ranked, { ...task, onRound: undefined })).toEqual(plan);
    }
  });
});
