// A real identity provider on this host, in a process of its own: whoever is named by `login_hint` signs in at once.
// Prints { issuer, key } as one line of JSON; key is its private signing key, for tests that forge with it. Ends with its
// standard input.
//
//   node test/support/oidc-provider.mjs <redirect URI> <client secret>
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import http from 'node:http';
import { Provider } from 'oidc-provider';

const [redirectUri, clientSecret] = process.argv.slice(2);
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const key = { ...privateKey.export({ format: 'jwk' }), kid: 'provider-key', alg: 'RS256', use: 'sig' };

const server = http.createServer();
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const issuer = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'vis-a-vis',
      client_secret: clientSecret,
      redirect_uris: [redirectUri],
      token_endpoint_auth_method: 'client_secret_basic',
    },
  ],
  jwks: { keys: [key] },
  cookies: { keys: [randomBytes(16).toString('hex')] },
  scopes: ['openid', 'scope_all'],
  acrValues: ['eidas1'],
  claims: { openid: ['sub'], scope_all: ['SubjectNameID', 'email', 'roles'] },
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
  // Subjects are written "subject;RPPS;e-mail".
  findAccount: (_context, id) => {
    const [, rpps, email] = id.split(';');
    return {
      accountId: id,
      claims: () => ({ sub: id, ...(rpps ? { SubjectNameID: rpps } : {}), email, roles: ['ADMIN'] }),
    };
  },
});

/** Signs in whom the request names, and consents to everything. */
async function interact(request, response) {
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  if (prompt.name === 'login') {
    const login = { accountId: params.login_hint, ...(params.acr_values ? { acr: params.acr_values } : {}) };
    return provider.interactionFinished(request, response, { login });
  }
  const grant = new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  const grantId = await grant.save();
  return provider.interactionFinished(
    request,
    response,
    { consent: { grantId } },
    { mergeWithLastSubmission: true },
  );
}

const answer = provider.callback();
server.on('request', (request, response) => {
  if (!request.url.startsWith('/interaction/')) return answer(request, response);
  interact(request, response).catch((error) => response.writeHead(500).end(String(error)));
});

console.log(JSON.stringify({ issuer, key }));
process.stdin.resume().on('end', () => process.exit(0));
