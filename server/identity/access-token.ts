import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomUUID,
  type KeyObject,
} from 'node:crypto';
import jwt from 'jsonwebtoken';
import { isUuid } from '../kernel/ids';
import type { KeyRing, VerifyingKey } from './keys/key-ring';

const ISSUER = 'vis-a-vis';
const AUDIENCE = 'vis-a-vis-api';
/** What access tokens are signed with. */
export const ACCESS_TOKEN_ALGORITHM = 'ES256';
const TYPE = 'at+jwt';
const CLOCK_TOLERANCE_SECONDS = 30;
const KNOWN_AT_MOST = 10_000;
const LENGTH_AT_MOST = 1_000;
/** Exactly what our tokens say, in the order of the alphabet. */
const CLAIMS = 'aud exp iat iss jti sid sub sv';

/** The key pair that signs access tokens, as KeyObjects: parsing a PEM at each request would cost more than all else. */
export interface SigningKey extends VerifyingKey {
  privateKey: KeyObject;
}

/** Whose token it is; roles are never in it. */
export interface AccessClaim {
  accountId: string;
  /** Session version of the account when it signed in; a newer one ends the session. */
  sessionVersion: number;
  /** The session that the token belongs to: when that is ended, so is the token. */
  sessionId: string;
}

/** A signing key from a PEM (ES256, P-256). @throws Error when the PEM is no such key */
export function signingKeyFromPem(pem: string): SigningKey {
  const privateKey = createPrivateKey(pem);
  return { ...verifyingKey(createPublicKey(privateKey)), privateKey };
}

/** A verifying key from a private or public PEM. @throws Error when the PEM is no EC key on P-256 */
export function publicKeyFromPem(pem: string): VerifyingKey {
  return verifyingKey(createPublicKey(pem));
}

function verifyingKey(publicKey: KeyObject): VerifyingKey {
  if (publicKey.asymmetricKeyType !== 'ec' || publicKey.asymmetricKeyDetails?.namedCurve !== 'prime256v1') {
    throw new Error('the access-token key must be an EC key on P-256 (ES256)');
  }
  const { x } = publicKey.export({ format: 'jwk' });
  return { id: String(x).slice(0, 16), publicKey };
}

/** A new key for development, as PEM. */
export function newSigningKeyPem(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** The header of every token of a key, as it stands in the token: nothing else is taken for one of ours. */
export function headerOf(keyId: string): string {
  return encoded({ alg: ACCESS_TOKEN_ALGORITHM, typ: TYPE, kid: keyId });
}

/** Signs a short access token. @param lifetimeSeconds how long it is good for */
export function signAccessToken(key: SigningKey, claim: AccessClaim, lifetimeSeconds: number): string {
  return jwt.sign({ sv: claim.sessionVersion, sid: claim.sessionId }, key.privateKey, {
    algorithm: ACCESS_TOKEN_ALGORITHM,
    keyid: key.id,
    header: { alg: ACCESS_TOKEN_ALGORITHM, typ: TYPE },
    issuer: ISSUER,
    audience: AUDIENCE,
    subject: claim.accountId,
    jwtid: randomUUID(),
    expiresIn: lifetimeSeconds,
  });
}

/** Whose token it is; null for any that is not exactly one of ours and good now. */
export type ReadAccessToken = (token: string) => AccessClaim | null;

interface Verified {
  claim: AccessClaim;
  endsAt: number;
}

/**
 * Reads access tokens of the ring's keys. A token that was verified stays what it is until it ends or its key goes, so
 * it is verified once: an ES256 signature costs more than a small answer.
 * @param lifetimeSeconds the longest life that a token of ours can have
 */
export function accessTokenReader(ring: KeyRing, lifetimeSeconds: number): ReadAccessToken {
  const known = new Map<string, Verified & { key: VerifyingKey }>();
  return (token) => {
    if (token.length > LENGTH_AT_MOST) return null;
    const [header = '', payload = '', signature = '', ...more] = token.split('.');
    const key = more.length === 0 ? ring.byHeader(header) : undefined;
    if (!key) return null;
    const seen = known.get(token);
    // A key that went takes along what was verified with it.
    if (seen && seen.key === key && seen.endsAt > Date.now()) return seen.claim;
    known.delete(token);
    if (!isCanonical(signature)) return null;
    const verified = verify(key, token, payload, lifetimeSeconds);
    if (!verified) return null;
    const [oldest] = known.keys();
    if (known.size >= KNOWN_AT_MOST && oldest) known.delete(oldest);
    known.set(token, { ...verified, key });
    return verified.claim;
  };
}

/**
 * Verifies a token whose header is ours. jsonwebtoken accepts a missing `exp` and odd subjects unless one asks, so each
 * claim is asked for here, and no other may stand beside them.
 */
function verify(key: VerifyingKey, token: string, payload: string, lifetimeSeconds: number): Verified | null {
  try {
    const claims: unknown = jwt.verify(token, key.publicKey, {
      algorithms: [ACCESS_TOKEN_ALGORITHM],
      issuer: ISSUER,
      audience: AUDIENCE,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      maxAge: lifetimeSeconds + CLOCK_TOLERANCE_SECONDS,
    });
    // Written again it must be the same text: a claim that stands twice does not survive that, nor does odd base64.
    if (typeof claims !== 'object' || claims === null || encoded(claims) !== payload) return null;
    if (Object.keys(claims).sort().join(' ') !== CLAIMS) return null;
    const { sub, sid, sv, jti, aud, iat, exp } = claims as Record<string, unknown>;
    if (typeof sub !== 'string' || !isUuid(sub) || typeof sid !== 'string' || !isUuid(sid)) return null;
    if (!Number.isSafeInteger(sv) || typeof jti !== 'string' || aud !== AUDIENCE) return null;
    if (typeof iat !== 'number' || typeof exp !== 'number' || exp - iat > lifetimeSeconds) return null;
    if (iat > Date.now() / 1000 + CLOCK_TOLERANCE_SECONDS) return null;
    return { claim: { accountId: sub, sessionVersion: Number(sv), sessionId: sid }, endsAt: exp * 1000 };
  } catch {
    return null;
  }
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** base64url leaves bits over at the end: only one spelling of a signature is taken. */
function isCanonical(text: string): boolean {
  return Buffer.from(text, 'base64url').toString('base64url') === text;
}
