import { createHmac } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { asPlatform } from '../../database/as-platform';
import { hashOfSecret, newSecret } from '../../kernel/secret-word';
import { idleEnd, type Opened, type SessionTimes } from './open-session';

/** The answer to a refresh may be lost on a bad network: for so long the same token is answered once more. */
const GRACE_MS = 60_000;

interface SessionRow {
  id: string;
  accountId: string;
  sessionVersion: number;
  endsAt: string;
  isOpen: boolean;
}

interface TokenRow {
  generation: number;
  usedAt: string | null;
  replayedAt: string | null;
  successorSalt: string | null;
  hasSuccessor: boolean;
  isSuccessorUsed: boolean;
}

/** What a token of a family that lives still is worth. */
type Worth = 'GOOD' | 'REPLAY' | 'SPENT' | 'STOLEN';

/**
 * Exchanges a refresh token for its successor. The token just before the living one is answered once more, with that
 * same successor, within a minute and while the successor is unused; any other use of a spent token shows that two
 * parties hold the family, and ends it with all its access tokens.
 * @returns null for a token that is unknown or spent, and for a session, or an account, that has ended
 */
export function refreshSession(
  dataSource: DataSource,
  { refreshToken, now, times }: { refreshToken: string; now: Date; times: SessionTimes },
): Promise<Opened | null> {
  const tokenHash = hashOfSecret(refreshToken);
  return asPlatform(dataSource, async (manager) => {
    const session = await lockSession(manager, tokenHash, now);
    if (!session?.isOpen) return null;
    const token = await tokenOf(manager, tokenHash);
    const worth = worthOf(token, now);
    if (worth === 'STOLEN') await endFamily(manager, session.id, now);
    if (worth === 'STOLEN' || worth === 'SPENT') return null;
    const salt = worth === 'REPLAY' && token.successorSalt ? token.successorSalt : newSecret();
    const successor = successorOf(refreshToken, salt);
    if (worth === 'REPLAY') {
      await manager.query('update refresh_token set replayed_at = $2 where token_hash = $1', [
        tokenHash,
        now,
      ]);
    } else {
      await succeed(manager, session.id, { tokenHash, generation: token.generation, salt, successor, now });
    }
    const endsAt = new Date(session.endsAt);
    const refreshEndsAt = idleEnd(now, endsAt, times);
    await manager.query(
      `update account_session set last_used_at = $2, idle_ends_at = $3, version = version + 1, updated_at = now()
       where id = $1`,
      [session.id, now, refreshEndsAt],
    );
    const { accountId, sessionVersion, id: sessionId } = session;
    return {
      claim: { accountId, sessionVersion, sessionId },
      refreshToken: successor,
      refreshEndsAt,
      endsAt,
    };
  });
}

/** Callers with tokens of one family take turns here; what the tokens are worth is read after the lock. */
async function lockSession(
  manager: EntityManager,
  tokenHash: string,
  now: Date,
): Promise<SessionRow | undefined> {
  const [session] = await manager.query<SessionRow[]>(
    `select s.id, s.account_id as "accountId", a.session_version as "sessionVersion", s.ends_at as "endsAt",
       s.ended_at is null and s.ends_at > $2 and s.idle_ends_at > $2 and a.disabled_at is null
         and a.session_version = s.session_version as "isOpen"
     from account_session s join account a on a.id = s.account_id
     where s.id = (select account_session_id from refresh_token where token_hash = $1)
     for update of s`,
    [tokenHash, now],
  );
  return session;
}

async function tokenOf(manager: EntityManager, tokenHash: string): Promise<TokenRow> {
  const [token] = await manager.query<TokenRow[]>(
    `select t.generation, t.used_at as "usedAt", t.replayed_at as "replayedAt", t.successor_salt as "successorSalt",
       n.token_hash is not null as "hasSuccessor", n.used_at is not null as "isSuccessorUsed"
     from refresh_token t
     left join refresh_token n on n.account_session_id = t.account_session_id and n.generation = t.generation + 1
     where t.token_hash = $1`,
    [tokenHash],
  );
  if (!token) throw new Error('a refresh token vanished under its lock');
  return token;
}

function worthOf(token: TokenRow, now: Date): Worth {
  if (token.usedAt === null) return 'GOOD';
  const isInGrace = now.getTime() - Date.parse(token.usedAt) <= GRACE_MS;
  if (!isInGrace || !token.hasSuccessor || token.isSuccessorUsed) return 'STOLEN';
  // Of many requests at once with one token the first two are answered, and the others gain nothing.
  return token.replayedAt === null && token.successorSalt !== null ? 'REPLAY' : 'SPENT';
}

/**
 * The successor is computed from the token, which only its client has, and a salt: so it can be given once more and
 * still only its hash is kept.
 */
function successorOf(refreshToken: string, salt: string): string {
  return createHmac('sha256', refreshToken).update(salt).digest('base64url');
}

async function succeed(
  manager: EntityManager,
  sessionId: string,
  {
    tokenHash,
    generation,
    salt,
    successor,
    now,
  }: { tokenHash: string; generation: number; salt: string; successor: string; now: Date },
): Promise<void> {
  await manager.query(
    `update refresh_token set used_at = case when token_hash = $2 then $3::timestamptz else used_at end,
       successor_salt = case when token_hash = $2 then $4 end
     where account_session_id = $1 and generation in ($5, $5 - 1)`,
    [sessionId, tokenHash, now, salt, generation],
  );
  await manager.query(
    'insert into refresh_token (token_hash, account_session_id, generation) values ($1, $2, $3)',
    [hashOfSecret(successor), sessionId, generation + 1],
  );
}

async function endFamily(manager: EntityManager, sessionId: string, now: Date): Promise<void> {
  await manager.query(
    `update account_session set ended_at = $2, end_reason = 'TOKEN_REUSED', version = version + 1, updated_at = now()
     where id = $1`,
    [sessionId, now],
  );
}
