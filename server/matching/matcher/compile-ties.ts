import { bitMatrix, setBoth, type BitMatrix } from './bit-matrix';
import { listsOf, type Lists } from './compiled';
import type { Instance, InstanceAuditor, InstanceService, Pair } from './instance';
import { InstanceError } from './instance-error';
import { numbered, type Numbering } from './numbering';

/** Groups of a service: the one that it belongs to, and further ones. */
export const groupsOf = (service: InstanceService): readonly string[] =>
  service.group === null ? (service.groups ?? []) : [service.group, ...(service.groups ?? [])];

/** Who must not, or did already, sit beside whom. */
export interface Ties {
  apart: BitMatrix;
  past: BitMatrix;
  twoSided: number;
  groups: readonly string[];
  auditorGroups: Lists;
  serviceGroups: Lists;
}

function relate(matrix: BitMatrix, pairs: readonly Pair[], auditorNumber: ReadonlyMap<string, number>): void {
  for (const [one, other] of pairs) {
    const a = auditorNumber.get(one);
    const b = auditorNumber.get(other);
    if (a === undefined) throw new InstanceError('UNKNOWN_AUDITOR', [one]);
    if (b === undefined) throw new InstanceError('UNKNOWN_AUDITOR', [other]);
    if (a !== b) setBoth(matrix, a, b);
  }
}

const numbersIn = (numbering: Numbering, ids: readonly string[]): number[] =>
  [...new Set(ids)].flatMap((id) => numbering.numberOf.get(id) ?? []).sort((one, other) => one - other);

/** Relations between auditors, and the groups that reciprocity looks at. */
export function compileTies(
  instance: Instance,
  services: readonly InstanceService[],
  auditors: readonly InstanceAuditor[],
  auditorNumber: ReadonlyMap<string, number>,
): Ties {
  const apart = bitMatrix(auditors.length, auditors.length);
  const past = bitMatrix(auditors.length, auditors.length);
  relate(apart, instance.teamConflicts, auditorNumber);
  relate(past, instance.pastPairs, auditorNumber);
  const membersOf = new Map<string, number[]>();
  auditors.forEach((auditor, a) => {
    for (const group of new Set(auditor.groups)) {
      const members = membersOf.get(group);
      if (!members) membersOf.set(group, [a]);
      else {
        members.forEach((member) => setBoth(apart, member, a));
        members.push(a);
      }
    }
  });
  const audited = new Set(services.flatMap(groupsOf));
  const groups = numbered([...membersOf.keys()].filter((group) => audited.has(group)));
  return {
    apart,
    past,
    twoSided: groups.ids.length,
    groups: groups.ids,
    auditorGroups: listsOf(auditors.map((auditor) => numbersIn(groups, auditor.groups))),
    serviceGroups: listsOf(services.map((service) => numbersIn(groups, groupsOf(service)))),
  };
}
