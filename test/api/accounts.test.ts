import { randomUUID } from 'node:crypto';
import { signAccessToken } from '../../server/identity';
import { claimOf, clientOf, openApi, type ApiClient, type Json, type TestApi } from '../support/api';
import { makeAccount, makeService } from '../support/factories';
import { createAccountOf, PASSWORD, rolesOf, signIn, tokenOf } from '../support/sign-in';

let api: TestApi;
let admin: ApiClient;
let adminId: string;
let coordinator: ApiClient;

beforeAll(async () => {
  api = await openApi();
  adminId = (await makeAccount(api, { roles: ['ADMIN'] })).accountId;
  admin = api.as(adminId);
  coordinator = api.as((await makeAccount(api, { roles: ['COORDINATOR'] })).accountId);
});

afterAll(() => api.close());

describe('what changes counts on the next request', () => {
  it('when a role is granted and revoked', async () => {
    const { id } = await createAccountOf(api, adminId, 'steering@example.org');
    const token = await tokenOf(api, 'steering@example.org');
    expect(await rolesOf(api, token)).toEqual([]);

    const granted = await admin.act(
      'roleGrant',
      { accountId: id, role: 'STEERING_MEMBER' },
      'roleGrant { id version role fromDate toDate revokedAt account { id } grantedBy { id } auditedService { id } }',
    );
    expect(granted['roleGrant']).toMatchObject({
      version: 1,
      role: 'STEERING_MEMBER',
      fromDate: '2027-01-11',
      toDate: null,
      revokedAt: null,
      account: { id },
    });
    expect(await rolesOf(api, token)).toEqual(['STEERING_MEMBER']);

    const grant = granted['roleGrant']!;
    const revoked = await admin.act(
      'roleRevoke',
      { roleGrantId: grant['id'], expectedVersion: 1 },
      'roleGrant { version revokedAt }',
    );
    expect(revoked['roleGrant']).toEqual({ version: 2, revokedAt: '2027-01-11T08:00:00.000Z' });
    expect(await rolesOf(api, token)).toEqual([]);

    const again = await admin.act('roleRevoke', { roleGrantId: grant['id'], expectedVersion: 2 });
    expect(again['userErrors']).toMatchObject([{ code: 'ROLE_REVOKED' }]);
    const stale = await admin.act('roleRevoke', { roleGrantId: grant['id'], expectedVersion: 1 });
    expect(stale['userErrors']).toMatchObject([
      { __typename: 'StaleVersionError', current: { id: grant['id'] } },
    ]);
  });

  it('when an account is closed; opened again, its old sessions stay over', async () => {
    const { id } = await createAccountOf(api, adminId, 'leaving@example.org');
    const token = await tokenOf(api, 'leaving@example.org');
    expect(await rolesOf(api, token)).toEqual([]);

    const closed = await admin.act(
      'accountDisable',
      { accountId: id, expectedVersion: 1 },
      'account { version disabledAt }',
    );
    expect(closed['account']).toEqual({ version: 2, disabledAt: '2027-01-11T08:00:00.000Z' });
    expect(await rolesOf(api, token)).toEqual(['UNAUTHENTICATED']);
    const twice = await admin.act('accountDisable', { accountId: id, expectedVersion: 2 });
    expect(twice['userErrors']).toMatchObject([{ code: 'ACCOUNT_DISABLED' }]);

    await admin.act('accountEnable', { accountId: id, expectedVersion: 2 });
    expect(await rolesOf(api, token)).toEqual(['UNAUTHENTICATED']);
    expect(await rolesOf(api, await tokenOf(api, 'leaving@example.org'))).toEqual([]);
    const open = await admin.act('accountEnable', { accountId: id, expectedVersion: 3 });
    expect(open['userErrors']).toMatchObject([{ code: 'ACCOUNT_NOT_DISABLED' }]);
  });

  it('when a role begins and ends by its dates', async () => {
    const { id } = await createAccountOf(api, adminId, 'dated@example.org');
    const token = await tokenOf(api, 'dated@example.org');
    await admin.act('roleGrant', {
      accountId: id,
      role: 'ANALYST',
      fromDate: '2027-02-01',
      toDate: '2027-02-02',
    });
    const seen: unknown[] = [];
    for (const instant of [
      '2027-01-31T22:59:59Z',
      '2027-01-31T23:00:00Z',
      '2027-02-02T22:59:59Z',
      '2027-02-02T23:00:00Z',
    ]) {
      api.clock.set(instant);
      seen.push(await rolesOf(api, token));
    }
    api.clock.set('2027-01-11T08:00:00Z');
    expect(seen).toEqual([[], ['ANALYST'], ['ANALYST'], []]);
  });

  it('when the password changes: every session ends', async () => {
    await createAccountOf(api, adminId, 'secret@example.org');
    const token = await tokenOf(api, 'secret@example.org');
    const own = clientOf(api.url, token);
    const wrong = await own.act('passwordChange', {
      currentPassword: 'x',
      newPassword: 'encore une phrase longue',
    });
    expect(wrong['userErrors']).toMatchObject([
      { code: 'PASSWORD_WRONG', path: ['input', 'currentPassword'] },
    ]);
    const short = await own.act('passwordChange', { currentPassword: PASSWORD, newPassword: 'elevenchars' });
    expect(short['userErrors']).toMatchObject([{ code: 'VALIDATION', path: ['input', 'newPassword'] }]);

    const changed = await own.act(
      'passwordChange',
      { currentPassword: PASSWORD, newPassword: 'encore une phrase longue' },
      'account { email }',
    );
    // The session that asked has ended too: nothing is read for it any more.
    expect(changed).toMatchObject({ account: null, userErrors: [] });
    expect(await rolesOf(api, token)).toEqual(['UNAUTHENTICATED']);
    expect((await signIn(api, 'secret@example.org', PASSWORD)).data['signIn']!['session']).toBeNull();
    expect(await rolesOf(api, await tokenOf(api, 'secret@example.org', 'encore une phrase longue'))).toEqual(
      [],
    );
  });
});

describe('creating accounts', () => {
  const input = { familyName: 'Petit', givenName: 'Alex', email: 'alex@example.org', password: PASSWORD };

  it('is for the coordination and administrators', async () => {
    const { accountId } = await makeAccount(api, { roles: ['STEERING_MEMBER', 'AUDITOR'] });
    const refused = await api.as(accountId).act('accountCreate', input, 'account { id }');
    expect(refused).toMatchObject({ account: null, userErrors: [{ code: 'FORBIDDEN' }] });
    const made = await coordinator.act(
      'accountCreate',
      input,
      'account { kind email disabledAt roleGrants { id } person { givenName } }',
    );
    expect(made['account']).toEqual({
      kind: 'LOCAL',
      email: 'alex@example.org',
      disabledAt: null,
      roleGrants: [],
      person: { givenName: 'Alex' },
    });
  });

  it('refuses an address that is taken in any case, a second account of a person, and a nameless one', async () => {
    const { accountId, personId } = await makeAccount(api);
    await api.sql(`update account set email = 'taken@example.org' where id = $1`, [accountId]);
    const codes = async (other: Record<string, unknown>) =>
      ((await coordinator.act('accountCreate', { ...input, ...other }))['userErrors'] as Json[]).map(
        (error) => [error['code'], error['path']],
      );
    expect(await codes({ email: 'TAKEN@example.org' })).toEqual([['ALREADY_EXISTS', ['input', 'email']]]);
    expect(await codes({ email: 'second@example.org', personId })).toEqual([
      ['ALREADY_EXISTS', ['input', 'personId']],
    ]);
    expect(await codes({ email: 'none@example.org', personId: randomUUID() })).toEqual([
      ['NOT_FOUND', ['input', 'personId']],
    ]);
    expect(await codes({ email: 'nameless@example.org', givenName: null })).toEqual([
      ['PERSON_MISSING', ['input']],
    ]);
    expect(await codes({ email: 'no address' })).toEqual([['VALIDATION', ['input', 'email']]]);
    expect(await codes({ email: 'short@example.org', password: 'elevenchars' })).toEqual([
      ['VALIDATION', ['input', 'password']],
    ]);
    expect(await codes({ email: 'nul@example.org', familyName: 'a\u0000b' })).toEqual([
      ['VALIDATION', ['input', 'familyName']],
    ]);
  });

  it('keeps no trace of the password but its argon2id hash', async () => {
    const { uuid } = await createAccountOf(api, adminId, 'hashed@example.org');
    const [account] = await api.sql<{ password_hash: string }>(
      'select password_hash from account where id = $1',
      [uuid],
    );
    expect(account?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const key = randomUUID();
    const twice = { idempotencyKey: key, familyName: 'A', givenName: 'B', email: 'key@example.org' };
    await admin.act('accountCreate', { ...twice, password: PASSWORD });
    // The hash beside the key would give the password away if it covered it: another one replays all the same.
    const replayed = await admin.act(
      'accountCreate',
      { ...twice, password: `${PASSWORD} autre` },
      'account { email }',
    );
    expect(replayed).toMatchObject({ replayed: true, account: { email: 'key@example.org' }, userErrors: [] });
  });
});

describe('granting roles', () => {
  const codes = (payload: { [key: string]: unknown }) =>
    (payload['userErrors'] as { code: string; path: string[] | null }[]).map(({ code, path }) => [
      code,
      path,
    ]);

  it('is shared: administrators staff the programme, coordinators the services and auditors', async () => {
    const { accountId } = await makeAccount(api);
    const { serviceId: auditedServiceId } = await makeService(api);
    const grant = async (by: ApiClient, role: string, service?: string) =>
      codes(
        await by.act('roleGrant', { accountId, role, ...(service ? { auditedServiceId: service } : {}) }),
      );
    expect(await grant(coordinator, 'COORDINATOR')).toEqual([['FORBIDDEN', null]]);
    expect(await grant(coordinator, 'ADMIN')).toEqual([['FORBIDDEN', null]]);
    expect(await grant(admin, 'SERVICE_MANAGER', auditedServiceId)).toEqual([['FORBIDDEN', null]]);
    expect(await grant(coordinator, 'SERVICE_MANAGER', auditedServiceId)).toEqual([]);
    expect(await grant(coordinator, 'AUDITOR')).toEqual([]);
    expect(await grant(admin, 'COORDINATOR')).toEqual([]);
    expect(await grant(admin, 'COORDINATOR')).toEqual([['ALREADY_EXISTS', ['input', 'role']]]);
    const { data } = await api
      .as(accountId)
      .run('{ viewer { roles services { role } account { roleGrants { role } } } }');
    expect(data['viewer']).toEqual({
      roles: ['AUDITOR', 'COORDINATOR'],
      services: [{ role: 'SERVICE_MANAGER' }],
      account: { roleGrants: [{ role: 'SERVICE_MANAGER' }, { role: 'AUDITOR' }, { role: 'COORDINATOR' }] },
    });
  });

  it('is never for oneself, nor is taking roles back', async () => {
    expect(codes(await admin.act('roleGrant', { accountId: adminId, role: 'COORDINATOR' }))).toEqual([
      ['NOT_FOR_ONESELF', ['input', 'accountId']],
    ]);
    expect(codes(await admin.act('accountDisable', { accountId: adminId, expectedVersion: 1 }))).toEqual([
      ['NOT_FOR_ONESELF', ['input', 'accountId']],
    ]);
    const [own] = await api.sql<{ id: string }>('select id from role_grant where account_id = $1', [adminId]);
    expect(codes(await admin.act('roleRevoke', { roleGrantId: own?.id, expectedVersion: 1 }))).toEqual([
      ['NOT_FOR_ONESELF', ['input', 'roleGrantId']],
    ]);
    expect(await rolesOf(api, signAccessToken(api.signingKey, claimOf(adminId), 600))).toEqual(['ADMIN']);
  });

  it('wants a service for service roles alone, one that exists, and dates in order', async () => {
    const { accountId } = await makeAccount(api);
    const { serviceId: auditedServiceId } = await makeService(api);
    const grant = async (input: Record<string, unknown>) =>
      codes(await coordinator.act('roleGrant', { accountId, ...input }));
    const mismatch = [['ROLE_SERVICE_MISMATCH', ['input', 'auditedServiceId']]];
    expect(await grant({ role: 'SERVICE_READER' })).toEqual(mismatch);
    expect(await grant({ role: 'AUDITOR', auditedServiceId })).toEqual(mismatch);
    expect(await grant({ role: 'SERVICE_READER', auditedServiceId: randomUUID() })).toEqual([
      ['NOT_FOUND', ['input', 'auditedServiceId']],
    ]);
    expect(
      await grant({ role: 'SERVICE_READER', auditedServiceId, fromDate: '2027-02-02', toDate: '2027-02-01' }),
    ).toEqual([['DATES_REVERSED', ['input', 'toDate']]]);
    await api.sql('update audited_service set archived_at = now() where id = $1', [auditedServiceId]);
    expect(await grant({ role: 'SERVICE_READER', auditedServiceId })).toEqual([
      ['SERVICE_ARCHIVED', ['input', 'auditedServiceId']],
    ]);
  });

  it('is hidden from people without such a role: other accounts do not exist for them', async () => {
    const { accountId } = await makeAccount(api);
    const { managerId } = await makeService(api);
    const manager = api.as(managerId);
    expect(codes(await manager.act('roleGrant', { accountId, role: 'AUDITOR' }))).toEqual([
      ['NOT_FOUND', ['input', 'accountId']],
    ]);
    expect(codes(await manager.act('accountDisable', { accountId, expectedVersion: 1 }))).toEqual([
      ['NOT_FOUND', ['input', 'accountId']],
    ]);
    expect(codes(await coordinator.act('accountDisable', { accountId, expectedVersion: 1 }))).toEqual([
      ['FORBIDDEN', null],
    ]);
    const { data } = await manager.run(
      `query ($id: ID!) { account(id: $id) { id } accounts(first: 10) { totalCount } }`,
      { id: accountId },
    );
    expect(data).toEqual({ account: null, accounts: { totalCount: 1 } });
    const all = await coordinator.run('{ accounts(first: 1, filter: { isDisabled: false }) { totalCount } }');
    const [row] = await api.sql<{ count: number }>(
      'select count(*)::int as count from account where disabled_at is null',
    );
    expect(all.data['accounts']!['totalCount']).toBe(row?.count);
  });
});
