import type * as OpenId from 'openid-client' with { 'resolution-mode': 'import' };
import type { OidcIssuer } from './oidc-issuer';

const TIMEOUT_SECONDS = 10;
/** Metadata that is older is read again; without it nobody signs in. */
const METADATA_KEPT_MS = 24 * 3_600_000;

/** What an identity provider attests of somebody. */
export interface AttestedIdentity {
  issuer: string;
  subject: string;
  rpps: string | null;
  isSecondFactor: boolean;
}

/** What only this platform knows of one way through a provider. */
export interface FlowSecrets {
  state: string;
  nonce: string;
  codeVerifier: string;
}

/** The provider did not answer, or not as it must; nothing about whoever came. */
export class ProviderUnavailable extends Error {}

/** The provider's answer is not one to our question. */
export class AnswerRefused extends Error {}

/** One identity provider, spoken to in the code flow (OpenID Connect Core §3.1) with PKCE, state and nonce. */
export interface OidcProvider {
  config: OidcIssuer;
  /** Where to send the browser. @throws ProviderUnavailable */
  authorizationUrl(redirectUri: string, secrets: FlowSecrets): Promise<URL>;
  /**
   * Who came back: exchanges the code, and takes the id_token only with a signature of the provider's, for us, and with
   * our nonce.
   * @param answer the address that the browser came back to, query included
   * @throws ProviderUnavailable, AnswerRefused
   */
  identityFrom(answer: URL, secrets: FlowSecrets): Promise<AttestedIdentity>;
}

/** A provider as configured; its metadata is read when it is first needed. @param allowsHttp for tests on this host */
export function oidcProvider(config: OidcIssuer, allowsHttp: boolean): OidcProvider {
  let known: { client: OpenId.Configuration; at: number } | null = null;

  async function client(openid: typeof OpenId): Promise<OpenId.Configuration> {
    if (known && Date.now() - known.at < METADATA_KEPT_MS) return known.client;
    try {
      known = { client: await configured(openid, config, allowsHttp), at: Date.now() };
      return known.client;
    } catch (error) {
      throw new ProviderUnavailable(`${config.name}: no metadata`, { cause: error });
    }
  }

  return {
    config,
    async authorizationUrl(redirectUri, { state, nonce, codeVerifier }) {
      const openid = await import('openid-client');
      return openid.buildAuthorizationUrl(await client(openid), {
        redirect_uri: redirectUri,
        scope: config.scope,
        state,
        nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
        ...(config.acrValues ? { acr_values: config.acrValues } : {}),
      });
    },
    async identityFrom(answer, { state, nonce, codeVerifier }) {
      const openid = await import('openid-client');
      const known = await client(openid);
      try {
        const tokens = await openid.authorizationCodeGrant(known, answer, {
          pkceCodeVerifier: codeVerifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        });
        return attested(config, tokens.claims());
      } catch (error) {
        throw isUnreachable(error)
          ? new ProviderUnavailable(`${config.name}: no answer`, { cause: error })
          : new AnswerRefused(`${config.name}: the answer is refused`, { cause: error });
      }
    },
  };
}

async function configured(
  openid: typeof OpenId,
  config: OidcIssuer,
  allowsHttp: boolean,
): Promise<OpenId.Configuration> {
  const { clientId, clientSecret, algorithms } = config;
  const authentication =
    config.tokenAuthentication === 'basic'
      ? openid.ClientSecretBasic(clientSecret)
      : openid.ClientSecretPost(clientSecret);
  const found = config.metadata ?? (await discovered(openid, config, allowsHttp));
  const offered = found['id_token_signing_alg_values_supported'];
  const made = new openid.Configuration(
    {
      ...found,
      issuer: config.issuer,
      // Whatever the provider offers, only these are taken.
      id_token_signing_alg_values_supported: Array.isArray(offered)
        ? algorithms.filter((algorithm) => offered.includes(algorithm))
        : algorithms,
    },
    clientId,
    { client_secret: clientSecret },
    authentication,
  );
  made.timeout = TIMEOUT_SECONDS;
  // By itself the library trusts the transport; here the id_token must be signed with a key of the provider's JWKS, which
  // is read again for an unknown key, at most once a minute.
  openid.enableNonRepudiationChecks(made);
  if (allowsHttp) openid.allowInsecureRequests(made);
  return made;
}

async function discovered(
  openid: typeof OpenId,
  { issuer, discovery, clientId }: OidcIssuer,
  allowsHttp: boolean,
): Promise<Record<string, unknown>> {
  const found = await openid.discovery(new URL(discovery ?? issuer), clientId, undefined, openid.None(), {
    timeout: TIMEOUT_SECONDS,
    ...(allowsHttp ? { execute: [openid.allowInsecureRequests] } : {}),
  });
  const metadata = found.serverMetadata();
  if (metadata.issuer !== issuer) throw new Error('the metadata is of another issuer');
  return { ...metadata };
}

/** Reads only the claims that the configuration names: no role, and no e-mail, ever comes from one. */
function attested(config: OidcIssuer, claims: OpenId.IDToken | undefined): AttestedIdentity {
  if (!claims?.sub) throw new Error('no id_token');
  const audiences = [claims.aud].flat();
  if (config.audience && !audiences.includes(config.audience)) throw new Error('another audience');
  const rpps = config.claims.rpps ? claims[config.claims.rpps] : null;
  return {
    issuer: config.issuer,
    subject: claims.sub,
    rpps: typeof rpps === 'string' ? rpps : null,
    isSecondFactor: typeof claims['acr'] === 'string' && config.secondFactorAcr.includes(claims['acr']),
  };
}

/**
 * Whether the network, or the provider itself, failed, at whatever depth the library tells it: an answer that was refused
 * is another matter.
 */
function isUnreachable(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { name, code, message, status, cause } = error as Record<string, unknown>;
  return (
    code === 'OAUTH_TIMEOUT' ||
    name === 'TimeoutError' ||
    message === 'fetch failed' ||
    (typeof status === 'number' && status >= 500) ||
    isUnreachable(cause)
  );
}
