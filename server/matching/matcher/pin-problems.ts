import type { Instance, InstanceAuditor, InstanceService, Pair } from './instance';
import type { InstanceProblem } from './instance-problem';

interface Pin {
  /** Its place in `pinned`. */
  index: number;
  auditor: InstanceAuditor;
  service: InstanceService;
}

/**
 * Pins that no plan can keep, each alone or two of them together: in conflict, forbidden, without a score, over capacity,
 * without a seat or a week, on one team with whom they must not be, against each other's groups.
 * What takes more than two of them (which weeks, say) is found by solving, with the status INFEASIBLE.
 * @param instance one whose ids are sound
 */
export function pinProblems(instance: Instance): InstanceProblem[] {
  if (instance.pinned.length === 0) return [];
  const auditors = new Map(instance.auditors.map((auditor) => [auditor.id, auditor]));
  const services = new Map(instance.services.map((service) => [service.id, service]));
  const seen = new Set<string>();
  const pins = instance.pinned.flatMap(([a, s], index): Pin[] => {
    const auditor = auditors.get(a);
    const service = services.get(s);
    const key = keyOf(a, s);
    if (!auditor || !service || seen.has(key)) return [];
    seen.add(key);
    return [{ index, auditor, service }];
  });
  return [
    ...excludedPins(instance, pins),
    ...overCapacity(pins),
    ...teamProblems(instance, pins),
    ...reciprocalPins(pins),
    ...pairsTooOften(instance, pins),
  ].sort((a, b) => Number(a.path[1]) - Number(b.path[1]));
}

const problem = ({ index, auditor, service }: Pin, why: string): InstanceProblem => ({
  code: 'INSTANCE_PINS_CONTRADICT',
  path: ['pinned', index],
  message: `"${auditor.id}" cannot be pinned on "${service.id}": ${why}`,
});

const keyOf = (left: string, right: string) => JSON.stringify([left, right]);

/** Both ids in the order in which they sort. */
const pairKey = ([left, right]: Pair) => (left < right ? keyOf(left, right) : keyOf(right, left));

function excludedPins(instance: Instance, pins: readonly Pin[]): InstanceProblem[] {
  const asked = new Set(pins.map(({ auditor, service }) => keyOf(auditor.id, service.id)));
  const among = (list: readonly (readonly [string, string, ...unknown[]])[]) =>
    new Map(
      list.flatMap((entry) => {
        const key = keyOf(entry[0], entry[1]);
        return asked.has(key) ? [[key, entry] as const] : [];
      }),
    );
  const conflicts = among(instance.conflicts);
  const forbidden = among(instance.forbidden);
  const scores = instance.scores && among(instance.scores);
  return pins.flatMap((pin) => {
    const key = keyOf(pin.auditor.id, pin.service.id);
    const conflict = conflicts.get(key);
    if (conflict) return [problem(pin, `rule ${String(conflict[2])} keeps them apart`)];
    if (forbidden.has(key)) return [problem(pin, 'the pair is forbidden')];
    if (scores && !scores.has(key)) return [problem(pin, 'the pair has no score')];
    return [];
  });
}

function overCapacity(pins: readonly Pin[]): InstanceProblem[] {
  return [...groupBy(pins, ({ auditor }) => auditor.id).values()].flatMap((own) =>
    own
      .slice(own[0]?.auditor.capacity ?? 0)
      .map((pin) => problem(pin, `${own.length} pins, capacity ${pin.auditor.capacity}`)),
  );
}

function teamProblems(instance: Instance, pins: readonly Pin[]): InstanceProblem[] {
  const apart = new Set(instance.teamConflicts.map(pairKey));
  return [...groupBy(pins, ({ service }) => service.id).values()].flatMap((team) => {
    const taken = new Map<string, number>();
    return team.flatMap((pin, place) => {
      const { auditor, service } = pin;
      const seat = auditor.trainee ? 'TRAINEE' : auditor.profession;
      const seats = auditor.trainee ? Number(service.traineeSeat) : (service.seats[auditor.profession] ?? 0);
      const nth = (taken.get(seat) ?? 0) + 1;
      taken.set(seat, nth);
      if (nth > seats) return [problem(pin, `${nth} pinned, ${seats} ${seat} seats`)];
      if (service.weeks.length > 0 && weeksOf(service, team.slice(0, place + 1)).length === 0)
        return [problem(pin, 'no week is free for all who are pinned there')];
      return team.slice(0, place).flatMap((mate) => {
        if (apart.has(pairKey([auditor.id, mate.auditor.id])))
          return [problem(pin, `not on one team with "${mate.auditor.id}"`)];
        const group = auditor.groups.find((own) => mate.auditor.groups.includes(own));
        return group === undefined
          ? []
          : [problem(pin, `of the same group "${group}" as "${mate.auditor.id}"`)];
      });
    });
  });
}

function weeksOf(service: InstanceService, team: readonly Pin[]): string[] {
  return service.weeks.filter((week) =>
    team.every(({ auditor }) => !auditor.unavailableWeeks.includes(week)),
  );
}

function reciprocalPins(pins: readonly Pin[]): InstanceProblem[] {
  const first = new Map<string, Pin>();
  return pins.flatMap((pin) => {
    const own = groupsOf(pin.service);
    const directions = pin.auditor.groups.flatMap((group) =>
      own.filter((other) => other !== group).map((other) => [group, other] as const),
    );
    for (const [group, other] of directions) {
      const key = keyOf(group, other);
      if (!first.has(key)) first.set(key, pin);
    }
    for (const [group, other] of directions) {
      const back = first.get(keyOf(other, group));
      if (back)
        return [
          problem(
            pin,
            `group "${group}" would audit group "${other}", which audits it with "${back.auditor.id}" on "${back.service.id}"`,
          ),
        ];
    }
    return [];
  });
}

function groupsOf({ group, groups }: InstanceService): string[] {
  return [...new Set([...(group === null ? [] : [group]), ...(groups ?? [])])];
}

function pairsTooOften(instance: Instance, pins: readonly Pin[]): InstanceProblem[] {
  const times = new Map<string, number>();
  return [...groupBy(pins, ({ service }) => service.id).values()].flatMap((team) =>
    team.flatMap((pin, place) =>
      team.slice(0, place).flatMap((mate) => {
        const key = pairKey([pin.auditor.id, mate.auditor.id]);
        const count = (times.get(key) ?? 0) + 1;
        times.set(key, count);
        return count > instance.weights.sharedTeams
          ? [
              problem(
                pin,
                `in ${count} teams with "${mate.auditor.id}", ${instance.weights.sharedTeams} allowed`,
              ),
            ]
          : [];
      }),
    ),
  );
}

function groupBy<T>(list: readonly T[], keyOfEntry: (entry: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const entry of list) {
    const key = keyOfEntry(entry);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
}
