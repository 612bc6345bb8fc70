import type { Instance, PlanSeat } from '../matcher/instance';
import type { Plan, PlanMember } from '../matcher/plan';
import { factsOf, groupsOfService, PLAN_SEATS, under, type Facts } from './facts';

/** Who sits on a service, and in which week. */
export interface Seated {
  week: string | null;
  members: readonly PlanMember[];
}

/** An auditor on a service. */
export interface Assignment {
  auditor: string;
  service: string;
}

/** A plan as it stands, to be asked who is where, and to be changed while something is tried. */
export interface Standing {
  facts: Facts;
  /** Every service of the instance. */
  teams: Map<string, Seated>;
  /** Auditor → services; those who have none are absent. */
  audits: Map<string, Set<string>>;
  /** Group of the auditor → group of the service → who serves so. */
  directions: Map<string, Map<string, Assignment[]>>;
}

/** A plan read against its instance. Members that the instance does not know are left out. */
export function standingOf(instance: Instance, plan: Pick<Plan, 'teams'>): Standing {
  const facts = factsOf(instance);
  const standing: Standing = {
    facts,
    teams: new Map(instance.services.map(({ id }) => [id, { week: null, members: [] }])),
    audits: new Map(),
    directions: new Map(),
  };
  for (const team of plan.teams) {
    if (!facts.services.has(team.service)) continue;
    standing.teams.set(team.service, { week: team.week, members: [] });
    for (const { auditor, seat } of team.members)
      if (facts.auditors.has(auditor)) sit(standing, auditor, team.service, seat);
  }
  return standing;
}

const read = new WeakMap<Pick<Plan, 'teams'>, Standing>();

/**
 * A plan read once, however many seats are asked about. Whoever tries something on it takes it back: nothing waits in
 * between, so that nobody sees it half changed.
 */
export function standingOnce(instance: Instance, plan: Pick<Plan, 'teams'>): Standing {
  const before = read.get(plan);
  if (before?.facts.instance === instance) return before;
  const standing = standingOf(instance, plan);
  read.set(plan, standing);
  return standing;
}

/** A second one of the same plan, to be changed apart. */
export function copyOf(standing: Standing): Standing {
  return {
    facts: standing.facts,
    teams: new Map(standing.teams),
    audits: new Map([...standing.audits].map(([auditor, services]) => [auditor, new Set(services)])),
    directions: new Map(
      [...standing.directions].map(([group, towards]) => [
        group,
        new Map([...towards].map(([other, list]) => [other, [...list]])),
      ]),
    ),
  };
}

/** The team of a service; nobody when the plan does not name it. */
export const teamOf = (standing: Standing, service: string): Seated =>
  standing.teams.get(service) ?? { week: null, members: [] };

/** How many audits an auditor has. */
export const loadOf = (standing: Standing, auditor: string): number =>
  standing.audits.get(auditor)?.size ?? 0;

/** Services of an auditor, by id. */
export const servicesOf = (standing: Standing, auditor: string): readonly string[] =>
  [...(standing.audits.get(auditor) ?? [])].sort();

/** Puts an auditor on a service; nothing is checked. Members stand in one order, whoever came first. */
export function sit(standing: Standing, auditor: string, service: string, seat: PlanSeat): void {
  const { week, members } = teamOf(standing, service);
  const at = members.findIndex((member) => isBefore({ auditor, seat }, member));
  standing.teams.set(service, {
    week,
    members: members.toSpliced(at < 0 ? members.length : at, 0, { auditor, seat }),
  });
  under(standing.audits, auditor, () => new Set<string>()).add(service);
  forDirections(standing, auditor, service, (list) => list.push({ auditor, service }));
}

/** Takes an auditor off a service. */
export function rise(standing: Standing, auditor: string, service: string): void {
  const { week, members } = teamOf(standing, service);
  standing.teams.set(service, { week, members: members.filter((member) => member.auditor !== auditor) });
  standing.audits.get(auditor)?.delete(service);
  forDirections(standing, auditor, service, (list) => {
    const at = list.findIndex((one) => one.auditor === auditor && one.service === service);
    if (at >= 0) list.splice(at, 1);
  });
}

/** Moves a service's audit to another week; nothing is checked. */
export function setWeek(standing: Standing, service: string, week: string | null): void {
  standing.teams.set(service, { ...teamOf(standing, service), week });
}

function isBefore(one: PlanMember, other: PlanMember): boolean {
  const rank = PLAN_SEATS.indexOf(one.seat) - PLAN_SEATS.indexOf(other.seat);
  return rank < 0 || (rank === 0 && one.auditor < other.auditor);
}

function forDirections(
  { facts, directions }: Standing,
  auditorId: string,
  serviceId: string,
  act: (list: Assignment[]) => void,
): void {
  const auditor = facts.auditors.get(auditorId);
  const service = facts.services.get(serviceId);
  if (!auditor || !service) return;
  for (const from of new Set(auditor.groups))
    for (const to of groupsOfService(service))
      if (from !== to)
        act(
          under(
            under(directions, from, () => new Map<string, Assignment[]>()),
            to,
            () => [],
          ),
        );
}
