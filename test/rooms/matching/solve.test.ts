import { franceInstance } from '../../../scripts/bench/matching/france-instance';
import { checkPlan } from '../../../server/matching/checker/check-plan';
import type { Instance } from '../../../server/matching/matcher/instance';
import type { Plan, SolveProgress } from '../../../server/matching/matcher/plan';
import { solve } from '../../../server/matching/matcher/solve';

const LIMITS = { seconds: 600, work: 1, memoryMegabytes: 1_000, seed: 1 };
// Too large to be proved at once: all steps of the solve have their part.
const MEDIUM = franceInstance({ services: 60, auditors: 120, seed: 4, isTight: true });

/** Seats that nobody takes. */
const shortOf = (plan: { shortfalls: readonly { missing: number }[] }) =>
  plan.shortfalls.reduce((sum, { missing }) => sum + missing, 0);

describe('a solve', () => {
  let best: Plan;
  const told: SolveProgress[] = [];
  beforeAll(async () => {
    best = await solve(MEDIUM, LIMITS, (progress) => told.push(progress));
  });

  it('gives the same plan for the same seed, with its budget of work and not its clock', async () => {
    const second = await solve(MEDIUM, { ...LIMITS, seconds: 500 });
    expect({ ...second, seconds: 0 }).toEqual({ ...best, seconds: 0 });
    expect(best.stoppedBy).not.toBe('TIME');
    expect(checkPlan(MEDIUM, best)).toEqual([]);
  });

  it('tells of its steps in order, never of a plan above the bound', () => {
    expect([...new Set(told.map(({ phase }) => phase))].slice(0, 3)).toEqual([
      'CANDIDATES',
      'GREEDY',
      'BOUND',
    ]);
    for (const { objective, bound } of told)
      if (objective !== null && bound !== null) expect(objective).toBeLessThanOrEqual(bound);
    const shares = told.map(({ done }) => done);
    expect(shares).toEqual([...shares].sort((one, other) => one - other));
  });

  it('serves the worst-off service better when that is asked for, with no more empty seats', async () => {
    const fair = await solve({ ...MEDIUM, fairness: 'MAX_MIN_THEN_SUM' }, LIMITS);
    const worst = (plan: typeof fair) => Math.min(...plan.teams.map(({ value }) => value));
    expect(worst(fair)).toBeGreaterThanOrEqual(worst(best));
    expect(shortOf(fair)).toBeLessThanOrEqual(shortOf(best));
    expect(checkPlan({ ...MEDIUM, fairness: 'MAX_MIN_THEN_SUM' }, fair)).toEqual([]);
  });

  it('keeps what was before where asked, pins always and forbidden pairs never', async () => {
    const pairs = best.teams.flatMap(({ service, members }) =>
      members.map(({ auditor }) => [auditor, service] as const),
    );
    const [gone, ...stay] = pairs;
    const pinned = stay.slice(0, 20);
    const again: Instance = { ...MEDIUM, previous: pairs, pinned, forbidden: [gone!] };
    const after = await solve(again, LIMITS);
    expect(checkPlan(again, after)).toEqual([]);
    const kept = after.teams.flatMap(({ service, members }) =>
      members.map(({ auditor }) => `${auditor} ${service}`),
    );
    expect(kept).toEqual(expect.arrayContaining(pinned.map(([auditor, service]) => `${auditor} ${service}`)));
    expect(kept).not.toContain(`${gone![0]} ${gone![1]}`);
    const moved = pairs.filter(([auditor, service]) => !kept.includes(`${auditor} ${service}`));
    expect(moved.length).toBeLessThan(10);
  });

  it('says so when pins contradict each other', async () => {
    const [one, other] = MEDIUM.services.slice(0, 2).map((service) => ({
      ...service,
      group: `own-${service.id}`,
      weeks: ['2027-W03'],
      seats: { RADIOGRAPHER: 1 },
    }));
    const radiographer = MEDIUM.auditors.find(
      ({ profession, trainee }) => profession === 'RADIOGRAPHER' && !trainee,
    )!;
    const plan = await solve(
      {
        ...MEDIUM,
        services: [one!, other!],
        auditors: [{ ...radiographer, groups: [], capacity: 2, unavailableWeeks: [] }],
        conflicts: [],
        teamConflicts: [],
        pastPairs: [],
        pinned: [
          [radiographer.id, one!.id],
          [radiographer.id, other!.id],
        ],
      },
      LIMITS,
    );
    expect(plan).toMatchObject({ status: 'INFEASIBLE', stoppedBy: 'PROOF', teams: [] });
  });

  it('takes an instance with nobody and nothing in it', async () => {
    const nothing: Instance = {
      ...MEDIUM,
      services: [],
      auditors: [],
      conflicts: [],
      teamConflicts: [],
      pastPairs: [],
    };
    expect(await solve(nothing, LIMITS)).toMatchObject({ status: 'OPTIMAL', objective: 0, bound: 0, gap: 0 });
    const nobody = { ...nothing, services: MEDIUM.services.slice(0, 2) };
    const plan = await solve(nobody, LIMITS);
    expect(plan.status).toBe('OPTIMAL');
    expect(checkPlan(nobody, plan)).toEqual([]);
  });
});
