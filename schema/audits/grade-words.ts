import { GRADE_STAGES, GRADE_VALUES } from '../../server/audits';
import { enumeration } from '../relay/enumeration';

/** Who judges. */
export const GRADE_STAGE = enumeration(GRADE_STAGES, 'GradeStage', 'Qui cote.', {
  SELF: 'Le service lui-même (auto-évaluation).',
  AUDITOR: 'Un auditeur, sans connaître la cotation de l’autre.',
  CONSENSUS: 'L’équipe d’audit.',
});

/** Possible judgements. */
export const GRADE_VALUE = enumeration(GRADE_VALUES, 'GradeValue', 'Cotation d’un critère.', {
  CONFORM: 'Conforme.',
  PARTIAL: 'Partiellement conforme.',
  NON_CONFORM: 'Non conforme.',
  NOT_APPLICABLE: 'Non applicable, avec une raison.',
  NOT_EVALUATED: 'Non évalué (non observé, faute de temps), avec une raison.',
});
