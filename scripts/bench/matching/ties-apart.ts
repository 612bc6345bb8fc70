import type {
  Instance,
  InstanceAuditor,
  InstanceService,
  Pair,
} from '../../../server/matching/matcher/instance';
import type { Draw } from './draw';
import type { Institution, Placed } from './institutions';

type Services = readonly Placed<InstanceService>[];
type Auditors = readonly Placed<InstanceAuditor>[];
type Conflict = Instance['conflicts'][number];

const TEAMS_LAST_TIME = 0.6;
const LINKED_COLLEAGUES = 0.02;

/**
 * Who is kept from whom: same institution or group (C01, C02), worked there within five years (C03), reciprocity with
 * the last campaign (C06), declared (C08), same department (C09), audited it within three campaigns (C11), objection
 * (C13), refusal (C14).
 * @param isAllButTwo each service has besides only one radiologist with the right to lead and one radiographer whom no
 * other rule keeps away (code C07 for all others)
 */
export function tiesApart(
  services: Services,
  auditors: Auditors,
  institutions: readonly Institution[],
  draw: Draw,
  isAllButTwo: boolean,
): Pick<Instance, 'conflicts' | 'teamConflicts' | 'pastPairs'> {
  const found = new Map<string, Conflict>();
  const add = (auditor: InstanceAuditor, service: InstanceService, code: string) => {
    const key = `${auditor.id} ${service.id}`;
    if (!found.has(key)) found.set(key, [auditor.id, service.id, code]);
  };
  const at = groupBy(services, ({ at }) => at.map(({ id }) => id));
  const inGroup = groupBy(services, ({ at }) => at.map(({ group }) => group));
  const inDepartment = groupBy(services, ({ at }) => at.map(({ department }) => department));
  const membersOf = groupBy(auditors, ({ node }) => node.groups);
  for (const { node, at: places } of auditors) {
    for (const place of places) {
      for (const { node: service } of at.get(place.id) ?? []) add(node, service, 'C01');
      for (const { node: service } of inGroup.get(place.group) ?? []) add(node, service, 'C02');
    }
    if (draw.happens(0.35)) {
      for (const former of draw.some(institutions, draw.between(1, 2))) {
        const years = draw.between(0, 9);
        if (years < 5) for (const { node: service } of at.get(former.id) ?? []) add(node, service, 'C03');
      }
    }
    // One service of the last campaign: its group's auditors are kept from his own.
    if (node.auditsDone > 0 && draw.happens(0.5)) {
      const audited = draw.one(services);
      for (const { node: other } of membersOf.get(audited.at[0]?.group ?? '') ?? []) {
        for (const group of node.groups)
          for (const { node: service } of inGroup.get(group) ?? []) add(other, service, 'C06');
      }
    }
    for (const { node: service } of draw.some(services, draw.between(0, 2))) add(node, service, 'C08');
    for (const { node: service } of inDepartment.get(places[0]?.department ?? '') ?? [])
      add(node, service, 'C09');
    for (const { node: service } of draw.some(services, Math.min(3, node.auditsDone)))
      add(node, service, 'C11');
    for (const { node: service } of draw.some(services, draw.between(0, 4))) add(node, service, 'C14');
  }
  for (const { node } of services) {
    if (draw.happens(0.15)) add(draw.one(auditors).node, node, 'C13');
  }
  if (isAllButTwo) keepAllButTwo(services, auditors, found, add, draw);
  return { conflicts: [...found.values()], ...colleagues(services, auditors, draw) };
}

function groupBy<T>(list: readonly T[], keys: (entry: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const entry of list) {
    for (const key of keys(entry)) {
      const group = groups.get(key);
      if (group) group.push(entry);
      else groups.set(key, [entry]);
    }
  }
  return groups;
}

function keepAllButTwo(
  services: Services,
  auditors: Auditors,
  found: ReadonlyMap<string, Conflict>,
  add: (auditor: InstanceAuditor, service: InstanceService, code: string) => void,
  draw: Draw,
): void {
  for (const { node: service } of services) {
    const free = auditors.filter(
      ({ node }) =>
        !node.trainee && !found.has(`${node.id} ${service.id}`) && weeksOf(service, node).length > 0,
    );
    const [radiologist] = draw.some(
      free.filter(({ node }) => node.profession === 'RADIOLOGIST' && node.lead),
      1,
    );
    const [radiographer] = draw.some(
      free.filter(
        ({ node }) =>
          node.profession === 'RADIOGRAPHER' &&
          (!radiologist ||
            (weeksOf(service, node, radiologist.node).length > 0 &&
              !node.groups.some((group) => radiologist.node.groups.includes(group)))),
      ),
      1,
    );
    const kept = new Set([radiologist, radiographer]);
    for (const auditor of auditors) if (!kept.has(auditor)) add(auditor.node, service, 'C07');
  }
}

/** Weeks of a service in which all of these are there. */
function weeksOf({ weeks }: InstanceService, ...team: readonly InstanceAuditor[]): string[] {
  return weeks.filter((week) => team.every(({ unavailableWeeks }) => !unavailableWeeks.includes(week)));
}

/** Teams of the last campaign, and colleagues whom a tie of their own keeps from one team. */
function colleagues(
  services: Services,
  auditors: Auditors,
  draw: Draw,
): Pick<Instance, 'teamConflicts' | 'pastPairs'> {
  const full = auditors.map(({ node }) => node).filter(({ trainee }) => !trainee);
  const radiologists = full.filter(({ profession }) => profession === 'RADIOLOGIST');
  const radiographers = full.filter(({ profession }) => profession === 'RADIOGRAPHER');
  const pairs = (
    count: number,
    left: readonly InstanceAuditor[],
    right: readonly InstanceAuditor[],
  ): Pair[] => {
    const drawn = new Map<string, Pair>();
    if (left.length === 0 || right.length === 0) return [];
    for (let index = 0; index < count; index += 1) {
      const [a, b] = [draw.one(left).id, draw.one(right).id].sort() as [string, string];
      if (a !== b) drawn.set(`${a} ${b}`, [a, b]);
    }
    return [...drawn.values()];
  };
  return {
    pastPairs: pairs(Math.round(TEAMS_LAST_TIME * services.length), radiologists, radiographers),
    teamConflicts: pairs(Math.round(LINKED_COLLEAGUES * auditors.length), full, full),
  };
}
