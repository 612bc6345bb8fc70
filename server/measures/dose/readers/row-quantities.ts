import type { DoseRow } from '../dose-row';
import type { Dimension } from './units';

/** The measured fields of a row. */
export type Quantity =
  | 'ctdiVolMgy'
  | 'dlpMgyCm'
  | 'dapMgyCm2'
  | 'entranceDoseMgy'
  | 'meanGlandularDoseMgy'
  | 'scanningLengthMm'
  | 'compressedThicknessMm'
  | 'fluoroscopySeconds';

/** What is known of a measured field before any report is read. */
export interface QuantityRule {
  dimension: Dimension;
  /** The short names that services know it by, French and English, for sentences in either. */
  label: string;
  /** Whether a row lives by it: what is wrong with it excludes the row, and a row without any has no dose. */
  isDose: boolean;
  /** Above this no exposure of a patient lies, whatever the equipment; such a value is a slip of unit or of point. */
  most: number;
}

/**
 * Bounds are an order of magnitude above the highest values that dose registers publish for an exposure or a study
 * (perfusion scans near 2 Gy CTDIvol, procedures near 2,000 Gy.cm² and 20 Gy), so that they catch slips and no patient.
 */
export const QUANTITIES: Readonly<Record<Quantity, QuantityRule>> = {
  ctdiVolMgy: { dimension: 'DOSE', label: 'IDSV/CTDIvol', isDose: true, most: 10_000 },
  dlpMgyCm: { dimension: 'DOSE_LENGTH', label: 'PDL/DLP', isDose: true, most: 100_000 },
  dapMgyCm2: { dimension: 'DOSE_AREA', label: 'PDS/DAP', isDose: true, most: 20_000_000 },
  entranceDoseMgy: { dimension: 'DOSE', label: 'De/ESD', isDose: true, most: 200_000 },
  meanGlandularDoseMgy: { dimension: 'DOSE', label: 'DGM/MGD', isDose: true, most: 200 },
  scanningLengthMm: {
    dimension: 'LENGTH',
    label: 'longueur/length',
    isDose: false,
    most: 3_000,
  },
  compressedThicknessMm: {
    dimension: 'LENGTH',
    label: 'épaisseur/thickness',
    isDose: false,
    most: 300,
  },
  fluoroscopySeconds: {
    dimension: 'TIME',
    label: 'scopie/fluoroscopy',
    isDose: false,
    most: 86_400,
  },
};

export const QUANTITY_NAMES = Object.keys(QUANTITIES) as Quantity[];

/** A row without any measured value; places, names and times are the reader's to fill. */
export const EMPTY_ROW: Omit<DoseRow, 'place' | 'modality' | 'level'> = {
  studyUid: null,
  eventUid: null,
  performedOn: null,
  protocol: null,
  examination: null,
  acquisitionType: null,
  equipment: null,
  ageYears: null,
  weightKg: null,
  ctdiVolMgy: null,
  phantomCm: null,
  dlpMgyCm: null,
  scanningLengthMm: null,
  dapMgyCm2: null,
  entranceDoseMgy: null,
  meanGlandularDoseMgy: null,
  compressedThicknessMm: null,
  fluoroscopySeconds: null,
  exclusion: null,
};
