import fc from 'fast-check';
import { checkPlan } from '../../../server/matching/checker/check-plan';
import { SEATED_PROFESSIONS, type Instance } from '../../../server/matching/matcher/instance';
import type { Plan } from '../../../server/matching/matcher/plan';
import { solve } from '../../../server/matching/matcher/solve';
import { bestPlan } from '../../support/matching/best-plan';
import { instancesWithPins } from '../../support/matching/instances-with-pins';
import { auditor } from '../../support/matching/small-instances';

const SMALL = { services: 4, auditors: 7 };
const LIMITS = { seconds: 20, work: 0.1, memoryMegabytes: 512, seed: 1 };
const RUNS = { numRuns: 25, seed: 2_027 };

const solved = (instance: Instance): Promise<Plan> => solve(instance, LIMITS);

/** Pairs of a plan, as `auditor service`. */
const pairsOf = ({ teams }: Plan): string[] =>
  teams.flatMap(({ service, members }) => members.map((member) => `${member.auditor} ${service}`));

const timeless = (plan: Plan) => ({ ...plan, seconds: 0 });

/** A property of what small instances are solved to. */
const holds = (
  property: (instance: Instance, plan: Plan) => Promise<void> | void,
  instances = instancesWithPins(SMALL),
  runs: object = RUNS,
): Promise<void> =>
  fc.assert(
    fc.asyncProperty(instances, async (instance) => property(instance, await solved(instance))),
    runs,
  );

describe('the matcher', () => {
  it('never seats anybody in conflict, forbidden, over capacity or away, and says which seats are empty', () =>
    holds((instance, plan) => {
      const pairs = pairsOf(plan);
      for (const [who, where] of [...instance.conflicts, ...instance.forbidden])
        expect(pairs).not.toContain(`${who} ${where}`);
      for (const { id, capacity } of instance.auditors)
        expect(pairs.filter((pair) => pair.startsWith(`${id} `)).length).toBeLessThanOrEqual(capacity);
      if (plan.status === 'INFEASIBLE') return;
      for (const [who, where] of instance.pinned) expect(pairs).toContain(`${who} ${where}`);
      for (const { id, seats } of instance.services) {
        for (const seat of SEATED_PROFESSIONS) {
          const team = plan.teams.find(({ service }) => service === id)?.members ?? [];
          const empty = plan.shortfalls.find((one) => one.service === id && one.seat === seat)?.missing ?? 0;
          expect(team.filter((member) => member.seat === seat).length + empty).toBe(seats[seat] ?? 0);
        }
      }
    }));

  it('gives plans that the checker finds nothing wrong with', () =>
    holds((instance, plan) => expect(checkPlan(instance, plan)).toEqual([])));

  it.each(['SUM', 'MAX_MIN_THEN_SUM'] as const)('finds by %s what trying every plan finds', (fairness) =>
    holds(
      (instance, plan) => {
        const best = bestPlan(instance);
        expect(plan.status).toBe(best ? 'OPTIMAL' : 'INFEASIBLE');
        if (best) expect(plan.objective).toBe(best.objective);
      },
      instancesWithPins(SMALL, fairness),
    ),
  );

  it('gives the same plan for the same instance and seed', () =>
    holds(async (instance, plan) => expect(timeless(await solved(instance))).toEqual(timeless(plan))));

  it('does not care in which order things stand', () =>
    holds(async (instance, plan) => {
      const turned = Object.fromEntries(
        Object.entries(instance).map(([name, value]) => [
          name,
          Array.isArray(value) ? [...(value as unknown[])].reverse() : value,
        ]),
      ) as unknown as Instance;
      expect(timeless(await solved(turned))).toEqual(timeless(plan));
    }));

  it('does not care what anybody is called', () =>
    holds(async (instance, plan) => {
      const renamed = await solved(renamedInstance(instance));
      expect(renamed).toMatchObject({ status: plan.status, objective: plan.objective });
    }));

  it('is never worse for one more auditor, or for more capacity', () =>
    holds(async (instance, plan) => {
      if (plan.status === 'INFEASIBLE' || instance.scores) return;
      const [first] = instance.auditors;
      const more = { ...instance, auditors: [...instance.auditors, auditor('B0', { groups: ['g1'] })] };
      const busier = {
        ...instance,
        auditors: instance.auditors.map((one) =>
          one === first ? { ...one, capacity: one.capacity + 1 } : one,
        ),
      };
      expect((await solved(more)).objective).toBeGreaterThanOrEqual(plan.objective);
      expect((await solved(busier)).objective).toBeGreaterThanOrEqual(plan.objective);
    }));

  it('does not miss an auditor whom it did not need', () =>
    holds(async (instance, plan) => {
      const unused = instance.auditors.find(({ id, minimum }) => minimum === 0 && !(id in plan.load));
      if (plan.status === 'INFEASIBLE' || !unused) return;
      const without = await solved(withoutAuditor(instance, unused.id));
      expect(without.objective).toBe(plan.objective);
    }));

  it('moves nobody but who was recused, when staying is worth more than all else', () =>
    holds(async (instance, plan) => {
      const pairs = pairsOf(plan).map((pair) => pair.split(' ') as [string, string]);
      const recused = pairs.find(
        ([who, where]) => !instance.pinned.some(([one, other]) => one === who && other === where),
      );
      if (!recused) return;
      const again = await solved({
        ...instance,
        conflicts: [...instance.conflicts, [...recused, 'C13']],
        previous: pairs,
        weights: { ...instance.weights, kept: 1_000_000 },
      });
      const there = pairsOf(again);
      expect(pairsOf(plan).filter((pair) => !there.includes(pair))).toEqual([recused.join(' ')]);
    }));
});

/** The same instance under names that sort the other way round. */
function renamedInstance(instance: Instance): Instance {
  const names = new Map<string, string>();
  for (const list of [instance.services, instance.auditors])
    list.forEach(({ id }, index) => names.set(id, `N${String(900 - index)}${id.slice(0, 1)}`));
  const named = (id: string) => names.get(id) ?? id;
  const pairs = <T extends readonly (readonly unknown[])[]>(list: T) =>
    list.map((entry) => entry.map((part) => (typeof part === 'string' ? named(part) : part))) as unknown as T;
  return {
    ...instance,
    services: instance.services.map((one) => ({ ...one, id: named(one.id) })),
    auditors: instance.auditors.map((one) => ({ ...one, id: named(one.id) })),
    conflicts: pairs(instance.conflicts),
    teamConflicts: pairs(instance.teamConflicts),
    pastPairs: pairs(instance.pastPairs),
    pinned: pairs(instance.pinned),
    forbidden: pairs(instance.forbidden),
    previous: pairs(instance.previous),
    ...(instance.scores ? { scores: pairs(instance.scores) } : {}),
  };
}

function withoutAuditor(instance: Instance, id: string): Instance {
  const others = <T extends readonly (readonly unknown[])[]>(list: T) =>
    list.filter((entry) => !entry.includes(id)) as unknown as T;
  return {
    ...instance,
    auditors: instance.auditors.filter((one) => one.id !== id),
    conflicts: others(instance.conflicts),
    teamConflicts: others(instance.teamConflicts),
    pastPairs: others(instance.pastPairs),
    forbidden: others(instance.forbidden),
    previous: others(instance.previous),
    ...(instance.scores ? { scores: others(instance.scores) } : {}),
  };
}
