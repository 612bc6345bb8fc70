import {
  SEATED_PROFESSIONS,
  type Instance,
  type InstanceAuditor,
  type InstanceService,
  type PlanSeat,
  type SeatedProfession,
} from '../../../server/matching/matcher/instance';
import type { PlanTeam } from '../../../server/matching/matcher/plan';

interface Team {
  service: InstanceService;
  week: string | null;
  members: readonly InstanceAuditor[];
}

const seatOf = (auditor: InstanceAuditor): PlanSeat => (auditor.trainee ? 'TRAINEE' : auditor.profession);
const groupsOf = ({ group, groups = [] }: InstanceService) =>
  new Set(group === null ? groups : [group, ...groups]);
const subsets = <Thing>(things: readonly Thing[]): Thing[][] =>
  things.reduce<Thing[][]>((sets, thing) => [...sets, ...sets.map((set) => [...set, thing])], [[]]);
const pairsOf = <Thing>(things: readonly Thing[]): [Thing, Thing][] =>
  things.flatMap((one, at) => things.slice(at + 1).map((other): [Thing, Thing] => [one, other]));

/**
 * Whether one more of an empty seat can be filled while all that are taken stay so, when limits do not bind those who
 * could take it: by trying every plan of a small instance without pins.
 * @param lifted rule codes and names of limits, as shortfalls name them
 */
export function canFillByTrying(
  instance: Instance,
  plan: readonly PlanTeam[],
  target: { service: string; seat: SeatedProfession },
  lifted: ReadonlySet<string>,
): boolean {
  const isFree = (limit: string, auditor: InstanceAuditor, service: InstanceService) =>
    lifted.has(limit) && service.id === target.service && seatOf(auditor) === target.seat;
  const taken = (id: string, seat: PlanSeat) =>
    plan.find((team) => team.service === id)?.members.filter((member) => member.seat === seat).length ?? 0;

  const mayServe = (auditor: InstanceAuditor, service: InstanceService, week: string | null) =>
    instance.conflicts.every(
      ([a, s, code]) => a !== auditor.id || s !== service.id || isFree(code, auditor, service),
    ) &&
    (instance.forbidden.every(([a, s]) => a !== auditor.id || s !== service.id) ||
      isFree('FORBIDDEN', auditor, service)) &&
    (seatOf(auditor) !== 'RADIOLOGIST' ||
      auditor.lead ||
      service.seats.RADIOLOGIST !== 1 ||
      isFree('LEAD_RIGHT', auditor, service)) &&
    (week === null || !auditor.unavailableWeeks.includes(week) || isFree('UNAVAILABLE', auditor, service));

  const isTeam = ({ service, members }: Team) =>
    SEATED_PROFESSIONS.every((seat) => {
      const sitting = members.filter((member) => seatOf(member) === seat).length;
      const more = Number(service.id === target.service && seat === target.seat);
      return sitting <= (service.seats[seat] ?? 0) && sitting >= taken(service.id, seat) + more;
    }) &&
    members.filter((member) => member.trainee).length <= Number(service.traineeSeat) &&
    pairsOf(members).every(([one, other]) => {
      const either = (limit: string) => isFree(limit, one, service) || isFree(limit, other, service);
      const isApart = instance.teamConflicts.some(
        ([a, b]) => (a === one.id && b === other.id) || (a === other.id && b === one.id),
      );
      return (
        (either('SAME_GROUP') || !one.groups.some((group) => other.groups.includes(group))) &&
        (either('TEAM_CONFLICT') || !isApart)
      );
    });

  const goTogether = (teams: readonly Team[]) =>
    instance.auditors.every((auditor) => {
      const own = teams.filter(({ members }) => members.includes(auditor));
      const counted = own.filter(({ service }) => !isFree('CAPACITY', auditor, service));
      const dated = own.filter(
        ({ week, service }) => week !== null && !isFree('BUSY_WEEK', auditor, service),
      );
      return (
        counted.length <= auditor.capacity && new Set(dated.map(({ week }) => week)).size === dated.length
      );
    }) &&
    isOneWay(teams) &&
    pairsOf(instance.auditors).every(([one, other]) => {
      const shared = teams.filter(
        ({ members, service }) =>
          members.includes(one) &&
          members.includes(other) &&
          !isFree('SHARED_TEAMS', one, service) &&
          !isFree('SHARED_TEAMS', other, service),
      );
      return shared.length <= instance.weights.sharedTeams;
    });

  const isOneWay = (teams: readonly Team[]) => {
    const ways = new Set(
      teams.flatMap(({ service, members }) =>
        members
          .filter((member) => !isFree('RECIPROCITY', member, service))
          .flatMap(({ groups }) =>
            groups.flatMap((from) =>
              [...groupsOf(service)].filter((to) => to !== from).map((to) => `${from}>${to}`),
            ),
          ),
      ),
    );
    return [...ways].every((way) => !ways.has(way.split('>').reverse().join('>')));
  };

  const choices = instance.services.map((service) =>
    (service.weeks.length > 0 ? service.weeks : [null]).flatMap((week) =>
      subsets(instance.auditors.filter((auditor) => mayServe(auditor, service, week)))
        .map((members) => ({ service, week, members }))
        .filter(isTeam),
    ),
  );
  const extend = (teams: readonly Team[]): boolean =>
    teams.length === choices.length ||
    choices[teams.length]!.some((team) => goTogether([...teams, team]) && extend([...teams, team]));
  return extend([]);
}
