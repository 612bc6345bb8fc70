import type { DataSource } from 'typeorm';
import { clientOf, openApi, type Json, type TestApi } from '../support/api';
import { makeProgram } from '../support/client-programs';
import { connectTo } from '../support/data-source';
import { makeAccount } from '../support/factories';
import { createAccountOf, PASSWORD, renewed, sessionOf, signIn } from '../support/sign-in';

/** The tables of signing in: what stands in them, and the column that says whose it is. */
const TABLES = {
  account_session: 'account_id',
  second_factor: 'account_id',
  recovery_code: 'account_id',
  account_identity: 'account_id',
  client_program: 'account_id',
  client_secret: null,
  account_invitation: null,
  refresh_token: null,
  sign_in_attempt: null,
  oidc_flow: null,
} as const;

let api: TestApi;
let runtime: DataSource;
let adminId: string;
let ownId: string;
let ownSessionId: string;

beforeAll(async () => {
  api = await openApi();
  runtime = await connectTo(api);
  adminId = (await makeAccount(api, { roles: ['ADMIN'] })).accountId;
  for (const email of ['own@example.org', 'other@example.org']) await fill(email);
  await makeProgram(api.as(adminId));
  await api.as(adminId).act('invitationCreate', { familyName: 'A', givenName: 'B', email: 'i@example.org' });
  await api.sql(
    `insert into oidc_flow (id, issuer_name, state_hash, browser_hash, sealed_verifier, client_challenge, expires_at)
     values (gen_random_uuid(), 'psc', 's', 'b', 'v', 'c', now())`,
  );
});
afterAll(async () => {
  await runtime.destroy();
  await api.close();
});

/** An account with something in each table; the first one is "own". */
async function fill(email: string): Promise<void> {
  const { uuid } = await createAccountOf(api, adminId, email);
  await signIn(api, email, 'faux');
  const session = await sessionOf(api, email);
  await renewed(api, session.refreshToken);
  await clientOf(api.url, session.accessToken).act('secondFactorEnrol', { currentPassword: PASSWORD });
  await api.sql(`insert into recovery_code (code_hash, account_id) values ($1 || 'x', $2)`, [email, uuid]);
  await api.sql(
    `insert into account_identity (id, account_id, issuer, subject) values (gen_random_uuid(), $2, 'i', $1)`,
    [email, uuid],
  );
  const [row] = await api.sql<{ id: string }>(
    'select id from account_session where account_id = $1 and id <> account_id',
    [uuid],
  );
  if (ownId === undefined) [ownId, ownSessionId] = [uuid, row?.id ?? ''];
}

/** Rows of a table that somebody sees past the API, as the role that serves requests. */
function seen(table: string, sessionId: string | null, accountId = ownId): Promise<Json[]> {
  return runtime.transaction(async (manager) => {
    if (sessionId !== null)
      await manager.query(`select app.enter($1, 1, '2027-01-11', $2, false)`, [accountId, sessionId]);
    return manager.query(`select * from ${table}`);
  });
}

describe('the tables of signing in, without the API before them', () => {
  it.each(Object.entries(TABLES))('%s shows each what is his own, and is not empty', async (table, owner) => {
    expect((await api.sql(`select 1 from ${table}`)).length).toBeGreaterThan(0);
    expect(await seen(table, null)).toEqual([]);
    const own = await seen(table, ownSessionId);
    expect(own.filter((row) => owner === null || row[owner] !== ownId)).toEqual([]);
    if (owner !== null && table !== 'client_program') expect(own.length).toBeGreaterThan(0);
  });

  it.each(['refresh_token', 'sign_in_attempt', 'oidc_flow'])(
    '%s is for the platform alone',
    async (table) => {
      expect(await seen(table, adminId, adminId)).toEqual([]);
    },
  );

  it('let nobody in without a session that is open, and his own', async () => {
    const enter = async (accountId: string, sessionId: string): Promise<unknown> => {
      const rows = await runtime.query<{ facts: string | null }[]>(
        `select app.enter($1, 1, '2027-01-11', $2, false) as facts`,
        [accountId, sessionId],
      );
      return rows[0]?.facts;
    };
    expect(await enter(ownId, ownSessionId)).toContain('personId');
    expect(await enter(adminId, ownSessionId)).toBeNull();
    expect(await enter(ownId, 'ffffffff-ffff-4fff-8fff-ffffffffffff')).toBeNull();
    await expect(runtime.query(`select app.enter($1, 1, '2027-01-11')`, [adminId])).rejects.toThrow(
      'permission denied',
    );
    await api.sql('update account_session set ended_at = now() where id = $1', [ownSessionId]);
    expect(await enter(ownId, ownSessionId)).toBeNull();
    await api.sql('update account_session set ended_at = null where id = $1', [ownSessionId]);
  });

  it('do not keep whoever was in before, when the next one may not enter', async () => {
    const left = await runtime.transaction(async (manager) => {
      await manager.query(`select app.enter($1, 1, '2027-01-11', $1, false)`, [adminId]);
      await manager.query(`select app.enter($1, 1, '2027-01-11', $2, false)`, [adminId, ownSessionId]);
      return manager.query<Json[]>('select app.account_id() as id, app.roles() as roles');
    });
    expect(left).toEqual([{ id: null, roles: [] }]);
  });

  it.each([
    [
      `insert into account_session (id, account_id, method, session_version, ends_at, idle_ends_at, last_used_at)
      select gen_random_uuid(), account_id, 'PASSWORD', 1, '2100-01-01', '2100-01-01', now() from account_session`,
    ],
    [`update account_session set account_id = app.account_id()`],
    [`update account_session set ends_at = '2100-01-01'`],
    [
      `insert into refresh_token (token_hash, account_session_id, generation) select 'x', id, 9 from account_session`,
    ],
    [`delete from sign_in_attempt`],
    [
      `insert into client_secret (id, client_program_id, secret_hash) values (gen_random_uuid(), gen_random_uuid(), 'x')`,
    ],
    [
      `insert into account_identity (id, account_id, issuer, subject)
      select gen_random_uuid(), id, 'i', 'forged' from account where id <> app.account_id()`,
    ],
    [`update oidc_flow set subject = 'forged'`],
  ])('let no request write past them: %s', async (statement) => {
    const before = await api.sql(
      `select md5(string_agg(t::text, '' order by t::text)) from account_session t`,
    );
    await runtime
      .transaction(async (manager) => {
        await manager.query(`select app.enter($1, 1, '2027-01-11', $2, false)`, [ownId, ownSessionId]);
        await manager.query(`select set_config('app.acting', 'on', true)`);
        await manager.query(statement);
      })
      .catch((error: Error) => expect(error.message).toMatch(/permission denied|row-level security/));
    expect(
      await api.sql(`select md5(string_agg(t::text, '' order by t::text)) from account_session t`),
    ).toEqual(before);
    expect(await api.sql(`select 1 from account_identity where subject = 'forged'`)).toEqual([]);
    expect(await api.sql(`select 1 from oidc_flow where subject = 'forged'`)).toEqual([]);
    expect((await api.sql('select 1 from sign_in_attempt')).length).toBeGreaterThan(0);
  });
});
