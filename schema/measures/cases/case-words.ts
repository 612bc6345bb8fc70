import { CASE_SAMPLE_STATES, DISAGREEMENTS, OUTCOME_BASES } from '../../../server/measures';
import { enumeration } from '../../relay/enumeration';

/** States of a sample. */
export const CASE_SAMPLE_STATE = enumeration(
  CASE_SAMPLE_STATES,
  'CaseSampleState',
  'État d’un échantillon de dossiers.',
  {
    LISTED: 'Le service a donné sa liste ; rien n’est tiré.',
    DRAWN: 'Tiré : le service sort les dossiers, les auditeurs jugent en aveugle.',
    REVIEWING: 'Un auditeur a remis ses avis.',
    ARBITRATION: 'Deux auditeurs ont remis leurs avis ; des désaccords restent à trancher.',
    COMPLETE: 'Chaque dossier a son résultat.',
  },
);

/** How a value came about. */
export const CASE_BASIS = enumeration(
  OUTCOME_BASES,
  'CaseBasis',
  'Comment le résultat d’un dossier a été obtenu.',
  {
    AGREED: 'Les deux auditeurs avaient jugé de même.',
    ARBITRATED: 'Un troisième membre de l’équipe a tranché.',
    SETTLED: 'Les deux auditeurs se sont accordés, faute d’un troisième.',
  },
);

/** How two raters differ. */
export const DISAGREEMENT = enumeration(
  DISAGREEMENTS,
  'DisagreementKind',
  'Nature d’un désaccord entre deux auditeurs.',
  {
    PARTIAL: 'Valeurs voisines : J et P, P et N.',
    SIGNIFICANT: 'Valeurs opposées : J et N, oui et non.',
    INFORMATION: 'L’un des deux n’a pas pu juger.',
  },
);
