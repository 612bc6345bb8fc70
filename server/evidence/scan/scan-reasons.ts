import type { ScanOutcome } from './verdict';

/**
 * What each finding means for a file. REJECTED: nobody needs to look. DOUBTFUL: the service looks at its own file and
 * decides. CLEAN: worth knowing, stops nothing. WAITING: nobody has looked yet, and the file stays where it is.
 */
export const SCAN_REASONS = {
  // the file itself
  EMPTY_FILE: 'REJECTED',
  FILE_TOO_LARGE: 'REJECTED',
  FILE_NAME_UNSAFE: 'REJECTED',
  TYPE_NOT_ALLOWED: 'REJECTED',
  TYPE_MISMATCH: 'REJECTED',
  UNREADABLE: 'REJECTED',
  ENCRYPTED: 'REJECTED',
  // what is hidden in it or runs from it
  HIDDEN_CONTENT: 'REJECTED',
  MARKUP: 'REJECTED',
  ACTIVE_CONTENT: 'REJECTED',
  EMBEDDED_FILE: 'REJECTED',
  EXTERNAL_CONTENT: 'REJECTED',
  TOO_MUCH_INSIDE: 'REJECTED',
  UNSAFE_ENTRIES: 'REJECTED',
  VIRUS: 'REJECTED',
  // whom it is about
  DICOM: 'REJECTED',
  NIR: 'REJECTED',
  INS: 'REJECTED',
  NIR_LIKE: 'DOUBTFUL',
  PATIENT_NUMBER: 'DOUBTFUL',
  BIRTH_DATE: 'DOUBTFUL',
  IDENTITY_TABLE: 'DOUBTFUL',
  PATIENT_HEADER: 'DOUBTFUL',
  // what no program reads: a patient's name burnt into a screenshot is the leak to expect in radiology
  PAGE_WITHOUT_TEXT: 'DOUBTFUL',
  IMAGE: 'DOUBTFUL',
  PICTURES_INSIDE: 'CLEAN',
  SIGNATURE_DROPPED: 'CLEAN',
  // why there is no verdict yet
  ANTIVIRUS_UNREACHABLE: 'WAITING',
  SCANNER_FAILED: 'WAITING',
} as const satisfies Record<string, ScanOutcome | 'WAITING'>;

/** A kind of finding. */
export type ScanReasonCode = keyof typeof SCAN_REASONS;
