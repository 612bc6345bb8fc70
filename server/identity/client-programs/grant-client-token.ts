import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { asPlatform } from '../../database/as-platform';
import { isUuid } from '../../kernel/ids';
import { networkOf } from '../../kernel/network-of';
import { hashOfSecret } from '../../kernel/secret-word';
import type { AccessClaim } from '../access-token';
import { countGuess } from '../guesses/count-guess';
import type { SecretBox } from '../keys/secret-box';
import { AccountSession } from '../sessions/account-session.entity';
import { CLIENT_SCOPES, scopeNamed, type ClientScope } from './client-scopes';

/** What a program sends (RFC 6749 §4.4.2). */
export interface ClientTokenRequest {
  clientId: string;
  clientSecret: string;
  /** Names of scopes with spaces between; all that the program has when left out. */
  scope: string | undefined;
  address: string;
}

/** The claim of the token to sign and the scopes it has, or the error as OAuth names it (RFC 6749 §5.2). */
export type ClientTokenGrant =
  { claim: AccessClaim; scope: string } | { error: 'invalid_client' | 'invalid_scope' };

interface Program {
  id: string;
  accountId: string;
  sessionVersion: number;
  scopes: ClientScope[];
}

/**
 * Checks the credentials of a client program and opens the session of one access token; there is no refresh token.
 * @throws Refusal TOO_MANY_ATTEMPTS after too many wrong secrets from one address
 */
export async function grantClientToken(
  {
    dataSource,
    secretBox,
    now,
    lifetimeSeconds,
  }: { dataSource: DataSource; secretBox: SecretBox; now: Date; lifetimeSeconds: number },
  request: ClientTokenRequest,
): Promise<ClientTokenGrant> {
  const guess = await countGuess({ dataSource, secretBox, now }, { address: networkOf(request.address) });
  const grant = await asPlatform(dataSource, async (manager): Promise<ClientTokenGrant> => {
    const program = await programOf(manager, request, now);
    if (!program) return { error: 'invalid_client' };
    const scopes = scopesOf(program, request.scope);
    if (!scopes) return { error: 'invalid_scope' };
    const id = randomUUID();
    const ends = new Date(now.getTime() + lifetimeSeconds * 1000).toISOString();
    await manager.insert(AccountSession, {
      id,
      accountId: program.accountId,
      method: 'CLIENT_CREDENTIALS',
      sessionVersion: program.sessionVersion,
      clientProgramId: program.id,
      scopes,
      endsAt: ends,
      idleEndsAt: ends,
      lastUsedAt: now.toISOString(),
    });
    return {
      claim: { accountId: program.accountId, sessionVersion: program.sessionVersion, sessionId: id },
      scope: scopes.map((scope) => CLIENT_SCOPES[scope].name).join(' '),
    };
  });
  if (!('error' in grant) || grant.error !== 'invalid_client') await guess.giveBack();
  return grant;
}

async function programOf(
  manager: EntityManager,
  { clientId, clientSecret }: ClientTokenRequest,
  now: Date,
): Promise<Program | undefined> {
  if (!isUuid(clientId)) return undefined;
  const [program] = await manager.query<Program[]>(
    `select p.id, p.account_id as "accountId", a.session_version as "sessionVersion", p.scopes
     from client_program p join account a on a.id = p.account_id
     join client_secret s on s.client_program_id = p.id
     where p.id = $1 and s.secret_hash = $2 and (s.expires_at is null or s.expires_at > $3)
       and p.revoked_at is null and a.disabled_at is null`,
    [clientId, hashOfSecret(clientSecret), now],
  );
  return program;
}

/** The scopes that a request asks for, if the program has them all; null otherwise. */
function scopesOf({ scopes }: Program, asked: string | undefined): ClientScope[] | null {
  const names = (asked ?? '').split(' ').filter(Boolean);
  if (names.length === 0) return scopes;
  const wanted = names.map((name) => scopeNamed(name));
  return wanted.every((scope) => scope !== null && scopes.includes(scope))
    ? [...new Set(wanted.filter((scope) => scope !== null))].sort()
    : null;
}
