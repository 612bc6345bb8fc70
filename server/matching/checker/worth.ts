import type { InstanceAuditor, InstanceService, Weights } from '../matcher/instance';
import type { Case } from './case';

const EARTH_KILOMETRES = 6371;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/**
 * Value of a full member on a service, in points: the given score, or fit, experience, way, region and preference added
 * up and rounded once. NaN for a pair without a score where scores are given.
 */
export function pairValue(given: Case, auditor: InstanceAuditor, service: InstanceService): number {
  const { instance } = given;
  if (instance.scores) return given.scoreOf(auditor.id, service.id) ?? NaN;
  const { weights } = instance;
  const { needed, met } = needsMet(auditor, service);
  const isAway = service.region !== null && auditor.region !== null && service.region !== auditor.region;
  const isPreferred = service.region !== null && auditor.preferredRegions.includes(service.region);
  return Math.round(
    (needed === 0 ? weights.fit : (weights.fit * met) / needed) +
      weights.experience * Math.min(1, auditor.auditsDone / weights.experienceAudits) +
      wayPoints(weights, auditor, service) +
      (isAway ? weights.otherRegion : 0) +
      (isPreferred ? weights.preferredRegion : weights.elsewhere),
  );
}

/** How many different modalities a service needs, and how many of them the auditor masters; for millions of pairs. */
function needsMet({ skills }: InstanceAuditor, { needs }: InstanceService): { needed: number; met: number } {
  let needed = 0;
  let met = 0;
  for (const [index, need] of needs.entries()) {
    if (needs.indexOf(need) < index) continue;
    needed += 1;
    if (skills.includes(need)) met += 1;
  }
  return { needed, met };
}

function wayPoints(weights: Weights, from: InstanceAuditor, to: InstanceService): number {
  if (from.lat === null || from.lon === null || to.lat === null || to.lon === null) return 0;
  const east = radians(to.lon - from.lon) * Math.cos(radians((from.lat + to.lat) / 2));
  const north = radians(to.lat - from.lat);
  const kilometres = EARTH_KILOMETRES * Math.hypot(east, north);
  return weights.travel * Math.max(0, 1 - kilometres / weights.travelKilometres);
}

/** Value of a pair in the plan: a trainee counts for his share. */
export function seatedValue(given: Case, auditor: InstanceAuditor, service: InstanceService): number {
  const value = pairValue(given, auditor, service);
  return auditor.trainee ? Math.round(given.instance.weights.traineeShare * value) : value;
}

/** Cost of an auditor's n-th audit, n from 1: beyond the end of the list, its last step of growth goes on. */
export function costOfAudit({ load }: Weights, n: number): number {
  const given = load[n - 1];
  if (given !== undefined) return given;
  const last = load.at(-1) ?? 0;
  const step = load.length > 1 ? last - (load.at(-2) ?? 0) : 0;
  return last + step * (n - load.length);
}

/** What so many audits of an auditor cost: load, and what he has less than his minimum. */
export function costOfLoad(weights: Weights, auditor: InstanceAuditor, audits: number): number {
  let cost = weights.belowMinimum * Math.max(0, auditor.minimum - audits);
  for (let n = 1; n <= audits; n += 1) cost += costOfAudit(weights, n);
  return cost;
}
