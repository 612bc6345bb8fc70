import type { DataSource } from 'typeorm';
import { asPlatform } from '../database/as-platform';
import { signAccessToken, type SigningKey } from './access-token';
import { passwordMatches } from './password';

/** A signed-in session: a short token, to be sent as `Authorization: Bearer`. */
export interface Session {
  accessToken: string;
  expiresAt: string;
}

interface LocalAccount {
  id: string;
  password_hash: string | null;
  session_version: number;
}

/**
 * Signs a person in with e-mail and password.
 * @param lifetimeSeconds how long the token is good for
 * @returns null when the account is unknown, closed, or the password wrong: all three look and last the same
 */
export async function signIn(
  dataSource: DataSource,
  key: SigningKey,
  { email, password }: { email: string; password: string },
  lifetimeSeconds: number,
): Promise<Session | null> {
  // PostgreSQL has no NUL; no address has one either.
  const address = email.replaceAll('\0', '').trim();
  const [account] = await asPlatform(dataSource, (manager) =>
    manager.query<LocalAccount[]>(
      `select id, password_hash, session_version from account where lower(email) = lower($1) and disabled_at is null`,
      [address],
    ),
  );
  if (!(await passwordMatches(account?.password_hash ?? null, password)) || !account) return null;
  const claim = { accountId: account.id, sessionVersion: account.session_version };
  return {
    accessToken: signAccessToken(key, claim, lifetimeSeconds),
    expiresAt: new Date(Date.now() + lifetimeSeconds * 1000).toISOString(),
  };
}
