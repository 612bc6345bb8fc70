import { createSign, generateKeyPairSync } from 'node:crypto';
import { openApi, type TestApi } from '../support/api';
import { makeAccount } from '../support/factories';
import { createAccountOf, rolesOf, sessionOf } from '../support/sign-in';
import { FORGED_TOKENS, forgeFor, type Forge } from './forged-tokens';

let api: TestApi;
let coordinatorId: string;
let forge: Forge;

beforeAll(async () => {
  api = await openApi();
  coordinatorId = (await makeAccount(api, { roles: ['COORDINATOR'] })).accountId;
});
beforeEach(() => {
  forge = forgeFor(api.signingKey, coordinatorId);
});
afterAll(() => api.close());

describe('a token from the forge', () => {
  it('is good when nothing about it is forged', async () => {
    expect(await rolesOf(api, forge.token())).toEqual(['COORDINATOR']);
  });

  it('comes in more than forty kinds', () => {
    expect(FORGED_TOKENS.length).toBeGreaterThanOrEqual(40);
    expect(new Set(FORGED_TOKENS.map(([name]) => name)).size).toBe(FORGED_TOKENS.length);
  });

  it.each(FORGED_TOKENS)('with %s is none, before and after the good one was seen', async (_name, forged) => {
    const token = forged(forge);
    expect(token).not.toBe(forge.token());
    const ask = async (): Promise<unknown> => {
      // A header that cannot be sent at all is as good as refused; but the forgery must be the reason, not the client.
      expect(token).toMatch(/^[\x21-\x7e]*$/);
      const response = await fetch(api.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query: '{ viewer { roles } }' }),
      });
      if (response.status === 431) return ['UNAUTHENTICATED'];
      const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
      return errors?.map(({ extensions }) => extensions.code);
    };
    expect(await ask()).toEqual(['UNAUTHENTICATED']);
    expect(await rolesOf(api, forge.token())).toEqual(['COORDINATOR']);
    expect(await ask()).toEqual(['UNAUTHENTICATED']);
  });

  it('of another use is none: refresh token, id_token, client secret', async () => {
    await createAccountOf(api, (await makeAccount(api, { roles: ['ADMIN'] })).accountId, 'use@example.org');
    const { refreshToken } = await sessionOf(api, 'use@example.org');
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const input = `${part({ alg: 'RS256', kid: 'provider' })}.${part({ ...forge.claims, aud: 'client', iss: 'https://auth.example' })}`;
    const idToken = `${input}.${createSign('sha256').update(input).sign(privateKey, 'base64url')}`;
    for (const token of [refreshToken, idToken, `vav_${refreshToken}`])
      expect(await rolesOf(api, token)).toEqual(['UNAUTHENTICATED']);
  });

  it.each([
    ['thirty seconds late', -25, true],
    ['two minutes late', -120, false],
  ])('of a clock %s', async (_name, ahead, isTaken) => {
    const end = Math.floor(Date.now() / 1000) + ahead;
    const token = forge.token({ claims: { iat: end - 300, exp: end } });
    expect(await rolesOf(api, token)).toEqual(isTaken ? ['COORDINATOR'] : ['UNAUTHENTICATED']);
  });

  it.each([
    ['a little ahead', 25, true],
    ['two minutes ahead', 120, false],
  ])('of a clock %s', async (_name, ahead, isTaken) => {
    const start = Math.floor(Date.now() / 1000) + ahead;
    const token = forge.token({ claims: { iat: start, exp: start + 300 } });
    expect(await rolesOf(api, token)).toEqual(isTaken ? ['COORDINATOR'] : ['UNAUTHENTICATED']);
  });
});
