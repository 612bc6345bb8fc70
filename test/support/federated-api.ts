import type { OidcIssuer } from '../../server/identity';
import { clientOf, openApi, type ApiClient, type Json, type TestApi } from './api';
import { makeAccount } from './factories';
import {
  Browser,
  CLIENT_SECRET,
  openTokenRelay,
  PUBLIC_URL,
  startProvider,
  verifierAndChallenge,
  type RunningProvider,
  type TokenRelay,
} from './identity-provider';
import { createAccountOf, PASSWORD, sessionOf } from './sign-in';

/** A client that browsers may be sent back to. */
export const RETURN_URL = 'https://client.example/signed-in';

/** What is asked of a link that is made. */
const LINKED = 'accountIdentity { id issuer rpps }';

const SIGN_IN_WITH_CODE = `mutation ($input: SignInWithCodeInput!) { signInWithCode(input: $input) {
  session { accessToken refreshToken } userErrors { code path } } }`;

/** What a client redeems. */
export type Flow = { code: string; codeVerifier: string };

/** An API with a real provider, reached in several ways. */
export interface FederatedApi {
  api: TestApi;
  adminId: string;
  provider: RunningProvider;
  relay: TokenRelay;
  /** Goes through a provider as a browser. @param issuer name in the configuration */
  through(login: string, issuer?: string): Promise<Flow>;
  /** Signs in with what the browser brought: the payload. */
  redeem(input: object): Promise<Json>;
  /** Somebody new with a local account, signed in. */
  local(): Promise<{ id: string; uuid: string; email: string; client: ApiClient }>;
  close(): Promise<void>;
}

/** Links what the browser brought to the account of a client, who has the password of tests and no second factor. */
export const link = (client: ApiClient, flow: Flow): Promise<Json> =>
  client.act('identityLink', { ...flow, password: PASSWORD }, LINKED);

/** An entry of the configuration for a provider. */
export function issuerOf(issuer: string, more: Partial<OidcIssuer> = {}): OidcIssuer {
  return {
    name: 'psc',
    label: { fr: 'Pro Santé Connect', en: 'Pro Santé Connect (health professionals)' },
    issuer,
    clientId: 'vis-a-vis',
    clientSecret: CLIENT_SECRET,
    tokenAuthentication: 'basic',
    algorithms: ['RS256'],
    scope: 'openid scope_all',
    acrValues: 'eidas1',
    secondFactorAcr: ['eidas1'],
    claims: { rpps: 'SubjectNameID' },
    ...more,
  };
}

/** Where a browser begins. */
export function startAt(issuer: string, challenge: string): string {
  return `${PUBLIC_URL}/sign-in/oidc/${issuer}?code_challenge=${challenge}`;
}

/** Codes of the errors in an answer of the routes. */
export function errorsOf(text: string): string[] {
  return JSON.parse(text).errors.map((error: Json) => error.extensions.code);
}

/** Codes of the userErrors of a payload. */
export function codesOf(payload: Json): string[] {
  return payload.userErrors.map(({ code }: Json) => code);
}

/** Starts a provider and an API that knows it, also behind a relay, and in ways that must not work. */
export async function openFederatedApi(): Promise<FederatedApi> {
  const provider = await startProvider();
  const relay = await openTokenRelay(provider);
  const { issuer } = provider;
  const metadata = {
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: relay.url,
    jwks_uri: `${issuer}/jwks`,
  };
  const gone = 'http://127.0.0.1:9';
  const discovery = `${issuer}/.well-known/openid-configuration`;
  const api = await openApi({
    settings: {
      publicUrl: PUBLIC_URL,
      returnUrls: [RETURN_URL],
      oidcIssuers: [
        issuerOf(issuer),
        issuerOf(issuer, { name: 'relayed', metadata }),
        issuerOf(issuer, { name: 'broken', metadata: { ...metadata, token_endpoint: `${gone}/token` } }),
        issuerOf(gone, { name: 'absent' }),
        issuerOf(issuer, { name: 'discovered', discovery }),
        issuerOf('https://auth.example', { name: 'foreign', discovery }),
        issuerOf(issuer, { name: 'audience', audience: 'somebody-else' }),
      ],
    },
  });
  const { accountId: adminId } = await makeAccount(api, { roles: ['ADMIN'] });
  let people = 0;
  return {
    api,
    adminId,
    provider,
    relay,
    async through(login, name = 'psc') {
      const { codeVerifier, challenge } = verifierAndChallenge();
      const browser = new Browser(api.url);
      const back = await browser.get(await browser.signInAt(startAt(name, challenge), login));
      return { code: String(JSON.parse(back.text).code), codeVerifier };
    },
    redeem: async (input) => (await api.as(null).run(SIGN_IN_WITH_CODE, { input })).data.signInWithCode,
    async local() {
      people += 1;
      const email = `local${people}@example.org`;
      const account = await createAccountOf(api, adminId, email);
      const { accessToken } = await sessionOf(api, email);
      return { ...account, email, client: clientOf(api.url, accessToken) };
    },
    async close() {
      await api.close();
      await relay.close();
      provider.stop();
    },
  };
}
