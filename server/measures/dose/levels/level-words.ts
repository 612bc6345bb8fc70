/** Quantities of dose that are compared, by their French short names (DE: entrance dose, DGM: mean glandular dose). */
export const DOSE_QUANTITIES = ['IDSV', 'PDL', 'PDS', 'DE', 'DGM'] as const;
export type DoseQuantity = (typeof DOSE_QUANTITIES)[number];

export const DOSE_UNITS = ['mGy', 'mGy.cm', 'mGy.cm2'] as const;
export type DoseUnit = (typeof DOSE_UNITS)[number];

/** The one unit in which a quantity is kept, and the column of a record that holds it. */
export const QUANTITY: Readonly<Record<DoseQuantity, { unit: DoseUnit; column: string }>> = {
  IDSV: { unit: 'mGy', column: 'ctdi_vol_mgy' },
  PDL: { unit: 'mGy.cm', column: 'dlp_mgy_cm' },
  PDS: { unit: 'mGy.cm2', column: 'dap_mgy_cm2' },
  DE: { unit: 'mGy', column: 'entrance_dose_mgy' },
  DGM: { unit: 'mGy', column: 'mean_glandular_dose_mgy' },
};

/** What the levels of a source are for; only CURRENT_NATIONAL is compared unless another is asked for by name. */
export const LEVEL_USES = ['CURRENT_NATIONAL', 'HISTORICAL', 'FALLBACK_EU', 'FOREIGN_COMPARATOR'] as const;
export type LevelUse = (typeof LEVEL_USES)[number];

/** What tells the members of a population; NOMINAL names a size without bounds. */
export const POPULATION_BASES = ['AGE_YEARS', 'WEIGHT_KG', 'NOMINAL'] as const;
export type PopulationBasis = (typeof POPULATION_BASES)[number];

/** Whom an examination of the list is for. */
export const EXAM_POPULATIONS = ['ADULT', 'CHILD_BY_WEIGHT', 'CHILD_BY_AGE'] as const;
export type ExamPopulations = (typeof EXAM_POPULATIONS)[number];

/** What one value of an examination stands for. */
export const EXAM_SCOPES = ['VIEW', 'ACQUISITION', 'EXAMINATION'] as const;
export type ExamScope = (typeof EXAM_SCOPES)[number];

/** What one value of a level stands for, as its source says. */
export const LEVEL_SCOPES = [...EXAM_SCOPES, 'INDICATION', 'NOT_SAID'] as const;
export type LevelScope = (typeof LEVEL_SCOPES)[number];

/** What the smallest number of patients of a level rests on. */
export const SAMPLE_BASES = [
  'STATED_IN_SOURCE',
  'CARRIED_OVER_FROM_2011',
  'SURVEY_PRACTICE',
  'PHANTOM_QUALITY_CONTROL',
] as const;
export type SampleBasis = (typeof SAMPLE_BASES)[number];

/** How well a level has been checked. */
export const LEVEL_VERIFICATIONS = [
  'OFFICIAL_TEXT',
  'OFFICIAL_PAGE',
  'SECONDARY_SOURCE',
  'STATED_BY_IMPORTER',
] as const;
export type LevelVerification = (typeof LEVEL_VERIFICATIONS)[number];
