import { EVIDENCE_FORMS, EVIDENCE_STATES } from '../../server/evidence';
import { enumeration } from '../relay/enumeration';

/** What a piece of evidence consists of. */
export const EVIDENCE_FORM = enumeration(EVIDENCE_FORMS, 'EvidenceForm', 'Forme d’une preuve.', {
  FILE: 'Un fichier.',
  LINK: 'Une adresse https.',
  NOTE: 'Un texte.',
});

/** States of a piece of evidence. */
export const EVIDENCE_STATE = enumeration(EVIDENCE_STATES, 'EvidenceState', 'État d’une preuve.', {
  UPLOADING: 'Envoi en cours.',
  QUARANTINED: 'En attente de contrôle.',
  CLEAN: 'Lisible.',
  REJECTED: 'Refusée au contrôle.',
});
