import type { Draw } from './draw';
import { INSTITUTION_KINDS, type Region } from './france';

/** A hospital, clinic or practice of an instance. */
export interface Institution {
  id: string;
  /** The group that it stands for in the plan: its GHT or chain, or itself when it has neither. */
  group: string;
  region: string;
  /** "ARA-03" */
  department: string;
  lat: number;
  lon: number;
  size: number;
}

/** A service or an auditor, and where it is or he works; the first of several is the main one. */
export interface Placed<T> {
  node: T;
  at: readonly Institution[];
}

const INSTITUTIONS_OF_A_GROUPING = 5;
const SHARE_IN_CHAINS = 0.4;
/** Degrees around the middle of a department. */
const DEPARTMENT_REACH = 0.3;

const round = (degrees: number) => Math.round(degrees * 10_000) / 10_000;

/**
 * Institutions spread over regions by population: public ones belong to the GHT of their surroundings, 40 % of the
 * private ones to a chain of their region.
 */
export function drawInstitutions(count: number, regions: readonly Region[], draw: Draw): Institution[] {
  const places = regions.map((region) => ({
    region,
    departments: Array.from({ length: region.departments }, (_, index) => ({
      code: `${region.code}-${String(index + 1).padStart(2, '0')}`,
      lat: region.lat + (2 * draw.chance() - 1) * region.reach,
      lon: region.lon + (2 * draw.chance() - 1) * region.reach,
    })),
  }));
  const drawn = Array.from({ length: count }, (_, index) => {
    const place = places[draw.weighted(regions.map(({ population }) => population))];
    if (!place) throw new Error('an instance needs regions');
    const department = draw.one(place.departments);
    const kind = INSTITUTION_KINDS[draw.weighted(INSTITUTION_KINDS.map(({ share }) => share))];
    return {
      id: `I${String(index + 1).padStart(4, '0')}`,
      region: place.region.code,
      department: department.code,
      lat: round(department.lat + (2 * draw.chance() - 1) * DEPARTMENT_REACH),
      lon: round(department.lon + (2 * draw.chance() - 1) * DEPARTMENT_REACH),
      size: kind?.size ?? 1,
      isPublic: kind?.isPublic ?? false,
    };
  });
  const membersOf = new Map<string, number>();
  return drawn.map(({ isPublic, ...institution }) => {
    const grouping = isPublic
      ? `GHT-${institution.department}`
      : draw.happens(SHARE_IN_CHAINS)
        ? `CHAIN-${institution.region}`
        : null;
    if (grouping === null) return { ...institution, group: institution.id };
    const members = membersOf.get(grouping) ?? 0;
    membersOf.set(grouping, members + 1);
    return { ...institution, group: `${grouping}-${Math.floor(members / INSTITUTIONS_OF_A_GROUPING) + 1}` };
  });
}
