import {
  SEATED_PROFESSIONS,
  type Instance,
  type InstanceAuditor,
  type InstanceService,
  type PlanSeat,
} from '../matcher/instance';
import { marginalLoad } from '../matcher/load-cost';
import { pairValue } from '../matcher/pair-value';

/** What an instance says of services, auditors and pairs, looked up by id. */
export interface Facts {
  instance: Instance;
  services: ReadonlyMap<string, InstanceService>;
  auditors: ReadonlyMap<string, InstanceAuditor>;
  /** Service → auditor → codes of the rules that keep them apart. */
  conflicts: TwoKeys<readonly string[]>;
  /** Service → auditor → given value; null when values are computed. */
  scores: TwoKeys<number> | null;
  /** Service → auditors. */
  forbidden: ReadonlyMap<string, ReadonlySet<string>>;
  pinned: ReadonlyMap<string, ReadonlySet<string>>;
  previous: ReadonlyMap<string, ReadonlySet<string>>;
  /** Auditor → auditors who must not sit on his team. */
  teamConflicts: ReadonlyMap<string, ReadonlySet<string>>;
  /** Auditor → auditors with whom he worked last time. */
  pastPairs: ReadonlyMap<string, ReadonlySet<string>>;
  /** Cost of the 1st, 2nd … audit, at 0, 1 …; as many as there are services. */
  load: Float64Array;
  /** Whether anybody should have some audits at least. */
  hasMinimum: boolean;
}

type TwoKeys<Value> = ReadonlyMap<string, ReadonlyMap<string, Value>>;

/** An index is read once per list: the instances that relaxations are tried on share most lists with the first. */
const indexes = new WeakMap<readonly unknown[], unknown>();
const known = new WeakMap<Instance, Facts>();

/** What an instance says, by id. Read once per instance. */
export function factsOf(instance: Instance): Facts {
  const before = known.get(instance);
  if (before) return before;
  const facts: Facts = {
    instance,
    services: new Map(instance.services.map((service) => [service.id, service])),
    auditors: new Map(instance.auditors.map((auditor) => [auditor.id, auditor])),
    conflicts: once(instance.conflicts, conflictIndex),
    scores: instance.scores ? once(instance.scores, scoreIndex) : null,
    forbidden: once(instance.forbidden, auditorsByService),
    pinned: once(instance.pinned, auditorsByService),
    previous: once(instance.previous, auditorsByService),
    teamConflicts: once(instance.teamConflicts, mates),
    pastPairs: once(instance.pastPairs, mates),
    load: marginalLoad(instance.weights, instance.services.length),
    hasMinimum: instance.auditors.some(({ minimum }) => minimum > 0),
  };
  known.set(instance, facts);
  return facts;
}

/** Kinds of seats, in the order in which teams are read. */
export const PLAN_SEATS: readonly PlanSeat[] = [...SEATED_PROFESSIONS, 'TRAINEE'];

/** The seat that an auditor takes wherever he serves. */
export const seatOf = (auditor: InstanceAuditor): PlanSeat =>
  auditor.trainee ? 'TRAINEE' : auditor.profession;

/** How many seats of a kind a service has. */
export const seatCount = (service: InstanceService, seat: PlanSeat): number =>
  seat === 'TRAINEE' ? Number(service.traineeSeat) : (service.seats[seat] ?? 0);

/** Kinds of seats that a service has, the trainee's last. */
export const seatsOf = (service: InstanceService): PlanSeat[] =>
  PLAN_SEATS.filter((seat) => seatCount(service, seat) > 0);

/** All groups of a service, none twice. */
export function groupsOfService(service: InstanceService): readonly string[] {
  if (!service.groups?.length) return service.group === null ? [] : [service.group];
  return [...new Set(service.group === null ? service.groups : [service.group, ...service.groups])];
}

/** Whether a pair stands in one of the lists of pairs. */
export const isListed = (
  list: ReadonlyMap<string, ReadonlySet<string>>,
  auditor: string,
  service: string,
): boolean => list.get(service)?.has(auditor) ?? false;

/** What an auditor is worth to a service as a full member: the given score or the computed value, whole points. */
export function fullValue(facts: Facts, auditor: InstanceAuditor, service: InstanceService): number {
  return facts.scores
    ? (facts.scores.get(service.id)?.get(auditor.id) ?? 0)
    : pairValue(service, auditor, facts.instance.weights);
}

/** What an auditor is worth to a service on the seat that is his: a trainee counts for a share. */
export function memberValue(facts: Facts, auditor: InstanceAuditor, service: InstanceService): number {
  const value = fullValue(facts, auditor, service);
  return auditor.trainee ? Math.round(facts.instance.weights.traineeShare * value) : value;
}

function once<List extends readonly unknown[], Index>(list: List, read: (list: List) => Index): Index {
  const before = indexes.get(list);
  if (before) return before as Index;
  const index = read(list);
  indexes.set(list, index);
  return index;
}

function conflictIndex(conflicts: Instance['conflicts']): TwoKeys<readonly string[]> {
  const index = new Map<string, Map<string, string[]>>();
  for (const [auditor, service, code] of conflicts) {
    const codes = under(index, service, () => new Map<string, string[]>());
    const list = under(codes, auditor, () => []);
    if (!list.includes(code)) list.push(code);
  }
  return index;
}

function scoreIndex(scores: NonNullable<Instance['scores']>): TwoKeys<number> {
  const index = new Map<string, Map<string, number>>();
  for (const [auditor, service, value] of scores)
    under(index, service, () => new Map<string, number>()).set(auditor, value);
  return index;
}

function auditorsByService(pairs: Instance['pinned']): ReadonlyMap<string, ReadonlySet<string>> {
  const index = new Map<string, Set<string>>();
  for (const [auditor, service] of pairs) under(index, service, () => new Set<string>()).add(auditor);
  return index;
}

function mates(pairs: Instance['teamConflicts']): ReadonlyMap<string, ReadonlySet<string>> {
  const index = new Map<string, Set<string>>();
  for (const [one, other] of pairs) {
    if (one === other) continue;
    under(index, one, () => new Set<string>()).add(other);
    under(index, other, () => new Set<string>()).add(one);
  }
  return index;
}

/** The value under a key; made when there is none. */
export function under<Key, Value>(
  map: { get: (key: Key) => Value | undefined; set: (key: Key, value: Value) => unknown },
  key: Key,
  make: () => Value,
): Value {
  const before = map.get(key);
  if (before !== undefined) return before;
  const made = make();
  map.set(key, made);
  return made;
}
