import fc from 'fast-check';
import { solveExactly } from '../../../server/matching/matcher/exact';
import type { TeamRule } from '../../../server/matching/matcher/seat-columns';
import type { Instance, InstanceAuditor } from '../../../server/matching/matcher/instance';
import { bestPlan } from '../../support/matching/best-plan';
import { smallInstances } from '../../support/matching/random-instances';
import { auditor, instanceOf, service } from '../../support/matching/small-instances';

const SMALL = { services: 4, auditors: 7 };

describe('an exact solve', () => {
  it('finds what trying every plan finds', async () => {
    await fc.assert(
      fc.asyncProperty(smallInstances(SMALL), async (instance) => {
        const best = bestPlan(instance)!;
        const plan = await solveExactly(instance);
        expect(plan).toMatchObject({ objective: best.objective, bound: best.objective, isProved: true });
      }),
      { numRuns: 25 },
    );
  });

  it('serves the worst-off service first when asked for it', async () => {
    await fc.assert(
      fc.asyncProperty(smallInstances(SMALL, 'MAX_MIN_THEN_SUM'), async (instance) => {
        const best = bestPlan(instance)!;
        const plan = await solveExactly(instance);
        expect(plan).toMatchObject({ objective: best.objective, isProved: true });
        expect(worstValue(instance, plan!.teams)).toBe(worstValue(instance, best.teams));
      }),
      { numRuns: 25 },
    );
  });

  it('keeps pins, at the price of a missing lead where the pinned radiologist may not lead', async () => {
    const instance = oneService([
      { ...RADIOLOGIST, id: 'A1', lead: false },
      { ...RADIOLOGIST, id: 'A2', lead: true },
    ]);
    const free = await solveExactly(instance);
    expect(free!.teams[0]).toMatchObject({ members: [{ auditor: 'A2', seat: 'RADIOLOGIST' }], lead: 'A2' });
    const pinned = await solveExactly({ ...instance, pinned: [['A1', 'S1']] });
    expect(pinned!.teams[0]).toMatchObject({ members: [{ auditor: 'A1', seat: 'RADIOLOGIST' }], lead: null });
    expect(pinned!.objective).toBe(free!.objective - instance.weights.missingLead);
  });

  it('leaves frozen teams as they are and puts the others around them', async () => {
    const one = oneService([
      { ...RADIOLOGIST, id: 'A1', auditsDone: 6, capacity: 1 },
      { ...RADIOLOGIST, id: 'A2', auditsDone: 0, capacity: 1 },
    ]);
    const instance = { ...one, services: [...one.services, { ...one.services[0]!, id: 'S2' }] };
    const team = { service: 'S2', week: null, lead: 'A1', value: 0 };
    const frozen = [{ ...team, members: [{ auditor: 'A1', seat: 'RADIOLOGIST' as const }] }];
    const plan = await solveExactly(instance, { frozen });
    expect(plan!.teams.map(({ members }) => members.map(({ auditor }) => auditor))).toEqual([['A2'], ['A1']]);
    expect(plan!.objective).toBe((await solveExactly(instance))!.objective);
    const empty = await solveExactly(instance, { frozen: [{ ...team, members: [] }] });
    expect(empty!.teams.map(({ members }) => members.length)).toEqual([1, 0]);
  });

  it('has no plan when pins contradict each other over several services', async () => {
    const one = oneService([{ ...RADIOLOGIST, id: 'A1', capacity: 2 }]);
    const instance: Instance = {
      ...one,
      services: ['S1', 'S2'].map((id) => ({ ...one.services[0]!, id, weeks: ['2027-W03'] })),
      pinned: [
        ['A1', 'S1'],
        ['A1', 'S2'],
      ],
    };
    expect(await solveExactly(instance)).toBeNull();
  });

  it('tells what a rule of teams costs by leaving it out', async () => {
    const one = oneService([
      { ...RADIOLOGIST, id: 'A1', groups: ['g1'] },
      { ...RADIOLOGIST, id: 'A2', groups: ['g1'] },
    ]);
    const seats = { RADIOLOGIST: 2 };
    const instance = { ...one, services: [{ ...one.services[0]!, seats }] };
    const emptySeats = async (changed: Instance, rule?: TeamRule) => {
      const plan = await solveExactly(changed, { without: new Set(rule ? [rule] : []) });
      return changed.services.length * 2 - plan!.teams.flatMap(({ members }) => members).length;
    };
    expect(await emptySeats(instance)).toBe(1);
    expect(await emptySeats(instance, 'SAME_GROUP')).toBe(0);
    const apart: Instance = {
      ...instance,
      auditors: instance.auditors.map((auditor) => ({ ...auditor, groups: [] })),
      teamConflicts: [['A1', 'A2']],
    };
    expect(await emptySeats(apart)).toBe(1);
    expect(await emptySeats(apart, 'TEAM_CONFLICT')).toBe(0);
    const mutual: Instance = {
      ...one,
      auditors: [
        { ...RADIOLOGIST, id: 'A1', groups: ['g1'] },
        { ...RADIOLOGIST, id: 'A2', groups: ['g2'] },
      ],
      services: [
        { ...one.services[0]!, id: 'S1', group: 'g1' },
        { ...one.services[0]!, id: 'S2', group: 'g2' },
      ],
      forbidden: [
        ['A1', 'S1'],
        ['A2', 'S2'],
      ],
    };
    expect(await emptySeats({ ...mutual, weights: { ...mutual.weights, shortfall: 1 } })).toBe(3);
    expect(await emptySeats({ ...mutual, weights: { ...mutual.weights, shortfall: 1 } }, 'RECIPROCITY')).toBe(
      2,
    );
  });

  it('limits how many teams the same two share, and leaves that out when asked', async () => {
    const one = oneService([
      { ...RADIOLOGIST, id: 'A1' },
      { ...RADIOLOGIST, id: 'A2' },
    ]);
    const services = ['S1', 'S2', 'S3'].map((id) => ({
      ...one.services[0]!,
      id,
      seats: { RADIOLOGIST: 2 },
    }));
    const together = async (without: TeamRule[]) => {
      const plan = await solveExactly({ ...one, services }, { without: new Set(without) });
      return plan!.teams.filter(({ members }) => members.length === 2).length;
    };
    expect(await together([])).toBe(2);
    expect(await together(['SHARED_TEAMS'])).toBe(3);
  });
});

const RADIOLOGIST = auditor('A1', { capacity: 3 });

/** One service with a single radiologist's seat and no week. */
const oneService = (auditors: InstanceAuditor[]): Instance =>
  instanceOf([service('S1', { seats: { RADIOLOGIST: 1 } })], auditors);

/** Value of the worst-off team among services that require one. */
function worstValue(instance: Instance, teams: readonly { service: string; value: number }[]): number | null {
  const required = instance.services.filter(({ seats }) => Object.values(seats).some((n) => n > 0));
  const values = teams.filter(({ service }) => required.some(({ id }) => id === service));
  return values.length > 0 ? Math.min(...values.map(({ value }) => value)) : null;
}
