import type { ScanReasonCode } from './scan-reasons';

/** What is to be done with a file: publish it, ask a person, refuse it. */
export const SCAN_OUTCOMES = ['CLEAN', 'DOUBTFUL', 'REJECTED'] as const;
export type ScanOutcome = (typeof SCAN_OUTCOMES)[number];

/** What a place in a file is counted in. */
export const PLACE_KINDS = [
  'FILE_NAME',
  'PAGE',
  'LINE',
  'CELL',
  'SLIDE',
  'PARAGRAPH',
  'MARGIN',
  'COMMENT',
  'FORM',
  'OTHER',
] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** Where in a file something was found: never what. */
export interface Place {
  kind: PlaceKind;
  /** Number of the page, line, slide, paragraph or sheet, from 1. */
  number?: number;
  /** As spreadsheets name it: B7. */
  cell?: string;
}

/**
 * Why a file is not simply clean. It goes to the database, the trail and the API, so it holds no word of the file:
 * what kind of thing, how many of them, and where.
 */
export interface ScanReason {
  code: ScanReasonCode;
  /** How many were found; places are told of the first `MAX_PLACES` only. */
  count: number;
  places: Place[];
  /** Values for the sentence, of our own making or a media type: a limit, a signature of the antivirus. */
  params: Record<string, string | number>;
}

/** What a scan says of a file. */
export interface Verdict {
  outcome: ScanOutcome;
  /** What the content is, whatever was announced; null when nobody can tell. */
  mediaType: string | null;
  reasons: ScanReason[];
}

/** Places that a reason tells at most. */
export const MAX_PLACES = 20;
