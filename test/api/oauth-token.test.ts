import { openApi, type ApiClient, type TestApi } from '../support/api';
import { askToken, makeProgram } from '../support/client-programs';
import { makeAccount } from '../support/factories';

type Asked = Parameters<typeof askToken> extends [TestApi, ...infer Rest] ? Rest : never;

let api: TestApi;
let admin: ApiClient;

beforeAll(async () => {
  api = await openApi();
  admin = api.as((await makeAccount(api, { roles: ['ADMIN'] })).accountId);
});
afterAll(() => api.close());

describe('the token endpoint', () => {
  it('answers as RFC 6749 has it', async () => {
    const { status, headers, body } = await askToken(api, await makeProgram(admin));
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^application\/json/);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body).toEqual({
      access_token: expect.any(String),
      token_type: 'Bearer',
      expires_in: 600,
      scope: 'audits:read registry:read',
    });
  });

  it('refuses as RFC 6749 has it', async () => {
    const program = await makeProgram(admin);
    const other = await makeProgram(admin);
    const outcome = async (...args: Asked) => {
      const { status, headers, body } = await askToken(api, ...args);
      return [status, body, headers.get('www-authenticate') !== null];
    };
    const invalidClient = [401, { error: 'invalid_client' }, true];
    expect(await outcome({ ...program, clientSecret: 'wrong' })).toEqual(invalidClient);
    expect(await outcome({ ...program, clientSecret: other.clientSecret })).toEqual(invalidClient);
    expect(await outcome({ ...program, clientId: 'nobody' })).toEqual(invalidClient);
    expect(await outcome(program, {}, { headers: {} })).toEqual(invalidClient);
    expect(await outcome(program, {}, { headers: { authorization: 'Bearer x' } })).toEqual(invalidClient);
    expect(await outcome(program, { scope: 'services:import' })).toEqual([
      400,
      { error: 'invalid_scope' },
      false,
    ]);
    expect(await outcome(program, { scope: 'everything' })).toEqual([400, { error: 'invalid_scope' }, false]);
    expect(await outcome(program, { grant_type: 'password' })).toEqual([
      400,
      { error: 'unsupported_grant_type' },
      false,
    ]);
    const basic = Buffer.from(`${program.clientId}:${program.clientSecret}`).toString('base64');
    const form = { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' };
    const invalid = [400, { error: 'invalid_request' }, false];
    expect(await outcome(program, 'scope=audits:read', { headers: form })).toEqual(invalid);
    expect(
      await outcome(program, 'grant_type=client_credentials&grant_type=client_credentials', {
        headers: form,
      }),
    ).toEqual(invalid);
    expect(
      await outcome(program, '{"grant_type":"client_credentials"}', {
        headers: { ...form, 'content-type': 'application/json' },
      }),
    ).toEqual(invalid);
    expect(await outcome(program, `x=${'y'.repeat(20_000)}`, { headers: form })).toEqual(invalid);
  });

  it('takes forms; the API takes none', async () => {
    const response = await fetch(api.url, {
      method: 'POST',
      body: new URLSearchParams({ query: '{ __typename }' }),
    });
    expect(response.status).toBe(415);
  });
});
