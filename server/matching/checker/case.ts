import type { Instance, InstanceAuditor, InstanceService, PlanSeat } from '../matcher/instance';
import type { PlanTeam } from '../matcher/plan';

/** One seat taken, with the entries of the instance that it joins. */
export interface Seated {
  service: InstanceService;
  auditor: InstanceAuditor;
  seat: PlanSeat;
  week: string | null;
  /** Places of team and member in the result. */
  team: number;
  member: number;
}

/** What an instance says of pairs, to be looked up. */
export interface Case {
  instance: Instance;
  services: ReadonlyMap<string, InstanceService>;
  auditors: ReadonlyMap<string, InstanceAuditor>;
  /** Rule code of a pair in conflict. */
  conflictOf: (auditor: string, service: string) => string | undefined;
  isForbidden: (auditor: string, service: string) => boolean;
  isPinned: (auditor: string, service: string) => boolean;
  /** How many are pinned on a service. */
  pinsOn: (service: string) => number;
  isPrevious: (auditor: string, service: string) => boolean;
  /** Undefined when the pair has none. */
  scoreOf: (auditor: string, service: string) => number | undefined;
  isTeamConflict: (one: string, other: string) => boolean;
  isPastPair: (one: string, other: string) => boolean;
}

/** Prepares an instance for being looked up. */
export function caseOf(instance: Instance): Case {
  const pairs = (list: readonly (readonly [string, string])[]) => {
    const at = lookUp(list.map(([one, other]) => [one, other, true] as const));
    return (one: string, other: string) => at(one, other) === true;
  };
  const unordered = (list: readonly (readonly [string, string])[]) => {
    const has = pairs(list);
    return (one: string, other: string) => has(one, other) || has(other, one);
  };
  const pinned = new Map<string, Set<string>>();
  for (const [auditor, service] of instance.pinned)
    pinned.set(service, (pinned.get(service) ?? new Set()).add(auditor));
  return {
    instance,
    services: new Map(instance.services.map((service) => [service.id, service])),
    auditors: new Map(instance.auditors.map((auditor) => [auditor.id, auditor])),
    conflictOf: lookUp(instance.conflicts),
    isForbidden: pairs(instance.forbidden),
    isPinned: pairs(instance.pinned),
    pinsOn: (service) => pinned.get(service)?.size ?? 0,
    isPrevious: pairs(instance.previous),
    scoreOf: lookUp(instance.scores ?? []),
    isTeamConflict: unordered(instance.teamConflicts),
    isPastPair: unordered(instance.pastPairs),
  };
}

function lookUp<T>(
  list: readonly (readonly [string, string, T])[],
): (one: string, other: string) => T | undefined {
  const found = new Map<string, Map<string, T>>();
  for (const [one, other, value] of list) {
    const row = found.get(one);
    if (row) row.set(other, value);
    else found.set(one, new Map([[other, value]]));
  }
  return (one, other) => found.get(one)?.get(other);
}

/** All seats of a plan that join a known service and a known auditor. */
export function seatedOf({ services, auditors }: Case, teams: readonly PlanTeam[]): Seated[] {
  return teams.flatMap(({ service: id, week, members }, team) =>
    members.flatMap(({ auditor: who, seat }, member) => {
      const service = services.get(id);
      const auditor = auditors.get(who);
      return service && auditor ? [{ service, auditor, seat, week, team, member }] : [];
    }),
  );
}

/** Groups of a service, each once. */
export function groupsOf({ group, groups }: InstanceService): string[] {
  return [...new Set(group === null ? groups : [group, ...(groups ?? [])])];
}

/** Files entries under their keys, in order. */
export function filed<T, K>(entries: readonly T[], keyOf: (entry: T) => K): Map<K, T[]> {
  const files = new Map<K, T[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const file = files.get(key);
    if (file) file.push(entry);
    else files.set(key, [entry]);
  }
  return files;
}
