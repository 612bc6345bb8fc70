import fc from 'fast-check';
import { checkPlan } from '../../../server/matching/checker/check-plan';
import type { Instance } from '../../../server/matching/matcher/instance';
import type { PlanMember, PlanTeam } from '../../../server/matching/matcher/plan';
import { seatOf } from '../../../server/matching/reasons/facts';
import { hardReasons, obstaclesTo } from '../../../server/matching/reasons/obstacles';
import { planFrom } from '../../../server/matching/reasons/plan-from';
import { planParts, totalOf } from '../../../server/matching/reasons/plan-parts';
import { setWeek, sit, standingOf, teamOf } from '../../../server/matching/reasons/standing';
import { smallInstances } from './random-instances';

/** One team, with what reasons do not look at left empty. */
export const teamOfPlan = (
  service: string,
  { week = null, members }: { week?: string | null; members: readonly PlanMember[] },
): PlanTeam => ({ service, week, members, lead: null, value: 0 });

/** Small instances, each with some plan that breaks no rule and is not the best. */
export const smallPlans = (
  most: { services: number; auditors: number } = { services: 4, auditors: 7 },
): fc.Arbitrary<{ instance: Instance; teams: readonly PlanTeam[] }> =>
  fc
    .tuple(smallInstances(most), fc.array(fc.nat(), { minLength: 12, maxLength: 12 }))
    .map(([instance, dice]) => ({ instance, teams: somePlan(instance, dice) }));

/** What an independent look at teams finds wrong with them; empty when they break no rule. */
export function rulesBroken(instance: Instance, teams: readonly PlanTeam[]): readonly unknown[] {
  const plan = planFrom(standingOf(instance, { teams }));
  const objective = totalOf(planParts(instance, { teams }));
  return checkPlan(instance, {
    ...plan,
    status: 'FEASIBLE',
    objective,
    bound: objective,
    gap: 0,
    boundCovers: 'ALL_PAIRS',
    seconds: 0,
    stoppedBy: 'WORK',
  });
}

/** Puts people on seats as dice fall, as long as nothing stands against them. */
function somePlan(instance: Instance, dice: readonly number[]): readonly PlanTeam[] {
  const standing = standingOf(instance, { teams: [] });
  const { services, auditors } = instance;
  for (const die of dice) {
    const service = services[die % services.length]!;
    const auditor = auditors[Math.floor(die / services.length) % auditors.length]!;
    const { week, members } = teamOf(standing, service.id);
    const seat = seatOf(auditor);
    const room = seat === 'TRAINEE' ? Number(service.traineeSeat) : (service.seats[seat] ?? 0);
    if (members.filter((member) => member.seat === seat).length >= room) continue;
    if (members.some((member) => member.auditor === auditor.id)) continue;
    const then = members.length > 0 ? week : (service.weeks[die % Math.max(1, service.weeks.length)] ?? null);
    if (hardReasons(standing.facts, auditor, service).length > 0) continue;
    if (obstaclesTo(standing, auditor, service, then).length > 0) continue;
    setWeek(standing, service.id, then);
    sit(standing, auditor.id, service.id, seat);
  }
  return planFrom(standing).teams;
}
