import type { JsonWebKey, KeyObject } from 'node:crypto';
import {
  ACCESS_TOKEN_ALGORITHM,
  headerOf,
  publicKeyFromPem,
  signingKeyFromPem,
  type SigningKey,
} from '../access-token';

/** A key that tokens are checked with. */
export interface VerifyingKey {
  id: string;
  publicKey: KeyObject;
}

/**
 * The keys of access tokens: one signs, all verify. Keys are exchanged while the platform runs: a key that comes is
 * made known first, signs next, and goes once no token of its own can be good any more.
 */
export interface KeyRing {
  /** The key that signs now. */
  current(): SigningKey;
  /** The key that a token with this header was signed with; undefined for any header that is not exactly ours. */
  byHeader(header: string): VerifyingKey | undefined;
  /** The public keys, for whoever checks our tokens (RFC 7517). */
  jwks(): { keys: JsonWebKey[] };
  /** Puts other keys in the place of all. */
  replace(current: SigningKey, others?: readonly VerifyingKey[]): void;
}

/** A ring of keys. @param others keys that verify and do not sign: the one before, or the one to come */
export function keyRing(current: SigningKey, others: readonly VerifyingKey[] = []): KeyRing {
  let signing = current;
  let known = new Map<string, VerifyingKey>();
  const replace: KeyRing['replace'] = (next, rest = []) => {
    signing = next;
    known = new Map([...rest, next].map((key) => [headerOf(key.id), key]));
  };
  replace(current, others);
  return {
    current: () => signing,
    byHeader: (header) => known.get(header),
    jwks: () => ({
      keys: [...known.values()].map(({ id, publicKey }) => ({
        ...publicKey.export({ format: 'jwk' }),
        kid: id,
        use: 'sig',
        alg: ACCESS_TOKEN_ALGORITHM,
      })),
    }),
    replace,
  };
}

const PEM = /-----BEGIN ([A-Z ]+)-----[\s\S]+?-----END \1-----/g;

/**
 * The keys in a text of PEM blocks: the first, private, signs; the others, private or public, verify.
 * @throws Error when the first is no private EC key on P-256, or another is none at all
 */
export function keysFromPems(text: string): { current: SigningKey; others: VerifyingKey[] } {
  // Where a variable takes one line only, its line breaks are written as \\n.
  const [first, ...rest] = text.replaceAll('\\n', '\n').match(PEM) ?? [];
  if (!first) throw new Error('no PEM block');
  return { current: signingKeyFromPem(first), others: rest.map((pem) => publicKeyFromPem(pem)) };
}
