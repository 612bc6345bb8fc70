import fc from 'fast-check';
import { solveExactly } from '../../../server/matching/matcher/exact';
import type { Instance } from '../../../server/matching/matcher/instance';
import type { PlanTeam } from '../../../server/matching/matcher/plan';
import { applyRelaxation } from '../../../server/matching/reasons/apply-relaxation';
import { explainShortfalls } from '../../../server/matching/reasons/explain-shortfalls';
import { bestPlan } from '../../support/matching/best-plan';
import { auditor, instanceOf, service } from '../../support/matching/small-instances';
import { canFillByTrying } from '../../support/matching/fill-by-trying';
import { smallInstances } from '../../support/matching/random-instances';
import { teamOfPlan } from '../../support/matching/small-plans';

const seats = { RADIOLOGIST: 1 };
const radiologist = (id: string) => ({ auditor: id, seat: 'RADIOLOGIST' as const });
const limitsOf = async (instance: Instance, teams: readonly PlanTeam[] = []) =>
  (await explainShortfalls(instance, { teams })).map(({ blocking }) => blocking);

/** Small instances in which an empty seat is worse than anything else, under several rules. */
const shortInstances = smallInstances({ services: 3, auditors: 6 }).chain((instance) =>
  fc.array(fc.constantFrom('C01', 'C09', 'C11'), { minLength: 4, maxLength: 4 }).map((codes): Instance => ({
    ...instance,
    auditors: instance.auditors.map((one) => ({ ...one, minimum: 0, capacity: Math.min(1, one.capacity) })),
    conflicts: instance.conflicts.map(([a, s], index) => [a, s, codes[index]!]),
    weights: { ...instance.weights, shortfall: 1_000_000 },
  })),
);

describe('why a seat is empty', () => {
  it('names each limit that is needed to keep it so, and whom each keeps away', async () => {
    const instance = instanceOf(
      [service('S1', { seats, weeks: ['2027-W03'] }), service('S2', { seats, weeks: ['2027-W05'] })],
      [
        auditor('A1'),
        auditor('A2', { unavailableWeeks: ['2027-W03'] }),
        auditor('A3', { lead: false }),
        auditor('A4', { capacity: 1 }),
        auditor('A5'),
        auditor('A6', { capacity: 1 }),
      ],
      {
        conflicts: [
          ['A1', 'S1', 'C01'],
          ['A6', 'S1', 'C09'],
          ['A1', 'S2', 'C01'],
          ['A2', 'S2', 'C01'],
          ['A5', 'S2', 'C01'],
          ['A6', 'S2', 'C01'],
        ],
        forbidden: [['A5', 'S1']],
      },
    );
    const teams = [teamOfPlan('S2', { week: '2027-W05', members: [radiologist('A4')] })];
    const [shortfall, ...others] = await explainShortfalls(instance, { teams });
    expect(others).toEqual([]);
    expect(shortfall).toMatchObject({ service: 'S1', seat: 'RADIOLOGIST', missing: 1, scope: 'WHOLE_PLAN' });
    expect(shortfall!.blocking).toEqual([
      { limit: 'LEAD_RIGHT', auditors: ['A3'] },
      { limit: 'UNAVAILABLE', auditors: ['A2'] },
      { limit: 'FORBIDDEN', auditors: ['A5'] },
      { limit: 'CAPACITY', auditors: ['A4'] },
      { limit: 'C09', auditors: ['A6'] },
      { limit: 'C01', auditors: ['A1'] },
    ]);
    // The value of whoever comes is 500 at least; nobody is asked to set C01 aside.
    expect(shortfall!.relaxations).toEqual([
      { kind: 'MORE_CAPACITY', detail: { auditor: 'A4', capacity: 2 }, gain: 10_480, filled: 1 },
      { kind: 'FREE_WEEK', detail: { auditor: 'A2', week: '2027-W03' }, gain: 10_500, filled: 1 },
      { kind: 'ANOTHER_WEEK', detail: { service: 'S1', week: '2027-W05' }, gain: 10_500, filled: 1 },
      { kind: 'ALLOW_PAIR', detail: { auditor: 'A6', service: 'S1', rule: 'C09' }, gain: 10_500, filled: 1 },
      {
        kind: 'ALLOW_PAIR',
        detail: { auditor: 'A5', service: 'S1', rule: 'FORBIDDEN' },
        gain: 10_500,
        filled: 1,
      },
      { kind: 'ALLOW_RULE', detail: { rule: 'C09', service: 'S1' }, gain: 10_500, filled: 1 },
      {
        kind: 'MORE_AUDITORS',
        detail: { profession: 'RADIOLOGIST', capacity: 2, lead: 1 },
        gain: 10_500,
        filled: 1,
      },
    ]);
  });

  it('leaves out what is not to blame: a limit without which the seat would be empty too', async () => {
    const instance = instanceOf([service('S1', { seats })], [auditor('A1', { lead: false })], {
      conflicts: [['A1', 'S1', 'C01']],
    });
    // Either would do; the rule, which people know best, is named.
    expect(await limitsOf(instance)).toEqual([[{ limit: 'C01', auditors: ['A1'] }]]);
  });

  it('says so when nobody of the profession is there, or when nothing blocks the seat', async () => {
    const nobody = instanceOf([service('S1', { seats })], [auditor('M1', { profession: 'RADIOGRAPHER' })]);
    expect(await limitsOf(nobody)).toEqual([[{ limit: 'PROFESSION', auditors: [] }]]);
    const free = instanceOf([service('S1', { seats })], [auditor('A1')]);
    const [shortfall] = await explainShortfalls(free, { teams: [] });
    expect(shortfall).toMatchObject({
      blocking: [],
      relaxations: [{ kind: 'RESOLVE', detail: { moves: 1 }, gain: 10_500, filled: 1 }],
    });
  });

  it('asks for what the team lacks: the lead right, a critical modality', async () => {
    const instance = instanceOf(
      [service('S1', { seats: { RADIOLOGIST: 2 }, region: 'BRE', critical: ['PAEDIATRIC'], needs: ['CT'] })],
      [auditor('A1', { lead: false, skills: ['CT'] })],
    );
    const teams = [teamOfPlan('S1', { members: [radiologist('A1')] })];
    const [shortfall] = await explainShortfalls(instance, { teams });
    expect(shortfall!.relaxations).toEqual([
      {
        kind: 'MORE_AUDITORS',
        detail: { profession: 'RADIOLOGIST', region: 'BRE', capacity: 2, lead: 1, skills: 'CT PAEDIATRIC' },
        gain: 17_500,
        filled: 1,
      },
    ]);
  });

  it('finds that somebody could come if another audit of his were taken over', async () => {
    const instance = instanceOf(
      [service('S1', { seats }), service('S2', { seats })],
      [auditor('A1', { capacity: 1 }), auditor('A2', { capacity: 1 })],
      {
        conflicts: [
          ['A2', 'S1', 'C01'],
          ['A2', 'S2', 'C09'],
        ],
      },
    );
    const teams = [teamOfPlan('S2', { members: [radiologist('A1')] })];
    const [shortfall] = await explainShortfalls(instance, { teams });
    expect(shortfall!.relaxations).toContainEqual({
      kind: 'ALLOW_PAIR',
      detail: { auditor: 'A2', service: 'S2', rule: 'C09' },
      gain: 10_500,
      filled: 1,
    });
  });

  it('counts every seat that a rule set aside fills, of whichever profession', async () => {
    const instance = instanceOf(
      [service('S1', { seats: { RADIOLOGIST: 1, RADIOGRAPHER: 1 } })],
      [auditor('A1'), auditor('M1', { profession: 'RADIOGRAPHER' })],
      {
        conflicts: [
          ['A1', 'S1', 'C11'],
          ['M1', 'S1', 'C11'],
        ],
      },
    );
    const [shortfall] = await explainShortfalls(instance, { teams: [] });
    const filled = shortfall!.relaxations.map((one) => [one.kind, one.filled]);
    expect(filled).toContainEqual(['ALLOW_PAIR', 1]);
    expect(filled).toContainEqual(['ALLOW_RULE', 2]);
  });

  it('proves sets that are irreducible, and names changes that fill the seat', async () => {
    let proved = 0;
    let relaxed = 0;
    await fc.assert(
      fc.asyncProperty(shortInstances, async (instance) => {
        const plan = (await solveExactly(instance))!;
        for (const shortfall of await explainShortfalls(instance, plan)) {
          const target = { service: shortfall.service, seat: shortfall.seat };
          const limits = shortfall.blocking.map(({ limit }) => limit);
          const all = new Set([...ALL_LIMITS, ...instance.conflicts.map(([, , code]) => code)]);
          const fills = (kept: readonly string[]) => {
            const lifted = new Set([...all].filter((limit) => !kept.includes(limit)));
            return canFillByTrying(instance, plan.teams, target, lifted);
          };
          expect(shortfall.scope).toBe('WHOLE_PLAN');
          expect(limits).not.toEqual([]);
          if (limits[0] === 'PROFESSION') expect(fills([])).toBe(false);
          else {
            expect(fills(limits)).toBe(false);
            for (const limit of limits) expect(fills(limits.filter((one) => one !== limit))).toBe(true);
          }
          proved += limits.length;
          for (const relaxation of shortfall.relaxations) {
            const better = bestPlan(applyRelaxation(instance, relaxation))!;
            expect(better.objective).toBeGreaterThanOrEqual(plan.objective + relaxation.gain);
            expect(missingSum(instance, better.teams)).toBe(
              missingSum(instance, plan.teams) - relaxation.filled,
            );
            relaxed++;
          }
        }
      }),
      { numRuns: 12 },
    );
    expect(proved).toBeGreaterThan(20);
    expect(relaxed).toBeGreaterThan(20);
  });

  it('names what stands against everybody, without a proof, once it is late', async () => {
    const instance = instanceOf([service('s'), service('u')], [auditor('r', { capacity: 0 })]);
    let seats = 0;
    const explained = await explainShortfalls(instance, { teams: [] }, { isLate: () => (seats += 1) > 1 });
    expect(explained.map(({ scope }) => scope)).toEqual([
      'WHOLE_PLAN',
      ...Array<string>(3).fill('NOT_PROVED'),
    ]);
    expect(explained[2]).toMatchObject({ service: 'u', blocking: [{ limit: 'CAPACITY' }], relaxations: [] });
  });
});

const ALL_LIMITS = [
  'SHARED_TEAMS',
  'TEAM_CONFLICT',
  'SAME_GROUP',
  'RECIPROCITY',
  'BUSY_WEEK',
  'LEAD_RIGHT',
  'UNAVAILABLE',
  'FORBIDDEN',
  'CAPACITY',
];

/** Required seats that are empty. */
function missingSum({ services }: Instance, teams: readonly PlanTeam[]): number {
  const seatsOf = (counts: Instance['services'][number]['seats']) =>
    Object.values(counts).reduce((sum, count) => sum + count, 0);
  const taken = teams.flatMap(({ members }) => members).filter(({ seat }) => seat !== 'TRAINEE').length;
  return services.reduce((sum, one) => sum + seatsOf(one.seats), 0) - taken;
}
