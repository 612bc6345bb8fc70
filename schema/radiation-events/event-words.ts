import {
  COHORT_BANDS,
  DOSE_RATIO_BANDS,
  RADIATION_EVENT_KINDS,
  SCALE_AXES,
  SCALE_DEFINITION_STATES,
  SCALE_TRIAL_SIDES,
} from '../../server/radiation-events';
import { enumeration } from '../relay/enumeration';

export const RADIATION_EVENT_KIND = enumeration(
  RADIATION_EVENT_KINDS,
  'RadiationEventKind',
  'D’où vient un événement, en un mot qui peut se partager.',
  {
    PREGNANCY_SEARCH: 'Recherche de grossesse.',
    IDENTITY: 'Identitovigilance.',
    PROTOCOL: 'Protocole ou région anatomique.',
    PLANNING: 'Programmation de l’examen.',
    COMMUNICATION: 'Communication, téléradiologie comprise.',
    EQUIPMENT_SETTING: 'Réglage d’un équipement.',
    MAINTENANCE: 'Maintenance ou contrôle d’un équipement.',
    OTHER: 'Autre.',
  },
);

export const COHORT_BAND = enumeration(
  COHORT_BANDS,
  'CohortBand',
  'Nombre de patients concernés, par tranche.',
  {
    ONE: 'Un patient.',
    UP_TO_TEN: '2 à 10 patients.',
    UP_TO_HUNDRED: '11 à 100 patients.',
    UP_TO_THOUSAND: '101 à 1 000 patients.',
    MORE: 'Plus de 1 000 patients.',
  },
);

export const DOSE_RATIO_BAND = enumeration(
  DOSE_RATIO_BANDS,
  'DoseRatioBand',
  'Dose de l’événement rapportée au niveau de référence (NRD) de l’examen, par tranche.',
  {
    BELOW_LEVEL: 'Sous le niveau.',
    UP_TO_TWICE: 'Jusqu’à 2 fois le niveau.',
    UP_TO_FIVE_TIMES: 'Jusqu’à 5 fois le niveau.',
    UP_TO_TEN_TIMES: 'Jusqu’à 10 fois le niveau.',
    MORE: 'Plus de 10 fois le niveau.',
  },
);

export const SCALE_AXIS = enumeration(SCALE_AXES, 'ScaleAxis', 'Ce que regarde une échelle d’événements.', {
  CLINICAL_EFFECT: 'Effets sur la santé.',
  COHORT_BAND: 'Nombre de patients, par tranche.',
  DOSE_RATIO: 'Dose rapportée au niveau de référence.',
});

export const SCALE_DEFINITION_STATE = enumeration(
  SCALE_DEFINITION_STATES,
  'ScaleDefinitionState',
  'État d’une échelle d’événements.',
  {
    DRAFT: 'Brouillon.',
    TRIAL: 'À l’essai : son contenu ne change plus.',
    ADOPTED: 'Adoptée.',
    RETIRED: 'Retirée.',
  },
);

export const SCALE_TRIAL_SIDE = enumeration(
  SCALE_TRIAL_SIDES,
  'ScaleTrialSide',
  'Qui cote un événement à l’essai.',
  {
    SERVICE: 'Le service, pour son événement.',
    PANEL: 'Un membre du comité de pilotage, pour un cas soumis.',
  },
);
