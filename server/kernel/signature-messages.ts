import type { MessageTexts } from './messages';

/** What can be said of this: Signing, the contradictory phase and amendments. */
export const signatureMessages = {
  PASSWORD_MISSING: {
    fr: 'Cet acte demande votre mot de passe.',
    en: 'This act asks for your password.',
  },
  SESSION_NOT_FRESH: {
    fr: 'Cet acte demande une connexion de moins de cinq minutes par votre fournisseur d’identité.',
    en: 'This act asks for a sign-in through your identity provider within the last five minutes.',
  },
  SIGNED_CONTENT_CHANGED: {
    fr: 'Le contenu a changé depuis que vous l’avez lu ; son empreinte est maintenant {sha256}.',
    en: 'The content has changed since you read it; its hash is now {sha256}.',
  },
  CONFIRMATION_MISMATCH: {
    fr: 'Pour signer, tapez : « {sentence} ».',
    en: 'To sign, type: “{sentence}”.',
  },
  CONTRADICTORY_ANSWERED: {
    fr: 'Le service a déclaré n’avoir plus rien à ajouter.',
    en: 'The service has said that it has nothing to add.',
  },
  CAMPAIGN_RUNS_ALREADY: {
    fr: 'La campagne est en cours : ses règles ne changent plus.',
    en: 'The campaign is running: its rules no longer change.',
  },
  AMENDMENT_OPEN: {
    fr: 'Un amendement attend déjà des signatures.',
    en: 'An amendment already waits for signatures.',
  },
  AMENDMENT_MISSING: {
    fr: 'Aucun amendement n’est proposé.',
    en: 'No amendment is proposed.',
  },
  AMENDMENT_CHANGES_NOTHING: {
    fr: 'Un amendement change au moins un constat.',
    en: 'An amendment changes one finding at least.',
  },
} as const satisfies MessageTexts;
