/**
 * Concepts of dose reports and the codes that makers write for them, as `SCHEME:value`. DICOM PS3.16 TID 10001 to 10015
 * and CID 10000 to 10025; SNOMED codes in their older form (SRT, also written SNM3) and the newer (SCT); a maker's own
 * codes only where a product writes nothing else.
 */
export const CONCEPTS = {
  doseReport: ['DCM:113701', '99SMS_RADSUM:C-10'],
  radiopharmaceuticalReport: ['DCM:113500'],
  procedureReported: ['DCM:121058'],
  startOfIrradiation: ['DCM:113809'],
  scopeOfAccumulation: ['DCM:113705'],
  acquisitionDeviceType: ['DCM:122142'],
  observerManufacturer: ['DCM:121014'],
  observerModel: ['DCM:121015'],
  subjectAge: ['DCM:121033'],

  // computed tomography
  ctAccumulated: ['DCM:113811'],
  dlpTotal: ['DCM:113813'],
  ctAcquisition: ['DCM:113819'],
  ctAcquisitionType: ['DCM:113820'],
  scanningLength: ['DCM:113825'],
  totalCollimation: ['DCM:113827'],
  meanCtdiVol: ['DCM:113830'],
  ctdiPhantom: ['DCM:113835'],
  dlp: ['DCM:113838'],

  // projection X-ray
  accumulated: ['DCM:113702'],
  dapTotal: ['DCM:113722', '99SMS_RADSUM:C-204'],
  fluoroDapTotal: ['DCM:113726'],
  acquisitionDapTotal: ['DCM:113727'],
  referencePointTotal: ['DCM:113725'],
  fluoroReferencePointTotal: ['DCM:113728'],
  acquisitionReferencePointTotal: ['DCM:113729'],
  fluoroTimeTotal: ['DCM:113730', '99SMS_RADSUM:C-202'],
  glandularDoseTotal: ['DCM:111637'],
  event: ['DCM:113706'],
  eventType: ['DCM:113721'],
  acquisitionPlane: ['DCM:113764'],
  dap: ['DCM:122130'],
  referencePointDose: ['DCM:113738'],
  entranceExposure: ['DCM:111636'],
  glandularDose: ['DCM:111631'],
  compressionThickness: ['DCM:111633'],
  irradiationDuration: ['DCM:113742'],
  imageView: ['DCM:111031'],
  anatomicalStructure: ['SRT:T-D0005', 'SCT:91723000', 'SCT:442083009'],

  // of any event
  eventUid: ['DCM:113769'],
  startedAt: ['DCM:111526'],
  acquisitionProtocol: ['DCM:125203'],
  targetRegion: ['DCM:123014'],
  laterality: ['SRT:G-C171', 'SCT:272741003'],
} as const satisfies Record<string, readonly string[]>;

export type Concept = keyof typeof CONCEPTS;

/** Coded values that decide something, likewise. */
export const CODED_VALUES = {
  // procedures
  computedTomography: ['SRT:P5-08000', 'SCT:77477000'],
  projection: ['DCM:113704'],
  mammography: ['SRT:P5-40010', 'SCT:71651007'],

  // devices
  fluoroscopySystem: ['DCM:113957'],
  radiographySystem: ['DCM:113958', 'DCM:113959'],

  // acquisition types of computed tomography
  constantAngle: ['DCM:113805'],
  stationaryCt: ['DCM:113806'],
  sequenced: ['DCM:113804'],
  spiral: ['SRT:P5-08001', 'SCT:116152004'],
  freeCt: ['DCM:113807'],

  // types of projection events
  fluoroscopy: ['SRT:P5-06000', 'SCT:44491008'],
  stationary: ['DCM:113611'],
  stepping: ['DCM:113612'],
  rotational: ['DCM:113613'],

  // dosimetry phantoms
  headPhantom: ['DCM:113690'],
  bodyPhantom: ['DCM:113691'],

  // sides
  left: ['SRT:G-A101', 'SCT:7771000', 'SRT:T-04030', 'SCT:80248007'],
  right: ['SRT:G-A100', 'SCT:24028007', 'SRT:T-04020', 'SCT:73056007'],
  both: ['SRT:G-A102', 'SCT:51440002', 'SRT:T-04080', 'SCT:63762007'],

  // planes
  planeA: ['DCM:113620'],
  planeB: ['DCM:113621'],
  singlePlane: ['DCM:113622'],
  allPlanes: ['DCM:113890'],
} as const satisfies Record<string, readonly string[]>;

export type CodedValue = keyof typeof CODED_VALUES;

/** The words of the standard for acquisition types, since a report may have them in any language. */
export const ACQUISITION_WORDS: Readonly<Partial<Record<CodedValue, string>>> = {
  constantAngle: 'Constant Angle Acquisition',
  stationaryCt: 'Stationary Acquisition',
  sequenced: 'Sequenced Acquisition',
  spiral: 'Spiral Acquisition',
  freeCt: 'Free Acquisition',
  fluoroscopy: 'Fluoroscopy',
  stationary: 'Stationary Acquisition',
  stepping: 'Stepping Acquisition',
  rotational: 'Rotational Acquisition',
};

const CONCEPT_BY_CODE = byCode<Concept>(CONCEPTS);
const VALUE_BY_CODE = byCode<CodedValue>(CODED_VALUES);

/** The concept of a code, null for one that a reader of doses passes over: private codes above all. */
export function conceptOf(scheme: string | null, value: string | null): Concept | null {
  return CONCEPT_BY_CODE.get(keyOf(scheme, value)) ?? null;
}

/** The value of a code, null for one that decides nothing. */
export function codedValueOf(scheme: string | null, value: string | null): CodedValue | null {
  return VALUE_BY_CODE.get(keyOf(scheme, value)) ?? null;
}

/** SRT goes by several designators; a code of six digits without any is DICOM's own. */
function keyOf(scheme: string | null, value: string | null): string {
  const code = (value ?? '').toUpperCase();
  const designator = (scheme ?? '').toUpperCase();
  if (designator === '' && /^1[12]\d{4}$/.test(code)) return `DCM:${code}`;
  if (['SNM3', 'SNM', 'SNOMED', '99SDM'].includes(designator)) return `SRT:${code}`;
  if (designator === '2.16.840.1.113883.6.96') return `SCT:${code}`;
  return `${designator}:${code}`;
}

function byCode<Name extends string>(table: Record<Name, readonly string[]>): ReadonlyMap<string, Name> {
  const entries = Object.entries<readonly string[]>(table) as [Name, readonly string[]][];
  return new Map(entries.flatMap(([name, codes]) => codes.map((code) => [code, name] as const)));
}
