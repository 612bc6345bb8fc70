import {
  SEATED_PROFESSIONS,
  type Instance,
  type InstanceAuditor,
  type InstanceService,
} from '../../../server/matching/matcher/instance';
import type { Plan, PlanTeam } from '../../../server/matching/matcher/plan';
import { caseOf, groupsOf, type Case } from '../../../server/matching/checker/case';
import { costOfLoad, seatedValue } from '../../../server/matching/checker/worth';

/** One way to staff a service in one week. */
interface Choice {
  service: InstanceService;
  week: string | null;
  members: readonly InstanceAuditor[];
  value: number;
  /** All that it brings but for the load of its members. */
  worth: number;
  empty: number;
  directions: readonly string[];
}

/** What plans are compared by, in this order; the higher the better. */
type Rank = readonly [filled: number, worst: number, objective: number];

const compare = (one: Rank, other: Rank): number => {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
};

/**
 * The best plan of a small instance (up to about 4 services and 7 auditors), by trying every one: whatever cannot be
 * better than the best so far is left out, nothing else. Null when pins leave no plan.
 */
export function bestPlan(instance: Instance): Plan | null {
  const given = caseOf(instance);
  const choices = instance.services.map((service) => choicesFor(given, service));
  const isFair = instance.fairness === 'MAX_MIN_THEN_SUM';
  // What the services from each one on can bring at most.
  const rest = choices.map((_, from) => ({
    worth: sum(choices.slice(from).map((list) => Math.max(...list.map(({ worth }) => worth)))),
    empty: sum(choices.slice(from).map((list) => Math.min(...list.map(({ empty }) => empty)))),
  }));
  let best: { rank: Rank; plan: readonly Choice[] } | null = null;
  const rankOf = (plan: readonly Choice[]): Rank => {
    const left = rest[plan.length] ?? { worth: 0, empty: 0 };
    const objective =
      sum(plan.map(({ worth }) => worth)) +
      left.worth -
      loadCosts(instance, plan, plan.length === choices.length);
    if (!isFair) return [0, 0, objective];
    const worst = Math.min(...plan.filter(({ service }) => seatsOf(service) > 0).map(({ value }) => value));
    return [-sum(plan.map(({ empty }) => empty)) - left.empty, worst, objective];
  };
  const extend = (plan: readonly Choice[]): void => {
    const rank = rankOf(plan);
    if (best && compare(rank, best.rank) <= 0) return;
    const list = choices[plan.length];
    if (!list) best = { rank, plan };
    else for (const choice of list) if (goesWith(instance, plan, choice)) extend([...plan, choice]);
  };
  if (choices.every((list) => list.length > 0)) extend([]);
  const found = best as { rank: Rank; plan: readonly Choice[] } | null;
  return found && planOf(instance, found.plan);
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

const seatsOf = ({ seats }: InstanceService) => sum(SEATED_PROFESSIONS.map((seat) => seats[seat] ?? 0));

function subsets<T>(list: readonly T[]): T[][] {
  return list.reduce<T[][]>((sets, entry) => [...sets, ...sets.map((set) => [...set, entry])], [[]]);
}

function choicesFor(given: Case, service: InstanceService): Choice[] {
  const { auditors, pinned, scores } = given.instance;
  const isSole = service.seats.RADIOLOGIST === 1;
  const able = auditors.filter(
    ({ id, profession, trainee, lead }) =>
      given.conflictOf(id, service.id) === undefined &&
      !given.isForbidden(id, service.id) &&
      (!scores || given.scoreOf(id, service.id) !== undefined) &&
      (!isSole || trainee || profession !== 'RADIOLOGIST' || lead || given.isPinned(id, service.id)),
  );
  const held = pinned.filter(([, id]) => id === service.id).map(([id]) => id);
  const teams = subsets(able).filter(
    (team) =>
      held.every((id) => team.some((member) => member.id === id)) &&
      team.filter(({ trainee }) => trainee).length <= Number(service.traineeSeat) &&
      SEATED_PROFESSIONS.every((seat) => fullMembers(team, seat).length <= (service.seats[seat] ?? 0)) &&
      pairsOf(team).every(
        ([one, other]) =>
          !given.isTeamConflict(one.id, other.id) &&
          !one.groups.some((group) => other.groups.includes(group)),
      ),
  );
  const weeks = service.weeks.length > 0 ? service.weeks : [null];
  return teams
    .flatMap((members) =>
      weeks
        .filter(
          (week) =>
            week === null || members.every(({ unavailableWeeks }) => !unavailableWeeks.includes(week)),
        )
        .map((week) => choiceOf(given, service, week, members)),
    )
    .sort((one, other) => other.worth - one.worth);
}

const fullMembers = (team: readonly InstanceAuditor[], seat: string) =>
  team.filter(({ trainee, profession }) => !trainee && profession === seat);

function pairsOf<T>(list: readonly T[]): [T, T][] {
  return list.flatMap((one, index) => list.slice(index + 1).map((other): [T, T] => [one, other]));
}

function choiceOf(
  given: Case,
  service: InstanceService,
  week: string | null,
  members: readonly InstanceAuditor[],
): Choice {
  const { weights } = given.instance;
  const full = members.filter(({ trainee }) => !trainee);
  const radiologists = fullMembers(members, 'RADIOLOGIST');
  const value = sum(members.map((auditor) => seatedValue(given, auditor, service)));
  const empty = seatsOf(service) - full.length;
  const isUnled =
    !radiologists.some(({ lead }) => lead) &&
    ((service.seats.RADIOLOGIST ?? 0) > 1 || radiologists.length > 0);
  const uncovered = new Set(
    service.critical.filter((skill) => !full.some(({ skills }) => skills.includes(skill))),
  );
  const again = pairsOf(members).filter(([one, other]) => given.isPastPair(one.id, other.id));
  const kept = members.filter(({ id }) => given.isPrevious(id, service.id));
  const directions = members.flatMap(({ groups }) =>
    groups.flatMap((from) =>
      groupsOf(service)
        .filter((to) => to !== from)
        .map((to) => JSON.stringify([from, to])),
    ),
  );
  return {
    service,
    week,
    members,
    value,
    empty,
    directions,
    worth:
      value +
      kept.length * weights.kept -
      empty * weights.shortfall -
      Number(isUnled) * weights.missingLead -
      uncovered.size * weights.missingCritical -
      again.length * weights.pastPair,
  };
}

const auditsOf = (plan: readonly Choice[], { id }: InstanceAuditor) =>
  plan.filter(({ members }) => members.some((member) => member.id === id));

/** Whether a choice breaks no rule that joins teams. */
function goesWith({ weights }: Instance, plan: readonly Choice[], choice: Choice): boolean {
  const taken = new Set([...plan.flatMap(({ directions }) => directions), ...choice.directions]);
  return (
    choice.members.every((member) => {
      const others = auditsOf(plan, member);
      return (
        others.length < member.capacity &&
        (choice.week === null || others.every(({ week }) => week !== choice.week))
      );
    }) &&
    choice.directions.every((direction) => {
      const [from, to] = JSON.parse(direction) as [string, string];
      return !taken.has(JSON.stringify([to, from]));
    }) &&
    pairsOf(choice.members).every(
      ([one, other]) =>
        auditsOf(plan, one).filter(({ members }) => members.includes(other)).length < weights.sharedTeams,
    )
  );
}

/** @param isWhole only a whole plan says who stays below his minimum */
function loadCosts({ auditors, weights }: Instance, plan: readonly Choice[], isWhole: boolean): number {
  return sum(
    auditors.map((auditor) => {
      const audits = auditsOf(plan, auditor).length;
      return costOfLoad(weights, isWhole ? auditor : { ...auditor, minimum: 0 }, audits);
    }),
  );
}

function planOf(instance: Instance, choices: readonly Choice[]): Plan {
  const objective = sum(choices.map(({ worth }) => worth)) - loadCosts(instance, choices, true);
  const teams = choices.map(({ service, week, members, value }): PlanTeam => {
    const lead = fullMembers(members, 'RADIOLOGIST').find((member) => member.lead);
    return {
      service: service.id,
      week: members.length > 0 ? week : null,
      members: members.map(({ id, profession, trainee }) => ({
        auditor: id,
        seat: trainee ? 'TRAINEE' : profession,
      })),
      lead: lead?.id ?? null,
      value,
    };
  });
  return {
    status: 'OPTIMAL',
    objective,
    bound: objective,
    gap: 0,
    boundCovers: 'ALL_PAIRS',
    seconds: 0,
    stoppedBy: 'PROOF',
    teams,
    shortfalls: choices.flatMap(({ service, members }) =>
      SEATED_PROFESSIONS.flatMap((seat) => {
        const missing = (service.seats[seat] ?? 0) - fullMembers(members, seat).length;
        return missing > 0 ? [{ service: service.id, seat, missing, blocking: [], relaxations: [] }] : [];
      }),
    ),
    load: Object.fromEntries(
      instance.auditors.flatMap((auditor) => {
        const audits = auditsOf(choices, auditor).length;
        return audits > 0 ? [[auditor.id, audits]] : [];
      }),
    ),
  };
}
