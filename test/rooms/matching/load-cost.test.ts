import { checkPlan } from '../../../server/matching/checker/check-plan';
import { compileInstance } from '../../../server/matching/matcher/compile-instance';
import { DEFAULT_WEIGHTS } from '../../../server/matching/matcher/instance';
import { marginalLoad } from '../../../server/matching/matcher/load-cost';
import { clear, emptyState, place } from '../../../server/matching/matcher/plan-state';
import { solve } from '../../../server/matching/matcher/solve';
import { auditor, instanceOf, service } from '../../support/matching/small-instances';

const STEEP = { ...DEFAULT_WEIGHTS, load: [0, 10_000_000] };

describe('the cost of loads', () => {
  it('grows on beyond what 32 bits hold', () => {
    const costs = marginalLoad(STEEP, 100_000);
    expect(costs[214]).toBe(2_140_000_000);
    expect(costs[215]).toBe(2_150_000_000);
    expect(costs[99_999]).toBe(999_990_000_000);
  });

  it('asks nobody for more audits than there are services', async () => {
    const instance = instanceOf(
      [service('s', { seats: { RADIOLOGIST: 1 } }), service('u', { seats: { RADIOLOGIST: 1 } })],
      [auditor('r', { capacity: 100_000 })],
      { weights: STEEP },
    );
    const c = compileInstance(instance);
    expect([...c.capacity]).toEqual([2]);
    expect(c.load).toHaveLength(2);
    const plan = await solve(instance, { seconds: 60, work: 0.2, seed: 1, memoryMegabytes: 500 });
    expect(plan).toMatchObject({ status: 'OPTIMAL', load: { r: 1 } });
    expect(checkPlan(instance, plan)).toEqual([]);
  });

  it('is counted exactly beside hundreds of dear empty seats', () => {
    const seats = { RADIOLOGIST: 100, RADIOGRAPHER: 100, MEDICAL_PHYSICIST: 100 };
    const weights = { ...STEEP, shortfall: 10_000_000, missingLead: 0 };
    const instance = instanceOf([service('s', { seats })], [auditor('r')], { weights });
    const state = emptyState(compileInstance(instance));
    expect(state.objective).toBe(-3_000_000_000);
    place(state, 0, 0);
    clear(state, 0);
    expect(state.objective).toBe(-3_000_000_000);
  });
});
