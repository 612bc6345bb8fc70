import { signAccessToken } from '../access-token';
import type { KeyRing } from '../keys/key-ring';
import type { Opened } from './open-session';

/** A signed-in session: a short token, to be sent as `Authorization: Bearer`, and what renews it. */
export interface Session {
  accessToken: string;
  expiresAt: string;
  refreshToken: string;
  refreshExpiresAt: string;
}

/**
 * The tokens of a session that was opened or refreshed.
 * @param accessTokenSeconds how long the access token is good for, unless the session ends before
 */
export function tokensOf(
  { claim, refreshToken, refreshEndsAt, endsAt }: Opened,
  { keyRing, accessTokenSeconds, now }: { keyRing: KeyRing; accessTokenSeconds: number; now: Date },
): Session {
  const left = Math.floor((endsAt.getTime() - now.getTime()) / 1000);
  const lifetime = Math.max(1, Math.min(accessTokenSeconds, left));
  return {
    accessToken: signAccessToken(keyRing.current(), claim, lifetime),
    expiresAt: new Date(Date.now() + lifetime * 1000).toISOString(),
    refreshToken,
    refreshExpiresAt: refreshEndsAt.toISOString(),
  };
}
