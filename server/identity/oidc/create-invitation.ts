import type { UnitOfWork } from '../../database/unit-of-work';
import { refuse } from '../../kernel/outcome';
import { hashOfSecret, newSecret } from '../../kernel/secret-word';
import { ShownOnce } from '../../kernel/shown-once';
import { Account } from '../account.entity';
import { authorise } from '../authorise';
import { placeForAccount } from '../create-account';
import { mustHandOutAll } from '../grant-role';
import { AccountInvitation } from './account-invitation.entity';

/** Who is invited: somebody new, or the owner of an account that waits already. */
export interface InvitationCreateInput {
  id?: string | null;
  accountId?: string | null;
  personId?: string | null;
  familyName?: string | null;
  givenName?: string | null;
  email: string;
}

/** What the invited person needs, shown once. */
export interface Invitation {
  token: string;
  expiresAt: string;
}

const DAYS = 7;
const DAY_MS = 86_400_000;

/**
 * Opens an account that signs in through an identity provider, and gives the one-use word with which its owner links his
 * identity to it; or gives a new word for such an account.
 * @throws Refusal FORBIDDEN, NOT_FOUND, ALREADY_EXISTS, PERSON_MISSING, ACCOUNT_DISABLED, INVITATION_NOT_FOR_PASSWORDS
 */
export async function createInvitation(
  uow: UnitOfWork,
  input: InvitationCreateInput,
): Promise<{ account: string; invitation: ShownOnce<Invitation> }> {
  authorise(uow, 'invitationCreate');
  const accountId = input.accountId
    ? await waitingAccount(uow, input.accountId)
    : await uow.insert(Account, {
        ...(input.id ? { id: input.id } : {}),
        ...(await placeForAccount(uow, input)),
        kind: 'OIDC',
      });
  const token = newSecret();
  const expiresAt = new Date(uow.now().getTime() + DAYS * DAY_MS).toISOString();
  await uow.insert(AccountInvitation, {
    accountId,
    tokenHash: hashOfSecret(token),
    invitedById: uow.viewer.accountId ?? '',
    expiresAt,
  });
  uow.record({ act: 'invitationCreate', objectType: 'Account', objectId: accountId });
  return { account: accountId, invitation: new ShownOnce({ token, expiresAt }) };
}

async function waitingAccount(uow: UnitOfWork, id: string): Promise<string> {
  const path = ['input', 'accountId'];
  const account = await uow.require(Account, id, path);
  if (account.disabledAt !== null) refuse('ACCOUNT_DISABLED', path);
  // Who can hand out words for an account with a password, or for his own, could take it over.
  if (account.kind !== 'OIDC') refuse('INVITATION_NOT_FOR_PASSWORDS', path);
  const linked = await uow.sql('select 1 from account_identity where account_id = $1', [account.id]);
  if (linked.length > 0) refuse('ALREADY_EXISTS', path, { what: 'AccountIdentity' });
  // Who holds the word becomes whoever the account is: nobody hands out more than he may grant.
  await mustHandOutAll(uow, [account.id]);
  return account.id;
}
