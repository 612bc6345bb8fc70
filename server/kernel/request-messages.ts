import type { MessageTexts } from './messages';

/** What can be said of a request, an account or a file. */
export const requestMessages = {
  // the request
  UNAUTHENTICATED: {
    fr: 'Connectez-vous : envoyez un jeton d’accès valide (mutation signIn).',
    en: 'Sign in: send a valid access token (mutation signIn).',
  },
  SIGN_IN_FAILED: {
    fr: 'Adresse ou mot de passe inconnus, ou compte fermé.',
    en: 'Unknown address or password, or closed account.',
  },
  NOT_FOUND: { fr: 'Objet introuvable.', en: 'Object not found.' },
  FORBIDDEN: {
    fr: 'Vous voyez cet objet, mais cet acte est réservé à : {allowed}.',
    en: 'You can see this object, but this act is reserved for: {allowed}.',
  },
  RATE_LIMITED: {
    fr: 'Trop de demandes : attendez {seconds} s.',
    en: 'Too many requests: wait {seconds} s.',
  },
  VALIDATION: { fr: 'Valeur refusée : {rule}.', en: 'Value refused: {rule}.' },
  PAGE_SIZE_MISSING: {
    fr: 'Donnez soit « first », soit « last », de 1 à 100.',
    en: 'Give either “first” or “last”, from 1 to 100.',
  },
  CURSOR_INVALID: {
    fr: 'Ce curseur vient d’une autre liste, d’un autre tri ou d’un autre filtre : reprenez sans curseur.',
    en: 'This cursor comes from another list, sort or filter: start again without a cursor.',
  },
  STALE_VERSION: {
    fr: 'L’objet a changé depuis votre lecture (version {actual}, et non {expected}) : relisez-le.',
    en: 'The object changed since you read it (version {actual}, not {expected}): read it again.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    fr: 'Cette clé d’idempotence a déjà servi avec un autre contenu : prenez une nouvelle clé.',
    en: 'This idempotency key was already used with other content: take a new key.',
  },
  ID_TAKEN: {
    fr: 'Cet identifiant existe déjà : créez l’objet avec un autre.',
    en: 'This id exists already: create the object with another one.',
  },
  ALREADY_EXISTS: { fr: 'Cet objet existe déjà : {what}.', en: 'This object exists already: {what}.' },
  ILLEGAL_TRANSITION: {
    fr: 'Acte impossible dans l’état {from} ; actes possibles : {allowed}.',
    en: 'This act is not possible in state {from}; possible acts: {allowed}.',
  },
  INTERNAL: {
    fr: 'Erreur interne. Donnez ce numéro au support : {requestId}.',
    en: 'Internal error. Give this number to support: {requestId}.',
  },
  // accounts and roles
  NOT_FOR_ONESELF: {
    fr: 'Cet acte ne peut pas porter sur votre propre compte : demandez-le à une autre personne.',
    en: 'This act cannot concern your own account: ask somebody else.',
  },
  ROLE_SERVICE_MISMATCH: {
    fr: 'Un rôle de service se donne pour un service (auditedServiceId) ; un rôle du programme, sans service.',
    en: 'A service role is granted for a service (auditedServiceId); a programme role without one.',
  },
  PASSWORD_WRONG: { fr: 'Le mot de passe actuel est faux.', en: 'The current password is wrong.' },
  ACCOUNT_DISABLED: { fr: 'Ce compte est fermé.', en: 'This account is closed.' },
  ACCOUNT_NOT_DISABLED: { fr: 'Ce compte n’est pas fermé.', en: 'This account is not closed.' },
  ROLE_REVOKED: { fr: 'Cette habilitation est déjà retirée.', en: 'This role grant is already revoked.' },
  PERSON_MISSING: {
    fr: 'Donnez personId, ou bien familyName et givenName.',
    en: 'Give personId, or else familyName and givenName.',
  },
  PERSON_ERASED: {
    fr: 'Les données de cette personne sont déjà effacées.',
    en: 'This person’s data are already erased.',
  },
  PERSON_HELD: {
    fr: 'Cette personne a un siège dans {count} audit(s) non terminé(s) : ses données doivent être gardées jusqu’à leur fin.',
    en: 'This person has a seat on {count} audit(s) that have not ended: the data must be kept until they have.',
  },
  // files that people import
  OPERATION_LOST: {
    fr: 'La plateforme s’est arrêtée pendant cette opération : rien n’a été enregistré, recommencez.',
    en: 'The platform stopped during this operation: nothing was saved, start it again.',
  },
  FILE_REFUSED: { fr: 'Fichier refusé : {why}.', en: 'File refused: {why}.' },
} as const satisfies MessageTexts;
