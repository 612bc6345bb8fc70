import type { MessageTexts } from './messages';

/** What can be said of this: Satisfaction surveys, shared practices and recommendations to outside bodies. */
export const surveyMessages = {
  CAMPAIGN_NOT_CLOSED: {
    fr: 'La campagne n’est pas encore close.',
    en: 'The campaign is not closed yet.',
  },
  SURVEY_ANSWERED: {
    fr: 'Vous avez déjà répondu pour cet audit.',
    en: 'You have answered for this audit already.',
  },
  SURVEY_QUESTION_UNKNOWN: {
    fr: 'Cette question ne vous est pas posée, ou figure deux fois. Les vôtres : {known}.',
    en: 'This question is not asked of you, or stands twice. Yours are {known}.',
  },
  SURVEY_INCOMPLETE: {
    fr: 'Répondez à toutes les questions ; la remarque seule est facultative.',
    en: 'Answer all questions; only the remark may be left out.',
  },
  NO_REMARKABLE_PRACTICE: {
    fr: 'Seule une pratique remarquable d’un rapport émis peut être partagée.',
    en: 'Only a remarkable practice of an issued report can be shared.',
  },
  PRACTICE_PUBLISHED: {
    fr: 'La synthèse de la campagne est publiée : ce qui y est montré ne change plus.',
    en: 'The synthesis of the campaign is published: what it shows no longer changes.',
  },
  ANSWER_DATE_MISSING: {
    fr: 'Dites d’abord pour quand une réponse est espérée.',
    en: 'Say first by when an answer is hoped for.',
  },
} as const satisfies MessageTexts;
