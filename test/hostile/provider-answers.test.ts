import type { Json, TestApi } from '../support/api';
import {
  codesOf,
  errorsOf,
  link,
  openFederatedApi,
  startAt,
  type FederatedApi,
} from '../support/federated-api';
import {
  Browser,
  foreignKey,
  PUBLIC_URL,
  verifierAndChallenge,
  type RunningProvider,
  type Tampering,
  type TokenRelay,
} from '../support/identity-provider';

let federated: FederatedApi;
let api: TestApi;
let provider: RunningProvider;
let relay: TokenRelay;

beforeAll(async () => {
  federated = await openFederatedApi();
  ({ api, provider, relay } = federated);
});
beforeEach(() => {
  relay.tampering = null;
});
afterAll(() => federated.close());

const through: FederatedApi['through'] = (...args) => federated.through(...args);
const redeem: FederatedApi['redeem'] = (input) => federated.redeem(input);
const local: FederatedApi['local'] = () => federated.local();

const without = (name: string, claims: Json): Json =>
  Object.fromEntries(Object.entries(claims as object).filter(([claim]) => claim !== name));

describe('an answer that is not one to our question', () => {
  const finish = async (
    change: (callback: URL, browser: Browser) => string | Promise<string>,
    issuer = 'psc',
    hop?: (url: URL) => void,
  ): Promise<[number, string[]]> => {
    const browser = new Browser(api.url);
    const { challenge } = verifierAndChallenge();
    const callback = await browser.signInAt(startAt(issuer, challenge), 'sub-hostile', hop);
    const { status, text } = await browser.get(await change(new URL(callback), browser));
    return [status, errorsOf(text)];
  };
  const STATE_REFUSED = [400, ['SIGN_IN_CODE_REFUSED']];
  const ANSWER_REFUSED = [400, ['PROVIDER_ANSWER_REFUSED']];

  const changing = (name: string, value: string | null) => (callback: URL) => {
    if (value === null) callback.searchParams.delete(name);
    else callback.searchParams.set(name, value);
    return callback.href;
  };

  it.each<[string, (callback: URL, browser: Browser) => string | Promise<string>, unknown]>([
    ['another state', changing('state', 'x'.repeat(43)), STATE_REFUSED],
    ['no state', changing('state', null), STATE_REFUSED],
    ['another code', changing('code', 'x'.repeat(43)), ANSWER_REFUSED],
    ['no code', changing('code', null), ANSWER_REFUSED],
    ['another issuer', changing('iss', 'https://forger.example'), ANSWER_REFUSED],
    [
      'an error of the provider',
      (callback) =>
        `${PUBLIC_URL}/sign-in/oidc/callback?error=access_denied&state=${callback.searchParams.get('state')}&iss=${encodeURIComponent(provider.issuer)}`,
      ANSWER_REFUSED,
    ],
    [
      'the state of another flow of the same browser',
      async (callback, browser) => {
        const other = await browser.signInAt(startAt('psc', verifierAndChallenge().challenge), 'sub-other');
        callback.searchParams.set('state', String(new URL(other).searchParams.get('state')));
        return callback.href;
      },
      ANSWER_REFUSED,
    ],
    [
      'itself once more',
      async (callback, browser) => {
        expect((await browser.get(callback.href)).status).toBe(200);
        return callback.href;
      },
      STATE_REFUSED,
    ],
  ])('with %s is refused', async (_name, change, expected) => {
    expect(await finish(change)).toEqual(expected);
  });

  it('in another browser than the one that began is refused', async () => {
    const { challenge } = verifierAndChallenge();
    const callback = await new Browser(api.url).signInAt(startAt('psc', challenge), 'sub-browser');
    const stranger = new Browser(api.url);
    expect(errorsOf((await stranger.get(callback)).text)).toEqual(['SIGN_IN_CODE_REFUSED']);
    await stranger.get(startAt('psc', challenge));
    expect(errorsOf((await stranger.get(callback)).text)).toEqual(['SIGN_IN_CODE_REFUSED']);
  });

  it('after ten minutes is refused', async () => {
    const late = (callback: URL): string => {
      api.clock.advance({ minutes: 10 });
      return callback.href;
    };
    expect(await finish(late)).toEqual(STATE_REFUSED);
  });

  it('of a provider that was asked with another nonce, or another PKCE challenge, is refused', async () => {
    const asking = (name: string) => (url: URL) => {
      if (url.pathname === '/auth') url.searchParams.set(name, 'x'.repeat(43));
    };
    const same = (callback: URL): string => callback.href;
    expect(await finish(same, 'psc', asking('nonce'))).toEqual(ANSWER_REFUSED);
    expect(await finish(same, 'psc', asking('code_challenge'))).toEqual(ANSWER_REFUSED);
  });

  it('for another audience than the configuration asks for is refused', async () => {
    expect(await finish((callback) => callback.href, 'audience')).toEqual(ANSWER_REFUSED);
  });

  const seconds = (): number => Math.floor(Date.now() / 1000);
  it.each<[string, () => Tampering]>([
    ['signed with another key under the provider’s name', () => ({ key: foreignKey() })],
    ['signed with a key that the provider does not publish', () => ({ key: foreignKey(), kid: 'unknown' })],
    ['for another client', () => ({ claims: (claims) => ({ ...claims, aud: 'another-client' }) })],
    [
      'for us and another client, issued to that one',
      () => ({ claims: (claims) => ({ ...claims, aud: ['vis-a-vis', 'another'], azp: 'another' }) }),
    ],
    ['of another issuer', () => ({ claims: (claims) => ({ ...claims, iss: 'https://forger.example' }) })],
    ['with another nonce', () => ({ claims: (claims) => ({ ...claims, nonce: 'x' }) })],
    ['without a nonce', () => ({ claims: (claims) => without('nonce', claims) })],
    [
      'that has ended',
      () => ({ claims: (claims) => ({ ...claims, iat: seconds() - 7200, exp: seconds() - 3600 }) }),
    ],
    ['without a subject', () => ({ claims: (claims) => without('sub', claims) })],
    ['with an algorithm that is not allowed', () => ({ algorithm: 'PS256' })],
  ])('with an id_token %s is refused', async (_name, tampering) => {
    relay.tampering = tampering();
    expect(await finish((callback) => callback.href, 'relayed')).toEqual(ANSWER_REFUSED);
  });

  it('through the same relay, unchanged or signed again, is taken', async () => {
    const { client } = await local();
    await link(client, await through('sub-relay'));
    for (const tampering of [null, {}, { claims: (claims: Json) => claims }]) {
      relay.tampering = tampering;
      expect(codesOf(await redeem(await through('sub-relay', 'relayed')))).toEqual([]);
    }
  });

  it('of a provider that is down says so, before and after', async () => {
    const { challenge } = verifierAndChallenge();
    const absent = await new Browser(api.url).get(startAt('absent', challenge));
    expect([absent.status, errorsOf(absent.text)]).toEqual([502, ['PROVIDER_UNAVAILABLE']]);
    expect(await finish((callback) => callback.href, 'broken')).toEqual([502, ['PROVIDER_UNAVAILABLE']]);
    relay.tampering = { status: 503 };
    expect(await finish((callback) => callback.href, 'relayed')).toEqual([502, ['PROVIDER_UNAVAILABLE']]);
  });
});
