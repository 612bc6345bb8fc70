import { CORRECTIVE_ACTION_STATES } from '../../server/corrective-actions';
import { enumeration } from '../relay/enumeration';

/** States of a corrective action. */
export const CORRECTIVE_ACTION_STATE = enumeration(
  CORRECTIVE_ACTION_STATES,
  'CorrectiveActionState',
  'État d’une action corrective.',
  {
    PROPOSED: 'Proposée par le service.',
    AGREED: 'Acceptée avec le plan.',
    IN_PROGRESS: 'En cours.',
    DONE: 'Déclarée faite, à vérifier.',
    VERIFIED: 'Vérifiée : elle est faite ; son efficacité se juge à son jour.',
    REOPENED: 'Rouverte : à reprendre.',
    WAIVED: 'Levée par dérogation.',
  },
);
