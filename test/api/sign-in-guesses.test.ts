import { countGuess, GUESSES } from '../../server/identity';
import { clientOf, openApi, type Json, type TestApi } from '../support/api';
import { connectTo } from '../support/data-source';
import { makeAccount } from '../support/factories';
import { openSecondInstance } from '../support/second-instance';
import { createAccountOf, PASSWORD, refresh, sessionOf, signIn } from '../support/sign-in';

const START = '2027-01-11T08:00:00Z';
const WINDOW_END = '2027-01-11T08:15:00.000Z';

let api: TestApi;
let second: TestApi;
let adminId: string;

beforeAll(async () => {
  api = await openApi();
  second = await openSecondInstance(api);
  adminId = (await makeAccount(api, { roles: ['ADMIN'] })).accountId;
});
beforeEach(async () => {
  api.clock.set(START);
  await api.sql('delete from sign_in_attempt');
});
afterAll(async () => {
  await second.close();
  await api.close();
});

const codesOf = ({ data }: Json): string[] => data.signIn.userErrors.map(({ code }: Json) => code);

async function guess(email: string, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1)
    expect(codesOf(await signIn(api, email, 'faux'))).toEqual(['SIGN_IN_FAILED']);
}

describe('wrong guesses', () => {
  it('of one account are stopped, even when the next is right, until the window ends', async () => {
    await createAccountOf(api, adminId, 'guessed@example.org');
    await guess('guessed@example.org', GUESSES.account);
    const stopped = await signIn(api, ' GUESSED@example.org');
    expect(stopped.data.signIn.userErrors).toEqual([
      {
        __typename: 'InputError',
        code: 'TOO_MANY_ATTEMPTS',
        message: `Too many attempts: try again after ${WINDOW_END}.`,
        path: ['input'],
      },
    ]);
    api.clock.set(WINDOW_END);
    expect(codesOf(await signIn(api, 'guessed@example.org'))).toEqual([]);
  });

  it('of an account that does not exist are stopped the same way', async () => {
    await guess('nobody@example.org', GUESSES.account);
    expect(codesOf(await signIn(api, 'nobody@example.org'))).toEqual(['TOO_MANY_ATTEMPTS']);
  });

  it('from one address are stopped over all accounts, and right ones do not count', async () => {
    await createAccountOf(api, adminId, 'busy@example.org');
    for (let time = 0; time < 2 * GUESSES.account; time += 1) await sessionOf(api, 'busy@example.org');
    const parts = { dataSource: await connectTo(api), secretBox: api.secretBox, now: api.clock.now() };
    try {
      for (let time = 0; time < GUESSES.address; time += 1) await countGuess(parts, { address: '127.0.0.1' });
    } finally {
      await parts.dataSource.destroy();
    }
    expect(codesOf(await signIn(api, 'busy@example.org'))).toEqual(['TOO_MANY_ATTEMPTS']);
  });

  it('sent at once are all counted, to whichever instance', async () => {
    await createAccountOf(api, adminId, 'parallel@example.org');
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, n) => signIn(n % 2 ? second : api, 'parallel@example.org', 'faux')),
    );
    const codes = answers.flatMap((answer) => codesOf(answer));
    expect(codes.filter((code) => code === 'SIGN_IN_FAILED')).toHaveLength(GUESSES.account);
    expect(codes.filter((code) => code === 'TOO_MANY_ATTEMPTS')).toHaveLength(30 - GUESSES.account);
  });

  it('by aliases of one request: only the first is answered', async () => {
    await createAccountOf(api, adminId, 'aliases@example.org');
    const input = `input: { email: "aliases@example.org", password: "${PASSWORD}" }`;
    const wrong = `input: { email: "aliases@example.org", password: "faux" }`;
    const { data } = await api.as(null).run(`mutation {
      a: signIn(${wrong}) { session { accessToken } userErrors { code } }
      b: signIn(${input}) { session { accessToken } userErrors { code } }
      c: sessionRefresh(input: { refreshToken: "x" }) { userErrors { code } } }`);
    expect(data).toEqual({
      a: { session: null, userErrors: [{ code: 'SIGN_IN_FAILED' }] },
      b: { session: null, userErrors: [{ code: 'SIGN_IN_REPEATED' }] },
      c: { userErrors: [{ code: 'SIGN_IN_REPEATED' }] },
    });
  });

  it('of the password by whoever holds a session are stopped as well', async () => {
    await createAccountOf(api, adminId, 'held@example.org');
    const { accessToken, refreshToken } = await sessionOf(api, 'held@example.org');
    const held = clientOf(api.url, accessToken);
    const change = async (currentPassword: string): Promise<string[]> => {
      const payload = await held.act('passwordChange', {
        currentPassword,
        newPassword: 'encore une phrase longue',
      });
      return payload.userErrors.map(({ code }: Json) => code);
    };
    for (let time = 0; time < GUESSES.account; time += 1)
      expect(await change('faux')).toEqual(['PASSWORD_WRONG']);
    expect(await change(PASSWORD)).toEqual(['TOO_MANY_ATTEMPTS']);
    expect(Array.isArray(await refresh(api, refreshToken))).toBe(false);
  });

  it('leave no trace of what was typed', async () => {
    await guess('mot de passe dans la mauvaise case', 1);
    const rows = await api.sql<{ subject: string }>('select subject from sign_in_attempt');
    expect(rows).toHaveLength(2);
    for (const { subject } of rows) expect(subject).toMatch(/^[\w-]{43}$/);
  });
});
