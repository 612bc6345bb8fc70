import type { Instance, PlanSeat } from '../matcher/instance';
import type { Plan } from '../matcher/plan';
import { movesBetween, type Move } from './compare-plans';
import { memberValue, seatCount, seatOf } from './facts';
import { neighbourhoodOf } from './neighbourhood';
import { hardReasons, obstaclesTo } from './obstacles';
import { worthOf } from './plan-parts';
import type { HardReasonCode, PlanReasonCode, Reason } from './reason';
import { reopen } from './reopening';
import { modelOf } from './reopening-model';
import { smallestTeam, solveFairly } from './solve-fairly';
import { rise, servicesOf, sit, standingOf, teamOf, type Standing } from './standing';

/** How far a statement about other plans reaches. */
export type Scope = 'WHOLE_PLAN' | 'NEIGHBOURHOOD' | 'NOT_PROVED';

/** Where an auditor serves. */
export interface Service {
  service: string;
  seat: PlanSeat;
  week: string | null;
  /** His value there, points. */
  value: number;
  /** What the plan would lose if he left and nobody came, points. */
  worth: number;
}

/** Why an auditor is not on a service. */
export interface WhyNotPair {
  /** EXCLUDED: no plan may have the pair; BLOCKED: none that leaves the seats beyond the scope as they are; POSSIBLE: it may. */
  verdict: 'IN_PLAN' | 'EXCLUDED' | 'BLOCKED' | 'POSSIBLE';
  /** What excludes the pair in any plan, in the order in which people ask. */
  hard: readonly Reason<HardReasonCode>[];
  /** What stands against it as this plan stands; the loss tells what it would take to clear it away. */
  inPlan: readonly Reason<PlanReasonCode>[];
  /** His value there, points. */
  value: number;
  /** Points that the plan loses with the pair in it, everything else as good as can be; below zero the plan would gain. Null when no plan was found. */
  loss: number | null;
  /** Where the worst-off service comes first: the value of the smallest team, without the pair and with it; else null. */
  smallestTeam: { before: number; after: number } | null;
  /** What the loss was proved against. */
  scope: Scope;
  /** Who would move if the pair had to be. */
  moves: readonly Move[];
  /** Where he serves instead. */
  elsewhere: readonly Service[];
  /** Who sits on the seats that he could take. */
  inHisPlace: readonly { auditor: string; value: number }[];
}

/** Candidates of each seat that are looked at when the instance is too large to look at all. */
const PER_SEAT = 20;

/**
 * Why a plan does not put an auditor on a service: what excludes the pair, or what the plan would lose with it. The
 * loss is exact for the seats that are reached through shared candidates (`neighbourhoodOf`); in a small instance
 * these are all.
 * @returns null when the instance knows the auditor or the service not
 */
export async function whyNotPair(
  instance: Instance,
  plan: Pick<Plan, 'teams'>,
  auditorId: string,
  serviceId: string,
): Promise<WhyNotPair | null> {
  const standing = standingOf(instance, plan);
  const { facts } = standing;
  const auditor = facts.auditors.get(auditorId);
  const service = facts.services.get(serviceId);
  if (!auditor || !service) return null;

  const team = teamOf(standing, serviceId);
  const hard = hardReasons(facts, auditor, service);
  const seat = seatOf(auditor);
  const known = {
    hard,
    inPlan: [],
    value: memberValue(facts, auditor, service),
    loss: null,
    smallestTeam: null,
    scope: 'WHOLE_PLAN' as Scope,
    moves: [],
    elsewhere: servingOf(standing, auditorId).filter((one) => one.service !== serviceId),
    inHisPlace: team.members
      .filter((member) => member.seat === seat)
      .map((member) => ({
        auditor: member.auditor,
        value: memberValue(facts, facts.auditors.get(member.auditor)!, service),
      })),
  };
  if (team.members.some((member) => member.auditor === auditorId)) return { ...known, verdict: 'IN_PLAN' };
  if (hard.length > 0) return { ...known, verdict: 'EXCLUDED' };

  const inPlan = reasonsAsItStands(standing, auditorId, serviceId);
  const near = neighbourhoodOf(standing, [serviceId, ...servicesOf(standing, auditorId)]);
  const reopening = reopen(standing, near.seats);
  const { end, after, change } = await solveFairly(
    modelOf(reopening, {
      ...(near.isWhole ? {} : { perSeat: PER_SEAT }),
      wanted: { auditor: auditorId, service: serviceId },
    }),
  );
  const reached: Scope = near.isWhole ? 'WHOLE_PLAN' : 'NEIGHBOURHOOD';
  const scope = end === 'PROVED' || end === 'IMPOSSIBLE' ? reached : 'NOT_PROVED';
  if (!after)
    return {
      ...known,
      inPlan,
      scope,
      verdict: end === 'IMPOSSIBLE' && near.isWhole ? 'EXCLUDED' : 'BLOCKED',
    };
  return {
    ...known,
    inPlan,
    scope,
    verdict: 'POSSIBLE',
    loss: 0 - change,
    smallestTeam: instance.fairness === 'SUM' ? null : smallestTeams(standing, after),
    moves: movesBetween(standing, after),
  };
}

function smallestTeams(before: Standing, after: Standing): WhyNotPair['smallestTeam'] {
  const [one, other] = [smallestTeam(before), smallestTeam(after)];
  return one === null || other === null ? null : { before: one, after: other };
}

/** What stands against a pair as the plan stands; of several weeks, the one with the fewest obstacles. */
function reasonsAsItStands(
  standing: Standing,
  auditorId: string,
  serviceId: string,
): Reason<PlanReasonCode>[] {
  const { facts } = standing;
  const auditor = facts.auditors.get(auditorId)!;
  const service = facts.services.get(serviceId)!;
  const { week, members } = teamOf(standing, serviceId);
  const seat = seatOf(auditor);
  const own = members.filter((member) => member.seat === seat);
  const isOnly = own.length === 1 && seatCount(service, seat) === 1;
  if (isOnly) rise(standing, own[0]!.auditor, serviceId);
  const weeks = members.length > 0 ? [week] : service.weeks.length > 0 ? service.weeks : [null];
  const [fewest] = weeks
    .map((one) => obstaclesTo(standing, auditor, service, one))
    .sort((one, other) => one.length - other.length);
  if (isOnly) sit(standing, own[0]!.auditor, serviceId, seat);
  return (fewest ?? []).map(({ code, parameters }) => ({ code, parameters }));
}

function servingOf(standing: Standing, auditorId: string): Service[] {
  const { facts } = standing;
  return servicesOf(standing, auditorId).map((id) => {
    const { week, members } = teamOf(standing, id);
    const { seat } = members.find((member) => member.auditor === auditorId)!;
    const withHim = worthOf(standing, [id], [auditorId]);
    rise(standing, auditorId, id);
    const worth = withHim - worthOf(standing, [id], [auditorId]);
    sit(standing, auditorId, id, seat);
    const value = memberValue(facts, facts.auditors.get(auditorId)!, facts.services.get(id)!);
    return { service: id, seat, week, value, worth };
  });
}
