import type { ApiClient, Json, TestApi } from './api';

/** What is asked of a program that was made or given a new secret. */
export const CREDENTIALS =
  'clientProgram { id version account { id kind person { id } } } clientCredentials { clientId clientSecret }';

/** A registered program and its secret. */
export interface Program {
  id: string;
  accountId: string;
  clientId: string;
  clientSecret: string;
}

/** Has an administrator register a program. */
export async function makeProgram(
  admin: ApiClient,
  scopes: readonly string[] = ['AUDITS_READ', 'REGISTRY_READ'],
): Promise<Program> {
  const made = await admin.act(
    'clientProgramCreate',
    { name: 'Tableau de bord', contactEmail: 'dsi@example.org', scopes },
    CREDENTIALS,
  );
  expect(made.userErrors).toEqual([]);
  return { id: made.clientProgram.id, accountId: made.clientProgram.account.id, ...made.clientCredentials };
}

/** Asks for a token as an OAuth client does. */
export async function askToken(
  api: TestApi,
  { clientId, clientSecret }: Pick<Program, 'clientId' | 'clientSecret'>,
  form: Record<string, string> | string = {},
  init: RequestInit = {},
): Promise<{ status: number; headers: Headers; body: Json }> {
  const basic = Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`);
  const response = await fetch(new URL('/oauth/token', api.url), {
    method: 'POST',
    headers: { authorization: `Basic ${basic.toString('base64')}` },
    body:
      typeof form === 'string' ? form : new URLSearchParams({ grant_type: 'client_credentials', ...form }),
    ...init,
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}
