import { worldId, type WorldRows } from './world-rows';

/** Whose means of signing in the world has, one of each. */
const HOLDERS = ['lead A', 'manager A'];

/** How people and programs sign in: what an attacker would like to read. */
export function addSignIn(rows: WorldRows): void {
  for (const name of HOLDERS) {
    const account_id = worldId('account', name);
    rows.add('account_identity', name, {
      account_id,
      issuer: 'https://issuer.example',
      subject: name,
      rpps: null,
    });
    rows.link('second_factor', { account_id, sealed_secret: 'sealed' });
    rows.link('own_password', { account_id });
    rows.link('recovery_code', { code_hash: `code ${name}`, account_id });
    rows.link('refresh_token', {
      token_hash: `token ${name}`,
      account_session_id: account_id,
      generation: 1,
    });
    rows.add('account_invitation', name, {
      account_id,
      token_hash: `invitation ${name}`,
      invited_by_id: worldId('account', 'coordinator'),
      expires_at: '2027-02-01T00:00:00Z',
    });
  }
  const client_program_id = rows.add('client_program', 'program', {
    account_id: worldId('account', 'analyst'),
    name: 'Programme',
    contact_email: 'program@world.example',
    scopes: [],
  });
  rows.add('client_secret', 'program', { client_program_id, secret_hash: 'secret' });
  rows.link('sign_in_attempt', { subject: 'attempt', count: 1, window_ends_at: '2027-02-01T00:00:00Z' });
  rows.add('oidc_flow', 'flow', {
    issuer_name: 'issuer',
    state_hash: 'state',
    browser_hash: 'browser',
    sealed_verifier: 'sealed',
    client_challenge: 'challenge',
    expires_at: '2027-02-01T00:00:00Z',
  });
}

/** Names of the rows that go by another key than an id, and of the sessions that every account of a test has. */
export function namesOfSignIn(rows: WorldRows): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const byHolder = (key: (name: string) => string) => new Map(HOLDERS.map((name) => [key(name), name]));
  return new Map([
    ['account_session', rows.names('account')],
    ['second_factor', byHolder((name) => worldId('account', name))],
    ['own_password', byHolder((name) => worldId('account', name))],
    ['recovery_code', byHolder((name) => `code ${name}`)],
    ['refresh_token', byHolder((name) => `token ${name}`)],
    ['sign_in_attempt', new Map([['attempt', 'attempt']])],
  ]);
}
