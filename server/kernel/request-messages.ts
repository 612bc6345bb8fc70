import type { MessageTexts } from './messages';

/** What can be said of a request, an account or a file. */
export const requestMessages = {
  // the request
  UNAUTHENTICATED: {
    fr: 'Connectez-vous (signIn), ou renouvelez un jeton expiré (sessionRefresh) : un jeton d’accès valide est nécessaire.',
    en: 'Sign in (signIn), or renew a token that has expired (sessionRefresh): a valid access token is needed.',
  },
  SIGN_IN_FAILED: {
    fr: 'Adresse ou mot de passe inconnus, ou compte fermé.',
    en: 'Unknown address or password, or closed account.',
  },
  // signing in
  TOO_MANY_ATTEMPTS: {
    fr: 'Trop d’essais : réessayez après {until}.',
    en: 'Too many attempts: try again after {until}.',
  },
  SIGN_IN_REPEATED: {
    fr: 'Une seule connexion par requête.',
    en: 'One sign-in per request.',
  },
  SECOND_FACTOR_REQUIRED: {
    fr: 'Mot de passe juste : donnez aussi un code de votre second facteur (code).',
    en: 'The password is right: give a code of your second factor as well (code).',
  },
  SECOND_FACTOR_CODE_WRONG: {
    fr: 'Ce code est faux, ou a déjà servi.',
    en: 'This code is wrong, or was used already.',
  },
  SECOND_FACTOR_ABSENT: {
    fr: 'Ce compte n’a pas de second facteur.',
    en: 'This account has no second factor.',
  },
  OWN_PASSWORD_REQUIRED: {
    fr: 'Quelqu’un d’autre a choisi votre mot de passe : choisissez le vôtre (passwordChange), puis reconnectez-vous.',
    en: 'Somebody else chose your password: choose your own (passwordChange), then sign in again.',
  },
  PASSWORD_UNCHANGED: {
    fr: 'Choisissez un mot de passe différent de l’actuel.',
    en: 'Choose a password other than the current one.',
  },
  SECOND_FACTOR_ENROLMENT_REQUIRED: {
    fr: 'Vos rôles demandent un second facteur : inscrivez-le (secondFactorEnrol), ou reconnectez-vous avec un code.',
    en: 'Your roles ask for a second factor: enrol one (secondFactorEnrol), or sign in again with a code.',
  },
  REFRESH_REFUSED: {
    fr: 'Ce jeton de renouvellement n’est plus valable : reconnectez-vous.',
    en: 'This refresh token is no longer valid: sign in again.',
  },
  SESSION_ENDED: { fr: 'Cette session est déjà terminée.', en: 'This session has ended already.' },
  SIGN_IN_CODE_REFUSED: {
    fr: 'Ce code de connexion est inconnu, expiré, déjà utilisé ou destiné à un autre client : recommencez.',
    en: 'This sign-in code is unknown, expired, used or meant for another client: start again.',
  },
  IDENTITY_UNKNOWN: {
    fr: 'Cette identité n’ouvre aucun compte : demandez une invitation, ou liez-la depuis votre compte.',
    en: 'This identity opens no account: ask for an invitation, or link it from your account.',
  },
  IDENTITY_TAKEN: {
    fr: 'Cette identité est déjà liée à un compte.',
    en: 'This identity is linked to an account already.',
  },
  IDENTITY_RPPS_MISMATCH: {
    fr: 'Le numéro RPPS de cette identité n’est pas celui de l’auditeur.',
    en: 'The RPPS number of this identity is not the auditor’s.',
  },
  IDENTITY_LAST: {
    fr: 'Ce compte n’a pas d’autre moyen de connexion : il garde cette identité.',
    en: 'This account has no other way to sign in: it keeps this identity.',
  },
  PROVIDER_UNAVAILABLE: {
    fr: 'Le fournisseur d’identité ne répond pas : réessayez plus tard.',
    en: 'The identity provider does not answer: try again later.',
  },
  PROVIDER_ANSWER_REFUSED: {
    fr: 'La réponse du fournisseur d’identité est refusée : recommencez.',
    en: 'The answer of the identity provider is refused: start again.',
  },
  INVITATION_REFUSED: {
    fr: 'Cette invitation est inconnue, expirée ou déjà utilisée.',
    en: 'This invitation is unknown, expired or used already.',
  },
  INVITATION_NOT_FOR_PASSWORDS: {
    fr: 'Ce compte se connecte par mot de passe : son titulaire lie lui-même une identité.',
    en: 'This account signs in with a password: its owner links an identity himself.',
  },
  SCOPE_MISSING: {
    fr: 'Le jeton de ce programme n’a pas la portée nécessaire.',
    en: 'The token of this program lacks the scope.',
  },
  CLIENT_PROGRAM_REVOKED: {
    fr: 'Ce programme client est révoqué.',
    en: 'This client program is revoked.',
  },
  // reading and writing
  NOT_FOUND: {
    fr: 'Objet introuvable : identifiant faux ou périmé, ou objet qui ne vous est pas ouvert.',
    en: 'Object not found: its id is wrong or out of date, or it is not open to you.',
  },
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
