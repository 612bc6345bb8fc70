import type { InstanceAuditor, InstanceService, Weights } from './instance';

/** Mean radius of the Earth in kilometres, as the model rounds it. */
const EARTH_RADIUS_KM = 6371;
const RADIANS = Math.PI / 180;

/**
 * Distance in kilometres between two places, equirectangular: enough within one country, and quick.
 * @param lat1 @param lon1 @param lat2 @param lon2 degrees
 * @returns NaN when one of them is NaN
 */
export function kilometresBetween(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const x = (lon2 - lon1) * RADIANS * Math.cos(((lat1 + lat2) / 2) * RADIANS);
  const y = (lat2 - lat1) * RADIANS;
  return EARTH_RADIUS_KM * Math.sqrt(x * x + y * y);
}

/** What an auditor is worth to a service, in points, by where it comes from; not rounded. */
export interface PairParts {
  fit: number;
  experience: number;
  travel: number;
  otherRegion: number;
  preference: number;
}

/** Points for the share of needed modalities: all of them when nothing is needed. */
export const fitPoints = (weights: Weights, mastered: number, needed: number): number =>
  needed === 0 ? weights.fit : (weights.fit * mastered) / needed;

/** Points for audits done. */
export const experiencePoints = (weights: Weights, auditsDone: number): number =>
  weights.experience *
  (weights.experienceAudits > 0 ? Math.min(1, auditsDone / weights.experienceAudits) : 1);

/** Points for a short way; none when a place is unknown (NaN). */
export const travelPoints = (weights: Weights, kilometres: number): number =>
  kilometres < weights.travelKilometres ? weights.travel * (1 - kilometres / weights.travelKilometres) : 0;

/** The value of a pair: its parts are added in this order and rounded once. */
export const roundedValue = (
  fit: number,
  experience: number,
  travel: number,
  otherRegion: number,
  preference: number,
): number => Math.round(fit + experience + travel + otherRegion + preference);

const degrees = (value: number | null): number => value ?? NaN;

/**
 * The parts of a pair's value, to tell people why; a given score has no parts.
 * @returns points, not rounded
 */
export function pairParts(service: InstanceService, auditor: InstanceAuditor, weights: Weights): PairParts {
  const needs = new Set(service.needs);
  const mastered = [...needs].filter((need) => auditor.skills.includes(need)).length;
  const kilometres = kilometresBetween(
    degrees(auditor.lat),
    degrees(auditor.lon),
    degrees(service.lat),
    degrees(service.lon),
  );
  const elsewhere = service.region !== null && auditor.region !== null && service.region !== auditor.region;
  const preferred = service.region !== null && auditor.preferredRegions.includes(service.region);
  return {
    fit: fitPoints(weights, mastered, needs.size),
    experience: experiencePoints(weights, auditor.auditsDone),
    travel: travelPoints(weights, kilometres),
    otherRegion: elsewhere ? weights.otherRegion : 0,
    preference: preferred ? weights.preferredRegion : weights.elsewhere,
  };
}

/**
 * What an auditor is worth to a service, in whole points, for a full member; conflicts are not looked at.
 * A trainee counts for `round(traineeShare × value)`.
 */
export function pairValue(service: InstanceService, auditor: InstanceAuditor, weights: Weights): number {
  const parts = pairParts(service, auditor, weights);
  return roundedValue(parts.fit, parts.experience, parts.travel, parts.otherRegion, parts.preference);
}
