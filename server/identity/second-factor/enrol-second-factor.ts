import type { UnitOfWork } from '../../database/unit-of-work';
import { refuse } from '../../kernel/outcome';
import { ShownOnce } from '../../kernel/shown-once';
import { Account } from '../account.entity';
import { authorise } from '../authorise';
import type { SecretBox } from '../keys/secret-box';
import { passwordMatches } from '../password';
import { AccountSession } from '../sessions/account-session.entity';
import { hashOfRecoveryCode, newRecoveryCodes } from './recovery-codes';
import { hasSecondFactor, purposeOf, takeOneTimePassword } from './take-code';
import { newTotpSecret, otpauthUri } from './totp';

/** What an authenticator app takes, shown once. */
export interface SecondFactorKey {
  secret: string;
  uri: string;
}

/**
 * Begins the enrolment of a second factor: a new secret, in the place of one that was never confirmed.
 * @throws Refusal PASSWORD_WRONG, ALREADY_EXISTS when the account has a confirmed one
 */
export async function enrolSecondFactor(
  uow: UnitOfWork,
  input: { currentPassword: string },
  secretBox: SecretBox,
): Promise<{ account: string; secondFactorKey: ShownOnce<SecondFactorKey> }> {
  const account = await uow.require(Account, uow.viewer.accountId ?? '', ['input']);
  authorise(uow, 'secondFactorEnrol', { accountId: account.id });
  if (!(await passwordMatches(account.passwordHash, input.currentPassword)))
    refuse('PASSWORD_WRONG', ['input', 'currentPassword']);
  if (await hasSecondFactor(uow.sql, account.id))
    refuse('ALREADY_EXISTS', ['input'], { what: 'SecondFactor' });
  const secret = newTotpSecret();
  await uow.sql('delete from second_factor where account_id = $1', [account.id]);
  await uow.sql('insert into second_factor (account_id, sealed_secret) values ($1, $2)', [
    account.id,
    secretBox.seal(secret, purposeOf(account.id)),
  ]);
  uow.record({ act: 'secondFactorEnrol', objectType: 'Account', objectId: account.id });
  const uri = otpauthUri(secret, account.email);
  return { account: account.id, secondFactorKey: new ShownOnce({ secret, uri }) };
}

/**
 * Confirms the second factor with a code of the device; from then on signing in asks for one. The session that
 * confirmed counts as one with a second factor.
 * @throws Refusal SECOND_FACTOR_ABSENT, ALREADY_EXISTS, SECOND_FACTOR_CODE_WRONG
 */
export async function confirmSecondFactor(
  uow: UnitOfWork,
  input: { code: string },
  secretBox: SecretBox,
): Promise<{ account: string; recoveryCodes: ShownOnce<{ codes: string[] }> }> {
  const account = await uow.require(Account, uow.viewer.accountId ?? '', ['input']);
  authorise(uow, 'secondFactorConfirm', { accountId: account.id });
  if (await hasSecondFactor(uow.sql, account.id))
    refuse('ALREADY_EXISTS', ['input'], { what: 'SecondFactor' });
  const begun = await uow.sql('select 1 from second_factor where account_id = $1', [account.id]);
  if (begun.length === 0) refuse('SECOND_FACTOR_ABSENT', ['input']);
  const sent = { accountId: account.id, code: input.code, now: uow.now() };
  if (!(await takeOneTimePassword(uow.sql, secretBox, sent)))
    refuse('SECOND_FACTOR_CODE_WRONG', ['input', 'code']);
  await uow.sql('update second_factor set confirmed_at = $2 where account_id = $1', [account.id, uow.now()]);
  const codes = newRecoveryCodes();
  await uow.sql('insert into recovery_code (code_hash, account_id) select unnest($2::text[]), $1', [
    account.id,
    codes.map((code) => hashOfRecoveryCode(code)),
  ]);
  const session = await uow.require(AccountSession, uow.viewer.sessionId ?? '', ['input']);
  await uow.change(AccountSession, session, { isSecondFactor: true });
  uow.record({ act: 'secondFactorConfirm', objectType: 'Account', objectId: account.id });
  return { account: account.id, recoveryCodes: new ShownOnce({ codes }) };
}
