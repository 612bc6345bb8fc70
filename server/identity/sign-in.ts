import type { DataSource, EntityManager } from 'typeorm';
import { asPlatform } from '../database/as-platform';
import { networkOf } from '../kernel/network-of';
import { refuse } from '../kernel/outcome';
import { countGuess } from './guesses/count-guess';
import type { SecretBox } from './keys/secret-box';
import { passwordMatches } from './password';
import { hasSecondFactor, takeCode } from './second-factor/take-code';
import { openSession, type Opened, type SessionTimes } from './sessions/open-session';

/** What signing in needs of the platform, at one instant. */
export interface SignInParts {
  dataSource: DataSource;
  secretBox: SecretBox;
  times: SessionTimes;
  now: Date;
}

/** Where the request came from, and what its client says of itself. */
export interface SignInOrigin {
  address: string;
  userAgent: string | null;
}

/** Address and password, with a code when the account has a second factor. */
export interface SignInInput {
  email: string;
  password: string;
  code?: string | null;
  deviceLabel?: string | null;
}

interface LocalAccount {
  id: string;
  passwordHash: string | null;
  sessionVersion: number;
}

/**
 * Signs a person in with e-mail and password.
 * @throws Refusal SIGN_IN_FAILED when the account is unknown, closed, or the password wrong: all three look and last the
 * same; TOO_MANY_ATTEMPTS; once the password was right, SECOND_FACTOR_REQUIRED or SECOND_FACTOR_CODE_WRONG
 */
export async function signIn(parts: SignInParts, input: SignInInput, origin: SignInOrigin): Promise<Opened> {
  // PostgreSQL has no NUL; no address has one either.
  const email = input.email.replaceAll('\0', '').trim();
  const { name, account } = await asPlatform(parts.dataSource, (manager) => accountOf(manager, email));
  const guess = await countGuess(parts, { account: name, address: networkOf(origin.address) });
  const isRight = await passwordMatches(account?.passwordHash ?? null, input.password);
  if (!isRight || !account) return refuse('SIGN_IN_FAILED', ['input']);
  const opened = await asPlatform(parts.dataSource, (manager) =>
    open(manager, parts, account, input, origin),
  );
  // That a code was missing is no wrong guess; that it was wrong is one.
  if (opened !== 'CODE_WRONG') await guess.giveBack();
  if (opened === 'CODE_MISSING') refuse('SECOND_FACTOR_REQUIRED', ['input', 'code']);
  if (opened === 'CODE_WRONG') refuse('SECOND_FACTOR_CODE_WRONG', ['input', 'code']);
  return opened;
}

/**
 * The account of an address, if it may sign in, and the name that guesses are counted under: as the database compares
 * addresses, so that no other spelling of the same one is counted apart.
 */
async function accountOf(
  manager: EntityManager,
  email: string,
): Promise<{ name: string; account: LocalAccount | null }> {
  const [row] = await manager.query<(LocalAccount & { name: string })[]>(
    `select t.name, a.id, a.password_hash as "passwordHash", a.session_version as "sessionVersion"
     from (select lower($1::text) as name) t
     left join account a on lower(a.email) = t.name and a.kind = 'LOCAL' and a.disabled_at is null`,
    [email],
  );
  if (!row) throw new Error('a left join without its left side');
  return { name: row.name, account: row.id ? row : null };
}

async function open(
  manager: EntityManager,
  { secretBox, now, times }: SignInParts,
  account: LocalAccount,
  { code, deviceLabel }: SignInInput,
  { userAgent }: SignInOrigin,
): Promise<Opened | 'CODE_MISSING' | 'CODE_WRONG'> {
  const sql = <T>(text: string, values: readonly unknown[]) => manager.query<T[]>(text, [...values]);
  const isSecondFactor = await hasSecondFactor(sql, account.id);
  if (isSecondFactor && !code) return 'CODE_MISSING';
  if (isSecondFactor && code && !(await takeCode(sql, secretBox, { accountId: account.id, code, now })))
    return 'CODE_WRONG';
  return openSession(manager, {
    account,
    method: 'PASSWORD',
    isSecondFactor,
    deviceLabel: deviceLabel ?? userAgent,
    now,
    times,
  });
}
