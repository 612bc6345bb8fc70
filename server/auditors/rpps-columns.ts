/** What is read from the national directory of health professionals, and the column each value stands in. */
export const RPPS_COLUMNS = {
  identifierType: "Type d'identifiant PP",
  rpps: 'Identifiant PP',
  familyName: "Nom d'exercice",
  givenName: "Prénom d'exercice",
  professionCode: 'Code profession',
  specialtyCode: 'Code savoir-faire',
  practiceMode: 'Code mode exercice',
  siret: 'Numéro SIRET site',
  finessEt: 'Numéro FINESS site',
  finessEj: 'Numéro FINESS établissement juridique',
  structureId: 'Identifiant technique de la structure',
  workplaceName: 'Raison sociale site',
  departmentCode: 'Code Département (structure)',
} as const;

/** A value read from the directory. */
export type RppsField = keyof typeof RPPS_COLUMNS;

/** The cells of one line. */
export type RppsCells = Record<RppsField, string>;

/** Who may be an auditor. */
export type AuditorProfession = 'RADIOLOGIST' | 'RADIOGRAPHER' | 'MEDICAL_PHYSICIST';

/** Profession codes (TRE_G15) that make an auditor without a speciality. */
const PROFESSIONS = new Map<string, AuditorProfession>([
  ['98', 'RADIOGRAPHER'],
  ['32', 'MEDICAL_PHYSICIST'],
]);

const PHYSICIAN = '10';

/**
 * Specialities (TRE_R38) of radiology: Radio-diagnostic, Radiologie et imagerie médicale, the same with the option
 * of advanced interventional radiology, and the older Radio-diagnostic et radio-thérapie.
 */
const RADIOLOGY_SPECIALTIES = new Set(['SM44', 'SM74', 'SM94', 'SM55']);

/** What a line says its person may audit as; undefined for a profession or speciality that does not audit. */
export function auditorProfession(
  professionCode: string,
  specialtyCode: string,
): AuditorProfession | undefined {
  if (professionCode !== PHYSICIAN) return PROFESSIONS.get(professionCode);
  return RADIOLOGY_SPECIALTIES.has(specialtyCode) ? 'RADIOLOGIST' : undefined;
}

/** How a person practises at a workplace. */
export type PracticeMode = 'SALARIED' | 'LIBERAL';

/** Codes of the directory for the way of practising. */
export const PRACTICE_MODES: ReadonlyMap<string, PracticeMode> = new Map([
  ['S', 'SALARIED'],
  ['L', 'LIBERAL'],
]);
