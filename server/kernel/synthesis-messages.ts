import type { MessageTexts } from './messages';

/** What can be said of this: The national synthesis, comparisons, and consent to share practices. */
export const synthesisMessages = {
  SYNTHESIS_TIED: {
    fr: 'Vous avez un lien avec un service : une personne sans aucun lien s’occupe de la synthèse.',
    en: 'You have a tie with a service: somebody without any tie looks after the synthesis.',
  },
  SYNTHESIS_NEEDS_SECOND_PERSON: {
    fr: 'Une autre personne que celle qui l’a préparée publie la synthèse.',
    en: 'Another person than the one who prepared it publishes the synthesis.',
  },
  SYNTHESIS_OUTDATED: {
    fr: 'Un service a repris ou récrit une pratique depuis que la synthèse a été préparée : il faut la préparer à nouveau.',
    en: 'A service took back or rewrote a practice since the synthesis was prepared: it must be prepared anew.',
  },
  SYNTHESIS_TOO_FEW_SERVICES: {
    fr: 'Aucun chiffre n’est donné sur moins de {fewest} services.',
    en: 'Nothing is told of fewer than {fewest} services.',
  },
  SYNTHESIS_QUERY_DISCLOSES: {
    fr: 'Avec ce qui a déjà été dit, cette réponse porterait sur moins de {fewest} services.',
    en: 'Together with what was told before, this answer would rest on fewer than {fewest} services.',
  },
  COMPARISON_NOT_READY: {
    fr: 'La comparaison s’ouvre quand le rapport est émis et la campagne close : plus rien n’y bouge alors.',
    en: 'Comparisons open once the report is issued and the campaign closed: nothing moves in it then.',
  },
} as const satisfies MessageTexts;
