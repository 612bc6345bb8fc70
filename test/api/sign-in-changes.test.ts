import { clientOf, openApi, type TestApi } from '../support/api';
import { makeAccount } from '../support/factories';
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
