import fc from 'fast-check';
import { solveExactly } from '../../../server/matching/matcher/exact';

import type { PlanTeam } from '../../../server/matching/matcher/plan';
import { planParts, totalOf } from '../../../server/matching/reasons/plan-parts';
import type { Part } from '../../../server/matching/reasons/reason';
import { substitutes, type Substitute } from '../../../server/matching/reasons/substitutes';
import { whyPair } from '../../../server/matching/reasons/why-pair';
import { auditor, instanceOf, service } from '../../support/matching/small-instances';
import { smallInstances } from '../../support/matching/random-instances';
import { rulesBroken, smallPlans, teamOfPlan } from '../../support/matching/small-plans';

const sumOf = (parts: readonly Part[]) => parts.reduce((sum, { points }) => sum + points, 0);

/** A plan with somebody on a seat instead of somebody else. */
function exchanged(
  teams: readonly PlanTeam[],
  id: string,
  leaves: string | null,
  joins: PlanTeam['members'][number] | null,
  week?: string | null,
): PlanTeam[] {
  return teams.map((team) =>
    team.service === id
      ? {
          ...team,
          week: week === undefined ? team.week : week,
          members: [...team.members.filter((member) => member.auditor !== leaves), ...(joins ? [joins] : [])],
        }
      : team,
  );
}

describe('the parts of a plan', () => {
  it('add up to the objective that the exact solve counts', async () => {
    await fc.assert(
      fc.asyncProperty(smallInstances({ services: 4, auditors: 7 }), async (instance) => {
        const plan = await solveExactly(instance);
        expect(totalOf(planParts(instance, plan!))).toBe(plan!.objective);
      }),
      { numRuns: 30 },
    );
  });
});

describe('why a pair is in a plan', () => {
  const radiology = service('S1', {
    group: 'H1',
    region: 'BRE',
    lat: 48,
    lon: -3,
    needs: ['CT', 'MRI'],
    critical: ['PAEDIATRIC'],
    seats: { RADIOLOGIST: 2 },
    traineeSeat: true,
  });
  const lead = auditor('A1', {
    skills: ['CT', 'PAEDIATRIC'],
    auditsDone: 3,
    region: 'NAQ',
    lat: 48,
    lon: -3,
    preferredRegions: ['BRE'],
    capacity: 3,
  });
  const mate = auditor('A2', { skills: ['CT', 'MRI'], lead: false });
  const trainee = auditor('T1', { trainee: true, skills: ['CT', 'MRI'] });
  const instance = instanceOf(
    [radiology, service('S2', { seats: { RADIOLOGIST: 1 } })],
    [lead, mate, trainee],
    {
      pastPairs: [['A2', 'A1']],
      previous: [['A1', 'S1']],
    },
  );
  const teams = [
    teamOfPlan('S1', {
      members: [
        { auditor: 'A1', seat: 'RADIOLOGIST' },
        { auditor: 'A2', seat: 'RADIOLOGIST' },
        { auditor: 'T1', seat: 'TRAINEE' },
      ],
    }),
    teamOfPlan('S2', { members: [{ auditor: 'A1', seat: 'RADIOLOGIST' }] }),
  ];

  it('gives the value by where it comes from', () => {
    expect(whyPair(instance, { teams }, 'A1', 'S1')!.valueParts).toEqual([
      { code: 'FIT', parameters: { mastered: 1, needed: 2, skills: ['CT'], missing: ['MRI'] }, points: 225 },
      { code: 'EXPERIENCE', parameters: { audits: 3, full: 6 }, points: 50 },
      { code: 'TRAVEL', parameters: { kilometres: 0 }, points: 250 },
      { code: 'OTHER_REGION', parameters: { region: 'BRE' }, points: 100 },
      { code: 'PREFERRED_REGION', parameters: { region: 'BRE' }, points: 100 },
    ]);
  });

  it('gives what the plan would lose with him: leads, critical modalities, his seat, load, past pair, what is kept', () => {
    const why = whyPair(instance, { teams }, 'A1', 'S1')!;
    expect(why.planParts).toEqual([
      { code: 'VALUE', parameters: {}, points: 725 },
      { code: 'LOAD', parameters: { audits: 2 }, points: -20 },
      { code: 'SEAT_FILLED', parameters: { seat: 'RADIOLOGIST' }, points: 10_000 },
      { code: 'LEAD', parameters: {}, points: 4_000 },
      { code: 'CRITICAL', parameters: { skills: ['PAEDIATRIC'] }, points: 3_000 },
      { code: 'PAST_PAIR', parameters: { auditors: ['A2'] }, points: -80 },
      { code: 'KEPT', parameters: {}, points: 300 },
    ]);
    expect(why).toMatchObject({ seat: 'RADIOLOGIST', week: null, value: 725, worth: 17_925 });
  });

  it('counts a trainee for a share, and a given score as it is given', () => {
    const scored = { ...instance, scores: [['T1', 'S1', 730] as const] };
    expect(whyPair(scored, { teams }, 'T1', 'S1')).toMatchObject({
      value: 219,
      valueParts: [
        { code: 'GIVEN_SCORE', points: 730 },
        { code: 'TRAINEE_SHARE', parameters: { share: 0.3 }, points: -511 },
      ],
    });
  });

  it('knows nothing of a pair that is not there', () => {
    expect(whyPair(instance, { teams }, 'A2', 'S2')).toBeNull();
    expect(whyPair(instance, { teams }, 'A9', 'S2')).toBeNull();
  });

  it('adds up, in any plan', () => {
    fc.assert(
      fc.property(smallPlans(), ({ instance: any, teams: plan }) => {
        const total = totalOf(planParts(any, { teams: plan }));
        for (const team of plan)
          for (const { auditor: id } of team.members) {
            const why = whyPair(any, { teams: plan }, id, team.service)!;
            const without = exchanged(plan, team.service, id, null);
            expect(why.worth).toBe(total - totalOf(planParts(any, { teams: without })));
            expect(sumOf(why.planParts)).toBe(why.worth);
            expect(sumOf(why.valueParts)).toBeCloseTo(why.value, 6);
          }
      }),
    );
  });
});

describe('substitutes', () => {
  const seats = { RADIOLOGIST: 1 };
  const skills = ['CT'];
  const needs = ['CT'];

  it('are ranked by what they do to the whole plan, those who can come at once before those who cannot', () => {
    const instance = instanceOf(
      [
        service('S1', { seats, needs, weeks: ['2027-W03'] }),
        service('S2', { seats, needs, weeks: ['2027-W03'] }),
      ],
      [
        auditor('HOLDER', { skills }),
        auditor('GOOD', { skills, auditsDone: 3 }),
        auditor('POOR', { auditsDone: 6 }),
        auditor('NO_LEAD', { skills, lead: false }),
        auditor('AWAY', { skills, unavailableWeeks: ['2027-W03'] }),
        auditor('BUSY', { skills, auditsDone: 6 }),
      ],
    );
    const week = '2027-W03';
    const teams = [
      teamOfPlan('S1', { week, members: [{ auditor: 'HOLDER', seat: 'RADIOLOGIST' }] }),
      teamOfPlan('S2', { week, members: [{ auditor: 'BUSY', seat: 'RADIOLOGIST' }] }),
    ];
    const base = { replaces: 'HOLDER', week, after: null };
    expect(substitutes(instance, { teams }, 'S1', 'RADIOLOGIST')).toEqual([
      { ...base, auditor: 'GOOD', valueDifference: 50, change: 50 },
      { ...base, auditor: 'POOR', valueDifference: -350, change: -350 },
      {
        ...base,
        auditor: 'BUSY',
        valueDifference: 100,
        change: 50,
        after: { kind: 'REPLACE', service: 'S2', leaves: 'BUSY', joins: 'GOOD' },
      },
    ]);
  });

  it('come after a week is moved, when that is all that keeps them', () => {
    const instance = instanceOf(
      [service('S1', { weeks: ['2027-W03', '2027-W04'] })],
      [
        auditor('R1'),
        auditor('R2', { unavailableWeeks: ['2027-W03'] }),
        auditor('M1', { profession: 'RADIOGRAPHER' }),
      ],
    );
    const members = [
      { auditor: 'R1', seat: 'RADIOLOGIST' as const },
      { auditor: 'M1', seat: 'RADIOGRAPHER' as const },
    ];
    const teams = [teamOfPlan('S1', { week: '2027-W03', members })];
    expect(substitutes(instance, { teams }, 'S1', 'RADIOLOGIST')).toEqual([
      expect.objectContaining({
        auditor: 'R2',
        week: '2027-W04',
        after: { kind: 'WEEK', service: 'S1', from: '2027-W03', week: '2027-W04' },
      }),
    ]);
    const bound = { ...instance, pinned: [['R1', 'S1'] as const] };
    expect(substitutes(bound, { teams }, 'S1', 'RADIOLOGIST')).toEqual([]);
  });

  it('break no rule and change the objective as told; the best of those who can come at once comes first', () => {
    let further = 0;
    fc.assert(
      fc.property(smallPlans({ services: 5, auditors: 10 }), ({ instance, teams }) => {
        const now = totalOf(planParts(instance, { teams }));
        const changeOf = (plan: PlanTeam[]) => totalOf(planParts(instance, { teams: plan })) - now;
        for (const { id, seats: counts } of instance.services)
          for (const seat of Object.keys(counts) as (keyof typeof counts)[]) {
            if (counts[seat] === 0) continue;
            const found = substitutes(instance, { teams }, id, seat, { limit: 20 });
            const apply = (one: Substitute) => {
              const come = exchanged(teams, id, one.replaces, { auditor: one.auditor, seat }, one.week);
              if (one.after?.kind !== 'REPLACE') return come;
              const { service: there, leaves, joins } = one.after;
              const left = teams
                .find((team) => team.service === there)!
                .members.find((m) => m.auditor === leaves)!;
              return exchanged(
                come,
                there,
                leaves,
                joins === null ? null : { auditor: joins, seat: left.seat },
              );
            };
            for (const one of found) {
              expect(rulesBroken(instance, apply(one))).toEqual([]);
              expect(changeOf(apply(one))).toBe(one.change);
            }
            further += found.filter(({ after }) => after !== null).length;
            const team = teams.find((one) => one.service === id)!;
            const sitting = team.members.filter((member) => member.seat === seat);
            const leaving = sitting.length < counts[seat]! ? [null] : sitting.map((member) => member.auditor);
            // Who comes to a team that has others keeps to its week.
            const possible = leaving.flatMap((replaces) =>
              instance.auditors
                .filter((one) => one.id !== replaces)
                .map((one) => exchanged(teams, id, replaces, { auditor: one.id, seat }))
                .filter((plan) => plan.find((one) => one.service === id)!.members.length > 1)
                .filter((plan) => rulesBroken(instance, plan).length === 0)
                .map(changeOf),
            );
            const best = found.find(({ after }) => after === null)?.change ?? -Infinity;
            expect(best).toBeGreaterThanOrEqual(Math.max(-Infinity, ...possible));
          }
      }),
      { numRuns: 150 },
    );
    expect(further).toBeGreaterThan(20);
  });
});
