import type { UnitOfWork } from '../database/unit-of-work';
import { refuse } from '../kernel/outcome';
import { Account } from './account.entity';
import { authorise } from './authorise';

/** Which account, in which version. */
export interface AccountInput {
  accountId: string;
  expectedVersion: number;
}

async function ofSomebodyElse(uow: UnitOfWork, act: string, input: AccountInput): Promise<Account> {
  const account = await uow.require(Account, input.accountId, ['input', 'accountId'], input.expectedVersion);
  authorise(uow, act);
  if (account.id === uow.viewer.accountId) refuse('NOT_FOR_ONESELF', ['input', 'accountId']);
  return account;
}

/**
 * Closes an account and ends its sessions: its next request is anonymous.
 * @throws Refusal NOT_FOUND, FORBIDDEN, STALE_VERSION, NOT_FOR_ONESELF, ACCOUNT_DISABLED
 */
export async function disableAccount(uow: UnitOfWork, input: AccountInput): Promise<{ account: string }> {
  const account = await ofSomebodyElse(uow, 'accountDisable', input);
  if (account.disabledAt !== null) refuse('ACCOUNT_DISABLED', ['input', 'accountId']);
  await uow.change(Account, account, {
    disabledAt: uow.now().toISOString(),
    sessionVersion: account.sessionVersion + 1,
  });
  uow.record({ act: 'accountDisable', objectType: 'Account', objectId: account.id });
  return { account: account.id };
}

/**
 * Opens a closed account again; its owner signs in anew.
 * @throws Refusal NOT_FOUND, FORBIDDEN, STALE_VERSION, NOT_FOR_ONESELF, ACCOUNT_NOT_DISABLED
 */
export async function enableAccount(uow: UnitOfWork, input: AccountInput): Promise<{ account: string }> {
  const account = await ofSomebodyElse(uow, 'accountEnable', input);
  if (account.disabledAt === null) refuse('ACCOUNT_NOT_DISABLED', ['input', 'accountId']);
  await uow.change(Account, account, { disabledAt: null });
  uow.record({ act: 'accountEnable', objectType: 'Account', objectId: account.id });
  return { account: account.id };
}
