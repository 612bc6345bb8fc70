import type { DataSource } from 'typeorm';
import { FirstAccountError, openFirstAccount } from '../../server/identity';
import { clientOf, openApi, type Json, type TestApi } from '../support/api';
import { connectTo } from '../support/data-source';
import { signIn, tokenOf } from '../support/sign-in';
import { connectAsReader, problemsOf, verifyDatabase } from '../support/trail-factories';

const PERSON = { email: 'administration@example.org', givenName: 'Camille', familyName: 'Le Goff' };
const OWN = 'une phrase qui n’est qu’à elle';

let api: TestApi;
let first: DataSource;
let second: DataSource;

beforeEach(async () => {
  api = await openApi({ settings: { isOwnPasswordRequired: true } });
  [first, second] = await Promise.all([connectTo(api), connectTo(api)]);
});
afterEach(async () => {
  await Promise.all([first.destroy(), second.destroy()]);
  await api.close();
});

const kept = () =>
  api.sql(
    `select a.email, a.kind, a.password_hash, p.given_name, p.family_name, g.role, g.from_date::text, g.to_date
     from account a left join person p on p.id = a.person_id left join role_grant g on g.account_id = a.id`,
  );

const errorCodes = (errors: Json): string[] => (errors ?? []).map(({ extensions }: Json) => extensions.code);

describe('the first account', () => {
  test('signs in with the password that was printed, must choose another, and then opens the others', async () => {
    // Ten minutes past midnight in Paris: the day before elsewhere.
    const password = await openFirstAccount(first, PERSON, new Date('2027-01-10T23:10:00Z'));
    expect(await kept()).toEqual([
      {
        email: PERSON.email,
        kind: 'LOCAL',
        password_hash: expect.stringMatching(/^\$argon2id\$/),
        given_name: 'Camille',
        family_name: 'Le Goff',
        role: 'ADMIN',
        from_date: '2027-01-11',
        to_date: null,
      },
    ]);
    const stranger = clientOf(api.url, await tokenOf(api, PERSON.email, password));
    const refused = await stranger.run('{ accounts(first: 1) { totalCount } }');
    expect(errorCodes(refused.errors)).toEqual(['OWN_PASSWORD_REQUIRED']);
    const change = { currentPassword: password, newPassword: OWN };
    expect((await stranger.act('passwordChange', change)).userErrors).toEqual([]);

    const owner = clientOf(api.url, await tokenOf(api, PERSON.email, OWN));
    const created = await owner.act(
      'accountCreate',
      { familyName: 'Durand', givenName: 'Louise', email: 'coordination@example.org', password },
      'account { id }',
    );
    expect(created.userErrors).toEqual([]);
    const grant = { accountId: created.account.id, role: 'COORDINATOR' };
    expect((await owner.act('roleGrant', grant)).userErrors).toEqual([]);
    const { data } = await owner.run('{ viewer { roles account { id } } }');
    expect(data.viewer.roles).toEqual(['ADMIN']);
    const forOneself = await owner.act('roleGrant', { ...grant, accountId: data.viewer.account.id });
    expect(forOneself.userErrors).toMatchObject([{ code: 'NOT_FOR_ONESELF' }]);
  });

  test('stands in the trail, which holds', async () => {
    await openFirstAccount(first, PERSON, api.clock.now());
    const entries = await api.sql('select act, account_id, object_type from trail_entry');
    expect(entries).toEqual([{ act: 'firstAccountOpen', account_id: null, object_type: 'Account' }]);
    const reader = await connectAsReader(api);
    expect(problemsOf(await verifyDatabase(reader))).toEqual([]);
    await reader.destroy();
  });

  test('is opened once: a second is refused and changes nothing', async () => {
    const password = await openFirstAccount(first, PERSON, api.clock.now());
    const before = await kept();
    await expect(
      openFirstAccount(first, { ...PERSON, email: 'another@example.org' }, api.clock.now()),
    ).rejects.toThrow('this database has an account already');
    await expect(openFirstAccount(first, PERSON, api.clock.now())).rejects.toThrow(FirstAccountError);
    expect(await kept()).toEqual(before);
    expect(await api.sql('select 1 from person')).toHaveLength(1);
    expect((await signIn(api, PERSON.email, password)).data.signIn.userErrors).toEqual([]);
  });

  test('is opened once by two at once', async () => {
    const outcomes = await Promise.allSettled(
      [first, second, first, second].map((dataSource, n) =>
        openFirstAccount(dataSource, { ...PERSON, email: `n${n}@example.org` }, api.clock.now()),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(FirstAccountError);
    expect(await kept()).toHaveLength(1);
  });

  test.each([
    ['no address', { email: 'administration' }, 'is no e-mail address'],
    ['an address of nothing', { email: ' ' }, 'is no e-mail address'],
    ['no given name', { givenName: ' ' }, 'are both needed'],
    ['no family name', { familyName: '' }, 'are both needed'],
    ['half a character', { familyName: 'Le \ud800' }, 'cannot be kept'],
    ['a name without end', { familyName: 'a'.repeat(101) }, 'at most 100'],
  ])('is not opened for %s', async (_what, wrong, message) => {
    await expect(openFirstAccount(first, { ...PERSON, ...wrong }, api.clock.now())).rejects.toThrow(message);
    expect(await kept()).toEqual([]);
  });
});
