import fc from 'fast-check';
import { checkPlan } from '../../../server/matching/checker/check-plan';
import { solveExactly } from '../../../server/matching/matcher/exact';
import { SEATED_PROFESSIONS, type Pair } from '../../../server/matching/matcher/instance';
import type { PlanTeam } from '../../../server/matching/matcher/plan';
import { resolveAfterChange } from '../../../server/matching/reasons/resolve-after-change';
import { bestPlan } from '../../support/matching/best-plan';
import { auditor, instanceOf, service } from '../../support/matching/small-instances';
import { smallInstances } from '../../support/matching/random-instances';
import { teamOfPlan } from '../../support/matching/small-plans';

const seats = { RADIOLOGIST: 1 };
const radiologist = (id: string) => ({ auditor: id, seat: 'RADIOLOGIST' as const });
const pairsOf = (teams: readonly PlanTeam[]): Pair[] =>
  teams.flatMap((team) => team.members.map((member): Pair => [member.auditor, team.service]));

describe('a plan after a change', () => {
  it('moves one seat after one recusal when somebody is free', async () => {
    const instance = instanceOf(
      [service('S1', { seats }), service('S2', { seats })],
      [auditor('A1', { auditsDone: 6 }), auditor('A2', { auditsDone: 3 }), auditor('A3')],
    );
    const teams = [
      teamOfPlan('S1', { members: [radiologist('A1')] }),
      teamOfPlan('S2', { members: [radiologist('A3')] }),
    ];
    // A3 is not the best for S2; he stays all the same.
    const resolved = await resolveAfterChange(instance, { teams }, { withdrawn: [['A1', 'S1']], fixed: [] });
    expect(resolved).toMatchObject({
      moves: [
        { auditor: 'A1', from: 'S1', to: null },
        { auditor: 'A2', from: null, to: 'S1' },
      ],
      lost: [['A1', 'S1']],
      movedBeyond: 0,
      scope: 'WHOLE_PLAN',
    });
    expect(checkPlan(resolved.instance, resolved.plan)).toEqual([]);
  });

  it('moves a second one when it must, and never one that is accepted', async () => {
    const instance = instanceOf(
      [service('S1', { seats }), service('S2', { seats }), service('S3', { seats })],
      [
        auditor('A1', { capacity: 1 }),
        auditor('A2', { capacity: 1 }),
        auditor('A3', { capacity: 1 }),
        auditor('A4', { capacity: 1 }),
      ],
      { conflicts: [['A4', 'S1', 'C01']] },
    );
    const teams = [
      teamOfPlan('S1', { members: [radiologist('A1')] }),
      teamOfPlan('S2', { members: [radiologist('A2')] }),
      teamOfPlan('S3', { members: [radiologist('A3')] }),
    ];
    const change = { withdrawn: [['A1', 'S1'] as const], fixed: [['A2', 'S2'] as const] };
    const resolved = await resolveAfterChange(instance, { teams }, change);
    expect(resolved.movedBeyond).toBe(1);
    // A1 may still serve elsewhere, A4 anywhere but at S1; A2 has accepted.
    expect(resolved.moves).toContainEqual({ auditor: 'A3', from: 'S3', to: 'S1' });
    expect(resolved.plan.teams.find((team) => team.service === 'S2')!.members).toEqual([radiologist('A2')]);
    expect(checkPlan(resolved.instance, resolved.plan)).toEqual([]);
  });

  it('takes away what the instance forbids now, accepted or not, and fills what became possible', async () => {
    const instance = instanceOf([service('S1', { seats }), service('S2', { seats })], [auditor('A2')], {
      conflicts: [['A2', 'S2', 'C02']],
    });
    const teams = [
      teamOfPlan('S2', { members: [radiologist('A2')] }),
      teamOfPlan('S1', { members: [radiologist('A9')] }),
    ];
    const change = { withdrawn: [], fixed: [['A2', 'S2'] as const, ['A9', 'S1'] as const] };
    const resolved = await resolveAfterChange(instance, { teams }, change);
    expect(resolved.lost).toEqual([
      ['A2', 'S2'],
      ['A9', 'S1'],
    ]);
    expect(pairsOf(resolved.plan.teams)).toEqual([['A2', 'S1']]);
  });

  it('leaves as few seats empty and gives up as few assignments as trying every plan does', async () => {
    let beyond = 0;
    await fc.assert(
      fc.asyncProperty(
        smallInstances({ services: 4, auditors: 7 }),
        fc.nat(),
        fc.nat(),
        async (any, die, accepted) => {
          // One week at most, and no seat that is empty from the start: the oracle counts neither.
          const auditors = any.auditors.map((one) => ({ ...one, lead: true, capacity: 1, minimum: 0 }));
          const services = any.services.map((one) => ({ ...one, weeks: one.weeks.slice(0, 1) }));
          const first = { ...any, auditors, services, previous: [] };
          const { teams } = (await solveExactly(first))!;
          const taken = (id: string, seat: string) =>
            teams.find((team) => team.service === id)!.members.filter((member) => member.seat === seat)
              .length;
          const instance = {
            ...first,
            services: services.map((one) => ({
              ...one,
              seats: Object.fromEntries(SEATED_PROFESSIONS.map((seat) => [seat, taken(one.id, seat)])),
            })),
          };
          const pairs = pairsOf(teams);
          fc.pre(pairs.length > 0);
          const withdrawn = [pairs[die % pairs.length]!];
          const fixed = pairs.filter(
            (pair, index) => pair !== withdrawn[0] && index === accepted % pairs.length,
          );
          const resolved = await resolveAfterChange(instance, { teams }, { withdrawn, fixed });
          expect(resolved.scope).toBe('WHOLE_PLAN');
          expect(checkPlan(resolved.instance, resolved.plan)).toEqual([]);

          const weights = { ...instance.weights, kept: 1e6, shortfall: 1e9 };
          const best = bestPlan({ ...resolved.instance, weights })!;
          const staying = (plan: readonly PlanTeam[]) =>
            pairsOf(plan).filter(([a, s]) => pairs.some(([x, y]) => x === a && y === s)).length;
          expect(pairsOf(resolved.plan.teams).filter(isFull)).toHaveLength(
            pairsOf(best.teams).filter(isFull).length,
          );
          expect(staying(resolved.plan.teams)).toBe(staying(best.teams));
          expect(resolved.movedBeyond).toBe(pairs.length - resolved.lost.length - staying(best.teams));
          beyond += resolved.movedBeyond;
          function isFull([id]: Pair) {
            return !instance.auditors.find((one) => one.id === id)!.trainee;
          }
        },
      ),
      { numRuns: 150 },
    );
    expect(beyond).toBeGreaterThan(2);
  });
});
