import { hasBit } from './bit-matrix';
import {
  ONE_LEAD,
  RADIOLOGIST,
  SEAT_KINDS,
  SOLE_LEAD,
  TRAINEE,
  valueOf,
  type Compiled,
  type Solution,
} from './compiled';

/** What a plan is worth, in points, by where it comes from: gains are positive, costs too. */
export interface ObjectiveParts {
  value: number;
  kept: number;
  load: number;
  shortfall: number;
  missingLead: number;
  missingCritical: number;
  belowMinimum: number;
  pastPair: number;
  /** Gains less costs. */
  objective: number;
}

/** Whether a service pays `missingLead` with these members on its radiologist seats. */
export function lacksLead(c: Compiled, service: number, members: readonly number[]): boolean {
  const rule = c.leadRule[service]!;
  const radiologists = members.filter((a) => c.seatOf[a] === RADIOLOGIST);
  // A single seat takes nobody without the lead right, unless he is pinned there.
  if (rule === SOLE_LEAD) return radiologists.some((a) => c.lead[a] === 0);
  return rule === ONE_LEAD && !radiologists.some((a) => c.lead[a] === 1);
}

/** Number of critical modalities of a service that none of these members masters. */
export function uncovered(c: Compiled, service: number, members: readonly number[]): number {
  let missing = 0;
  for (let w = 0; w < c.criticalWords; w += 1) {
    let left = c.critical[service * c.criticalWords + w]!;
    for (const a of members) left &= ~c.mastered[a * c.criticalWords + w]!;
    for (; left !== 0; left &= left - 1) missing += 1;
  }
  return missing;
}

/** Members of a service in a solution. */
export function membersOf(c: Compiled, solution: Solution, service: number): number[] {
  const members = [];
  for (let slot = c.slotFrom[service]!; slot < c.slotFrom[service + 1]!; slot += 1)
    if (solution.member[slot]! >= 0) members.push(solution.member[slot]!);
  return members;
}

/** Adds up from nothing what a solution is worth. The search keeps its own count; this one tells whether it is right. */
export function recount(c: Compiled, solution: Solution): ObjectiveParts {
  const { weights } = c;
  const audits = new Int32Array(c.auditorCount);
  const parts = { value: 0, kept: 0, load: 0, shortfall: 0, missingLead: 0, missingCritical: 0, pastPair: 0 };
  for (let s = 0; s < c.serviceCount; s += 1) {
    const members = membersOf(c, solution, s);
    let required = 0;
    for (let kind = 0; kind < TRAINEE; kind += 1) required += c.seats[s * SEAT_KINDS + kind]!;
    const seated = members.filter((a) => c.seatOf[a] !== TRAINEE).length;
    parts.shortfall += weights.shortfall * (required - seated);
    if (lacksLead(c, s, members)) parts.missingLead += weights.missingLead;
    parts.missingCritical += weights.missingCritical * uncovered(c, s, members);
    members.forEach((a, i) => {
      const value = valueOf(c, s, a);
      parts.value += value;
      parts.kept += c.worth[s * c.auditorCount + a]! - value;
      parts.load += c.load[audits[a]!]!;
      audits[a]! += 1;
      for (let j = 0; j < i; j += 1) if (hasBit(c.past, a, members[j]!)) parts.pastPair += weights.pastPair;
    });
  }
  let belowMinimum = 0;
  for (let a = 0; a < c.auditorCount; a += 1)
    belowMinimum += weights.belowMinimum * Math.max(0, c.minimum[a]! - audits[a]!);
  const costs =
    parts.load + parts.shortfall + parts.missingLead + parts.missingCritical + belowMinimum + parts.pastPair;
  return { ...parts, belowMinimum, objective: parts.value + parts.kept - costs };
}
