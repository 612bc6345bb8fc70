import fc from 'fast-check';
import { solveExactly } from '../../../server/matching/matcher/exact';
import type { Pair } from '../../../server/matching/matcher/instance';
import type { PlanTeam } from '../../../server/matching/matcher/plan';
import { comparePlans } from '../../../server/matching/reasons/compare-plans';
import { planParts, totalOf } from '../../../server/matching/reasons/plan-parts';
import { whyNotPair } from '../../../server/matching/reasons/why-not-pair';
import { bestPlan } from '../../support/matching/best-plan';
import { auditor, instanceOf, service } from '../../support/matching/small-instances';
import { smallInstances } from '../../support/matching/random-instances';
import { smallPlans, teamOfPlan } from '../../support/matching/small-plans';

const seats = { RADIOLOGIST: 1 };
const radiologist = (id: string) => ({ auditor: id, seat: 'RADIOLOGIST' as const });

describe('why a pair is not in a plan', () => {
  it('names all that excludes it in any plan, in the order in which people ask', async () => {
    const instance = instanceOf(
      [service('S1', { seats, weeks: ['2027-W03'] })],
      [
        auditor('A1', { lead: false, unavailableWeeks: ['2027-W03'], capacity: 0 }),
        auditor('A2', { profession: 'RADIOGRAPHER' }),
        auditor('A3', { trainee: true }),
      ],
      {
        conflicts: [
          ['A1', 'S1', 'C01'],
          ['A1', 'S1', 'C09'],
        ],
        forbidden: [['A1', 'S1']],
        scores: [
          ['A2', 'S1', 5],
          ['A3', 'S1', 5],
        ],
      },
    );
    const ask = (id: string) => whyNotPair(instance, { teams: [] }, id, 'S1');
    expect(await ask('A1')).toMatchObject({
      verdict: 'EXCLUDED',
      loss: null,
      hard: [
        { code: 'CONFLICT', parameters: { rules: ['C01', 'C09'] } },
        { code: 'FORBIDDEN' },
        { code: 'NO_SCORE' },
        { code: 'LEAD_RIGHT' },
        { code: 'UNAVAILABLE', parameters: { weeks: ['2027-W03'] } },
        { code: 'CAPACITY_NONE' },
      ],
    });
    expect((await ask('A2'))!.hard).toEqual([
      { code: 'PROFESSION', parameters: { profession: 'RADIOGRAPHER' } },
    ]);
    expect((await ask('A3'))!.hard).toEqual([{ code: 'TRAINEE', parameters: {} }]);
    expect(await ask('A9')).toBeNull();
  });

  it('names what stands against it in the plan, with whom and where, and what it would cost', async () => {
    const week = '2027-W03';
    const instance = instanceOf(
      [
        service('S1', { group: 'H', weeks: [week] }),
        service('S2', { group: 'G', seats, weeks: [week] }),
        service('S3', { seats: { RADIOGRAPHER: 1 } }),
      ],
      [
        auditor('A1', { groups: ['G', 'K'], capacity: 1, auditsDone: 3 }),
        auditor('A2'),
        auditor('M1', { profession: 'RADIOGRAPHER', groups: ['K'] }),
        auditor('M2', { profession: 'RADIOGRAPHER', groups: ['K'] }),
        auditor('A3', { groups: ['H'] }),
      ],
      { teamConflicts: [['M1', 'A1']] },
    );
    const teams = [
      teamOfPlan('S1', { week, members: [radiologist('A2'), { auditor: 'M1', seat: 'RADIOGRAPHER' }] }),
      teamOfPlan('S2', { week, members: [radiologist('A3')] }),
    ];
    const why = await whyNotPair(instance, { teams }, 'A1', 'S1');
    expect(why).toMatchObject({
      hard: [],
      inPlan: [
        { code: 'SAME_GROUP', parameters: { auditor: 'M1', group: 'K' } },
        { code: 'TEAM_CONFLICT', parameters: { auditor: 'M1' } },
        { code: 'RECIPROCITY', parameters: { auditor: 'A3', service: 'S2', group: 'G', serviceGroup: 'H' } },
      ],
      verdict: 'POSSIBLE',
      scope: 'WHOLE_PLAN',
      elsewhere: [],
      inHisPlace: [{ auditor: 'A2', value: 500 }],
    });
    // S1 loses its radiographer, S2 is taken over by A2, and A1 brings 50 for his experience; S3 takes a radiographer
    // in any case.
    const before = totalOf(planParts(instance, { teams }));
    const best = bestPlan({ ...instance, pinned: [['A1', 'S1']] })!;
    expect(why!.loss).toBe(before - best.objective);
  });

  it('tells with which audits his capacity is full, and what they are worth', async () => {
    const instance = instanceOf(
      [service('S1', { seats }), service('S2', { seats, needs: ['CT'] })],
      [auditor('A1', { skills: ['CT'], capacity: 1 }), auditor('A2')],
    );
    const teams = [
      teamOfPlan('S1', { members: [radiologist('A2')] }),
      teamOfPlan('S2', { members: [radiologist('A1')] }),
    ];
    expect(await whyNotPair(instance, { teams }, 'A1', 'S1')).toEqual({
      verdict: 'POSSIBLE',
      hard: [],
      inPlan: [{ code: 'CAPACITY', parameters: { capacity: 1, services: ['S2'] } }],
      value: 500,
      loss: 450,
      smallestTeam: null,
      scope: 'WHOLE_PLAN',
      moves: [
        { auditor: 'A1', from: 'S2', to: 'S1' },
        { auditor: 'A2', from: 'S1', to: 'S2' },
      ],
      elsewhere: [{ service: 'S2', seat: 'RADIOLOGIST', week: null, value: 500, worth: 10_500 }],
      inHisPlace: [{ auditor: 'A2', value: 500 }],
    });
  });

  it('loses exactly what the best plan with the pair is worth less', async () => {
    let possible = 0;
    await fc.assert(
      fc.asyncProperty(smallPlans({ services: 3, auditors: 7 }), async ({ instance: any, teams }) => {
        // The first on the plan stays where he is.
        const [first] = teams.flatMap((team) => team.members.map((one): Pair => [one.auditor, team.service]));
        const instance = { ...any, pinned: first ? [first] : [] };
        const now = totalOf(planParts(instance, { teams }));
        for (const { id: where } of instance.services)
          for (const { id: who } of instance.auditors) {
            const why = (await whyNotPair(instance, { teams }, who, where))!;
            if (why.verdict === 'IN_PLAN' || why.hard.length > 0) continue;
            const best = bestPlan({ ...instance, pinned: [...instance.pinned, [who, where]] });
            const expected =
              best === null
                ? { verdict: 'EXCLUDED', loss: null }
                : { verdict: 'POSSIBLE', scope: 'WHOLE_PLAN', loss: now - best.objective };
            expect(why).toMatchObject(expected);
            possible += Number(best !== null);
          }
      }),
      { numRuns: 60 },
    );
    expect(possible).toBeGreaterThan(10);
  });

  it('puts the worst-off service first where the campaign does', async () => {
    let smaller = 0;
    await fc.assert(
      fc.asyncProperty(smallInstances({ services: 3, auditors: 6 }, 'MAX_MIN_THEN_SUM'), async (instance) => {
        const plan = (await solveExactly(instance))!;
        for (const { id: where } of instance.services)
          for (const { id: who } of instance.auditors) {
            const why = (await whyNotPair(instance, plan, who, where))!;
            if (why.verdict !== 'POSSIBLE') continue;
            const best = bestPlan({ ...instance, pinned: [[who, where]] })!;
            const worst = (teams: readonly PlanTeam[]) =>
              comparePlans(instance, plan, { teams }).figures.after.worstOff?.value;
            expect(why.loss).toBe(plan.objective - best.objective);
            expect(why.smallestTeam).toEqual(
              worst(best.teams) === undefined
                ? null
                : { before: worst(plan.teams), after: worst(best.teams) },
            );
            smaller += Number(why.smallestTeam && why.smallestTeam.after < why.smallestTeam.before);
          }
      }),
      { numRuns: 40 },
    );
    expect(smaller).toBeGreaterThan(0);
  });
});
