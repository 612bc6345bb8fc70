import { distanceKm, type Position } from './great-circle';
import data from './departments-of-france.json';

/** A department of France with the region it belongs to. */
export interface Department {
  /** INSEE code: 01 to 95, 2A, 2B, 971 to 976. */
  code: string;
  name: string;
  /** INSEE code and name of the region. */
  regionCode: string;
  regionName: string;
  /** The middle of the department. */
  centroid: Position;
}

/** How far from the middle of their department sites can lie, in kilometres. */
const REACH_KM = 150;

/** Guyane is that large; the FINESS numbers of Guadeloupe cover Saint-Martin and Saint-Barthélemy. */
const WIDE_REACH_KM = new Map([
  ['971', 280],
  ['973', 280],
]);

const regionNames = new Map(Object.entries(data.regions));

const departments = new Map<string, Department>(
  data.departments.map(({ code, name, region, latitude, longitude }) => [
    code,
    {
      code,
      name,
      regionCode: region,
      regionName: regionNames.get(region) ?? region,
      centroid: { latitude, longitude },
    },
  ]),
);

/** The department of an INSEE code; undefined when there is none. */
export function departmentByCode(code: string): Department | undefined {
  return departments.get(code);
}

/** INSEE code and name of each region which has departments. */
export const REGIONS: readonly (readonly [code: string, name: string])[] = [...regionNames];

/** Whether an INSEE code is that of a region which has departments. */
export function isRegionCode(code: string): boolean {
  return regionNames.has(code);
}

/** Whether a site of the department can stand there: registries confuse places of the same name far apart. */
export function isPlausiblePosition(department: Department, position: Position): boolean {
  if (Math.abs(position.latitude) > 90 || Math.abs(position.longitude) > 180) return false;
  return distanceKm(department.centroid, position) <= (WIDE_REACH_KM.get(department.code) ?? REACH_KM);
}
