import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { hashOfSecret, newSecret } from '../../kernel/secret-word';
import type { AccessClaim } from '../access-token';
import { AccountSession, type SessionMethod } from './account-session.entity';
import { RefreshToken } from './refresh-token.entity';

/** A session as its client gets it, access token aside. */
export interface Opened {
  claim: AccessClaim;
  /** Sent once for the next pair of tokens; never kept here. */
  refreshToken: string;
  /** The end of the session unless it is refreshed before. */
  refreshEndsAt: Date;
  /** The end of the session, however much it is used. */
  endsAt: Date;
}

/** How long sessions last. */
export interface SessionTimes {
  sessionDays: number;
  /** Without a refresh for so long, a session ends. */
  sessionIdleDays: number;
}

const DAY_MS = 86_400_000;
const LABEL_AT_MOST = 200;

/** When a session that is used now ends unless it is used again. */
export function idleEnd(now: Date, endsAt: Date, { sessionIdleDays }: SessionTimes): Date {
  return new Date(Math.min(now.getTime() + sessionIdleDays * DAY_MS, endsAt.getTime()));
}

/**
 * Opens a session of an account that has proved who it is, with the first token of its family.
 * @param parts.deviceLabel what the client says of the device; shortened when it is long
 */
export async function openSession(
  manager: EntityManager,
  parts: {
    account: { id: string; sessionVersion: number };
    method: SessionMethod;
    isSecondFactor: boolean;
    deviceLabel: string | null;
    now: Date;
    times: SessionTimes;
  },
): Promise<Opened> {
  const { account, method, isSecondFactor, deviceLabel, now, times } = parts;
  const id = randomUUID();
  const endsAt = new Date(now.getTime() + times.sessionDays * DAY_MS);
  const refreshEndsAt = idleEnd(now, endsAt, times);
  const refreshToken = newSecret();
  await manager.insert(AccountSession, {
    id,
    accountId: account.id,
    method,
    sessionVersion: account.sessionVersion,
    deviceLabel: deviceLabel?.replaceAll('\0', '').slice(0, LABEL_AT_MOST) ?? null,
    isSecondFactor,
    endsAt: endsAt.toISOString(),
    idleEndsAt: refreshEndsAt.toISOString(),
    lastUsedAt: now.toISOString(),
  });
  await manager.insert(RefreshToken, {
    tokenHash: hashOfSecret(refreshToken),
    accountSessionId: id,
    generation: 1,
  });
  const claim = { accountId: account.id, sessionVersion: account.sessionVersion, sessionId: id };
  return { claim, refreshToken, refreshEndsAt, endsAt };
}
