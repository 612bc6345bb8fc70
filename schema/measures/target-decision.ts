import { TARGET_DECISIONS } from '../../server/measures';
import { enumeration } from '../relay/enumeration';

/** What an interval says of a target. */
export const TARGET_DECISION = enumeration(
  TARGET_DECISIONS,
  'TargetDecision',
  'Ce que l’intervalle à 95 % dit d’une cible.',
  {
    MET: 'Atteinte : tout l’intervalle est du bon côté.',
    NOT_MET: 'Non atteinte : tout l’intervalle est du mauvais côté.',
    INCONCLUSIVE: 'On ne peut pas conclure : l’échantillon est trop petit pour trancher.',
  },
);
