/**
 * Why a record that its reader kept counts in no statistic. Unlike an exclusion it follows from the mapping of protocol
 * names and from the other records of the audit, and goes away with them.
 */
export const DOSE_SET_ASIDES = [
  /** Nobody has said yet which examination the protocol name stands for. */
  'UNMAPPED',
  /** The service has said that it is no examination of the list. */
  'NOT_OF_THE_LIST',
  /** A total of an examination, where levels are per view or acquisition. */
  'WHOLE_EXAMINATION',
  /** A part of an examination, where levels are for all of it. */
  'PART_OF_EXAMINATION',
  'AGE_UNKNOWN',
  /** A child with an examination for adults, or the other way round. */
  'OTHER_POPULATION',
  'WEIGHT_UNKNOWN',
  /** Heavier than the heaviest class. */
  'OUTSIDE_CLASSES',
  /** CTDIvol and DLP for another phantom than that of the examination. */
  'OTHER_PHANTOM',
  'PHANTOM_UNKNOWN',
  /** The region was scanned more than once in the study: not pooled with single acquisitions. */
  'SEVERAL_ACQUISITIONS',
] as const;
export type DoseSetAside = (typeof DOSE_SET_ASIDES)[number];
