import { pairValue } from '../../server/matching/matcher/pair-value';
import {
  SEATED_PROFESSIONS,
  type Instance,
  type InstanceAuditor,
  type InstanceService,
} from '../../server/matching/matcher/instance';

/** A service's team in a plan that is being tried. */
interface Tried {
  service: InstanceService;
  week: string | null;
  members: readonly InstanceAuditor[];
}

const hasPair = (pairs: readonly (readonly string[])[], one: string, other: string): boolean =>
  pairs.some(([a, b]) => a === one && b === other);

const eitherWay = (pairs: readonly (readonly string[])[], one: string, other: string): boolean =>
  hasPair(pairs, one, other) || hasPair(pairs, other, one);

const groupsOf = (service: InstanceService): string[] =>
  service.group === null ? [...(service.groups ?? [])] : [service.group, ...(service.groups ?? [])];

function pairsOf<Thing>(things: readonly Thing[]): [Thing, Thing][] {
  return things.flatMap((one, at) => things.slice(at + 1).map((other): [Thing, Thing] => [one, other]));
}

/** Every way to choose any of these. */
const subsets = <Thing>(things: readonly Thing[]): Thing[][] =>
  things.reduce<Thing[][]>((sets, thing) => [...sets, ...sets.map((set) => [...set, thing])], [[]]);

/** Every team and week that a service may have. */
function teamsFor(instance: Instance, service: InstanceService): Tried[] {
  const able = instance.auditors.filter(
    (auditor) =>
      !instance.conflicts.some(([a, s]) => a === auditor.id && s === service.id) &&
      !hasPair(instance.forbidden, auditor.id, service.id),
  );
  const isTeam = (members: readonly InstanceAuditor[]) =>
    SEATED_PROFESSIONS.every(
      (profession) =>
        members.filter((member) => !member.trainee && member.profession === profession).length <=
        (service.seats[profession] ?? 0),
    ) &&
    members.filter((member) => member.trainee).length <= (service.traineeSeat ? 1 : 0) &&
    (service.seats.RADIOLOGIST !== 1 ||
      members.every((member) => member.trainee || member.profession !== 'RADIOLOGIST' || member.lead)) &&
    pairsOf(members).every(
      ([one, other]) =>
        !one.groups.some((group) => other.groups.includes(group)) &&
        !eitherWay(instance.teamConflicts, one.id, other.id),
    );
  const weeks = service.weeks.length === 0 ? [null] : service.weeks;
  return subsets(able)
    .filter(isTeam)
    .flatMap((members) =>
      weeks
        .filter((week) => members.every((member) => week === null || !member.unavailableWeeks.includes(week)))
        .map((week) => ({ service, week, members })),
    );
}

/** Whether teams go together. */
function isAllowed(instance: Instance, plan: readonly Tried[]): boolean {
  const audits = (id: string) => plan.filter(({ members }) => members.some((member) => member.id === id));
  const directions = plan.flatMap(({ service, members }) =>
    members.flatMap((member) =>
      member.groups.flatMap((g) => groupsOf(service).flatMap((h) => (g === h ? [] : [`${g}>${h}`]))),
    ),
  );
  return (
    instance.auditors.every((auditor) => {
      const own = audits(auditor.id);
      const weeks = own.flatMap(({ week }) => week ?? []);
      return own.length <= auditor.capacity && new Set(weeks).size === weeks.length;
    }) &&
    directions.every((direction) => !directions.includes(direction.split('>').reverse().join('>'))) &&
    pairsOf(instance.auditors).every(
      ([one, other]) =>
        audits(one.id).filter((team) => team.members.includes(other)).length <= instance.weights.sharedTeams,
    )
  );
}

/** Sum of the values of a team's pairs. */
function teamValue({ service, members }: Tried, { weights }: Instance): number {
  return members.reduce((sum, member) => {
    const value = pairValue(service, member, weights);
    return sum + (member.trainee ? Math.round(weights.traineeShare * value) : value);
  }, 0);
}

const emptySeats = ({ service, members }: Tried): number =>
  Object.values(service.seats).reduce((sum, seats) => sum + seats, 0) -
  members.filter((member) => !member.trainee).length;

/** What a team is worth but for the load of its members. */
function teamWorth(instance: Instance, team: Tried): number {
  const { weights } = instance;
  const { service, members } = team;
  const full = members.filter((member) => !member.trainee);
  const lacksLead =
    (service.seats.RADIOLOGIST ?? 0) >= 2 &&
    !full.some((member) => member.profession === 'RADIOLOGIST' && member.lead);
  const uncovered = service.critical.filter((skill) => !full.some((member) => member.skills.includes(skill)));
  const again = pairsOf(members).filter(([one, other]) => eitherWay(instance.pastPairs, one.id, other.id));
  const kept = members.filter((member) => hasPair(instance.previous, member.id, service.id));
  return (
    teamValue(team, instance) +
    weights.kept * kept.length -
    weights.shortfall * emptySeats(team) -
    (lacksLead ? weights.missingLead : 0) -
    weights.missingCritical * uncovered.length -
    weights.pastPair * again.length
  );
}

function loadCosts(instance: Instance, plan: readonly Tried[]): number {
  const { load, belowMinimum } = instance.weights;
  return instance.auditors.reduce((sum, auditor) => {
    const audits = plan.filter(({ members }) => members.includes(auditor)).length;
    const steps = load.slice(0, audits).reduce((cost, step) => cost + step, 0);
    return sum + steps + belowMinimum * Math.max(0, auditor.minimum - audits);
  }, 0);
}

/** What the best plan of an instance comes to. */
export interface BestOfAll {
  objective: number;
  /** Fewest empty required seats. */
  empty: number;
  /** With so few empty seats, the most that the worst-off team can have; null when no service requires a seat. */
  worst: number | null;
  /** The best objective with both. */
  fairObjective: number;
}

/**
 * Tries every plan of an instance without pins: the meaning of the model in the plainest words, for tests.
 * @returns null when there are too many plans to try
 */
export function bestOfEveryPlan(instance: Instance, most = 200_000): BestOfAll | null {
  const choices = instance.services.map((service) => teamsFor(instance, service));
  if (choices.reduce((product, teams) => product * teams.length, 1) > most) return null;
  const worths = new Map(choices.flat().map((team) => [team, teamWorth(instance, team)]));
  let objective = -Infinity;
  let fair: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  const extend = (plan: readonly Tried[]): void => {
    const teams = choices[plan.length];
    if (teams) {
      for (const team of teams) if (isAllowed(instance, [...plan, team])) extend([...plan, team]);
      return;
    }
    const total = plan.reduce((sum, team) => sum + worths.get(team)!, 0) - loadCosts(instance, plan);
    objective = Math.max(objective, total);
    const required = plan.filter(({ service }) => Object.values(service.seats).some((seats) => seats > 0));
    const found: [number, number, number] = [
      -plan.reduce((sum, team) => sum + emptySeats(team), 0),
      Math.min(...required.map((team) => teamValue(team, instance))),
      total,
    ];
    const differs = found.findIndex((value, at) => value !== fair[at]);
    if (differs >= 0 && found[differs]! > fair[differs]!) fair = found;
  };
  extend([]);
  const [filled, worst, fairObjective] = fair;
  return { objective, empty: -filled, worst: Number.isFinite(worst) ? worst : null, fairObjective };
}
