/** What an event came from, as a word that may be shared. */
export const RADIATION_EVENT_KINDS = [
  'PREGNANCY_SEARCH',
  'IDENTITY',
  'PROTOCOL',
  'PLANNING',
  'COMMUNICATION',
  'EQUIPMENT_SETTING',
  'MAINTENANCE',
  'OTHER',
] as const;
export type RadiationEventKind = (typeof RADIATION_EVENT_KINDS)[number];

/** How many patients an event touched, in bands: the number itself could name the site. */
export const COHORT_BANDS = ['ONE', 'UP_TO_TEN', 'UP_TO_HUNDRED', 'UP_TO_THOUSAND', 'MORE'] as const;
export type CohortBand = (typeof COHORT_BANDS)[number];

/** Doses of an event beside the diagnostic reference level of the examination, in bands. */
export const DOSE_RATIO_BANDS = [
  'BELOW_LEVEL',
  'UP_TO_TWICE',
  'UP_TO_FIVE_TIMES',
  'UP_TO_TEN_TIMES',
  'MORE',
] as const;
export type DoseRatioBand = (typeof DOSE_RATIO_BANDS)[number];
