import fc from 'fast-check';
import { checkPlan } from '../../../server/matching/checker/check-plan';
import { compileInstance } from '../../../server/matching/matcher/compile-instance';
import { DEFAULT_WEIGHTS, type Instance } from '../../../server/matching/matcher/instance';
import { provedBound } from '../../../server/matching/matcher/lagrangian-bound';
import { assignPlainly, isPlain } from '../../../server/matching/matcher/plain-assignment';
import { emptyState } from '../../../server/matching/matcher/plan-state';
import { rankPairs } from '../../../server/matching/matcher/ranked-pairs';
import { readInstance } from '../../../server/matching/matcher/read-instance';
import { solve } from '../../../server/matching/matcher/solve';
import { bestPlan } from '../../support/matching/best-plan';
import { smallInstances } from '../../support/matching/random-instances';

/** An instance without whatever couples seats but the loads of auditors. */
const plain = (instance: Instance): Instance => ({
  ...instance,
  services: instance.services.map((service) => ({
    ...service,
    weeks: [],
    critical: [],
    group: null,
    groups: [],
  })),
  auditors: instance.auditors.map((auditor) => ({ ...auditor, groups: [], lead: true })),
  teamConflicts: [],
  pastPairs: [],
  pinned: [],
  weights: { ...instance.weights, sharedTeams: 9 },
});

/** Papers that want three reviewers each, with scores of 0, 1 and 2 that follow from a formula. */
function papers(count: number): Instance {
  const ids = [...Array(count).keys()];
  const read = readInstance({
    services: ids.map((n) => ({ id: `P${n}`, seats: { RADIOLOGIST: 3 } })),
    auditors: ids.map((n) => ({
      id: `R${n}`,
      profession: 'RADIOLOGIST',
      lead: true,
      capacity: 4,
      minimum: 1,
    })),
    conflicts: ids.map((n) => [`R${n}`, `P${(n * 7) % count}`, 'C01']),
    scores: ids.flatMap((p) => ids.map((r) => [`R${r}`, `P${p}`, (p * p + 3 * r * r + p * r) % 3])),
    weights: { load: [0], sharedTeams: 9 },
  });
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.instance;
}

describe('a problem of seats and loads alone', () => {
  it('is solved as trying every plan does, and its prices prove it', () => {
    fc.assert(
      fc.property(smallInstances({ services: 4, auditors: 7 }), (given) => {
        const instance = plain(given);
        const best = bestPlan(instance)!;
        const c = compileInstance(instance);
        const ranked = rankPairs(c);
        const state = emptyState(c);
        expect(isPlain(c)).toBe(true);
        const prices = assignPlainly(state, ranked, 1_000_000);
        expect(state.objective).toBe(best.objective);
        expect(provedBound(c, ranked, prices!).bound).toBe(best.objective);
      }),
      { numRuns: 100 },
    );
  });

  it('is proved best at once, however many plans are worth the same', async () => {
    const instance = papers(60);
    const plan = await solve(instance, { seconds: 60, work: 0.1, memoryMegabytes: 512, seed: 1 });
    expect(plan).toMatchObject({ status: 'OPTIMAL', stoppedBy: 'PROOF' });
    expect(plan.certificate).toBeDefined();
    expect(checkPlan(instance, plan)).toEqual([]);
  });

  it('is left to the search when its steps run out, nobody being placed', () => {
    const c = compileInstance({ ...papers(10), weights: DEFAULT_WEIGHTS });
    const state = emptyState(c);
    expect(assignPlainly(state, rankPairs(c), 100)).toBeNull();
    expect(state.member.every((a) => a < 0)).toBe(true);
  });

  it('is left to the search when its time runs out between two seats', () => {
    const c = compileInstance({ ...papers(10), weights: DEFAULT_WEIGHTS });
    const state = emptyState(c);
    let seats = 0;
    expect(assignPlainly(state, rankPairs(c), 1_000_000, () => (seats += 1) > 3)).toBeNull();
    expect(seats).toBe(4);
    expect(state.member.every((a) => a < 0)).toBe(true);
  });
});
