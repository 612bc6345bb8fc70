import {
  BASIS_KINDS,
  CONFLICT_PREDICATES,
  CONFLICT_SUBJECTS,
  DEADLINE_DIRECTIONS,
  DEADLINE_EVENTS,
  EVIDENCE_TYPES,
  LINEAGE_KINDS,
  PRINCIPLES,
  SCALE_GRADES,
  SCALE_KINDS,
  TEMPLATE_MODALITIES,
  TEMPLATE_STATUSES,
} from '../../server/templates';
import { enumeration } from '../relay/enumeration';

/** The closed lists of words of templates and rules, as enums of the API. */
export const TEMPLATE_VERSION_STATE = enumeration(
  TEMPLATE_STATUSES,
  'TemplateVersionState',
  'État d’une version de grille.',
  {
    DRAFT: 'En préparation.',
    PUBLISHED: 'Publiée : ne change plus jamais.',
    RETIRED: 'Retirée : les campagnes qui l’ont choisie la gardent.',
  },
);

export const TEMPLATE_MODALITY = enumeration(
  TEMPLATE_MODALITIES,
  'TemplateModality',
  'Techniques d’imagerie visées.',
  {
    CT: 'Scanner.',
    RADIOGRAPHY_MAMMOGRAPHY: 'Radiographie et mammographie.',
    INTERVENTIONAL: 'Pratiques interventionnelles radioguidées.',
    MULTI: 'Toutes.',
  },
);

export const PRINCIPLE = enumeration(PRINCIPLES, 'Principle', 'Principe auquel se rattache un critère.', {
  JUSTIFICATION: 'Justification.',
  OPTIMISATION: 'Optimisation.',
  QUALITY_SYSTEM: 'Système qualité.',
  TRAINING: 'Formation.',
  EVENT_FEEDBACK: 'Retour d’expérience.',
});

export const EVIDENCE_TYPE = enumeration(EVIDENCE_TYPES, 'EvidenceType', 'Nature d’une preuve demandée.', {
  DOCUMENT: 'Document.',
  INTERVIEW: 'Entretien.',
  OBSERVATION: 'Observation sur place.',
  SAMPLE_REVIEW: 'Relecture d’un échantillon.',
  DOSE_SAMPLE: 'Relevé de doses.',
});

export const LINEAGE_KIND = enumeration(
  LINEAGE_KINDS,
  'LineageKind',
  'Ce qu’est devenu un critère d’une version à la suivante.',
  {
    SAME: 'Inchangé.',
    REWORDED: 'Reformulé.',
    SPLIT: 'Divisé.',
    MERGED: 'Fusionné.',
    RESCALED: 'Sur une autre échelle.',
  },
);

export const SCALE_KIND = enumeration(SCALE_KINDS, 'ScaleKind', 'Genre d’échelle de cotation.');

export const SCALE_GRADE = enumeration(
  SCALE_GRADES,
  'ScaleGrade',
  'Cotation de la plateforme que vaut une valeur d’échelle.',
);

export const CONFLICT_SUBJECT = enumeration(
  CONFLICT_SUBJECTS,
  'ConflictSubject',
  'De qui une règle de conflit regarde les liens.',
  { AUDITOR: 'Un auditeur.', TEAM: 'L’équipe entière.', DECISION_MAKER: 'La personne qui décide.' },
);

export const CONFLICT_PREDICATE = enumeration(
  CONFLICT_PREDICATES,
  'ConflictPredicate',
  'Lien que cherche une règle de conflit.',
);

export const BASIS_KIND = enumeration(BASIS_KINDS, 'BasisKind', 'Ce sur quoi repose une règle ou un délai.', {
  PROGRAMME: 'Document du programme.',
  ANALOGUE: 'Pratique d’un programme comparable.',
  PROJECT_PROPOSAL: 'Proposition du projet, à valider.',
});

export const DEADLINE_DIRECTION = enumeration(
  DEADLINE_DIRECTIONS,
  'DeadlineDirection',
  'Sens dans lequel court un délai.',
  { BEFORE: 'Avant l’événement.', AFTER: 'Après l’événement.' },
);

export const DEADLINE_EVENT = enumeration(DEADLINE_EVENTS, 'DeadlineEvent', 'Événement dont part un délai.');
