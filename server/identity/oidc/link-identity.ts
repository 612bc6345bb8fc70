import type { UnitOfWork } from '../../database/unit-of-work';
import { refuse } from '../../kernel/outcome';
import { Account } from '../account.entity';
import { authorise } from '../authorise';
import type { SecretBox } from '../keys/secret-box';
import { requireReauthentication } from '../require-reauthentication';
import { AccountIdentity } from './account-identity.entity';
import { mustFitAuditor } from './fit-auditor';
import type { AttestedIdentity } from './oidc-provider';
import { mustBeFree } from './sign-in-with-identity';

/** The proof of who he is that is asked of whoever links an identity; the code that he came back with has the name already. */
export interface IdentityLinkProof {
  password?: string | null;
  secondFactorCode?: string | null;
}

/**
 * Links an identity to one's own account. It opens the account for good, so a session alone is not enough: whoever holds a
 * stolen one would keep the account when it ends.
 * @param identity what the code stood for; null when it was refused
 * @throws Refusal SIGN_IN_CODE_REFUSED, IDENTITY_TAKEN, IDENTITY_RPPS_MISMATCH, and those of `requireReauthentication`
 */
export async function linkIdentity(
  uow: UnitOfWork,
  identity: AttestedIdentity | null,
  { password, secondFactorCode: code }: IdentityLinkProof,
  secretBox: SecretBox,
): Promise<{ accountIdentity: string }> {
  const account = await uow.require(Account, uow.viewer.accountId ?? '', ['input']);
  authorise(uow, 'identityLink', { accountId: account.id });
  await requireReauthentication(uow, { password, code }, secretBox, 'secondFactorCode');
  if (!identity) return refuse('SIGN_IN_CODE_REFUSED', ['input', 'code']);
  await mustBeFree(uow.sql, identity);
  await mustFitAuditor(uow.sql, account.personId, identity.rpps);
  const { issuer, subject, rpps } = identity;
  const id = await uow.insert(AccountIdentity, { accountId: account.id, issuer, subject, rpps });
  uow.record({ act: 'identityLink', objectType: 'AccountIdentity', objectId: id });
  return { accountIdentity: id };
}

/**
 * Removes an identity from one's own account, or as an administrator from anybody's.
 * @throws Refusal NOT_FOUND, FORBIDDEN, IDENTITY_LAST when the account could not sign in any more
 */
export async function unlinkIdentity(
  uow: UnitOfWork,
  input: { accountIdentityId: string },
): Promise<{ account: string }> {
  const path = ['input', 'accountIdentityId'];
  const identity = await uow.require(AccountIdentity, input.accountIdentityId, path);
  authorise(uow, 'identityUnlink', { accountId: identity.accountId });
  const isOwn = identity.accountId === uow.viewer.accountId;
  const [left] = await uow.sql<{ waysIn: number }>(
    `select (select count(*) from account_identity i where i.account_id = a.id)
       + (case when a.password_hash is null then 0 else 1 end) as "waysIn" from account a where a.id = $1`,
    [identity.accountId],
  );
  if (isOwn && Number(left?.waysIn) < 2) refuse('IDENTITY_LAST', path);
  await uow.sql('delete from account_identity where id = $1', [identity.id]);
  // What it opened ends with it.
  await uow.sql(
    `update account_session set ended_at = $2, end_reason = 'REVOKED', version = version + 1, updated_at = now()
     where account_id = $1 and method = 'OIDC' and ended_at is null`,
    [identity.accountId, uow.now()],
  );
  uow.record({ act: 'identityUnlink', objectType: 'AccountIdentity', objectId: identity.id });
  return { account: identity.accountId };
}
