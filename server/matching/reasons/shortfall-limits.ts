import type { InstanceAuditor, InstanceService, SeatedProfession } from '../matcher/instance';
import { seatOf, type Facts } from './facts';
import { hardReasons, obstaclesTo } from './obstacles';
import type { Reason } from './reason';
import { teamOf, type Standing } from './standing';

/** Limits under the name that a shortfall tells them by, with the codes of reasons that belong to each. */
const LIMIT_CODES: Readonly<Record<string, readonly string[]>> = {
  SHARED_TEAMS: ['SHARED_TEAMS'],
  TEAM_CONFLICT: ['TEAM_CONFLICT'],
  SAME_GROUP: ['SAME_GROUP'],
  RECIPROCITY: ['RECIPROCITY', 'RECIPROCITY_ITSELF'],
  BUSY_WEEK: ['BUSY_WEEK'],
  LEAD_RIGHT: ['LEAD_RIGHT'],
  UNAVAILABLE: ['UNAVAILABLE', 'UNAVAILABLE_IN_WEEK'],
  FORBIDDEN: ['FORBIDDEN'],
  NO_SCORE: ['NO_SCORE'],
  CAPACITY: ['CAPACITY', 'CAPACITY_NONE'],
};

/** Names of all limits but the rules. */
export const LIMITS = Object.keys(LIMIT_CODES);

/** Codes of reasons that lifting a limit removes; a rule's code stands for itself. */
export const codesOf = (limit: string): readonly string[] => LIMIT_CODES[limit] ?? [limit];

/** Everything that could be lifted for a seat, what is least known to people first: what can be left out should be. */
export function limitsOf(facts: Facts, service: InstanceService, seat: SeatedProfession): string[] {
  const rules = new Set<string>();
  for (const [id, codes] of facts.conflicts.get(service.id) ?? []) {
    const auditor = facts.auditors.get(id);
    if (auditor && seatOf(auditor) === seat) for (const code of codes) rules.add(code);
  }
  return [...LIMITS, ...[...rules].sort().reverse()];
}

/** An auditor and what takes him away from a seat. */
export interface SeatCandidate {
  auditor: string;
  reasons: readonly Reason[];
}

/** Everybody of a seat's profession who is not on the service, and what takes each away as the plan stands. */
export function seatCandidates(
  standing: Standing,
  service: InstanceService,
  seat: SeatedProfession,
): SeatCandidate[] {
  const { facts } = standing;
  const { week, members } = teamOf(standing, service.id);
  const weeks = members.length > 0 ? [week] : service.weeks.length > 0 ? service.weeks : [null];
  return facts.instance.auditors
    .filter((auditor) => seatOf(auditor) === seat && !members.some((member) => member.auditor === auditor.id))
    .map((auditor) => ({
      auditor: auditor.id,
      reasons: [...hardReasons(facts, auditor, service), ...inBestWeek(standing, auditor, service, weeks)],
    }));
}

function inBestWeek(
  standing: Standing,
  auditor: InstanceAuditor,
  service: InstanceService,
  weeks: readonly (string | null)[],
): Reason[] {
  const [fewest] = weeks
    .map((week) => obstaclesTo(standing, auditor, service, week))
    .sort((one, other) => one.length - other.length);
  return (fewest ?? []).map(({ code, parameters }) => ({ code, parameters }));
}

/** Codes of all that takes a candidate away, rules by their own. */
export const reasonCodes = ({ reasons }: SeatCandidate): string[] =>
  reasons.flatMap(({ code, parameters }) =>
    code === 'CONFLICT' ? (parameters.rules as readonly string[]) : [code],
  );
