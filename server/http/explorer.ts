import type { FastifyInstance } from 'fastify';
import { ruruHTML } from 'ruru/server';
import { getStaticFile } from 'ruru/static';
import { GRAPHQL_PATH } from './graphql-route';

/** Where the explorer page answers. */
export const EXPLORER_PATH = '/explorer';

const STATIC_PATH = `${EXPLORER_PATH}/static/`;
const SCRIPT_PATH = `${EXPLORER_PATH}/sign-in.js`;

/** A sign-in bar above the editor: the token stays in memory and goes with every request to the API. */
const SIGN_IN_BAR = `
<style>
#sign-in { display: flex; gap: .5rem; align-items: center; padding: .4rem 1rem; font: 14px system-ui, sans-serif; }
#sign-in input, #sign-in button { font: inherit; padding: .2rem .5rem; }
#ruru-root { height: calc(100vh - 3rem) !important; }
</style>
<form id="sign-in">
<label>Adresse <input name="email" type="email" autocomplete="username" required></label>
<label>Mot de passe <input name="password" type="password" autocomplete="current-password" required></label>
<button>Se connecter</button> <output>Non connecté</output>
</form>`;

const SIGN_IN_SCRIPT = `
const endpoint = ${JSON.stringify(GRAPHQL_PATH)};
const plainFetch = window.fetch.bind(window);
let token = null;
window.fetch = (resource, options = {}) => {
  const url = new URL(resource instanceof Request ? resource.url : resource, location.href);
  if (!token || url.pathname !== endpoint || url.origin !== location.origin) return plainFetch(resource, options);
  const headers = new Headers(options.headers);
  if (!headers.has('authorization')) headers.set('authorization', 'Bearer ' + token);
  return plainFetch(resource, { ...options, headers });
};
document.addEventListener('submit', async (event) => {
  if (event.target.id !== 'sign-in') return;
  event.preventDefault();
  const said = event.target.querySelector('output');
  const { email, password } = Object.fromEntries(new FormData(event.target));
  const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { session { accessToken expiresAt } userErrors { message } } }';
  const response = await plainFetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { input: { email, password } } }),
  });
  const answer = await response.json();
  const payload = answer.data?.signIn;
  token = payload?.session?.accessToken ?? null;
  said.textContent = token
    ? 'Connecté jusqu’à ' + new Date(payload.session.expiresAt).toLocaleTimeString('fr-FR')
    : (payload?.userErrors?.[0]?.message ?? answer.errors?.[0]?.message ?? 'Pas de réponse');
});
`;

// The page's own inline scripts come from the package; everything else stays on this host.
const CONTENT_POLICY =
  "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

function page(): string {
  return ruruHTML({ endpoint: GRAPHQL_PATH, staticPath: STATIC_PATH })
    .replace(/<title>[^<]*<\/title>/, '<title>Vis-à-vis : explorateur</title><link rel="icon" href="data:,">')
    .replace('<head>', `<head>\n<script src="${SCRIPT_PATH}"></script>`)
    .replace('<body>', `<body>${SIGN_IN_BAR}`);
}

/** Serves GraphiQL (the ruru build) with a sign-in bar, without any outside host. */
export function explorerRoute(http: FastifyInstance): void {
  const html = page();
  http.get('/', (_request, reply) => reply.redirect(EXPLORER_PATH));
  http.get(EXPLORER_PATH, (_request, reply) =>
    reply
      .header('content-security-policy', CONTENT_POLICY)
      .header('x-content-type-options', 'nosniff')
      .type('text/html; charset=utf-8')
      .send(html),
  );
  http.get(SCRIPT_PATH, (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(SIGN_IN_SCRIPT),
  );
  http.get(`${STATIC_PATH}*`, async (request, reply) => {
    const file = await getStaticFile({
      staticPath: STATIC_PATH,
      urlPath: request.url,
      acceptEncoding: request.headers['accept-encoding'],
      disallowDevAssets: true,
    });
    if (!file) return reply.callNotFound();
    return reply.headers(file.headers).header('x-content-type-options', 'nosniff').send(file.content);
  });
}
