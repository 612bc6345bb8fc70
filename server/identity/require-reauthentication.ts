import type { UnitOfWork } from '../database/unit-of-work';
import { refuse } from '../kernel/outcome';
import { Account } from './account.entity';
import type { SecretBox } from './keys/secret-box';
import { passwordMatches } from './password';
import { hasSecondFactor, takeCode } from './second-factor/take-code';

/** How somebody proved anew who he is. */
export const SIGNATURE_MEANS = ['PASSWORD', 'SECOND_FACTOR', 'PROVIDER'] as const;
export type SignatureMeans = (typeof SIGNATURE_MEANS)[number];

/** What is asked of who signs, or opens another way into his account; neither is ever kept. */
export interface Reauthentication {
  /** Of accounts that have one. */
  password?: string | null;
  /** Of accounts with a second factor: a one-time password or a recovery code. */
  code?: string | null;
}

/** So young a session counts as a proof of its own: accounts of identity providers have no password here. */
const FRESH = '5 minutes';

/**
 * Asks whoever acts to prove anew who he is, since a session may be held by somebody else: with the password and, where
 * one is enrolled, the second factor; accounts without a password by a session that an identity provider opened within
 * five minutes. Wrong guesses are counted by who calls it through `performGuess`.
 * @param codeField what the input calls the code, where another one has its name
 * @returns the strongest means that was given
 * @throws Refusal PASSWORD_MISSING, PASSWORD_WRONG, SECOND_FACTOR_REQUIRED, SECOND_FACTOR_CODE_WRONG, SESSION_NOT_FRESH
 */
export async function requireReauthentication(
  uow: UnitOfWork,
  { password, code }: Reauthentication,
  secretBox: SecretBox,
  codeField = 'code',
): Promise<SignatureMeans> {
  // Not locked: two acts of one person at once hold the row already, each by its idempotency key, and would wait for each other.
  const account = await uow.manager.findOneByOrFail(Account, { id: uow.viewer.accountId ?? '' });
  if (account.passwordHash === null) {
    if (!(await isFresh(uow))) refuse('SESSION_NOT_FRESH', ['input']);
    return 'PROVIDER';
  }
  if (!password) refuse('PASSWORD_MISSING', ['input', 'password']);
  if (!(await passwordMatches(account.passwordHash, password)))
    refuse('PASSWORD_WRONG', ['input', 'password']);
  if (!(await hasSecondFactor(uow.sql, account.id))) return 'PASSWORD';
  if (!code) refuse('SECOND_FACTOR_REQUIRED', ['input', codeField]);
  const sent = { accountId: account.id, code, now: uow.now() };
  if (!(await takeCode(uow.sql, secretBox, sent))) refuse('SECOND_FACTOR_CODE_WRONG', ['input', codeField]);
  return 'SECOND_FACTOR';
}

/** The age of a session is the database's business on both sides: it made its first instant. */
async function isFresh(uow: UnitOfWork): Promise<boolean> {
  const fresh = await uow.sql(
    `select 1 from account_session where id = $1 and method = 'OIDC' and created_at > now() - $2::interval`,
    [uow.viewer.sessionId, FRESH],
  );
  return fresh.length > 0;
}
