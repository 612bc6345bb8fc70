import type { DataSet, WrittenElement } from './dicom-writer';

/** A code: scheme, value, meaning. */
export type WrittenCode = readonly [scheme: string, value: string, meaning: string];

/** Concepts and values by the names that tests use. */
export const CODES = {
  doseReport: ['DCM', '113701', 'X-Ray Radiation Dose Report'],
  procedure: ['DCM', '121058', 'Procedure reported'],
  ct: ['SRT', 'P5-08000', 'Computed Tomography X-Ray'],
  projection: ['DCM', '113704', 'Projection X-Ray'],
  mammography: ['SRT', 'P5-40010', 'Mammography'],
  device: ['DCM', '122142', 'Acquisition Device Type'],
  fluoroscopySystem: ['DCM', '113957', 'Fluoroscopy-Guided Projection Radiography System'],
  integrated: ['DCM', '113958', 'Integrated Projection Radiography System'],
  ctAccumulated: ['DCM', '113811', 'CT Accumulated Dose Data'],
  dlpTotal: ['DCM', '113813', 'CT Dose Length Product Total'],
  ctAcquisition: ['DCM', '113819', 'CT Acquisition'],
  ctType: ['DCM', '113820', 'CT Acquisition Type'],
  spiral: ['SRT', 'P5-08001', 'Spiral Acquisition'],
  spiralSct: ['SCT', '116152004', 'Spiral Acquisition'],
  constantAngle: ['DCM', '113805', 'Constant Angle Acquisition'],
  stationaryCt: ['DCM', '113806', 'Stationary Acquisition'],
  sequenced: ['DCM', '113804', 'Sequenced Acquisition'],
  ctParameters: ['DCM', '113822', 'CT Acquisition Parameters'],
  scanningLength: ['DCM', '113825', 'Scanning Length'],
  totalCollimation: ['DCM', '113827', 'Nominal Total Collimation Width'],
  ctDose: ['DCM', '113829', 'CT Dose'],
  ctdiVol: ['DCM', '113830', 'Mean CTDIvol'],
  phantom: ['DCM', '113835', 'CTDIw Phantom Type'],
  head: ['DCM', '113690', 'IEC Head Dosimetry Phantom'],
  body: ['DCM', '113691', 'IEC Body Dosimetry Phantom'],
  dlp: ['DCM', '113838', 'DLP'],
  alertValue: ['DCM', '113904', 'CTDIvol Alert Value'],
  accumulated: ['DCM', '113702', 'Accumulated X-Ray Dose Data'],
  dapTotal: ['DCM', '113722', 'Dose Area Product Total'],
  rpTotal: ['DCM', '113725', 'Dose (RP) Total'],
  fluoroDapTotal: ['DCM', '113726', 'Fluoro Dose Area Product Total'],
  acquisitionDapTotal: ['DCM', '113727', 'Acquisition Dose Area Product Total'],
  fluoroTime: ['DCM', '113730', 'Total Fluoro Time'],
  agdTotal: ['DCM', '111637', 'Accumulated Average Glandular Dose'],
  event: ['DCM', '113706', 'Irradiation Event X-Ray Data'],
  eventType: ['DCM', '113721', 'Irradiation Event Type'],
  fluoroscopy: ['SRT', 'P5-06000', 'Fluoroscopy'],
  fluoroscopySct: ['SCT', '44491008', 'Fluoroscopy'],
  stationary: ['DCM', '113611', 'Stationary Acquisition'],
  rotational: ['DCM', '113613', 'Rotational Acquisition'],
  plane: ['DCM', '113764', 'Acquisition Plane'],
  planeA: ['DCM', '113620', 'Plane A'],
  planeB: ['DCM', '113621', 'Plane B'],
  allPlanes: ['DCM', '113890', 'All Planes'],
  eventUid: ['DCM', '113769', 'Irradiation Event UID'],
  startedAt: ['DCM', '111526', 'DateTime Started'],
  protocol: ['DCM', '125203', 'Acquisition Protocol'],
  region: ['DCM', '123014', 'Target Region'],
  chest: ['SRT', 'T-D3000', 'Chest'],
  breast: ['SRT', 'T-04000', 'Breast'],
  dap: ['DCM', '122130', 'Dose Area Product'],
  rp: ['DCM', '113738', 'Dose (RP)'],
  agd: ['DCM', '111631', 'Average Glandular Dose'],
  thickness: ['DCM', '111633', 'Compression Thickness'],
  duration: ['DCM', '113742', 'Irradiation Duration'],
  view: ['DCM', '111031', 'Image View'],
  mlo: ['SCT', '399368009', 'medio-lateral oblique'],
  laterality: ['SCT', '272741003', 'Laterality'],
  left: ['SCT', '7771000', 'Left'],
  right: ['SRT', 'G-A100', 'Right'],
} as const satisfies Record<string, WrittenCode>;

type Named = keyof typeof CODES | WrittenCode;

function codeOf(named: Named): WrittenCode {
  return typeof named === 'string' ? CODES[named] : named;
}

function codeItems(named: Named): DataSet[] {
  const [scheme, value, meaning] = codeOf(named);
  const valueTag: WrittenElement = value.length > 16 ? [0x00080119, 'UC', value] : [0x00080100, 'SH', value];
  return [[valueTag, [0x00080102, 'SH', scheme], [0x00080104, 'LO', meaning]]];
}

function item(valueType: string, concept: Named, children: DataSet[], ...elements: DataSet): DataSet {
  return [
    [0x0040a010, 'CS', 'CONTAINS'],
    [0x0040a040, 'CS', valueType],
    [0x0040a043, 'SQ', codeItems(concept)],
    ...elements,
    ...(children.length > 0 ? [[0x0040a730, 'SQ', children] satisfies WrittenElement] : []),
  ];
}

/** A container with what is in it. */
export const container = (concept: Named, ...children: DataSet[]): DataSet =>
  item('CONTAINER', concept, children);

/** A number with its unit; null for a report that gives none, an empty list for one that gives an empty value. */
export function num(concept: Named, value: string, unit: string | null, ...children: DataSet[]): DataSet {
  const units: DataSet = unit === null ? [] : [[0x004008ea, 'SQ', codeItems(['UCUM', unit, unit])]];
  const measured: DataSet[] = value === '' ? [] : [[...units, [0x0040a30a, 'DS', value]]];
  return item('NUM', concept, children, [0x0040a300, 'SQ', measured]);
}

/** A number as the double that newer reports carry beside, here alone. */
export const double = (concept: Named, value: number, unit: string): DataSet =>
  item(
    'NUM',
    concept,
    [],
    [
      0x0040a300,
      'SQ',
      [
        [
          [0x004008ea, 'SQ', codeItems(['UCUM', unit, unit])],
          [0x0040a161, 'FD', value],
        ],
      ],
    ],
  );

export const code = (concept: Named, value: Named, ...children: DataSet[]): DataSet =>
  item('CODE', concept, children, [0x0040a168, 'SQ', codeItems(value)]);

export const text = (concept: Named, value: string): DataSet =>
  item('TEXT', concept, [], [0x0040a160, 'UT', value]);

export const uid = (concept: Named, value: string): DataSet =>
  item('UIDREF', concept, [], [0x0040a124, 'UI', value]);

export const dateTime = (concept: Named, value: string): DataSet =>
  item('DATETIME', concept, [], [0x0040a120, 'DT', value]);

/** What stands at the head of a report. */
export interface ReportHead {
  sopClass?: string;
  studyUid?: string;
  root?: Named;
  /** Further elements, or others in place of those that every report has here. */
  elements?: DataSet;
}

/** A patient that no result may show. */
export const PATIENT = {
  name: 'MARTINEAU^JEANNE^MARIE',
  id: 'IPP80071234',
  birthDate: '19620517',
  accession: 'ACC20240099871',
  serial: 'SN4411-7766',
} as const;

const DOSE_SR = '1.2.840.10008.5.1.4.1.1.88.67';

/** A dose report as a data set: head, patient, content. */
export function report(head: ReportHead, ...content: DataSet[]): DataSet {
  const elements: DataSet = [
    [0x00080005, 'CS', 'ISO_IR 192'],
    [0x00080016, 'UI', head.sopClass ?? DOSE_SR],
    [0x00080018, 'UI', '1.2.826.0.1.3680043.9.9999.1'],
    [0x00080020, 'DA', '20240312'],
    [0x00080030, 'TM', '081500'],
    [0x00080050, 'SH', PATIENT.accession],
    [0x00080060, 'CS', 'SR'],
    [0x00080070, 'LO', 'ACME'],
    [0x00081030, 'LO', 'Thorax'],
    [0x00081090, 'LO', 'Scan 64'],
    [0x00100010, 'PN', PATIENT.name],
    [0x00100020, 'LO', PATIENT.id],
    [0x00100030, 'DA', PATIENT.birthDate],
    [0x00181000, 'LO', PATIENT.serial],
    [0x0020000d, 'UI', head.studyUid ?? '1.2.826.0.1.3680043.9.9999.2'],
    [0x0040a040, 'CS', 'CONTAINER'],
    [0x0040a043, 'SQ', codeItems(head.root ?? 'doseReport')],
    [0x0040a730, 'SQ', content],
  ];
  const own = head.elements ?? [];
  return [...elements.filter(([tag]) => !own.some(([other]) => other === tag)), ...own];
}
