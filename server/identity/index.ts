export { stands, type Subject } from './access';
export { Account } from './account.entity';
export { IdempotencyKey } from './idempotency-key.entity';
export { Person } from './person.entity';
export { RoleGrant } from './role-grant.entity';
export { identityReads } from './identity.queries';
export { authorise, mightDo, permits } from './authorise';
export {
  accessTokenReader,
  newSigningKeyPem,
  signAccessToken,
  publicKeyFromPem,
  signingKeyFromPem,
  type AccessClaim,
  type SigningKey,
} from './access-token';
export { developmentSecretsKey, developmentSigningKeys } from './keys/development-keys';
export { keyRing, keysFromPems, type KeyRing } from './keys/key-ring';
export { takeKeys, watchKeys } from './keys/watch-keys';
export { newSecretsKey, secretBox, type SecretBox } from './keys/secret-box';
export { hashPassword } from './password';
export { rowRule } from './policy';
export { caseResultRows } from './policy/case-samples.policy';
export { signIn, type SignInInput, type SignInOrigin, type SignInParts } from './sign-in';
export { countGuess, GUESSES, type CountedGuess, type GuessSubjects } from './guesses/count-guess';
export { AccountSession, END_REASONS, SESSION_METHODS } from './sessions/account-session.entity';
export { openSession, type Opened, type SessionTimes } from './sessions/open-session';
export { refreshSession } from './sessions/refresh-session';
export { revokeSession, signOut, type SessionRevokeInput } from './sessions/end-session';
export { tokensOf, type Session } from './sessions/session-tokens';
export { forgetSignIns } from './sessions/forget-sign-ins';
export {
  confirmSecondFactor,
  enrolSecondFactor,
  type SecondFactorKey,
} from './second-factor/enrol-second-factor';
export {
  requireReauthentication,
  SIGNATURE_MEANS,
  type Reauthentication,
  type SignatureMeans,
} from './require-reauthentication';
export { disableSecondFactor, resetSecondFactor } from './second-factor/remove-second-factor';
export { codeAt, stepAt } from './second-factor/totp';
export { CLIENT_SCOPE_WORDS, CLIENT_SCOPES, type ClientScope } from './client-programs/client-scopes';
export {
  createClientProgram,
  revokeClientProgram,
  rotateClientSecret,
  type ClientCredentials,
  type ClientProgramCreateInput,
  type ClientProgramInput,
  type ClientProgramRotateSecretInput,
} from './client-programs/write-client-program';
export { grantClientToken } from './client-programs/grant-client-token';
export { oidcIssuersFrom, type OidcIssuer } from './oidc/oidc-issuer';
export { AnswerRefused, oidcProvider, ProviderUnavailable, type OidcProvider } from './oidc/oidc-provider';
export { beginFlow, completeFlow, redeemFlow, takeFlow, type FlowCode } from './oidc/walk-flow';
export { acceptInvitation, signInWithIdentity } from './oidc/sign-in-with-identity';
export { linkIdentity, unlinkIdentity } from './oidc/link-identity';
export { createInvitation, type Invitation, type InvitationCreateInput } from './oidc/create-invitation';
export { createAccount, type AccountCreateInput } from './create-account';
export { FirstAccountError, openFirstAccount, type FirstAccountInput } from './open-first-account';
export { disableAccount, enableAccount, type AccountInput } from './disable-account';
export { changePassword, type PasswordChangeInput } from './change-password';
export {
  grantRole,
  mustHandOutAll,
  revokeRole,
  type RoleGrantInput,
  type RoleRevokeInput,
} from './grant-role';
export { ACCOUNT_KINDS, type AccountKind } from './account.entity';
export { PROGRAMME_ROLES, ROLES, SERVICE_ROLES, type Role } from './role-grant.entity';
export { transitionsEdge } from './transitions-edge';
