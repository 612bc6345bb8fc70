export { stands, type Subject } from './access';
export { Account } from './account.entity';
export { IdempotencyKey } from './idempotency-key.entity';
export { Person } from './person.entity';
export { RoleGrant } from './role-grant.entity';
export { identityReads } from './identity.queries';
export { authorise, permits } from './authorise';
export {
  accessTokenReader,
  newSigningKeyPem,
  signAccessToken,
  signingKeyFromPem,
  type SigningKey,
} from './access-token';
export { developmentKey } from './development-key';
export { hashPassword } from './password';
export { rowRule } from './policy';
export { signIn, type Session } from './sign-in';
export { createAccount, type AccountCreateInput } from './create-account';
export { disableAccount, enableAccount, type AccountInput } from './disable-account';
export { changePassword, type PasswordChangeInput } from './change-password';
export { grantRole, revokeRole, type RoleGrantInput, type RoleRevokeInput } from './grant-role';
export { ACCOUNT_KINDS, type AccountKind } from './account.entity';
export { PROGRAMME_ROLES, ROLES, SERVICE_ROLES, type Role } from './role-grant.entity';
export { transitionsEdge } from './transitions-edge';
