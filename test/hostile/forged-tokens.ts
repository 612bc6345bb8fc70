import { createHmac, createSign, generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import type { SigningKey } from '../../server/identity';

type Parts = Record<string, unknown>;

/** What a forger works with: our key pair where a forgery must differ in its words alone, and keys of his own. */
export interface Forge {
  /** A token as the platform signs it, with other words in header or claims; undefined takes a word away. */
  token(changed?: { header?: Parts; claims?: Parts; key?: KeyObject }): string;
  /** The same from JSON texts, for what no object can say. */
  fromTexts(header: string, claims: string, key?: KeyObject): string;
  header: Parts;
  claims: Parts;
  key: SigningKey;
  ownKey: { privateKey: KeyObject; publicKey: KeyObject };
}

const encode = (text: string | Buffer): string => Buffer.from(text).toString('base64url');
const now = (): number => Math.floor(Date.now() / 1000);

function sign(input: string, key: KeyObject): string {
  const signer = createSign('sha256').update(input);
  return encode(signer.sign({ key, dsaEncoding: 'ieee-p1363' }));
}

/** A forge around a token that is good. @param accountId whose, in a session of the same id */
export function forgeFor(key: SigningKey, accountId: string): Forge {
  const header: Parts = { alg: 'ES256', typ: 'at+jwt', kid: key.id };
  const claims: Parts = {
    sv: 1,
    sid: accountId,
    iat: now(),
    exp: now() + 600,
    aud: 'vis-a-vis-api',
    iss: 'vis-a-vis',
    sub: accountId,
    jti: randomUUID(),
  };
  const fromTexts: Forge['fromTexts'] = (headerText, claimsText, signing = key.privateKey) => {
    const input = `${encode(headerText)}.${encode(claimsText)}`;
    return `${input}.${sign(input, signing)}`;
  };
  return {
    header,
    claims,
    key,
    ownKey: generateKeyPairSync('ec', { namedCurve: 'prime256v1' }),
    fromTexts,
    token: (changed = {}) =>
      fromTexts(
        JSON.stringify({ ...header, ...changed.header }),
        JSON.stringify({ ...claims, ...changed.claims }),
        changed.key,
      ),
  };
}

const jwkOf = (key: KeyObject): object => key.export({ format: 'jwk' });
const secretOf = (key: SigningKey): string =>
  key.publicKey.export({ type: 'spki', format: 'pem' }).toString();

function withHmac({ header, claims }: Forge, algorithm: string, secret: string | Buffer): string {
  const input = `${encode(JSON.stringify({ ...header, alg: algorithm }))}.${encode(JSON.stringify(claims))}`;
  const hash = algorithm === 'HS512' ? 'sha512' : 'sha256';
  return `${input}.${createHmac(hash, secret).update(input).digest('base64url')}`;
}

function withRsa({ header, claims }: Forge): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const input = `${encode(JSON.stringify({ ...header, alg: 'RS256' }))}.${encode(JSON.stringify(claims))}`;
  return `${input}.${createSign('sha256').update(input).sign(privateKey, 'base64url')}`;
}

const unsigned = (forge: Forge, algorithm: string): string =>
  `${encode(JSON.stringify({ ...forge.header, alg: algorithm }))}.${encode(JSON.stringify(forge.claims))}.`;

const cut = (forge: Forge): [string, string, string] => forge.token().split('.') as [string, string, string];

/** Another spelling of the same bytes: base64url leaves four bits over at the end of 64 bytes. */
function respelled(signature: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return signature.slice(0, -1) + letters[letters.indexOf(signature.slice(-1)) + 1];
}

/** Each differs from a good token in one thing. Those that are signed with our own key show that it takes more than that. */
export const FORGED_TOKENS: readonly [string, (forge: Forge) => string][] = [
  // nobody signed
  ['algorithm none', (forge) => unsigned(forge, 'none')],
  ['algorithm None', (forge) => unsigned(forge, 'None')],
  ['algorithm NONE', (forge) => unsigned(forge, 'NONE')],
  ['an empty algorithm', (forge) => unsigned(forge, '')],
  ['no signature under our algorithm', (forge) => unsigned(forge, 'ES256')],
  ['algorithm none with a signature', (forge) => forge.token({ header: { alg: 'none' } })],
  // another kind of key
  ['HS256 with our public key as secret', (forge) => withHmac(forge, 'HS256', secretOf(forge.key))],
  ['HS512 with our public key as secret', (forge) => withHmac(forge, 'HS512', secretOf(forge.key))],
  ['HS256 with an empty secret', (forge) => withHmac(forge, 'HS256', Buffer.alloc(0))],
  ['HS256 under the name of ES256', (forge) => withHmac(forge, 'ES256', secretOf(forge.key))],
  ['RS256 with a key of the forger', withRsa],
  ['ES384 named over our signature', (forge) => forge.token({ header: { alg: 'ES384' } })],
  ['no algorithm named', (forge) => forge.token({ header: { alg: undefined } })],
  // another key
  ['another key under the name of ours', (forge) => forge.token({ key: forge.ownKey.privateKey })],
  [
    'an unknown key name',
    (forge) => forge.token({ header: { kid: 'unknown' }, key: forge.ownKey.privateKey }),
  ],
  ['our key under another name', (forge) => forge.token({ header: { kid: 'unknown' } })],
  ['no key name', (forge) => forge.token({ header: { kid: undefined } })],
  ['a key name that is a path', (forge) => forge.token({ header: { kid: '../../dev/null' } })],
  ['a key name that is SQL', (forge) => forge.token({ header: { kid: `' union select 'x` } })],
  ['a key name that is a list', (forge) => forge.token({ header: { kid: [forge.key.id] } })],
  ['a key name of the prototype', (forge) => forge.token({ header: { kid: '__proto__' } })],
  [
    'its own key in the header (jwk)',
    (forge) => forge.token({ header: { jwk: jwkOf(forge.ownKey.publicKey) }, key: forge.ownKey.privateKey }),
  ],
  ['our key in the header (jwk)', (forge) => forge.token({ header: { jwk: jwkOf(forge.key.publicKey) } })],
  ['a place of keys (jku)', (forge) => forge.token({ header: { jku: 'https://forger.example/jwks.json' } })],
  [
    'a place of certificates (x5u)',
    (forge) => forge.token({ header: { x5u: 'https://forger.example/c.pem' } }),
  ],
  ['a certificate (x5c)', (forge) => forge.token({ header: { x5c: ['MIIB'] } })],
  // other words in the header
  ['a critical extension', (forge) => forge.token({ header: { crit: ['exp'] } })],
  ['an unencoded payload (b64)', (forge) => forge.token({ header: { b64: false, crit: ['b64'] } })],
  ['type JWT', (forge) => forge.token({ header: { typ: 'JWT' } })],
  ['no type', (forge) => forge.token({ header: { typ: undefined } })],
  ['type of a refresh token', (forge) => forge.token({ header: { typ: 'rt+jwt' } })],
  ['type in capitals', (forge) => forge.token({ header: { typ: 'AT+JWT' } })],
  ['a content type', (forge) => forge.token({ header: { cty: 'JWT' } })],
  [
    'a header that names its algorithm twice',
    (forge) =>
      forge.fromTexts(
        `{"alg":"none","alg":"ES256","typ":"at+jwt","kid":"${forge.key.id}"}`,
        JSON.stringify(forge.claims),
      ),
  ],
  [
    'a header with spaces',
    (forge) => forge.fromTexts(JSON.stringify(forge.header, null, 1), JSON.stringify(forge.claims)),
  ],
  ['a header that is no JSON', (forge) => forge.fromTexts('alg', JSON.stringify(forge.claims))],
  // its time
  ['no end', (forge) => forge.token({ claims: { exp: undefined } })],
  ['an end long past', (forge) => forge.token({ claims: { exp: now() - 120 } })],
  ['an end in a year', (forge) => forge.token({ claims: { exp: now() + 31_536_000 } })],
  ['an end that is a text', (forge) => forge.token({ claims: { exp: String(now() + 600) } })],
  [
    'an endless end',
    (forge) =>
      forge.fromTexts(
        JSON.stringify(forge.header),
        JSON.stringify(forge.claims).replace(/"exp":\d+/, '"exp":1e999'),
      ),
  ],
  ['no beginning', (forge) => forge.token({ claims: { iat: undefined } })],
  ['a beginning in the future', (forge) => forge.token({ claims: { iat: now() + 120, exp: now() + 700 } })],
  ['a beginning before its longest life', (forge) => forge.token({ claims: { iat: now() - 3600 } })],
  ['a time before which it is none', (forge) => forge.token({ claims: { nbf: now() + 120 } })],
  ['a time before which it is none, that is past', (forge) => forge.token({ claims: { nbf: now() - 120 } })],
  // whom it is by, for, and of
  ['another issuer', (forge) => forge.token({ claims: { iss: 'elsewhere' } })],
  ['no issuer', (forge) => forge.token({ claims: { iss: undefined } })],
  ['issuers in a list', (forge) => forge.token({ claims: { iss: ['vis-a-vis'] } })],
  ['another audience', (forge) => forge.token({ claims: { aud: 'elsewhere' } })],
  ['no audience', (forge) => forge.token({ claims: { aud: undefined } })],
  ['our audience among others', (forge) => forge.token({ claims: { aud: ['elsewhere', 'vis-a-vis-api'] } })],
  ['no subject', (forge) => forge.token({ claims: { sub: undefined } })],
  ['a subject that is an object', (forge) => forge.token({ claims: { sub: { id: forge.claims['sub'] } } })],
  ['a subject that is a list', (forge) => forge.token({ claims: { sub: [forge.claims['sub']] } })],
  ['a subject that is SQL', (forge) => forge.token({ claims: { sub: `' or true --` } })],
  ['a subject of nobody', (forge) => forge.token({ claims: { sub: randomUUID() } })],
  [
    'a subject in odd letters',
    (forge) => forge.token({ claims: { sub: `${String(forge.claims['sub'])}\u200b` } }),
  ],
  ['no session', (forge) => forge.token({ claims: { sid: undefined } })],
  ['a session of nobody', (forge) => forge.token({ claims: { sid: randomUUID() } })],
  ['no session version', (forge) => forge.token({ claims: { sv: undefined } })],
  ['a session version that is a text', (forge) => forge.token({ claims: { sv: '1' } })],
  ['an earlier session version', (forge) => forge.token({ claims: { sv: 0 } })],
  ['a session version with a fraction', (forge) => forge.token({ claims: { sv: 1.5 } })],
  ['no number of its own', (forge) => forge.token({ claims: { jti: undefined } })],
  ['roles', (forge) => forge.token({ claims: { roles: ['ADMIN'] } })],
  [
    'a subject that stands twice',
    (forge) =>
      forge.fromTexts(
        JSON.stringify(forge.header),
        JSON.stringify(forge.claims).replace('"sub"', `"sub":"${randomUUID()}","sub"`),
      ),
  ],
  ['claims that are a text', (forge) => forge.fromTexts(JSON.stringify(forge.header), '"sub"')],
  ['claims that are null', (forge) => forge.fromTexts(JSON.stringify(forge.header), 'null')],
  [
    'claims that are a list',
    (forge) => forge.fromTexts(JSON.stringify(forge.header), JSON.stringify([forge.claims])),
  ],
  // its spelling
  ['a cut signature', (forge) => forge.token().slice(0, -2)],
  [
    'the signature of another good token',
    (forge) => {
      const [, , other = ''] = forge.token({ claims: { jti: randomUUID() } }).split('.');
      return cut(forge).with(2, other).join('.');
    },
  ],
  [
    'its signature spelled another way',
    (forge) =>
      cut(forge)
        .with(2, respelled(cut(forge)[2]))
        .join('.'),
  ],
  ['a fourth part', (forge) => `${forge.token()}.e30`],
  ['two parts', (forge) => cut(forge).slice(0, 2).join('.')],
  [
    'claims changed after signing',
    (forge) =>
      cut(forge)
        .with(1, encode(JSON.stringify({ ...forge.claims, sub: randomUUID() })))
        .join('.'),
  ],
  ['padding', (forge) => `${forge.token()}==`],
  [
    'a signature of zeros',
    (forge) =>
      cut(forge)
        .with(2, encode(Buffer.alloc(64)))
        .join('.'),
  ],
  ['a very long header word', (forge) => forge.token({ header: { kid: 'x'.repeat(100_000) } })],
  ['a very long claim', (forge) => forge.token({ claims: { jti: 'x'.repeat(5_000) } })],
];
