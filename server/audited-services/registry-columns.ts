/** What is read from the registry, and the column each value stands in. */
export const REGISTRY_COLUMNS = {
  finessEt: 'finess_et',
  finessEj: 'finess_ej',
  name: 'name',
  legalEntityName: 'legal_entity_name',
  departmentCode: 'department',
  regionCode: 'region',
  communeInsee: 'commune_insee',
  commune: 'commune',
  postcode: 'postcode',
  sector: 'sector',
  latitude: 'lat',
  longitude: 'lon',
  scanners: 'scanners',
  mri: 'mri',
  radiographyRooms: 'radio_rooms',
  mammographs: 'mammographs',
  angiographyRooms: 'angio_rooms',
  gammaCameras: 'gamma_cameras',
  pet: 'pet',
  ctExamsPerYear: 'ct_exams_{year}',
  mriExamsPerYear: 'mri_exams_{year}',
  radiographyExamsPerYear: 'radio_exams_{year}',
  emergencyDepartment: 'emergency_department',
  ghtCodes: 'ght_declared_codes',
} as const;

/** A value read from the registry. */
export type RegistryField = keyof typeof REGISTRY_COLUMNS;

/** Columns that hold a text a person wrote. */
export const TEXT_FIELDS = ['name', 'legalEntityName', 'commune'] as const satisfies readonly RegistryField[];

/** Columns that hold a count, empty when the site did not declare any. */
export const COUNT_FIELDS = [
  'scanners',
  'mri',
  'radiographyRooms',
  'mammographs',
  'angiographyRooms',
  'gammaCameras',
  'pet',
  'ctExamsPerYear',
  'mriExamsPerYear',
  'radiographyExamsPerYear',
] as const satisfies readonly RegistryField[];

/** A count read from the registry. */
export type CountField = (typeof COUNT_FIELDS)[number];

/** The counts of a site; null where it declared none. */
export type RegistryCounts = Record<CountField, number | null>;

/** What a site can be audited for. */
export const MODALITIES = [
  'CT',
  'MRI',
  'RADIOGRAPHY',
  'MAMMOGRAPHY',
  'ANGIOGRAPHY',
  'NUCLEAR_MEDICINE',
] as const;
export type Modality = (typeof MODALITIES)[number];

/** Equipment or activity that shows a modality at work; the order is that of the derived list. */
const EVIDENCE_OF_MODALITY: readonly [Modality, readonly CountField[]][] = [
  ['CT', ['scanners', 'ctExamsPerYear']],
  ['MRI', ['mri', 'mriExamsPerYear']],
  ['RADIOGRAPHY', ['radiographyRooms', 'radiographyExamsPerYear']],
  ['MAMMOGRAPHY', ['mammographs']],
  ['ANGIOGRAPHY', ['angiographyRooms']],
  ['NUCLEAR_MEDICINE', ['gammaCameras', 'pet']],
];

/** The modalities of a site, from its equipment or, on a machine shared with another site, its exams. */
export function modalitiesOf(counts: RegistryCounts): Modality[] {
  return EVIDENCE_OF_MODALITY.filter(([, fields]) => fields.some((field) => (counts[field] ?? 0) > 0)).map(
    ([modality]) => modality,
  );
}
