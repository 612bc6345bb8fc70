import {
  DOSE_EXCLUSIONS,
  DOSE_IMPORT_STATES,
  DOSE_LEVELS,
  DOSE_MODALITIES,
  DOSE_POSITIONS,
  DOSE_QUANTITIES,
  DOSE_SET_ASIDES,
  EXAM_POPULATIONS,
  EXAM_SCOPES,
  LEVEL_LINE_OUTCOMES,
  LEVEL_SCOPES,
  LEVEL_USES,
  LEVEL_VERIFICATIONS,
  POPULATION_BASES,
  SAMPLE_BASES,
} from '../../server/measures';
import { enumeration } from '../relay/enumeration';

export const DOSE_MODALITY = enumeration(DOSE_MODALITIES, 'DoseModality', 'Type d’appareil qui a exposé.', {
  CT: 'Scanner.',
  RADIOGRAPHY: 'Radiographie.',
  MAMMOGRAPHY: 'Mammographie.',
  INTERVENTIONAL: 'Radiologie interventionnelle.',
});

export const DOSE_LEVEL = enumeration(DOSE_LEVELS, 'DoseLevel', 'Ce que décrit un relevé.', {
  EVENT: 'Une acquisition ou une incidence.',
  EXAMINATION: 'Un examen entier, par ses totaux.',
});

export const DOSE_QUANTITY = enumeration(DOSE_QUANTITIES, 'DoseQuantity', 'Grandeur dosimétrique.', {
  IDSV: 'Indice de dose scanographique volumique (CTDIvol), mGy.',
  PDL: 'Produit dose-longueur (DLP), mGy.cm.',
  PDS: 'Produit dose-surface (DAP), mGy.cm².',
  DE: 'Dose à l’entrée, mGy.',
  DGM: 'Dose glandulaire moyenne, mGy.',
});

export const EXAM_SCOPE = enumeration(EXAM_SCOPES, 'ExamScope', 'Ce que vaut une valeur d’un examen.', {
  VIEW: 'Une incidence.',
  ACQUISITION: 'Une acquisition.',
  EXAMINATION: 'L’examen entier.',
});

export const EXAM_POPULATION = enumeration(EXAM_POPULATIONS, 'ExamPopulations', 'Pour qui est un examen.', {
  ADULT: 'Adultes, dès 18 ans.',
  CHILD_BY_WEIGHT: 'Enfants, par classe de poids.',
  CHILD_BY_AGE: 'Enfants, par classe d’âge.',
});

export const POPULATION_BASIS = enumeration(
  POPULATION_BASES,
  'PopulationBasis',
  'Ce qui définit une population.',
  {
    AGE_YEARS: 'L’âge, en années.',
    WEIGHT_KG: 'Le poids, en kg.',
    NOMINAL: 'Une taille nommée, sans bornes : aucun relevé n’y entre.',
  },
);

export const LEVEL_USE = enumeration(LEVEL_USES, 'LevelUse', 'À quoi servent les niveaux d’une source.', {
  CURRENT_NATIONAL: 'Niveaux nationaux en vigueur, comparés d’office.',
  HISTORICAL: 'Texte abrogé, pour mémoire.',
  FALLBACK_EU: 'Niveaux européens, à défaut de national.',
  FOREIGN_COMPARATOR: 'Autre pays ou étude, pour comparaison.',
});

export const LEVEL_SCOPE = enumeration(
  LEVEL_SCOPES,
  'LevelScope',
  'Ce que vaut un niveau, selon sa source.',
  {
    VIEW: 'Une incidence.',
    ACQUISITION: 'Une acquisition.',
    EXAMINATION: 'L’examen entier.',
    INDICATION: 'Une indication clinique.',
    NOT_SAID: 'La source ne le dit pas.',
  },
);

export const LEVEL_VERIFICATION = enumeration(
  LEVEL_VERIFICATIONS,
  'LevelVerification',
  'Comment un niveau a été vérifié.',
  {
    OFFICIAL_TEXT: 'Lu dans le texte officiel.',
    OFFICIAL_PAGE: 'Lu sur une page de l’autorité.',
    SECONDARY_SOURCE: 'Lu dans une source qui cite l’original.',
    STATED_BY_IMPORTER: 'Attesté par qui l’a importé.',
  },
);

export const SAMPLE_BASIS = enumeration(SAMPLE_BASES, 'SampleBasis', 'D’où vient l’effectif minimal.', {
  STATED_IN_SOURCE: 'La source le donne.',
  CARRIED_OVER_FROM_2011: 'Repris de l’arrêté de 2011, à confirmer.',
  SURVEY_PRACTICE: 'Pratique de l’enquête pédiatrique de 2015-2016, à confirmer.',
  PHANTOM_QUALITY_CONTROL: 'Contrôle de qualité sur fantôme.',
});

export const DOSE_IMPORT_STATE = enumeration(
  DOSE_IMPORT_STATES,
  'DoseImportState',
  'État d’un import de doses.',
  {
    AWAITING_FILE: 'Fichier attendu.',
    RUNNING: 'Lecture en cours.',
    DONE: 'Terminé.',
    FAILED: 'En échec : aucun relevé n’est gardé.',
    CANCELLED: 'Annulé : aucun relevé n’est gardé.',
    TIMED_OUT: 'Trop long, abandonné : aucun relevé n’est gardé.',
    WITHDRAWN: 'Retiré par le service : ses relevés sont effacés.',
  },
);

const EXCLUSION_TERMS = {
  SCOUT: 'Vue de repérage ou suivi du produit de contraste.',
  PHANTOM_OR_QA: 'Fantôme ou contrôle de qualité.',
  DUPLICATE_EVENT: 'Exposition déjà lue.',
  NO_DOSE: 'Aucune dose.',
  IMPLAUSIBLE: 'Unité inconnue ou valeur impossible.',
};

export const DOSE_EXCLUSION = enumeration(
  DOSE_EXCLUSIONS,
  'DoseExclusion',
  'Pourquoi un relevé ne compte jamais.',
  EXCLUSION_TERMS,
);

const SET_ASIDE_TERMS = {
  UNMAPPED: 'Son protocole n’a pas encore d’examen.',
  NOT_OF_THE_LIST: 'Le service dit que ce n’est pas un examen de la liste.',
  WHOLE_EXAMINATION: 'Total d’un examen, alors que les niveaux valent par incidence ou acquisition.',
  PART_OF_EXAMINATION: 'Partie d’un examen, alors que les niveaux valent pour l’examen entier.',
  AGE_UNKNOWN: 'Âge inconnu.',
  OTHER_POPULATION: 'Enfant avec un examen d’adulte, ou l’inverse.',
  WEIGHT_UNKNOWN: 'Poids inconnu.',
  OUTSIDE_CLASSES: 'Hors des classes de la population.',
  OTHER_PHANTOM: 'Valeurs pour un autre fantôme que celui de l’examen.',
  PHANTOM_UNKNOWN: 'Fantôme inconnu, chez l’enfant.',
  SEVERAL_ACQUISITIONS: 'Plusieurs acquisitions de la région dans l’examen.',
};

export const DOSE_SET_ASIDE = enumeration(
  DOSE_SET_ASIDES,
  'DoseSetAside',
  'Pourquoi un relevé ne compte pas pour l’instant.',
  SET_ASIDE_TERMS,
);

export const DOSE_NOT_COUNTED = enumeration(
  [...DOSE_EXCLUSIONS, ...DOSE_SET_ASIDES],
  'DoseNotCountedReason',
  'Pourquoi des relevés ne comptent pas : une DoseExclusion ou une DoseSetAside.',
  { ...EXCLUSION_TERMS, ...SET_ASIDE_TERMS },
);

export const DOSE_POSITION = enumeration(
  DOSE_POSITIONS,
  'DosePosition',
  'Place d’une médiane par rapport au niveau de référence (NRD) et à la valeur guide (VGD).',
  {
    AT_OR_BELOW_VGD: 'Au plus la valeur guide : vérifier la qualité d’image avant de réduire encore.',
    BETWEEN: 'Entre la valeur guide et le niveau : conforme, à optimiser.',
    ABOVE_NRD: 'Au-dessus du niveau.',
    INSUFFICIENT: 'Trop peu de relevés.',
    NO_LEVEL: 'Pas de niveau en vigueur.',
  },
);

export const LEVEL_LINE_OUTCOME = enumeration(
  LEVEL_LINE_OUTCOMES,
  'LevelLineOutcome',
  'Ce que devient une ligne d’un tableau de niveaux.',
  {
    ADDED: 'Niveau nouveau.',
    UNCHANGED: 'Déjà enregistré à l’identique.',
    CONFLICT: 'Déjà enregistré avec d’autres valeurs, qui restent.',
    REFUSED: 'Ligne refusée.',
  },
);
