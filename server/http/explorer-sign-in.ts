import { GRAPHQL_PATH } from './graphql-route';

/** A sign-in bar above the editor. */
export const SIGN_IN_BAR = `
<style>
#sign-in { display: flex; gap: .5rem; align-items: center; padding: .4rem 1rem; font: 14px system-ui, sans-serif; }
#sign-in input, #sign-in button { font: inherit; padding: .2rem .5rem; }
#sign-in input[name=code] { width: 12ch; }
#ruru-root { height: calc(100vh - 3rem) !important; }
</style>
<form id="sign-in">
<label>Adresse <input name="email" type="email" autocomplete="username" required></label>
<label>Mot de passe <input name="password" type="password" autocomplete="current-password" required></label>
<label>Code <input name="code" inputmode="numeric" autocomplete="one-time-code" placeholder="si demandé"></label>
<button>Se connecter</button> <output>Non connecté</output>
</form>`;

/**
 * The script of the bar: tokens stay in memory, go with every request to the API, and are renewed a minute before the
 * access token ends.
 */
export const SIGN_IN_SCRIPT = `
const endpoint = ${JSON.stringify(GRAPHQL_PATH)};
const plainFetch = window.fetch.bind(window);
let token = null;
let renewal = null;
window.fetch = (resource, options = {}) => {
  const url = new URL(resource instanceof Request ? resource.url : resource, location.href);
  if (!token || url.pathname !== endpoint || url.origin !== location.origin) return plainFetch(resource, options);
  const headers = new Headers(options.headers);
  if (!headers.has('authorization')) headers.set('authorization', 'Bearer ' + token);
  return plainFetch(resource, { ...options, headers });
};
async function ask(mutation, type, input) {
  const query = 'mutation ($input: ' + type + '!) { ' + mutation +
    '(input: $input) { session { accessToken expiresAt refreshToken } userErrors { message } } }';
  const response = await plainFetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { input } }),
  });
  const answer = await response.json();
  const payload = answer.data?.[mutation];
  const session = payload?.session ?? null;
  take(session, payload?.userErrors?.[0]?.message ?? answer.errors?.[0]?.message ?? 'Pas de réponse');
}
function take(session, reason) {
  clearTimeout(renewal);
  token = session?.accessToken ?? null;
  const said = document.querySelector('#sign-in output');
  said.textContent = session ? 'Connecté, renouvelé avant ' + new Date(session.expiresAt).toLocaleTimeString('fr-FR') : reason;
  if (!session) return;
  const wait = Math.max(5000, new Date(session.expiresAt) - Date.now() - 60000);
  const renew = () => ask('sessionRefresh', 'SessionRefreshInput', { refreshToken: session.refreshToken })
    // The answer may be lost: the same token is good once more within a minute.
    .catch(() => { renewal = setTimeout(renew, 5000); });
  renewal = setTimeout(renew, wait);
}
document.addEventListener('submit', async (event) => {
  if (event.target.id !== 'sign-in') return;
  event.preventDefault();
  const { email, password, code } = Object.fromEntries(new FormData(event.target));
  event.target.elements.code.value = '';
  const input = { email, password, deviceLabel: 'Explorateur', ...(code ? { code } : {}) };
  await ask('signIn', 'SignInInput', input).catch(() => take(null, 'Pas de réponse'));
});
`;
