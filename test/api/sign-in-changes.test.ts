import { globalId } from '../../server/kernel/ids';
import { clientOf, openApi, type TestApi } from '../support/api';
import { makeAccount, makeAuditor } from '../support/factories';
import {
  createAccountOf,
  PASSWORD,
  refresh,
  renewed,
  rolesOf,
  sessionOf,
  signIn,
  type Tokens,
} from '../support/sign-in';

const REFUSED = ['REFRESH_REFUSED'];

let api: TestApi;
let adminId: string;
let people = 0;

beforeAll(async () => {
  api = await openApi();
  adminId = (await makeAccount(api, { roles: ['ADMIN'] })).accountId;
});
afterAll(() => api.close());

/** Somebody new, signed in. */
async function signedIn(): Promise<Tokens & { email: string; id: string }> {
  people += 1;
  const email = `changes${people}@example.org`;
  const { id } = await createAccountOf(api, adminId, email);
  return { ...(await sessionOf(api, email)), id, email };
}

describe('what changes counts on the next request, and on the next refresh', () => {
  it('when the account is closed; opened again, its sessions stay over', async () => {
    const { id, refreshToken, accessToken } = await signedIn();
    await api.as(adminId).act('accountDisable', { accountId: id, expectedVersion: 1 });
    expect(await rolesOf(api, accessToken)).toEqual(['UNAUTHENTICATED']);
    expect(await refresh(api, refreshToken)).toEqual(REFUSED);
    await api.as(adminId).act('accountEnable', { accountId: id, expectedVersion: 2 });
    expect(await refresh(api, refreshToken)).toEqual(REFUSED);
  });

  it('when a role is granted or revoked: no token carries roles', async () => {
    const { id, refreshToken, accessToken } = await signedIn();
    const granted = await api
      .as(adminId)
      .act('roleGrant', { accountId: id, role: 'ANALYST' }, 'roleGrant { id }');
    const next = await renewed(api, refreshToken);
    expect(await rolesOf(api, accessToken)).toEqual(['ANALYST']);
    expect(await rolesOf(api, next.accessToken)).toEqual(['ANALYST']);
    await api.as(adminId).act('roleRevoke', { roleGrantId: granted.roleGrant.id, expectedVersion: 1 });
    expect(await rolesOf(api, accessToken)).toEqual([]);
    expect(await rolesOf(api, (await renewed(api, next.refreshToken)).accessToken)).toEqual([]);
  });

  it('when the password changes: every family ends', async () => {
    const { email, ...here } = await signedIn();
    const there = await sessionOf(api, email);
    await clientOf(api.url, here.accessToken).act('passwordChange', {
      currentPassword: PASSWORD,
      newPassword: 'encore une phrase longue',
    });
    for (const { refreshToken, accessToken } of [here, there]) {
      expect(await rolesOf(api, accessToken)).toEqual(['UNAUTHENTICATED']);
      expect(await refresh(api, refreshToken)).toEqual(REFUSED);
    }
    expect((await signIn(api, email, 'encore une phrase longue')).data.signIn.userErrors).toEqual([]);
  });
});

describe('where the password must be its owner’s', () => {
  let strict: TestApi;

  beforeAll(async () => {
    strict = await openApi({ settings: { isOwnPasswordRequired: true } });
  });
  afterAll(() => strict.close());

  it('whoever knows it besides the owner may choose another for him, and sees nothing', async () => {
    const { accountId } = await makeAccount(strict, { roles: ['ADMIN'] });
    await strict.sql('insert into own_password (account_id) values ($1)', [accountId]);
    const auditor = await makeAuditor(strict);
    await strict.sql('delete from account_session where account_id = $1', [auditor.accountId]);
    await strict.sql('delete from role_grant where account_id = $1', [auditor.accountId]);
    await strict.sql('delete from account where id = $1', [auditor.accountId]);
    const email = 'auditrice@example.org';
    const { account } = await strict
      .as(accountId)
      .act(
        'accountCreate',
        { personId: globalId('Person', auditor.personId), email, password: PASSWORD },
        'account { id }',
      );
    await strict.sql(
      `insert into role_grant (id, account_id, role, from_date) values (gen_random_uuid(), $1, 'AUDITOR', '2020-01-01')`,
      [Buffer.from(String(account.id), 'base64url').toString().split(':')[1]],
    );
    const stranger = clientOf(strict.url, (await sessionOf(strict, email)).accessToken);
    const refused = await stranger.run('{ campaigns(first: 1) { totalCount } }');
    expect(refused.errors?.map(({ extensions }) => extensions['code'])).toEqual(['OWN_PASSWORD_REQUIRED']);
    const { data } = await stranger.run(
      '{ viewer { account { email } roles person { id } auditor { declarations(first: 1) { totalCount } } } }',
    );
    expect(data.viewer).toEqual({ account: { email }, roles: [], person: null, auditor: null });
    const change = { currentPassword: PASSWORD, newPassword: PASSWORD };
    const { userErrors } = await stranger.act('passwordChange', change);
    expect(userErrors).toMatchObject([{ code: 'PASSWORD_UNCHANGED', path: ['input', 'newPassword'] }]);
    await stranger.act('passwordChange', { ...change, newPassword: 'une phrase qui n’est qu’à elle' });
    const session = await signIn(strict, email, 'une phrase qui n’est qu’à elle');
    const own = clientOf(strict.url, String(session.data.signIn.session.accessToken));
    const seen = await own.run('{ viewer { roles auditor { declarations(first: 1) { totalCount } } } }');
    expect(seen.data.viewer).toEqual({ roles: ['AUDITOR'], auditor: { declarations: { totalCount: 1 } } });
  });
});
