import { createHmac, randomUUID } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { newSigningKeyPem, signAccessToken, signingKeyFromPem } from '../../server/identity';
import { claimOf, clientOf, openApi, type Json, type TestApi } from '../support/api';
import { makeAccount } from '../support/factories';
import { createAccountOf, PASSWORD, rolesOf, signIn } from '../support/sign-in';

let api: TestApi;
let adminId: string;
let coordinatorId: string;

beforeAll(async () => {
  api = await openApi();
  adminId = (await makeAccount(api, { roles: ['ADMIN'] })).accountId;
  coordinatorId = (await makeAccount(api, { roles: ['COORDINATOR'] })).accountId;
});

afterAll(() => api.close());

describe('signing in', () => {
  it('gives a token with which the caller is somebody', async () => {
    await createAccountOf(api, adminId, 'Camille.Durand@example.org');
    const { data, status } = await signIn(api, ' camille.durand@EXAMPLE.org', PASSWORD);
    expect(status).toBe(200);
    const { session, ...rest } = data['signIn'] as Record<string, Json>;
    expect(rest).toEqual({ replayed: false, userErrors: [] });
    expect(String(session!['expiresAt'])).toMatch(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/);
    const viewer = await clientOf(api.url, String(session!['accessToken'])).run(
      '{ viewer { roles account { email } person { familyName email } services { role } } }',
    );
    expect(viewer.data).toEqual({
      viewer: {
        roles: [],
        account: { email: 'Camille.Durand@example.org' },
        person: { familyName: 'Durand', email: 'Camille.Durand@example.org' },
        services: [],
      },
    });
  });

  it('fails with the same body for a wrong password, an unknown address and a closed account', async () => {
    await createAccountOf(api, adminId, 'wrong@example.org');
    const closed = await createAccountOf(api, adminId, 'closed@example.org');
    await api.sql('update account set disabled_at = now() where id = $1', [closed.uuid]);
    const withoutPassword = await makeAccount(api);
    await api.sql(`update account set email = 'oidc@example.org', kind = 'OIDC' where id = $1`, [
      withoutPassword.accountId,
    ]);

    const answers = await Promise.all([
      signIn(api, 'wrong@example.org', `${PASSWORD}.`),
      signIn(api, 'nobody@example.org'),
      signIn(api, 'closed@example.org'),
      signIn(api, 'oidc@example.org', 'no account has this password'),
      signIn(api, '\u0000', ''),
      signIn(api, `wrong@example.org' or '1'='1`, 'x'.repeat(10_000)),
    ]);

    for (const answer of answers) {
      expect(answer).toEqual({
        status: 200,
        data: {
          signIn: {
            session: null,
            replayed: false,
            userErrors: [
              {
                __typename: 'InputError',
                code: 'SIGN_IN_FAILED',
                message: 'Unknown address or password, or closed account.',
                path: ['input'],
              },
            ],
          },
        },
        extensions: { cost: { requested: 200, limit: 50_000 } },
      });
    }
  });

  it('is what an anonymous caller may do, with reading the version; nothing else', async () => {
    const version = await api.as(null).run('{ apiVersion }');
    expect(version.data['apiVersion']).toMatch(/^\d+\.\d+\.\d+$/);
    expect(await rolesOf(api, null)).toEqual(['UNAUTHENTICATED']);
    const { errors } = await api
      .as(null)
      .run(
        `mutation { passwordChange(input: { idempotencyKey: "${randomUUID()}", currentPassword: "a", newPassword: "b" }) { replayed } }`,
      );
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['UNAUTHENTICATED']);
  });
});

describe('an access token', () => {
  const claim = () => claimOf(coordinatorId);
  const base = {
    issuer: 'vis-a-vis',
    audience: 'vis-a-vis-api',
    jwtid: randomUUID(),
    expiresIn: 600,
  } as const;
  const sign = (options: jwt.SignOptions, payload: object = { sv: 1 }) =>
    jwt.sign({ sid: coordinatorId, ...payload }, api.signingKey.privateKey, {
      ...base,
      algorithm: 'ES256',
      keyid: api.signingKey.id,
      header: { alg: 'ES256', typ: 'at+jwt' },
      subject: coordinatorId,
      ...options,
    });

  it('of ours is taken', async () => {
    expect(await rolesOf(api, sign({}))).toEqual(['COORDINATOR']);
    expect(await rolesOf(api, signAccessToken(api.signingKey, claim(), 600))).toEqual(['COORDINATOR']);
  });

  it.each<[string, () => string]>([
    ['expired', () => signAccessToken(api.signingKey, claim(), -60)],
    [
      'older than a session lasts, whatever its exp says',
      () => sign({ expiresIn: '1y' }, { sv: 1, iat: Math.floor(Date.now() / 1000) - 3600 }),
    ],
    ['of another key', () => signAccessToken(signingKeyFromPem(newSigningKeyPem()), claim(), 600)],
    [
      'of another key under the name of ours',
      () =>
        signAccessToken({ ...signingKeyFromPem(newSigningKeyPem()), id: api.signingKey.id }, claim(), 600),
    ],
    ['of another audience', () => sign({ audience: 'elsewhere' })],
    ['of another issuer', () => sign({ issuer: 'elsewhere' })],
    ['of another type', () => sign({ header: { alg: 'ES256', typ: 'JWT' } })],
    ['of an unknown account', () => sign({ subject: randomUUID() })],
    ['without a session version', () => sign({}, {})],
    ['of an ended session', () => sign({}, { sv: 0 })],
    [
      'changed after it was signed',
      () => {
        const [header, , signature] = sign({}).split('.');
        const payload = Buffer.from(
          JSON.stringify({
            sv: 1,
            iss: base.issuer,
            aud: base.audience,
            sub: adminId,
            jti: 'x',
            iat: 1,
            exp: 4e9,
          }),
        ).toString('base64url');
        return [header, payload, signature].join('.');
      },
    ],
    [
      'without a signature',
      () => {
        const [, payload] = sign({}).split('.');
        const header = Buffer.from(
          JSON.stringify({ alg: 'none', typ: 'at+jwt', kid: api.signingKey.id }),
        ).toString('base64url');
        return `${header}.${payload}.`;
      },
    ],
    [
      'signed with the public key as a secret',
      () => {
        const pem = api.signingKey.publicKey.export({ type: 'spki', format: 'pem' }).toString();
        const [, payload] = sign({}).split('.');
        const header = Buffer.from(
          JSON.stringify({ alg: 'HS256', typ: 'at+jwt', kid: api.signingKey.id }),
        ).toString('base64url');
        return `${header}.${payload}.${createHmac('sha256', pem).update(`${header}.${payload}`).digest('base64url')}`;
      },
    ],
    ['that is no token', () => 'not.a.token'],
  ])('%s is none', async (_fault, token) => {
    expect(await rolesOf(api, token())).toEqual(['UNAUTHENTICATED']);
  });
});
