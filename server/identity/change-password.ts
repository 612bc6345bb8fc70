import type { UnitOfWork } from '../database/unit-of-work';
import { refuse } from '../kernel/outcome';
import { Account } from './account.entity';
import { authorise } from './authorise';
import { hashPassword, passwordMatches } from './password';

/** The present password, and the one to come. */
export interface PasswordChangeInput {
  currentPassword: string;
  newPassword: string;
}

/**
 * Changes one's own password and ends every session of the account, this one included.
 * @throws Refusal PASSWORD_WRONG, PASSWORD_UNCHANGED
 */
export async function changePassword(
  uow: UnitOfWork,
  input: PasswordChangeInput,
): Promise<{ account: string }> {
  const account = await uow.require(Account, uow.viewer.accountId ?? '', ['input']);
  authorise(uow, 'passwordChange', { accountId: account.id });
  if (!(await passwordMatches(account.passwordHash, input.currentPassword)))
    refuse('PASSWORD_WRONG', ['input', 'currentPassword']);
  if (input.newPassword === input.currentPassword) refuse('PASSWORD_UNCHANGED', ['input', 'newPassword']);
  await uow.change(Account, account, {
    passwordHash: await hashPassword(input.newPassword),
    sessionVersion: account.sessionVersion + 1,
  });
  await uow.sql('insert into own_password (account_id) values ($1) on conflict do nothing', [account.id]);
  uow.record({ act: 'passwordChange', objectType: 'Account', objectId: account.id });
  return { account: account.id };
}
