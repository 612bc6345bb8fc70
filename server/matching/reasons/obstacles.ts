import type { InstanceAuditor, InstanceService } from '../matcher/instance';
import { groupsOfService, isListed, seatCount, seatOf, type Facts } from './facts';
import type { HardReasonCode, PlanReasonCode, Reason } from './reason';
import { loadOf, servicesOf, teamOf, type Assignment, type Standing } from './standing';

/** What keeps an auditor off a service as the plan stands, and what would have to go for it to fall. */
export interface Obstacle extends Reason<PlanReasonCode> {
  /** Any one of these assignments, were it given up, removes the obstacle; empty when no single one does. */
  ways: readonly Assignment[];
}

/** Limits that can be lifted while something is tried. */
export type Limit = PlanReasonCode | 'LEAD_RIGHT';

/**
 * What keeps an auditor off a service whatever the rest of the plan does, all that applies, in the order in which
 * people ask: conflicts and prohibitions, then his profession and rights, then time.
 */
export function hardReasons(
  facts: Facts,
  auditor: InstanceAuditor,
  service: InstanceService,
): Reason<HardReasonCode>[] {
  const reasons: Reason<HardReasonCode>[] = [];
  const add = (code: HardReasonCode, parameters: Reason['parameters'] = {}) =>
    void reasons.push({ code, parameters });
  const rules = facts.conflicts.get(service.id)?.get(auditor.id);
  if (rules) add('CONFLICT', { rules });
  if (isListed(facts.forbidden, auditor.id, service.id)) add('FORBIDDEN');
  if (facts.scores && !facts.scores.get(service.id)?.has(auditor.id)) add('NO_SCORE');
  if (seatCount(service, seatOf(auditor)) === 0) {
    if (auditor.trainee) add('TRAINEE');
    else add('PROFESSION', { profession: auditor.profession });
  }
  if (lacksLead(facts, auditor, service)) add('LEAD_RIGHT');
  if (service.weeks.length > 0 && service.weeks.every((week) => auditor.unavailableWeeks.includes(week)))
    add('UNAVAILABLE', { weeks: service.weeks });
  if (auditor.capacity <= 0) add('CAPACITY_NONE');
  const own = opposedGroups(auditor.groups, groupsOfService(service));
  if (own) add('RECIPROCITY_ITSELF', { groups: own });
  return reasons;
}

/** Whether he may not take the only radiologist seat of a service; a pin overrides it. */
export function lacksLead(facts: Facts, auditor: InstanceAuditor, service: InstanceService): boolean {
  return (
    seatOf(auditor) === 'RADIOLOGIST' &&
    !auditor.lead &&
    seatCount(service, 'RADIOLOGIST') === 1 &&
    !isListed(facts.pinned, auditor.id, service.id)
  );
}

/** Two groups that both have and are both audited by one and the same assignment. */
function opposedGroups(of: readonly string[], towards: readonly string[]): string[] | null {
  const shared = towards.filter((group) => of.includes(group));
  return shared.length > 1 ? shared.slice(0, 2) : null;
}

/**
 * What keeps an auditor off a service in a week, as the rest of the plan stands; that his seat there may be taken is
 * not looked at, nor what holds in any plan (`hardReasons`).
 * @param week of the audit; null when its date binds nobody
 * @param isFirstEnough stop at the first, for those who only ask whether there is one
 */
export function obstaclesTo(
  standing: Standing,
  auditor: InstanceAuditor,
  service: InstanceService,
  week: string | null,
  isFirstEnough = false,
): Obstacle[] {
  const found: Obstacle[] = [];
  for (const look of LOOKS) {
    look(standing, auditor, service, week, found);
    if (isFirstEnough && found.length > 0) return found;
  }
  return found;
}

type Look = (
  standing: Standing,
  auditor: InstanceAuditor,
  service: InstanceService,
  week: string | null,
  found: Obstacle[],
) => void;

const capacity: Look = (standing, auditor, _service, _week, found) => {
  if (loadOf(standing, auditor.id) < auditor.capacity) return;
  const services = servicesOf(standing, auditor.id);
  found.push({
    code: 'CAPACITY',
    parameters: { capacity: auditor.capacity, services },
    ways: services.map((service) => ({ auditor: auditor.id, service })),
  });
};

const weekTaken: Look = (standing, auditor, _service, week, found) => {
  if (week === null) return;
  if (auditor.unavailableWeeks.includes(week))
    found.push({ code: 'UNAVAILABLE_IN_WEEK', parameters: { week }, ways: [] });
  for (const service of standing.audits.get(auditor.id) ?? [])
    if (teamOf(standing, service).week === week)
      found.push({
        code: 'BUSY_WEEK',
        parameters: { week, service },
        ways: [{ auditor: auditor.id, service }],
      });
};

const teamMates: Look = ({ teams, facts }, auditor, service, _week, found) => {
  const barred = facts.teamConflicts.get(auditor.id);
  for (const { auditor: mate } of teams.get(service.id)?.members ?? []) {
    const groups = facts.auditors.get(mate)!.groups;
    const group = auditor.groups.find((one) => groups.includes(one));
    const ways = [{ auditor: mate, service: service.id }];
    if (group !== undefined) found.push({ code: 'SAME_GROUP', parameters: { auditor: mate, group }, ways });
    if (barred?.has(mate)) found.push({ code: 'TEAM_CONFLICT', parameters: { auditor: mate }, ways });
  }
};

const reciprocity: Look = ({ directions }, auditor, service, _week, found) => {
  if (auditor.groups.length === 0) return;
  for (const towards of groupsOfService(service)) {
    const back = directions.get(towards);
    if (!back) continue;
    for (const from of auditor.groups) {
      const opposed = back.get(from);
      if (from === towards || !opposed?.length) continue;
      const [first] = [...opposed].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
      found.push({
        code: 'RECIPROCITY',
        parameters: {
          auditor: first!.auditor,
          service: first!.service,
          group: from,
          serviceGroup: towards,
        },
        ways: opposed.length === 1 ? [first!] : [],
      });
    }
  }
};

const keyOf = ({ service, auditor }: Assignment): string => `${service} ${auditor}`;

const NOTHING: ReadonlySet<string> = new Set();

const sharedTeams: Look = (standing, auditor, service, _week, found) => {
  const { sharedTeams: limit } = standing.facts.instance.weights;
  const own = standing.audits.get(auditor.id) ?? NOTHING;
  if (own.size < limit) return;
  for (const { auditor: mate } of teamOf(standing, service.id).members) {
    const theirs = standing.audits.get(mate)!;
    const shared = [...own].filter((id) => theirs.has(id) && id !== service.id);
    if (shared.length < limit) continue;
    const isEnough = shared.length === limit;
    const ways = [{ auditor: mate, service: service.id }];
    if (isEnough)
      for (const id of shared)
        ways.push({ auditor: auditor.id, service: id }, { auditor: mate, service: id });
    found.push({ code: 'SHARED_TEAMS', parameters: { auditor: mate, services: shared, limit }, ways });
  }
};

const LOOKS: readonly Look[] = [capacity, weekTaken, teamMates, reciprocity, sharedTeams];
