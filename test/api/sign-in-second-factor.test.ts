import { codeAt, stepAt } from '../../server/identity';
import { clientOf, openApi, type Json, type TestApi } from '../support/api';
import { makeAccount } from '../support/factories';
import { createAccountOf, PASSWORD, renewed, rolesOf, sessionOf, signIn } from '../support/sign-in';

const START = '2027-01-11T08:00:00Z';
const ENROL = 'account { hasSecondFactor } secondFactorKey { secret uri }';
const CONFIRM = 'account { hasSecondFactor } recoveryCodes { codes }';

let api: TestApi;
let adminId: string;
let people = 0;

beforeAll(async () => {
  api = await openApi();
  adminId = (await makeAccount(api, { roles: ['ADMIN'] })).accountId;
});
beforeEach(() => api.clock.set(START));
afterAll(() => api.close());

const codesOf = (payload: Json): string[] => payload.userErrors.map(({ code }: Json) => code);
const codeNow = (secret: string): string => codeAt(secret, stepAt(api.clock.now()));
const nextStep = () => api.clock.advance({ seconds: 30 });

/** Somebody with a confirmed second factor, still in the session that confirmed it. */
async function enrolled(on = api) {
  people += 1;
  const email = `factor${people}@example.org`;
  const account = await createAccountOf(on, adminId, email);
  const session = await sessionOf(on, email);
  const own = clientOf(on.url, session.accessToken);
  const begun = await own.act('secondFactorEnrol', { currentPassword: PASSWORD }, ENROL);
  const { secret } = begun.secondFactorKey;
  const confirmed = await own.act('secondFactorConfirm', { code: codeNow(secret) }, CONFIRM);
  nextStep();
  return {
    ...account,
    email,
    own,
    session,
    secret: String(secret),
    codes: confirmed.recoveryCodes.codes as string[],
  };
}

describe('enrolling a second factor', () => {
  it('gives the key once, asks for a code of the device, and gives recovery codes once', async () => {
    await createAccountOf(api, adminId, 'enrol@example.org');
    const own = clientOf(api.url, (await sessionOf(api, 'enrol@example.org')).accessToken);
    const idempotencyKey = '5f0f6d9e-6a8d-4d6a-9f43-2d6d0c1e8a11';
    const input = { idempotencyKey, currentPassword: PASSWORD };
    const begun = await own.act('secondFactorEnrol', input, ENROL);
    expect(begun).toMatchObject({
      account: { hasSecondFactor: false },
      secondFactorKey: { secret: expect.stringMatching(/^[A-Z2-7]{32}$/) },
      replayed: false,
      userErrors: [],
    });
    const { secret, uri } = begun.secondFactorKey;
    expect(new URL(uri).searchParams.get('secret')).toBe(secret);
    expect(await own.act('secondFactorEnrol', input, ENROL)).toMatchObject({
      replayed: true,
      secondFactorKey: null,
    });

    const wrong = await own.act('secondFactorConfirm', { code: '000000' }, CONFIRM);
    expect(wrong.userErrors).toMatchObject([{ code: 'SECOND_FACTOR_CODE_WRONG', path: ['input', 'code'] }]);
    const confirmed = await own.act('secondFactorConfirm', { code: codeNow(secret) }, CONFIRM);
    expect(confirmed.account).toEqual({ hasSecondFactor: true });
    const { codes } = confirmed.recoveryCodes;
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$/);
    expect(codesOf(await own.act('secondFactorEnrol', { currentPassword: PASSWORD }))).toEqual([
      'ALREADY_EXISTS',
    ]);
  });

  it('wants the password, and something begun to confirm', async () => {
    await createAccountOf(api, adminId, 'unsure@example.org');
    const own = clientOf(api.url, (await sessionOf(api, 'unsure@example.org')).accessToken);
    expect(codesOf(await own.act('secondFactorEnrol', { currentPassword: 'faux' }))).toEqual([
      'PASSWORD_WRONG',
    ]);
    expect(codesOf(await own.act('secondFactorConfirm', { code: '123456' }))).toEqual([
      'SECOND_FACTOR_ABSENT',
    ]);
    expect(codesOf(await own.act('secondFactorDisable', { code: '123456' }))).toEqual([
      'SECOND_FACTOR_ABSENT',
    ]);
  });

  it('that was never confirmed protects nothing', async () => {
    await createAccountOf(api, adminId, 'begun@example.org');
    const own = clientOf(api.url, (await sessionOf(api, 'begun@example.org')).accessToken);
    await own.act('secondFactorEnrol', { currentPassword: PASSWORD });
    expect(codesOf((await signIn(api, 'begun@example.org')).data.signIn)).toEqual([]);
  });
});

describe('signing in with a second factor', () => {
  it('asks for a code only once the password was right', async () => {
    const { email, secret } = await enrolled();
    expect(codesOf((await signIn(api, email, 'faux')).data.signIn)).toEqual(['SIGN_IN_FAILED']);
    const wrong = await signIn(api, email, 'faux', { code: codeNow(secret) });
    expect(codesOf(wrong.data.signIn)).toEqual(['SIGN_IN_FAILED']);
    const missing = (await signIn(api, email)).data.signIn;
    expect(missing.session).toBeNull();
    expect(missing.userErrors).toMatchObject([{ code: 'SECOND_FACTOR_REQUIRED', path: ['input', 'code'] }]);
    const { accessToken } = await sessionOf(api, email, { code: codeNow(secret) });
    expect(await rolesOf(api, accessToken)).toEqual([]);
  });

  it('takes a code once, even when it is sent twenty times at once', async () => {
    const { email, secret } = await enrolled();
    const code = codeNow(secret);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => signIn(api, email, PASSWORD, { code })),
    );
    expect(answers.filter(({ data }) => data.signIn.session !== null)).toHaveLength(1);
    expect(codesOf((await signIn(api, email, PASSWORD, { code })).data.signIn)).toEqual([
      'SECOND_FACTOR_CODE_WRONG',
    ]);
    nextStep();
    expect(codesOf((await signIn(api, email, PASSWORD, { code: codeNow(secret) })).data.signIn)).toEqual([]);
  });

  it('takes a recovery code once, however it is written', async () => {
    const { email, codes } = await enrolled();
    const code = String(codes[3]).toLowerCase().replaceAll('-', ' ');
    expect(codesOf((await signIn(api, email, PASSWORD, { code })).data.signIn)).toEqual([]);
    expect(codesOf((await signIn(api, email, PASSWORD, { code: codes[3] })).data.signIn)).toEqual([
      'SECOND_FACTOR_CODE_WRONG',
    ]);
  });

  it('takes no code of somebody else', async () => {
    const one = await enrolled();
    const other = await enrolled();
    for (const code of [codeNow(other.secret), other.codes[0]]) {
      expect(codesOf((await signIn(api, one.email, PASSWORD, { code })).data.signIn)).toEqual([
        'SECOND_FACTOR_CODE_WRONG',
      ]);
    }
  });

  it('counts wrong codes: they cannot be tried out', async () => {
    const { email, secret } = await enrolled();
    const seen: string[] = [];
    for (let time = 0; time < 11; time += 1)
      seen.push(...codesOf((await signIn(api, email, PASSWORD, { code: `00000${time % 10}` })).data.signIn));
    expect(seen).toEqual([...Array<string>(10).fill('SECOND_FACTOR_CODE_WRONG'), 'TOO_MANY_ATTEMPTS']);
    expect(codesOf((await signIn(api, email, PASSWORD, { code: codeNow(secret) })).data.signIn)).toEqual([
      'TOO_MANY_ATTEMPTS',
    ]);
  });

  it('is kept encrypted, for this account alone', async () => {
    const one = await enrolled();
    const other = await enrolled();
    const [row] = await api.sql<{ sealed: string }>(
      'select sealed_secret as sealed from second_factor where account_id = $1',
      [one.uuid],
    );
    expect(row?.sealed).not.toContain(one.secret);
    // What stands for one account opens nothing for another: who writes in the table gains nothing.
    await api.sql('update second_factor set sealed_secret = $2 where account_id = $1', [
      other.uuid,
      row?.sealed,
    ]);
    const moved = await signIn(api, other.email, PASSWORD, { code: codeNow(one.secret) });
    expect(moved.errors?.map(({ extensions }) => extensions['code'])).toEqual(['INTERNAL']);
  });
});

describe('removing a second factor', () => {
  it('takes a code of it', async () => {
    const { own, email, secret, codes } = await enrolled();
    expect(codesOf(await own.act('secondFactorDisable', { code: '000000' }))).toEqual([
      'SECOND_FACTOR_CODE_WRONG',
    ]);
    expect(codesOf(await own.act('secondFactorDisable', { code: codeNow(secret) }))).toEqual([]);
    expect(codesOf((await signIn(api, email)).data.signIn)).toEqual([]);
    expect(codesOf(await own.act('secondFactorDisable', { code: codes[0] }))).toEqual([
      'SECOND_FACTOR_ABSENT',
    ]);
  });

  it('for somebody who lost it is an administrator’s, ends the sessions, and is never for oneself', async () => {
    const { id, email, session } = await enrolled();
    const { accountId: coordinator } = await makeAccount(api, { roles: ['COORDINATOR'] });
    const input = { accountId: id, expectedVersion: 1 };
    expect(codesOf(await api.as(coordinator).act('secondFactorReset', input))).toEqual(['FORBIDDEN']);
    const own = await api.as(adminId).act('secondFactorReset', { accountId: adminId, expectedVersion: 1 });
    expect(codesOf(own)).toEqual(['NOT_FOR_ONESELF']);
    const reset = await api
      .as(adminId)
      .act('secondFactorReset', input, 'account { hasSecondFactor version }');
    expect(reset.account).toEqual({ hasSecondFactor: false, version: 2 });
    expect(await rolesOf(api, session.accessToken)).toEqual(['UNAUTHENTICATED']);
    expect(codesOf((await signIn(api, email)).data.signIn)).toEqual([]);
  });
});

describe('where roles of the programme want a second factor', () => {
  let strict: TestApi;
  let granting: string;

  beforeAll(async () => {
    strict = await openApi({ settings: { isSecondFactorRequired: true } });
    granting = (await makeAccount(strict, { roles: ['ADMIN'] })).accountId;
    await strict.sql('update account_session set is_second_factor = true where account_id = $1', [granting]);
  });
  afterAll(() => strict.close());

  it('a session without one may only enrol, and has its roles once it did', async () => {
    const { id } = await createAccountOf(strict, granting, 'coordination@example.org');
    await strict.as(granting).act('roleGrant', { accountId: id, role: 'STEERING_MEMBER' });
    const { accessToken, refreshToken } = await sessionOf(strict, 'coordination@example.org');
    expect(await rolesOf(strict, accessToken)).toEqual([]);
    const own = clientOf(strict.url, accessToken);
    for (const query of ['{ campaigns(first: 1) { totalCount } }', '{ accounts(first: 1) { totalCount } }']) {
      const { errors } = await own.run(query);
      expect(errors?.map(({ extensions }) => extensions['code'])).toEqual([
        'SECOND_FACTOR_ENROLMENT_REQUIRED',
      ]);
    }
    const { secondFactorKey } = await own.act('secondFactorEnrol', { currentPassword: PASSWORD }, ENROL);
    const code = codeAt(secondFactorKey.secret, stepAt(strict.clock.now()));
    await own.act('secondFactorConfirm', { code });
    expect(await rolesOf(strict, accessToken)).toEqual(['STEERING_MEMBER']);
    expect(await rolesOf(strict, (await renewed(strict, refreshToken)).accessToken)).toEqual([
      'STEERING_MEMBER',
    ]);
    strict.clock.advance({ seconds: 30 });
    const again = await sessionOf(strict, 'coordination@example.org', {
      code: codeAt(secondFactorKey.secret, stepAt(strict.clock.now())),
    });
    expect(await rolesOf(strict, again.accessToken)).toEqual(['STEERING_MEMBER']);
  });

  it('a session that had one loses its roles when the second factor is removed', async () => {
    const { id } = await createAccountOf(strict, granting, 'analyse@example.org');
    await strict.as(granting).act('roleGrant', { accountId: id, role: 'ANALYST' });
    const { accessToken } = await sessionOf(strict, 'analyse@example.org');
    const own = clientOf(strict.url, accessToken);
    const { secondFactorKey } = await own.act('secondFactorEnrol', { currentPassword: PASSWORD }, ENROL);
    const { recoveryCodes } = await own.act(
      'secondFactorConfirm',
      { code: codeAt(secondFactorKey.secret, stepAt(strict.clock.now())) },
      CONFIRM,
    );
    expect(await rolesOf(strict, accessToken)).toEqual(['ANALYST']);
    const removed = await own.act('secondFactorDisable', { code: recoveryCodes.codes[0] });
    expect(codesOf(removed)).toEqual([]);
    expect(await rolesOf(strict, accessToken)).toEqual([]);
  });

  it('auditors and services go on with a password alone', async () => {
    const { id } = await createAccountOf(strict, granting, 'auditeur@example.org');
    await strict.as(granting).act('roleGrant', { accountId: id, role: 'AUDITOR' });
    const { accessToken } = await sessionOf(strict, 'auditeur@example.org');
    expect(await rolesOf(strict, accessToken)).toEqual(['AUDITOR']);
    const { errors } = await clientOf(strict.url, accessToken).run(
      '{ auditTemplates(first: 1) { totalCount } }',
    );
    expect(errors).toBeUndefined();
  });
});
