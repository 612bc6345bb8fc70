/** What kind of equipment exposed the patient. */
export const DOSE_MODALITIES = ['CT', 'RADIOGRAPHY', 'MAMMOGRAPHY', 'INTERVENTIONAL'] as const;
export type DoseModality = (typeof DOSE_MODALITIES)[number];

/** What one row of a source stands for: an acquisition or view, or a whole examination with its totals. */
export const DOSE_LEVELS = ['EVENT', 'EXAMINATION'] as const;
export type DoseLevel = (typeof DOSE_LEVELS)[number];

/** Why a row does not count in any statistic; it is kept and listed all the same. */
export const DOSE_EXCLUSIONS = [
  /** Localiser, topogram, or a single rotation for contrast tracking. */
  'SCOUT',
  /** A phantom or quality-control exposure, not a patient. */
  'PHANTOM_OR_QA',
  /** The same irradiation event was read before, from a cumulative report of its study. */
  'DUPLICATE_EVENT',
  /** No quantity of dose at all. */
  'NO_DOSE',
  /** A quantity in a unit that cannot be converted, or beyond what is physically possible. */
  'IMPLAUSIBLE',
] as const;
export type DoseExclusion = (typeof DOSE_EXCLUSIONS)[number];

/** What a reader had to say about a row that it gives all the same. */
export interface DoseNote {
  /** Stable code, with a message in French and English. */
  code: string;
  params?: Record<string, string | number>;
}

/**
 * One exposure as a reader gives it, whatever the source: units are those named here, null is what the source does not
 * say. Nothing in it identifies a patient: UIDs are hashed before they are kept.
 */
export interface DoseRow {
  /** Where it stands in the source: `row 12`, `report 3, event 2`. */
  place: string;
  modality: DoseModality;
  level: DoseLevel;
  /** Study Instance UID, or what tells studies apart in a CSV file. */
  studyUid: string | null;
  /**
   * What is the same in every source that tells of the same exposure: the Irradiation Event UID (with the plane, where
   * there are two), or what is derived from the study, the time and the values where the source gives none; for an
   * examination's totals, what is derived from its study and its first event. Null where two rows alike may well be two
   * exposures.
   */
  eventUid: string | null;
  /** Day, `YYYY-MM-DD`. */
  performedOn: string | null;
  /** Name of the protocol as the service writes it: what is mapped to an examination of the list. */
  protocol: string | null;
  /** Description of the study or requested procedure. */
  examination: string | null;
  /** Type of acquisition in the report's words: `Spiral Acquisition`, `Stationary Acquisition`, `Fluoroscopy` … */
  acquisitionType: string | null;
  /** Region of the body in the report's words. */
  targetRegion?: string | null;
  /** View or incidence: `cranio-caudal`, `antero-posterior` … */
  view?: string | null;
  laterality?: 'LEFT' | 'RIGHT' | 'BOTH' | null;
  /** Equipment: maker and model, never a serial number. */
  equipment: string | null;
  ageYears: number | null;
  weightKg: number | null;
  /** CTDIvol (IDSV), mGy. */
  ctdiVolMgy: number | null;
  /** Diameter of the dosimetry phantom that CTDIvol refers to, cm. */
  phantomCm: 16 | 32 | null;
  /** DLP (PDL), mGy.cm. */
  dlpMgyCm: number | null;
  /** Length of the scanned range, mm. */
  scanningLengthMm: number | null;
  /** Dose-area product (PDS), mGy.cm². */
  dapMgyCm2: number | null;
  /** Air kerma at the reference point, or entrance dose, mGy. */
  entranceDoseMgy: number | null;
  /** Mean glandular dose (DGM), mGy. */
  meanGlandularDoseMgy: number | null;
  /** Compressed breast, mm. */
  compressedThicknessMm: number | null;
  /** Seconds of fluoroscopy. */
  fluoroscopySeconds: number | null;
  exclusion: DoseExclusion | null;
  /** Why it is excluded, what was assumed, what does not add up. */
  notes?: readonly DoseNote[];
}

/** A part of a source that gives no row, and why: shown to whoever sent it. */
export interface RefusedPart {
  place: string;
  /** Stable code, with a message in French and English. */
  code: string;
  params?: Record<string, string | number>;
}
