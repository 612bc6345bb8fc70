import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import jwt from 'jsonwebtoken';
import { createPublicKey, type JsonWebKey } from 'node:crypto';
import {
  newSigningKeyPem,
  publicKeyFromPem,
  signAccessToken,
  signingKeyFromPem,
  takeKeys,
} from '../../server/identity';
import { keysFromPems } from '../../server/identity/keys/key-ring';
import { openKeys } from '../../server/open-keys';
import { readConfig } from '../../server/config';
import { claimOf, openApi, type Json, type TestApi } from '../support/api';
import { makeAccount } from '../support/factories';
import { createAccountOf, renewed, rolesOf, sessionOf } from '../support/sign-in';

let api: TestApi;
let adminId: string;

beforeAll(async () => {
  api = await openApi();
  adminId = (await makeAccount(api, { roles: ['ADMIN'] })).accountId;
});
afterAll(() => api.close());

const jwks = async (): Promise<Json[]> => {
  const response = await fetch(new URL('/.well-known/jwks.json', api.url));
  expect(response.headers.get('content-type')).toMatch(/^application\/jwk-set\+json/);
  return ((await response.json()) as Json).keys;
};

describe('exchanging the key of access tokens', () => {
  it('refuses no valid request while it goes on, and every token of the retired key afterwards', async () => {
    const old = api.signingKey;
    const next = signingKeyFromPem(newSigningKeyPem());
    await createAccountOf(api, adminId, 'rotation@example.org');
    let { refreshToken } = await sessionOf(api, 'rotation@example.org');
    const tokens = [signAccessToken(old, claimOf(adminId), 600)];
    const answers: unknown[] = [];
    let isOver = false;
    // Eight clients ask without a break, each with a token of the moment.
    const load = Array.from({ length: 8 }, async () => {
      while (!isOver) answers.push(await rolesOf(api, String(tokens.at(-1))));
    });
    const untilAnswered = async (more: number): Promise<void> => {
      const enough = answers.length + more;
      while (answers.length < enough) await rolesOf(api, String(tokens[0]));
    };

    await untilAnswered(100);
    api.keyRing.replace(old, [next]);
    await untilAnswered(100);
    api.keyRing.replace(next, [old]);
    const renewal = await renewed(api, refreshToken);
    refreshToken = renewal.refreshToken;
    expect(jwt.decode(renewal.accessToken, { complete: true })?.header.kid).toBe(next.id);
    tokens.push(signAccessToken(next, claimOf(adminId), 600));
    await untilAnswered(100);
    expect(await rolesOf(api, String(tokens[0]))).toEqual(['ADMIN']);
    api.keyRing.replace(next);
    const late = await rolesOf(api, String(tokens[0]));
    isOver = true;
    await Promise.all(load);

    expect(answers.length).toBeGreaterThan(300);
    expect(answers.filter((answer) => JSON.stringify(answer) !== '["ADMIN"]')).toEqual([]);
    // It was verified, and remembered, a moment ago.
    expect(late).toEqual(['UNAUTHENTICATED']);
    expect(await rolesOf(api, String(tokens[1]))).toEqual(['ADMIN']);
    // Nobody had to sign in again.
    expect(await rolesOf(api, (await renewed(api, refreshToken)).accessToken)).toEqual([]);
  });

  it('is seen by others in the published keys, which verify our tokens and hold nothing private', async () => {
    const [first, second] = [newSigningKeyPem(), newSigningKeyPem()].map((pem) => signingKeyFromPem(pem));
    if (!first || !second) throw new Error('no keys');
    api.keyRing.replace(first, [second]);
    const keys = await jwks();
    expect(keys.map(({ kid }) => kid).sort()).toEqual([first.id, second.id].sort());
    expect(keys.flatMap((key) => Object.keys(key)).filter((name) => name === 'd')).toEqual([]);
    const published = keys.find(({ kid }) => kid === first.id) as JsonWebKey;
    const token = signAccessToken(first, claimOf(adminId), 600);
    const verified = jwt.verify(token, createPublicKey({ key: published, format: 'jwk' }));
    expect(verified).toMatchObject({ sub: adminId, aud: 'vis-a-vis-api' });
    api.keyRing.replace(second);
    expect((await jwks()).map(({ kid }) => kid)).toEqual([second.id]);
  });
});

describe('keys in the configuration', () => {
  const one = newSigningKeyPem();
  const two = newSigningKeyPem();
  const publicPem = signingKeyFromPem(two).publicKey.export({ type: 'spki', format: 'pem' }).toString();

  it('are PEM blocks: the first signs, the others verify, be they public alone', () => {
    const { current, others } = keysFromPems(`${one}\n${publicPem}`);
    expect(current.id).toBe(signingKeyFromPem(one).id);
    expect(others.map(({ id }) => id)).toEqual([publicKeyFromPem(two).id]);
    expect(keysFromPems(one.replaceAll('\n', '\\n')).current.id).toBe(current.id);
    expect(() => keysFromPems(publicPem)).toThrow();
    expect(() => keysFromPems('')).toThrow();
  });

  it('may stand in a file that is followed', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'vis-a-vis-keys-'));
    const file = path.join(folder, 'keys.pem');
    await writeFile(file, one);
    const keys = await openKeys(
      readConfig({ ACCESS_TOKEN_KEYS_FILE: file, DATA_DIR: folder }),
      () => undefined,
    );
    try {
      expect(keys.keyRing.current().id).toBe(signingKeyFromPem(one).id);
      takeKeys(`${two}\n${one}`, keys.keyRing);
      expect(keys.keyRing.current().id).toBe(signingKeyFromPem(two).id);
      expect(keys.keyRing.jwks().keys).toHaveLength(2);
    } finally {
      keys.close();
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('must be there in production: nothing is invented', () => {
    const production = { NODE_ENV: 'production', DATABASE_URL: 'postgres://db/x' };
    const fine = { ...production, SECRETS_KEY: 'x', TRAIL_KEY: 't', EVIDENCE_STORE_FOLDER: '/srv' };
    expect(() => readConfig(production)).toThrow(
      'in production, set SECRETS_KEY and TRAIL_KEY and ACCESS_TOKEN_KEY and EVIDENCE_STORE_FOLDER',
    );
    expect(() => readConfig({ ...fine, ACCESS_TOKEN_KEY: 'y' })).not.toThrow();
    const bucket = { EVIDENCE_STORE_FOLDER: '', EVIDENCE_STORE_BUCKET: 'b', ACCESS_TOKEN_KEY: 'y' };
    expect(() => readConfig({ ...fine, ...bucket })).not.toThrow();
    expect(() => readConfig({ ...fine, ACCESS_TOKEN_KEYS_FILE: 'y', OIDC_ISSUERS: '[]' })).toThrow(
      'in production, set PUBLIC_URL',
    );
  });

  it.each([
    ['SECRETS_KEY', { SECRETS_KEY: 'too short' }],
    ['ACCESS_TOKEN_KEY', { ACCESS_TOKEN_KEY: 'no PEM' }],
    ['ACCESS_TOKEN_KEYS_FILE', { ACCESS_TOKEN_KEYS_FILE: '/nowhere/keys.pem' }],
  ])('that cannot be used are named: %s', async (setting, environment) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'vis-a-vis-keys-'));
    const opening = openKeys(readConfig({ DATA_DIR: folder, ...environment }), () => undefined);
    await expect(opening).rejects.toThrow(setting);
    await rm(folder, { recursive: true, force: true });
  });
});
