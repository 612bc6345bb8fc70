import type { MessageTexts } from './messages';

/** What can be said of measured criteria and of agreement. */
export const measureMessages = {
  MEASURE_NOT_ENTERED: {
    fr: 'Ce critère ne se mesure pas par comptage : il n’a pas de mesure, ou elle se calcule.',
    en: 'This criterion is not measured by counting: it has no measure, or its measure is computed.',
  },
  MEASURE_FROM_SAMPLE: {
    fr: 'Un échantillon de dossiers mesure ce critère : la mesure en découle.',
    en: 'A sample of records measures this criterion: the measure follows from it.',
  },
  MEASURE_MISMATCH: {
    fr: 'Un taux se donne en nombres de dossiers, une part en fraction de 0 à 1 ; l’un ou l’autre selon le critère.',
    en: 'A rate is given as numbers of records, a share as a fraction from 0 to 1; which one depends on the criterion.',
  },
  MEASURE_VALUE_UNKNOWN: {
    fr: 'L’échelle du critère connaît ces valeurs, chacune une fois : {values}.',
    en: 'The scale of the criterion has these values, each once: {values}.',
  },
  MEASURE_DIFFERENCE_UNEXPLAINED: {
    fr: 'Critère {criterion} : la mesure propose {proposed} ; une autre cotation demande une raison.',
    en: 'Criterion {criterion}: the measure proposes {proposed}; another grade needs a reason.',
  },
} as const satisfies MessageTexts;
