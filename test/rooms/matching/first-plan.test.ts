import { compileInstance } from '../../../server/matching/matcher/compile-instance';
import { crewOfOne } from '../../../server/matching/matcher/crew';
import { fillScarcestFirst } from '../../../server/matching/matcher/greedy';
import { placePins } from '../../../server/matching/matcher/place-pins';
import { emptyState } from '../../../server/matching/matcher/plan-state';
import { rankPairs } from '../../../server/matching/matcher/ranked-pairs';
import { solveWith } from '../../../server/matching/matcher/solve';
import { auditor, instanceOf, service } from '../../support/matching/small-instances';

const WEEKS = ['2027-W03', '2027-W04'];
const ONE_RADIOGRAPHER = instanceOf(
  [service('s1', { weeks: WEEKS }), service('s2', { weeks: WEEKS })],
  [
    auditor('a', { capacity: 10 }),
    auditor('b', { capacity: 10 }),
    auditor('c', { profession: 'RADIOGRAPHER', capacity: 1, unavailableWeeks: [WEEKS[0]!] }),
  ],
  { pinned: [['c', 's2']] },
);

describe('the first plan', () => {
  it('completes a service that holds a pin, in the week of the pin', () => {
    const c = compileInstance(ONE_RADIOGRAPHER);
    const state = emptyState(c);
    expect(placePins(state)).toBe(true);
    fillScarcestFirst(state, rankPairs(c));
    expect(state.empty).toBe(1);
    expect(c.weeks[state.week[1]!]).toBe(WEEKS[1]);
    expect([...state.member.subarray(c.slotFrom[1], c.slotFrom[2])]).not.toContain(-1);
  });

  it('is followed by a search, for which a proof leaves half of the time', async () => {
    const seconds = 3_600;
    const left: number[] = [];
    const plan = await solveWith(
      (c, ranked) => ({
        ...crewOfOne(c, ranked),
        prove: ({ until }) => {
          left.push(until - Date.now());
          return Promise.resolve(null);
        },
      }),
      ONE_RADIOGRAPHER,
      { seconds, work: 0.2, seed: 1, memoryMegabytes: 500 },
    );
    expect(left).toHaveLength(1);
    expect(left[0]).toBeLessThanOrEqual((seconds * 1000) / 2);
    expect(plan.shortfalls).toMatchObject([{ service: 's1', seat: 'RADIOGRAPHER', missing: 1 }]);
  });
});
