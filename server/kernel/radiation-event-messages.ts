import type { MessageTexts } from './messages';

/** What can be said of this: References of radiation events and the scales they are tried on. */
export const radiationEventMessages = {
  EVENT_IN_FUTURE: {
    fr: 'La date d’un événement ne peut pas être à venir.',
    en: 'The day of an event cannot lie in the future.',
  },
  TEXT_IDENTIFIES: {
    fr: 'Ce texte semble désigner un patient (numéro de sécurité sociale ou date de naissance). Retirez-le.',
    en: 'This text seems to identify a patient (social security number or date of birth). Take it out.',
  },
  TEXT_HAS_DATE: {
    fr: 'Un texte à partager ne porte pas de date complète : elle pourrait dire de qui il vient.',
    en: 'A text to share holds no full date: it could tell whose it is.',
  },
  TEXT_NAMES_SERVICE: {
    fr: 'Ce texte nomme votre service, son organisation ou sa commune. Retirez ces noms avant de le partager.',
    en: 'This text names your service, its organisation or its town. Take these names out before you share it.',
  },
  NOTHING_SHARED: {
    fr: 'Rien de cet événement n’est partagé.',
    en: 'Nothing of this event is shared.',
  },
  SCALE_LEVEL_TWICE: {
    fr: 'Le niveau « {level} » figure deux fois.',
    en: 'The level “{level}” stands twice.',
  },
  SCALE_LEVEL_UNKNOWN: {
    fr: 'Cette échelle n’a pas ce niveau. Les siens : {known}.',
    en: 'This scale does not have that level. Its levels are {known}.',
  },
  SCALE_TRIED_ALREADY: {
    fr: 'Vous avez déjà coté cet événement sur cette échelle ; une première lecture ne change pas.',
    en: 'You have rated this event on this scale already; a first reading does not change.',
  },
  SCALE_IS_LOADED: {
    fr: 'Cette échelle vient des fichiers de référence, qui seuls disent ce qu’elle devient.',
    en: 'This scale comes from the reference files, which alone say what becomes of it.',
  },
} as const satisfies MessageTexts;
