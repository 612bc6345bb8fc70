import fc from 'fast-check';
import { comparePlans } from '../../../server/matching/reasons/compare-plans';
import { planParts, totalOf } from '../../../server/matching/reasons/plan-parts';
import { auditor, instanceOf, service } from '../../support/matching/small-instances';
import { smallPlans, teamOfPlan } from '../../support/matching/small-plans';

const seats = { RADIOLOGIST: 1 };
const radiologist = (id: string) => ({ auditor: id, seat: 'RADIOLOGIST' as const });

describe('the comparison of two plans', () => {
  const instance = instanceOf(
    [
      service('S1', { seats, lat: 48, lon: 0, weeks: ['2027-W03', '2027-W04'] }),
      service('S2', { seats, lat: 48, lon: 0 }),
      service('S3', { lat: 48, lon: 0 }),
    ],
    [
      auditor('A1', { lat: 48, lon: 0, region: 'BRE' }),
      auditor('A2', { lat: 49, lon: 0 }),
      auditor('M1', { profession: 'RADIOGRAPHER', region: 'NAQ' }),
    ],
    { pastPairs: [['A1', 'M1']] },
  );
  const before = [
    teamOfPlan('S1', { week: '2027-W03', members: [radiologist('A1')] }),
    teamOfPlan('S3', { members: [radiologist('A1'), { auditor: 'M1', seat: 'RADIOGRAPHER' }] }),
  ];
  const after = [
    teamOfPlan('S1', { week: '2027-W04', members: [radiologist('A1')] }),
    teamOfPlan('S2', { members: [radiologist('A1')] }),
    teamOfPlan('S3', { members: [radiologist('A2')] }),
  ];

  it('tells who moves, whose team changes, which seats are filled and which become empty', () => {
    expect(comparePlans(instance, { teams: before }, { teams: after })).toMatchObject({
      moves: [
        { auditor: 'A1', from: 'S3', to: 'S2' },
        { auditor: 'A2', from: null, to: 'S3' },
        { auditor: 'M1', from: 'S3', to: null },
      ],
      teams: [
        { service: 'S1', leaves: [], joins: [], weekBefore: '2027-W03', weekAfter: '2027-W04' },
        { service: 'S2', leaves: [], joins: ['A1'], valueBefore: 0, valueAfter: 750 },
        { service: 'S3', leaves: ['A1', 'M1'], joins: ['A2'] },
      ],
      seatsFilled: [{ service: 'S2', seat: 'RADIOLOGIST', count: 1 }],
      seatsEmptied: [{ service: 'S3', seat: 'RADIOGRAPHER', count: 1 }],
    });
  });

  it('tells what it means in figures of the campaign', () => {
    const { figures } = comparePlans(instance, { teams: before }, { teams: after });
    expect(figures.before).toEqual({
      services: 3,
      servicesComplete: 2,
      seatsMissing: 1,
      assignments: 3,
      kilometres: 0,
      placesUnknown: 1,
      auditorsServing: 2,
      load: { least: 1, most: 2, deviation: 0.5 },
      teams: 1,
      teamsMixed: 0,
      teamsOfSeveralRegions: 1,
      worstOff: { service: 'S2', value: 0 },
    });
    expect(figures.after).toMatchObject({
      servicesComplete: 2,
      seatsMissing: 1,
      kilometres: 111,
      placesUnknown: 0,
      worstOff: { service: 'S3', value: 719 },
    });
  });

  it('adds up to the difference of the objectives, and is nothing between a plan and itself', () => {
    fc.assert(
      fc.property(smallPlans(), fc.nat(), ({ instance: any, teams }, one) => {
        const other = teams.filter((_, index) => index !== one % teams.length);
        const { objective, parts } = comparePlans(any, { teams }, { teams: other });
        expect(objective.after - objective.before).toBe(totalOf(parts.difference));
        expect(objective.after).toBe(totalOf(planParts(any, { teams: other })));
        const same = comparePlans(any, { teams }, { teams });
        expect([...same.moves, ...same.teams, ...same.seatsFilled, ...same.seatsEmptied]).toEqual([]);
        expect(Object.values(same.parts.difference).every((points) => points === 0)).toBe(true);
      }),
    );
  });
});
