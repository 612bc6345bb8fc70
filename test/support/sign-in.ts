import { clientOf, type Answer, type Json, type TestApi } from './api';

/** A password that is long enough. */
export const PASSWORD = 'une phrase assez longue';

const SESSION = 'session { accessToken expiresAt refreshToken refreshExpiresAt }';
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) {
  ${SESSION} replayed userErrors { __typename code message path } } }`;
const REFRESH = `mutation ($input: SessionRefreshInput!) { sessionRefresh(input: $input) {
  ${SESSION} replayed userErrors { code message path } } }`;

/** Signs in as an anonymous caller. */
export function signIn(
  api: TestApi,
  email: string,
  password = PASSWORD,
  more: Record<string, unknown> = {},
): Promise<Answer> {
  return api.as(null).run(SIGN_IN, { input: { email, password, ...more } });
}

/** The tokens of a session. */
export interface Tokens {
  accessToken: string;
  refreshToken: string;
  expiresAt: string;
  refreshExpiresAt: string;
}

/** The tokens of a sign-in that succeeds. */
export async function sessionOf(
  api: TestApi,
  email: string,
  more: Record<string, unknown> = {},
): Promise<Tokens> {
  const { data } = await signIn(api, email, PASSWORD, more);
  return data.signIn.session as Tokens;
}

/** Renews a session: its new tokens, or the codes of the refusal. */
export async function refresh(api: TestApi, refreshToken: string): Promise<Tokens | string[]> {
  const { data } = await api.as(null).run(REFRESH, { input: { refreshToken } });
  const { session, userErrors } = data.sessionRefresh;
  return (session as Tokens | null) ?? userErrors.map(({ code }: Json) => String(code));
}

/** Renews a session that must live. */
export async function renewed(api: TestApi, refreshToken: string): Promise<Tokens> {
  const tokens = await refresh(api, refreshToken);
  if (Array.isArray(tokens)) throw new Error(`not renewed: ${tokens.join()}`);
  return tokens;
}

/** The access token of a sign-in that succeeds. */
export async function tokenOf(api: TestApi, email: string, password = PASSWORD): Promise<string> {
  const { data } = await signIn(api, email, password);
  return String(data['signIn']!['session']!['accessToken']);
}

/** The programme roles of the viewer whom a token stands for, or the codes of the refusal. */
export async function rolesOf(api: TestApi, token: string | null): Promise<unknown> {
  const { data, errors } = await clientOf(api.url, token).run('{ viewer { roles } }');
  return errors ? errors.map(({ extensions }) => extensions['code']) : data['viewer']!['roles'];
}

/** Has an administrator or coordinator create an account; gives its id as the API has it, and its UUID. */
export async function createAccountOf(
  api: TestApi,
  creatorId: string,
  email: string,
): Promise<{ id: string; uuid: string }> {
  const payload = await api
    .as(creatorId)
    .act(
      'accountCreate',
      { familyName: 'Durand', givenName: 'Camille', email, password: PASSWORD },
      'account { id }',
    );
  const id = String(payload['account']!['id']);
  return { id, uuid: Buffer.from(id, 'base64url').toString().split(':')[1] ?? '' };
}
