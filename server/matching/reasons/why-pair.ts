import type { Instance, InstanceAuditor, InstanceService, PlanSeat } from '../matcher/instance';
import { kilometresBetween, pairParts } from '../matcher/pair-value';
import type { Plan } from '../matcher/plan';
import { factsOf, fullValue, memberValue, type Facts } from './facts';
import { auditorParts, lessParts, sumOfParts, teamParts, totalOf, type PlanParts } from './plan-parts';
import type { Part, WorthReasonCode } from './reason';
import { loadOf, rise, sit, standingOf, teamOf } from './standing';
import { substitutes, type Substitute } from './substitutes';

/** Why an auditor is on a service. */
export interface WhyPair {
  seat: PlanSeat;
  week: string | null;
  /** What he is worth to the service on this seat, points. */
  value: number;
  /** Where that value comes from; adds up to it. */
  valueParts: readonly Part[];
  /** What the plan would lose if he left and nobody came: the value and everything else; adds up to `worth`. */
  planParts: readonly Part[];
  worth: number;
  /** Who could sit there instead. */
  alternatives: readonly Substitute[];
}

/**
 * Why a plan puts an auditor on a service.
 * @param limit most alternatives of each kind
 * @returns null when he is not on it
 */
export function whyPair(
  instance: Instance,
  plan: Pick<Plan, 'teams'>,
  auditorId: string,
  serviceId: string,
  limit = 5,
): WhyPair | null {
  const standing = standingOf(instance, plan);
  const { facts } = standing;
  const auditor = facts.auditors.get(auditorId);
  const service = facts.services.get(serviceId);
  const member = teamOf(standing, serviceId).members.find((one) => one.auditor === auditorId);
  if (!auditor || !service || !member) return null;

  const { week, members } = teamOf(standing, serviceId);
  const load = loadOf(standing, auditorId);
  const parts = () =>
    sumOfParts([
      teamParts(facts, service, teamOf(standing, serviceId)),
      auditorParts(facts, auditorId, loadOf(standing, auditorId)),
    ]);
  const withHim = parts();
  rise(standing, auditorId, serviceId);
  const worth = lessParts(withHim, parts());
  sit(standing, auditorId, serviceId, member.seat);

  const past = facts.pastPairs.get(auditorId);
  return {
    seat: member.seat,
    week,
    value: memberValue(facts, auditor, service),
    valueParts: valuePartsOf(instance, auditor, service),
    planParts: worthParts(worth, {
      load,
      seat: member.seat,
      mates: members.map((one) => one.auditor).filter((id) => past?.has(id)),
      skills: soleSkills(
        facts,
        service,
        auditor,
        members.map((one) => one.auditor),
      ),
      minimum: auditor.minimum,
    }),
    worth: totalOf(worth),
    alternatives: substitutes(instance, plan, serviceId, member.seat, { leaving: auditorId, limit }),
  };
}

/**
 * Where the value of a pair comes from, whatever any plan says: the parts add up to what he is worth to the service
 * on the seat that is his. Points are not rounded, so that one part may be the rounding of the sum.
 */
export function valuePartsOf(instance: Instance, auditor: InstanceAuditor, service: InstanceService): Part[] {
  const facts = factsOf(instance);
  const full = fullValue(facts, auditor, service);
  const parts: Part[] = facts.scores
    ? [{ code: 'GIVEN_SCORE', parameters: {}, points: full }]
    : computedParts(facts, auditor, service, full);
  if (auditor.trainee) {
    const points = memberValue(facts, auditor, service) - full;
    parts.push({ code: 'TRAINEE_SHARE', parameters: { share: facts.instance.weights.traineeShare }, points });
  }
  return parts;
}

function computedParts(
  { instance: { weights } }: Facts,
  auditor: InstanceAuditor,
  service: InstanceService,
  value: number,
): Part[] {
  const points = pairParts(service, auditor, weights);
  const needs = [...new Set(service.needs)];
  const mastered = needs.filter((need) => auditor.skills.includes(need));
  const missing = needs.filter((need) => !auditor.skills.includes(need));
  const kilometres = kilometresBetween(
    auditor.lat ?? NaN,
    auditor.lon ?? NaN,
    service.lat ?? NaN,
    service.lon ?? NaN,
  );
  const region = { region: service.region ?? '' };
  const isPreferred = service.region !== null && auditor.preferredRegions.includes(service.region);
  const parts: Part[] = [
    needs.length === 0
      ? { code: 'FIT_NOTHING_NEEDED', parameters: {}, points: points.fit }
      : {
          code: 'FIT',
          parameters: { mastered: mastered.length, needed: needs.length, skills: mastered, missing },
          points: points.fit,
        },
    {
      code: 'EXPERIENCE',
      parameters: { audits: auditor.auditsDone, full: weights.experienceAudits },
      points: points.experience,
    },
    Number.isNaN(kilometres)
      ? { code: 'TRAVEL_UNKNOWN', parameters: {}, points: points.travel }
      : { code: 'TRAVEL', parameters: { kilometres: Math.round(kilometres) }, points: points.travel },
    { code: 'OTHER_REGION', parameters: region, points: points.otherRegion },
    { code: isPreferred ? 'PREFERRED_REGION' : 'ELSEWHERE', parameters: region, points: points.preference },
  ];
  const exact = parts.reduce((sum, part) => sum + part.points, 0);
  return [...parts, { code: 'ROUNDING' as const, parameters: {}, points: value - exact }].filter(
    ({ code, points: worth }) => worth !== 0 || code === 'FIT' || code.startsWith('TRAVEL'),
  );
}

interface Circumstances {
  /** Of the auditor, this audit included. */
  load: number;
  seat: PlanSeat;
  /** Team mates with whom he worked last time. */
  mates: readonly string[];
  /** Critical modalities that nobody else on the team masters. */
  skills: readonly string[];
  minimum: number;
}

/** What the plan would lose with him, part by part; parts that are nothing are left out. */
function worthParts(worth: PlanParts, { load, seat, mates, skills, minimum }: Circumstances): Part[] {
  const codes: Record<keyof PlanParts, [WorthReasonCode, Part['parameters']]> = {
    value: ['VALUE', {}],
    load: ['LOAD', { audits: load }],
    shortfall: ['SEAT_FILLED', { seat }],
    missingLead: [worth.missingLead > 0 ? 'LEAD' : 'LEAD_LACKING', {}],
    missingCritical: ['CRITICAL', { skills }],
    belowMinimum: ['MINIMUM', { minimum }],
    pastPairs: ['PAST_PAIR', { auditors: mates }],
    kept: ['KEPT', {}],
  };
  return (Object.keys(codes) as (keyof PlanParts)[])
    .filter((name) => worth[name] !== 0)
    .map((name) => ({ code: codes[name][0], parameters: codes[name][1], points: worth[name] }));
}

function soleSkills(
  facts: Facts,
  service: InstanceService,
  auditor: InstanceAuditor,
  team: readonly string[],
): string[] {
  if (auditor.trainee) return [];
  const others = team
    .filter((id) => id !== auditor.id)
    .map((id) => facts.auditors.get(id)!)
    .filter((mate) => !mate.trainee);
  return [...new Set(service.critical)].filter(
    (skill) => auditor.skills.includes(skill) && !others.some((mate) => mate.skills.includes(skill)),
  );
}
