/** A region as instances draw from it. */
export interface Region {
  code: string;
  /** Millions of inhabitants (INSEE, estimates of January 2024, rounded). */
  population: number;
  departments: number;
  /** About its middle, in degrees, and how far it reaches from there. */
  lat: number;
  lon: number;
  reach: number;
}

const region = (
  code: string,
  population: number,
  departments: number,
  lat: number,
  lon: number,
  reach: number,
): Region => ({ code, population, departments, lat, lon, reach });

/** The thirteen regions of metropolitan France. */
export const METROPOLITAN: readonly Region[] = [
  region('ARA', 8.2, 12, 45.5, 4.5, 1.3),
  region('BFC', 2.8, 8, 47.2, 4.8, 1.1),
  region('BRE', 3.5, 4, 48.2, -2.8, 0.9),
  region('COR', 0.4, 2, 42.1, 9.1, 0.5),
  region('CVL', 2.6, 6, 47.5, 1.7, 0.9),
  region('GES', 5.6, 10, 48.7, 5.6, 1.3),
  region('HDF', 6.0, 5, 49.9, 2.8, 0.8),
  region('IDF', 12.4, 8, 48.7, 2.5, 0.4),
  region('NAQ', 6.1, 12, 45.3, 0.0, 1.5),
  region('NOR', 3.3, 5, 49.1, 0.1, 0.9),
  region('OCC', 6.1, 13, 43.7, 2.2, 1.4),
  region('PAC', 5.2, 6, 43.9, 6.1, 0.9),
  region('PDL', 3.9, 5, 47.5, -0.8, 0.9),
];

/** One region overseas, a single department: whoever works there is everybody's neighbour. */
export const OVERSEAS: Region = region('REU', 0.9, 1, -21.1, 55.5, 0.3);

/** A kind of institution: how frequent, how many auditors and services it has for one of a practice. */
export interface InstitutionKind {
  share: number;
  size: number;
  isPublic: boolean;
}

/** University hospitals, public hospitals, non-profit ones, clinics, practices. */
export const INSTITUTION_KINDS: readonly InstitutionKind[] = [
  { share: 0.06, size: 8, isPublic: true },
  { share: 0.34, size: 3, isPublic: true },
  { share: 0.06, size: 2, isPublic: false },
  { share: 0.24, size: 2, isPublic: false },
  { share: 0.3, size: 1, isPublic: false },
];

/** Modalities: share of the services that are audited on them, and of the auditors of each profession who master them. */
export const MODALITIES = [
  { code: 'CT', needed: 0.8, mastered: { RADIOLOGIST: 0.8, RADIOGRAPHER: 0.8, MEDICAL_PHYSICIST: 0.8 } },
  { code: 'MRI', needed: 0.6, mastered: { RADIOLOGIST: 0.6, RADIOGRAPHER: 0.6, MEDICAL_PHYSICIST: 0.6 } },
  {
    code: 'RADIOGRAPHY',
    needed: 0.85,
    mastered: { RADIOLOGIST: 0.9, RADIOGRAPHER: 0.9, MEDICAL_PHYSICIST: 0.9 },
  },
  {
    code: 'MAMMOGRAPHY',
    needed: 0.4,
    mastered: { RADIOLOGIST: 0.5, RADIOGRAPHER: 0.35, MEDICAL_PHYSICIST: 0.6 },
  },
  {
    code: 'PAEDIATRIC',
    needed: 0.15,
    mastered: { RADIOLOGIST: 0.3, RADIOGRAPHER: 0.4, MEDICAL_PHYSICIST: 0.2 },
  },
  {
    code: 'INTERVENTIONAL',
    needed: 0.2,
    mastered: { RADIOLOGIST: 0.3, RADIOGRAPHER: 0.25, MEDICAL_PHYSICIST: 0.7 },
  },
  {
    code: 'TELERADIOLOGY',
    needed: 0.25,
    mastered: { RADIOLOGIST: 0.25, RADIOGRAPHER: 0.1, MEDICAL_PHYSICIST: 0.05 },
  },
] as const;

/** Critical whenever audited; mammography is in three services of ten that have it. */
export const CRITICAL: Readonly<Record<string, number>> = {
  PAEDIATRIC: 1,
  INTERVENTIONAL: 1,
  MAMMOGRAPHY: 0.3,
};
