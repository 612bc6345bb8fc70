import {
  SEATED_PROFESSIONS,
  type Instance,
  type InstanceAuditor,
  type InstanceService,
  type PlanSeat,
} from '../matcher/instance';
import type { Plan } from '../matcher/plan';
import { isListed, memberValue, seatCount, type Facts } from './facts';
import { loadOf, standingOf, teamOf, type Seated, type Standing } from './standing';

/** The objective in its parts, in points; costs are negative, and the sum is the objective. */
export interface PlanParts {
  /** Values of all pairs, trainees' shares included. */
  value: number;
  load: number;
  shortfall: number;
  missingLead: number;
  missingCritical: number;
  belowMinimum: number;
  pastPairs: number;
  kept: number;
}

const NONE: PlanParts = {
  value: 0,
  load: 0,
  shortfall: 0,
  missingLead: 0,
  missingCritical: 0,
  belowMinimum: 0,
  pastPairs: 0,
  kept: 0,
};

/** The parts of a plan's objective, counted anew from the instance. */
export function planParts(instance: Instance, plan: Pick<Plan, 'teams'>): PlanParts {
  return partsOf(standingOf(instance, plan));
}

/** The parts of the objective of a plan as it stands. */
export function partsOf(standing: Standing): PlanParts {
  const { facts } = standing;
  return sumOfParts([
    ...facts.instance.services.map((service) => teamParts(facts, service, teamOf(standing, service.id))),
    ...facts.instance.auditors.map(({ id }) => auditorParts(facts, id, loadOf(standing, id))),
  ]);
}

/** What one team adds to the objective. */
export function teamParts(facts: Facts, service: InstanceService, team: Seated): PlanParts {
  const { weights } = facts.instance;
  const parts = { ...NONE };
  let leads = 0;
  let radiologists = 0;
  const full: string[] = [];
  team.members.forEach(({ auditor: id, seat }, position) => {
    const auditor = facts.auditors.get(id)!;
    parts.value += memberValue(facts, auditor, service);
    if (isListed(facts.previous, id, service.id)) parts.kept += weights.kept;
    const past = facts.pastPairs.get(id);
    if (past)
      for (const mate of team.members.slice(0, position))
        if (past.has(mate.auditor)) parts.pastPairs -= weights.pastPair;
    if (seat === 'TRAINEE') return;
    full.push(id);
    if (seat === 'RADIOLOGIST') {
      radiologists++;
      leads += Number(auditor.lead);
    }
  });
  parts.shortfall = -weights.shortfall * missingSeats(service, team) || 0;
  const needsLead = seatCount(service, 'RADIOLOGIST') > 1 || radiologists > 0;
  if (needsLead && leads === 0) parts.missingLead -= weights.missingLead;
  parts.missingCritical -= weights.missingCritical * lackingSkills(facts, service, full).length;
  parts.missingCritical ||= 0;
  return parts;
}

/** Critical modalities of a service that none of these full members masters. */
export function lackingSkills(facts: Facts, service: InstanceService, full: readonly string[]): string[] {
  if (service.critical.length === 0) return [];
  return [...new Set(service.critical)].filter(
    (skill) => !full.some((id) => facts.auditors.get(id)!.skills.includes(skill)),
  );
}

/** What an auditor's number of audits adds to the objective. */
export function auditorParts(facts: Facts, id: string, load: number): PlanParts {
  const { weights } = facts.instance;
  const parts = { ...NONE };
  for (let n = 1; n <= load; n++) parts.load -= facts.load[n - 1]!;
  parts.belowMinimum =
    -weights.belowMinimum * Math.max(0, (facts.auditors.get(id)?.minimum ?? 0) - load) || 0;
  return parts;
}

/** Required seats of a service that are empty. */
export function missingSeats(service: InstanceService, team: Seated): number {
  let missing = 0;
  for (const seat of SEATED_PROFESSIONS) {
    const filled = team.members.filter((member) => member.seat === seat).length;
    missing += Math.max(0, seatCount(service, seat) - filled);
  }
  return missing;
}

/** Parts added up, part by part. */
export function sumOfParts(list: readonly PlanParts[]): PlanParts {
  const sum = { ...NONE };
  for (const parts of list) for (const name of PART_NAMES) sum[name] += parts[name];
  return sum;
}

/** One thing's parts less another's. */
export function lessParts(one: PlanParts, other: PlanParts): PlanParts {
  const less = { ...NONE };
  for (const name of PART_NAMES) less[name] = one[name] - other[name];
  return less;
}

/** Names of the parts, in the order in which people read them. */
export const PART_NAMES = Object.keys(NONE) as (keyof PlanParts)[];

/** The objective: all parts together. */
export const totalOf = (parts: PlanParts): number =>
  PART_NAMES.reduce((total, name) => total + parts[name], 0);

/** What a plan gains when an auditor sits down on a service, all parts together. */
export function gainOfSitting(
  standing: Standing,
  auditor: InstanceAuditor,
  service: InstanceService,
  seat: PlanSeat,
): number {
  const { facts } = standing;
  const team = teamOf(standing, service.id);
  const load = loadOf(standing, auditor.id);
  const more = { week: team.week, members: [...team.members, { auditor: auditor.id, seat }] };
  return (
    totalOf(teamParts(facts, service, more)) -
    totalOf(teamParts(facts, service, team)) -
    facts.load[load]! +
    (load < auditor.minimum ? facts.instance.weights.belowMinimum : 0)
  );
}

/** The most that anybody gains a plan by sitting down, besides his value: who is worth less by more need not be looked at. */
export function mostBesides(standing: Standing, service: InstanceService, seat: PlanSeat): number {
  const { facts } = standing;
  const { weights } = facts.instance;
  const now = teamParts(facts, service, teamOf(standing, service.id));
  const kept = facts.previous.has(service.id) ? weights.kept : 0;
  const minimum = facts.hasMinimum ? weights.belowMinimum : 0;
  const required = seat === 'TRAINEE' ? 0 : weights.shortfall - now.missingLead - now.missingCritical;
  return kept + minimum + required - facts.load[0]!;
}

/**
 * What some services and auditors add to the objective; the difference before and after a move is the move's worth,
 * since a move touches nobody else.
 */
export function worthOf(standing: Standing, services: Iterable<string>, auditors: Iterable<string>): number {
  const { facts } = standing;
  let worth = 0;
  for (const id of new Set(services))
    worth += totalOf(teamParts(facts, facts.services.get(id)!, teamOf(standing, id)));
  for (const id of new Set(auditors)) worth += totalOf(auditorParts(facts, id, loadOf(standing, id)));
  return worth;
}
