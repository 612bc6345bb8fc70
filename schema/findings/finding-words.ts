import { FINDING_KINDS, FINDING_SEVERITIES, FINDING_STATES } from '../../server/findings';
import { enumeration } from '../relay/enumeration';

/** Kinds of a finding. */
export const FINDING_KIND = enumeration(FINDING_KINDS, 'FindingKind', 'Nature d’un constat.', {
  STRENGTH: 'Point fort.',
  REMARKABLE_PRACTICE: 'Pratique remarquable, à partager.',
  OBSERVATION: 'Remarque.',
  RECOMMENDATION: 'Recommandation.',
  NON_CONFORMITY: 'Non-conformité, avec une gravité.',
});

/** Severities of a non-conformity. */
export const FINDING_SEVERITY = enumeration(
  FINDING_SEVERITIES,
  'FindingSeverity',
  'Gravité d’une non-conformité.',
  {
    MINOR: 'Mineure.',
    MAJOR: 'Majeure.',
    CRITICAL: 'Critique : sécurité immédiate des patients ou du personnel.',
  },
);

/** States of a finding. */
export const FINDING_STATE = enumeration(FINDING_STATES, 'FindingState', 'État d’un constat.', {
  DRAFT: 'Brouillon de l’équipe.',
  SHARED: 'Communiqué au service.',
  CONTESTED: 'Contesté par le service, ou correction demandée.',
  MAINTAINED: 'Maintenu malgré la réponse.',
  AMENDED: 'Modifié à la suite de la réponse.',
  WITHDRAWN: 'Retiré.',
  FINAL: 'Définitif : le rapport est émis.',
});
