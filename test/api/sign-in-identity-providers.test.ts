import { countGuess, GUESSES } from '../../server/identity';
import { clientOf, openApi, type Json, type TestApi } from '../support/api';
import { connectTo } from '../support/data-source';
import {
  codesOf,
  errorsOf,
  issuerOf,
  link,
  openFederatedApi,
  RETURN_URL,
  startAt,
  type FederatedApi,
} from '../support/federated-api';
import { Browser, PUBLIC_URL, verifierAndChallenge } from '../support/identity-provider';
import { renewed, rolesOf } from '../support/sign-in';

let federated: FederatedApi;
let api: TestApi;
let adminId: string;

beforeAll(async () => {
  federated = await openFederatedApi();
  ({ api, adminId } = federated);
});
afterAll(() => federated.close());

const through: FederatedApi['through'] = (...args) => federated.through(...args);
const redeem: FederatedApi['redeem'] = (input) => federated.redeem(input);
const local: FederatedApi['local'] = () => federated.local();

describe('signing in through a provider', () => {
  it('opens the account that its owner linked, for the issuer and subject alone', async () => {
    const { client, email } = await local();
    const linked = await link(client, await through('sub-1;810000000001;x@y.example'));
    expect(linked).toMatchObject({
      accountIdentity: { issuer: federated.provider.issuer, rpps: '810000000001' },
      userErrors: [],
    });
    const { session, userErrors } = await redeem(await through('sub-1;810000000001;x@y.example'));
    expect(userErrors).toEqual([]);
    const { data } = await clientOf(api.url, session.accessToken).run(
      `{ viewer { roles account { email } identities(first: 5) { nodes { issuer } }
        sessions(first: 10) { nodes { method isSecondFactor isCurrent } } } }`,
    );
    expect(data.viewer).toMatchObject({
      // The provider says that he is an administrator; roles never come from there.
      roles: [],
      account: { email },
      identities: { nodes: [{ issuer: federated.provider.issuer }] },
    });
    expect(data.viewer.sessions.nodes.filter((node: Json) => node.isCurrent)).toEqual([
      { method: 'OIDC', isSecondFactor: true, isCurrent: true },
    ]);
    await renewed(api, session.refreshToken);
  });

  it('tells anybody which providers there are, in his language', async () => {
    const ask = async (language: string): Promise<Json> => {
      const headers = { 'accept-language': language };
      const response = await fetch(new URL('/sign-in/oidc', api.url), { headers });
      return ((await response.json()) as Json[])[0];
    };
    expect(await ask('fr')).toEqual({
      name: 'psc',
      label: 'Pro Santé Connect',
      startPath: '/sign-in/oidc/psc',
    });
    expect((await ask('en')).label).toBe('Pro Santé Connect (health professionals)');
  });

  it('brings the browser back to a client that is listed, the code behind #, and to no other', async () => {
    const { challenge } = verifierAndChallenge();
    const browser = new Browser(api.url);
    const start = `${startAt('psc', challenge)}&return_to=`;
    const back = await browser.get(
      await browser.signInAt(start + encodeURIComponent(RETURN_URL), 'sub-back'),
    );
    expect(back.status).toBe(303);
    expect(back.location).toMatch(/^https:\/\/client\.example\/signed-in#code=[\w-]{43}$/);
    for (const elsewhere of [
      'https://forger.example/',
      `${RETURN_URL}/..`,
      `${RETURN_URL}?x`,
      '//client.example',
    ])
      expect(errorsOf((await browser.get(start + encodeURIComponent(elsewhere))).text)).toEqual([
        'VALIDATION',
      ]);
  });

  it('binds the answer to the browser by a cookie that scripts cannot read', async () => {
    const { challenge } = verifierAndChallenge();
    const { headers, location } = await new Browser(api.url).get(startAt('psc', challenge));
    expect(headers.get('set-cookie')).toMatch(
      /^vav_sign_in=[\w-]{43}; Path=\/sign-in\/oidc; Max-Age=600; HttpOnly; SameSite=Lax$/,
    );
    const asked = Object.fromEntries(new URL(String(location)).searchParams);
    expect(asked).toMatchObject({
      response_type: 'code',
      scope: 'openid scope_all',
      code_challenge_method: 'S256',
      acr_values: 'eidas1',
      redirect_uri: `${PUBLIC_URL}/sign-in/oidc/callback`,
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
  });

  it.each(['', 'code_challenge=short', `code_challenge=${'x'.repeat(44)}`, 'code_challenge[]=x'])(
    'does not begin with "%s"',
    async (query) => {
      const { status, text } = await new Browser(api.url).get(`${PUBLIC_URL}/sign-in/oidc/psc?${query}`);
      expect([status, errorsOf(text)]).toEqual([400, ['VALIDATION']]);
    },
  );

  it('begins no more often from one address than a hospital needs', async () => {
    const parts = { dataSource: await connectTo(api), secretBox: api.secretBox, now: api.clock.now() };
    for (let time = 0; time < GUESSES.flow; time += 1)
      await countGuess(parts, { flow: '127.0.0.1' }).catch(() => undefined);
    await parts.dataSource.destroy();
    const { status, text } = await new Browser(api.url).get(startAt('psc', verifierAndChallenge().challenge));
    expect([status, errorsOf(text)]).toEqual([429, ['TOO_MANY_ATTEMPTS']]);
    await api.sql('delete from sign_in_attempt');
  });

  it('does not begin at a provider that is not configured', async () => {
    expect(
      (await new Browser(api.url).get(startAt('nowhere', verifierAndChallenge().challenge))).status,
    ).toBe(404);
  });
});

describe('a provider whose metadata', () => {
  it('stand at a place of their own is found there', async () => {
    const { client } = await local();
    await link(client, await through('sub-discovered', 'discovered'));
    expect(codesOf(await redeem(await through('sub-discovered')))).toEqual([]);
  });

  it('are those of another issuer is not spoken to', async () => {
    const { status, text } = await new Browser(api.url).get(
      startAt('foreign', verifierAndChallenge().challenge),
    );
    expect([status, errorsOf(text)]).toEqual([502, ['PROVIDER_UNAVAILABLE']]);
  });
});

describe('in production', () => {
  it('the cookie travels encrypted only', async () => {
    const metadata = {
      authorization_endpoint: 'https://wallet.example/auth',
      token_endpoint: 'https://auth.example/token',
      jwks_uri: 'https://auth.example/certs',
    };
    const production = await openApi({
      settings: {
        isProduction: true,
        publicUrl: PUBLIC_URL,
        oidcIssuers: [issuerOf('https://auth.example', { metadata })],
      },
    });
    const { challenge } = verifierAndChallenge();
    const { headers, location } = await new Browser(production.url).get(startAt('psc', challenge));
    await production.close();
    expect(headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Lax; Secure$/);
    // The browser goes to another host than the issuer's, as with Pro Santé Connect.
    expect(location).toMatch(/^https:\/\/wallet\.example\/auth\?/);
  });
});

describe('an identity that no account has', () => {
  it('opens nothing, and makes no account', async () => {
    const count = async () => (await api.sql<{ n: number }>('select count(*)::int as n from account'))[0]?.n;
    const before = await count();
    expect(await redeem(await through('unknown;;nobody@example.org'))).toEqual({
      session: null,
      userErrors: [{ code: 'IDENTITY_UNKNOWN', path: ['input', 'code'] }],
    });
    expect(await count()).toBe(before);
  });

  it('is not that of an account with the same e-mail, local or not', async () => {
    const { email } = await local();
    expect(codesOf(await redeem(await through(`sub-mail;;${email}`)))).toEqual(['IDENTITY_UNKNOWN']);
    expect(await api.sql(`select 1 from account_identity where subject like 'sub-mail%'`)).toEqual([]);
  });

  it('is not that of the same subject at another issuer', async () => {
    const { client } = await local();
    await link(client, await through('sub-issuer'));
    await api.sql(
      `update account_identity set issuer = 'https://other.example' where subject = 'sub-issuer'`,
    );
    expect(codesOf(await redeem(await through('sub-issuer')))).toEqual(['IDENTITY_UNKNOWN']);
  });

  it('is not that of an account that was closed', async () => {
    const { client, id } = await local();
    await link(client, await through('sub-closed'));
    const { session } = await redeem(await through('sub-closed'));
    await api.as(adminId).act('accountDisable', { accountId: id, expectedVersion: 1 });
    expect(await rolesOf(api, session.accessToken)).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await redeem(await through('sub-closed')))).toEqual(['IDENTITY_UNKNOWN']);
  });
});

describe('the code that the browser brings', () => {
  it('is good once, for the client that began, and for five minutes', async () => {
    const { client } = await local();
    await link(client, await through('sub-code'));
    const flow = await through('sub-code');
    const thief = { code: flow.code, codeVerifier: verifierAndChallenge().codeVerifier };
    expect(codesOf(await redeem(thief))).toEqual(['SIGN_IN_CODE_REFUSED']);
    expect(codesOf(await redeem(flow))).toEqual([]);
    expect(codesOf(await redeem(flow))).toEqual(['SIGN_IN_CODE_REFUSED']);

    const parallel = await through('sub-code');
    const answers = await Promise.all(Array.from({ length: 8 }, () => redeem(parallel)));
    expect(answers.filter(({ session }) => session !== null)).toHaveLength(1);

    const late = await through('sub-code');
    api.clock.advance({ minutes: 5 });
    expect(codesOf(await redeem(late))).toEqual(['SIGN_IN_CODE_REFUSED']);
  });
});
