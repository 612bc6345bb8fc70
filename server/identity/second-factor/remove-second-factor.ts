import type { UnitOfWork } from '../../database/unit-of-work';
import { refuse } from '../../kernel/outcome';
import { Account } from '../account.entity';
import { authorise } from '../authorise';
import type { AccountInput } from '../disable-account';
import type { SecretBox } from '../keys/secret-box';
import { hasSecondFactor, takeCode } from './take-code';

async function remove(uow: UnitOfWork, accountId: string): Promise<void> {
  await uow.sql('delete from recovery_code where account_id = $1', [accountId]);
  await uow.sql('delete from second_factor where account_id = $1', [accountId]);
}

/**
 * Removes one's own second factor, with a code of it. What the account's sessions had by it is gone as well.
 * @throws Refusal SECOND_FACTOR_ABSENT, SECOND_FACTOR_CODE_WRONG
 */
export async function disableSecondFactor(
  uow: UnitOfWork,
  input: { code: string },
  secretBox: SecretBox,
): Promise<{ account: string }> {
  const account = await uow.require(Account, uow.viewer.accountId ?? '', ['input']);
  authorise(uow, 'secondFactorDisable', { accountId: account.id });
  if (!(await hasSecondFactor(uow.sql, account.id))) refuse('SECOND_FACTOR_ABSENT', ['input']);
  const sent = { accountId: account.id, code: input.code, now: uow.now() };
  if (!(await takeCode(uow.sql, secretBox, sent))) refuse('SECOND_FACTOR_CODE_WRONG', ['input', 'code']);
  await remove(uow, account.id);
  await uow.sql(
    `update account_session set is_second_factor = false, version = version + 1, updated_at = now()
     where account_id = $1 and method = 'PASSWORD' and is_second_factor`,
    [account.id],
  );
  uow.record({ act: 'secondFactorDisable', objectType: 'Account', objectId: account.id });
  return { account: account.id };
}

/**
 * Removes the second factor of somebody who lost the device and the recovery codes, and ends the sessions of the account.
 * @throws Refusal NOT_FOUND, FORBIDDEN, STALE_VERSION, NOT_FOR_ONESELF, SECOND_FACTOR_ABSENT
 */
export async function resetSecondFactor(uow: UnitOfWork, input: AccountInput): Promise<{ account: string }> {
  const path = ['input', 'accountId'];
  const account = await uow.require(Account, input.accountId, path, input.expectedVersion);
  authorise(uow, 'secondFactorReset');
  if (account.id === uow.viewer.accountId) refuse('NOT_FOR_ONESELF', path);
  if (!(await hasSecondFactor(uow.sql, account.id))) refuse('SECOND_FACTOR_ABSENT', path);
  await remove(uow, account.id);
  await uow.change(Account, account, { sessionVersion: account.sessionVersion + 1 });
  uow.record({ act: 'secondFactorReset', objectType: 'Account', objectId: account.id });
  return { account: account.id };
}
