import type { MessageTexts } from './messages';

/** What can be said of this: Messages, reminders, digests and how people want them. */
export const notificationMessages = {
  TOPIC_IS_COMPULSORY: {
    fr: 'Ces messages sont obligatoires ({topic}) : vos préférences disent pourquoi.',
    en: 'These messages are compulsory ({topic}): your preferences say why.',
  },
  NO_DAY_LEFT: {
    fr: 'Laissez un jour ouvré au moins : ce qui est obligatoire doit vous parvenir.',
    en: 'Leave one working day at least: what is compulsory must reach you.',
  },
  QUIET_DAYS_WRONG: {
    fr: 'Donnez un premier et un dernier jour, dans cet ordre, {days} jours au plus.',
    en: 'Give a first and a last day, in that order, {days} days at most.',
  },
} as const satisfies MessageTexts;
