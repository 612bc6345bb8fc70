import type { MessageTexts } from './messages';

/** What can be said of evidence that is asked for, accepted or not. */
export const evidenceRequestMessages = {
  DUE_DATE_PAST: {
    fr: 'Ce jour est passé : donnez une échéance à venir.',
    en: 'This day has passed: give a due date to come.',
  },
  DUE_DATE_NEEDED: {
    fr: 'Le délai de la campagne est écoulé ou la visite n’a pas de date : donnez une échéance.',
    en: 'The delay of the campaign is over or the visit has no date: give a due date.',
  },
  TEMPLATE_ASKS_NOTHING_MORE: {
    fr: 'Tout ce que la grille demande est déjà demandé.',
    en: 'All that the template asks for has been asked for already.',
  },
  OBSERVER_DOES_NOT_DECIDE: {
    fr: 'Un observateur ne demande ni ne juge de preuves.',
    en: 'An observer neither asks for evidence nor judges it.',
  },
  EVIDENCE_NOT_OF_AUDIT: {
    fr: 'Cette preuve n’appartient pas à cet audit.',
    en: 'This evidence does not belong to this audit.',
  },
  EVIDENCE_NOT_USABLE: {
    fr: 'Cette preuve n’est pas encore envoyée, ou n’a pas été retenue : donnez-en une autre.',
    en: 'This evidence has not been sent yet, or was not taken: give another one.',
  },
  EVIDENCE_UNCHECKED: {
    fr: 'Des preuves de la réponse ne sont pas encore contrôlées ({count}).',
    en: 'Evidence of the answer has not been checked yet ({count}).',
  },
  EVIDENCE_NOT_CHECKED: {
    fr: 'Seule une preuve contrôlée et lisible peut être jugée.',
    en: 'Only evidence that was checked and can be read can be judged.',
  },
  EVIDENCE_IS_ACCEPTED: {
    fr: 'Cette preuve est acceptée : elle ne change plus, ajoutez-en une autre.',
    en: 'This evidence is accepted: it no longer changes, add another one.',
  },
  EVIDENCE_EXPIRED: {
    fr: 'Cette preuve n’est plus valable depuis le {date}.',
    en: 'This evidence held until {date}.',
  },
  EVIDENCE_NOT_EARLIER: {
    fr: 'Seule une preuve d’un autre audit du même service peut être reprise.',
    en: 'Only evidence of another audit of the same service can be taken over.',
  },
} as const satisfies MessageTexts;
