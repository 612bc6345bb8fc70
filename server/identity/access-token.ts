import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomUUID,
  type KeyObject,
} from 'node:crypto';
import jwt from 'jsonwebtoken';

const ISSUER = 'vis-a-vis';
const AUDIENCE = 'vis-a-vis-api';
const ALGORITHM = 'ES256';
const TYPE = 'at+jwt';
const CLOCK_TOLERANCE_SECONDS = 30;
const KNOWN_AT_MOST = 10_000;

/** The key pair that signs access tokens, as KeyObjects: parsing a PEM at each request would cost more than all else. */
export interface SigningKey {
  id: string;
  privateKey: KeyObject;
  publicKey: KeyObject;
}

/** Whose token it is; roles are never in it. */
export interface AccessClaim {
  accountId: string;
  /** Session version of the account when it signed in; a newer one ends the session. */
  sessionVersion: number;
}

/** A signing key from a PEM (ES256, P-256). @throws Error when the PEM is no such key */
export function signingKeyFromPem(pem: string): SigningKey {
  const privateKey = createPrivateKey(pem);
  if (privateKey.asymmetricKeyType !== 'ec' || privateKey.asymmetricKeyDetails?.namedCurve !== 'prime256v1') {
    throw new Error('the access-token key must be an EC key on P-256 (ES256)');
  }
  const publicKey = createPublicKey(privateKey);
  const { x } = publicKey.export({ format: 'jwk' });
  return { id: String(x).slice(0, 16), privateKey, publicKey };
}

/** A new key for development, as PEM. */
export function newSigningKeyPem(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** Signs a short access token. @param lifetimeSeconds how long it is good for */
export function signAccessToken(key: SigningKey, claim: AccessClaim, lifetimeSeconds: number): string {
  return jwt.sign({ sv: claim.sessionVersion }, key.privateKey, {
    algorithm: ALGORITHM,
    keyid: key.id,
    header: { alg: ALGORITHM, typ: TYPE },
    issuer: ISSUER,
    audience: AUDIENCE,
    subject: claim.accountId,
    jwtid: randomUUID(),
    expiresIn: lifetimeSeconds,
  });
}

/** Whose token it is; null for any that is not exactly one of ours and good now. */
export type ReadAccessToken = (token: string) => AccessClaim | null;

/**
 * Reads access tokens signed with a key. A token that was verified stays what it is until it ends, so it is verified
 * once: an ES256 signature costs more than a small answer.
 * @param lifetimeSeconds the longest life that a token of ours can have
 */
export function accessTokenReader(key: SigningKey, lifetimeSeconds: number): ReadAccessToken {
  const known = new Map<string, { claim: AccessClaim; endsAt: number }>();
  return (token) => {
    const seen = known.get(token);
    if (seen && seen.endsAt > Date.now()) return seen.claim;
    known.delete(token);
    const verified = verify(key, token, lifetimeSeconds);
    if (!verified) return null;
    const [oldest] = known.keys();
    if (known.size >= KNOWN_AT_MOST && oldest) known.delete(oldest);
    known.set(token, verified);
    return verified.claim;
  };
}

/**
 * Verifies a token. jsonwebtoken accepts a missing `exp`, any `typ`, unknown `crit` and odd subjects unless one asks, so
 * each is asked here.
 */
function verify(
  key: SigningKey,
  token: string,
  lifetimeSeconds: number,
): { claim: AccessClaim; endsAt: number } | null {
  const header = jwt.decode(token, { complete: true })?.header as
    { alg?: unknown; typ?: unknown; kid?: unknown; crit?: unknown } | undefined;
  if (!header || header.alg !== ALGORITHM || header.typ !== TYPE) return null;
  if (header.kid !== key.id || header.crit !== undefined) return null;
  try {
    const payload = jwt.verify(token, key.publicKey, {
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience: AUDIENCE,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      maxAge: lifetimeSeconds + CLOCK_TOLERANCE_SECONDS,
    });
    if (typeof payload === 'string' || typeof payload.sub !== 'string' || !payload.exp || !payload.jti)
      return null;
    const sessionVersion: unknown = payload['sv'];
    if (typeof sessionVersion !== 'number') return null;
    return { claim: { accountId: payload.sub, sessionVersion }, endsAt: payload.exp * 1000 };
  } catch {
    return null;
  }
}
