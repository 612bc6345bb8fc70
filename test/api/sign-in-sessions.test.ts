import { clientOf, openApi, type Json, type TestApi } from '../support/api';
import { makeAccount } from '../support/factories';
import { openSecondInstance } from '../support/second-instance';
import { createAccountOf, refresh, renewed, rolesOf, sessionOf, type Tokens } from '../support/sign-in';

const REFUSED = ['REFRESH_REFUSED'];
const START = '2027-01-11T08:00:00Z';

let api: TestApi;
let second: TestApi;
let adminId: string;
let people = 0;

beforeAll(async () => {
  api = await openApi();
  second = await openSecondInstance(api);
  adminId = (await makeAccount(api, { roles: ['ADMIN'] })).accountId;
});
beforeEach(() => api.clock.set(START));
afterAll(async () => {
  await second.close();
  await api.close();
});

/** Somebody new, signed in. */
async function signedIn(): Promise<Tokens & { email: string; id: string; uuid: string }> {
  people += 1;
  const email = `session${people}@example.org`;
  const account = await createAccountOf(api, adminId, email);
  return { ...(await sessionOf(api, email)), ...account, email };
}

const endReasonOf = async (uuid: string): Promise<Json> => {
  const rows = await api.sql<{ end_reason: string | null }>(
    `select end_reason from account_session where account_id = $1 and id <> account_id order by created_at`,
    [uuid],
  );
  return rows.map(({ end_reason }) => end_reason);
};

describe('a refresh token', () => {
  it('gives a new pair of tokens, each good once', async () => {
    const first = await signedIn();
    const second = await renewed(api, first.refreshToken);
    expect(second.refreshToken).not.toBe(first.refreshToken);
    expect(second.accessToken).not.toBe(first.accessToken);
    expect(await rolesOf(api, first.accessToken)).toEqual([]);
    expect(await rolesOf(api, second.accessToken)).toEqual([]);
    const third = await renewed(api, second.refreshToken);
    expect(await rolesOf(api, third.accessToken)).toEqual([]);
    expect(await endReasonOf(first.uuid)).toEqual([null]);
  });

  it('is 256 random bits, of which only the SHA-256 is kept', async () => {
    const { refreshToken, uuid } = await signedIn();
    const { refreshToken: next } = await renewed(api, refreshToken);
    for (const token of [refreshToken, next]) expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const rows = await api.sql<{ row: string }>(
      `select to_jsonb(t)::text as row from refresh_token t join account_session s on s.id = t.account_session_id
       where s.account_id = $1`,
      [uuid],
    );
    expect(rows).toHaveLength(2);
    expect(rows.filter(({ row }) => row.includes(refreshToken) || row.includes(next))).toEqual([]);
  });

  it('is no access token, nor the other way round', async () => {
    const { accessToken, refreshToken } = await signedIn();
    expect(await rolesOf(api, refreshToken)).toEqual(['UNAUTHENTICATED']);
    expect(await refresh(api, accessToken)).toEqual(REFUSED);
  });

  it('that nobody gave is refused, and so are empty and odd ones', async () => {
    for (const token of ['', 'x', '\u0000', 'é'.repeat(1000)])
      expect(await refresh(api, token)).toEqual(REFUSED);
  });
});

describe('a refresh token that is sent again', () => {
  it('gives the same successor once within a minute: the answer was lost', async () => {
    const { refreshToken, uuid } = await signedIn();
    const lost = await renewed(api, refreshToken);
    api.clock.advance({ seconds: 60 });
    const again = await renewed(api, refreshToken);
    expect(again.refreshToken).toBe(lost.refreshToken);
    expect(await rolesOf(api, again.accessToken)).toEqual([]);
    await renewed(api, again.refreshToken);
    expect(await endReasonOf(uuid)).toEqual([null]);
  });

  it('a third time within the minute gives nothing, and the successor lives', async () => {
    const { refreshToken } = await signedIn();
    const { refreshToken: successor } = await renewed(api, refreshToken);
    await renewed(api, refreshToken);
    expect(await refresh(api, refreshToken)).toEqual(REFUSED);
    await renewed(api, successor);
  });

  it.each<[string, (token: string) => Promise<string>]>([
    [
      'after the minute',
      async (token) => {
        await renewed(api, token);
        api.clock.advance({ seconds: 60, milliseconds: 1 });
        return token;
      },
    ],
    [
      'when its successor was used',
      async (token) => {
        await renewed(api, (await renewed(api, token)).refreshToken);
        return token;
      },
    ],
    [
      'of an older generation, though all happened within the minute',
      async (token) => {
        const second = await renewed(api, token);
        const third = await renewed(api, second.refreshToken);
        await renewed(api, third.refreshToken);
        return token;
      },
    ],
    [
      'when it was replayed before and the replayed answer was used',
      async (token) => {
        await renewed(api, token);
        await renewed(api, (await renewed(api, token)).refreshToken);
        return token;
      },
    ],
  ])('%s ends the family, with its access tokens, at the next request', async (_when, steal) => {
    const { refreshToken, accessToken, uuid } = await signedIn();
    const stolen = await steal(refreshToken);
    expect(await rolesOf(api, accessToken)).toEqual([]);
    const [living] = await api.sql<{ count: number }>(
      `select count(*)::int as count from account_session where account_id = $1 and ended_at is null and id <> account_id`,
      [uuid],
    );
    expect(living?.count).toBe(1);
    expect(await rolesOf(second, accessToken)).toEqual([]);
    expect(await refresh(api, stolen)).toEqual(REFUSED);
    for (const instance of [second, api])
      expect(await rolesOf(instance, accessToken)).toEqual(['UNAUTHENTICATED']);
    expect(await endReasonOf(uuid)).toEqual(['TOKEN_REUSED']);
  });

  it('takes the living token of the family along, and no other family', async () => {
    const { refreshToken, email } = await signedIn();
    const other = await sessionOf(api, email);
    const second = await renewed(api, refreshToken);
    const third = await renewed(api, second.refreshToken);
    expect(await refresh(api, refreshToken)).toEqual(REFUSED);
    expect(await refresh(api, third.refreshToken)).toEqual(REFUSED);
    expect(await rolesOf(api, third.accessToken)).toEqual(['UNAUTHENTICATED']);
    await renewed(api, other.refreshToken);
  });

  it('twenty times at once, to two instances, leaves exactly one living successor', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { refreshToken, uuid } = await signedIn();
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, n) => refresh(n % 2 ? second : api, refreshToken)),
      );
      const successors = answers.flatMap((answer) => (Array.isArray(answer) ? [] : [answer.refreshToken]));
      expect(new Set(successors).size).toBe(1);
      expect(successors).toHaveLength(2);
      const living = await api.sql(
        `select 1 from refresh_token t join account_session s on s.id = t.account_session_id
         where s.account_id = $1 and s.ended_at is null and t.used_at is null`,
        [uuid],
      );
      expect(living).toHaveLength(1);
      await renewed(api, String(successors[0]));
    }
  });
});

describe('a session', () => {
  it('ends when nobody renews it, and at the latest after its days', async () => {
    const idle = await signedIn();
    api.clock.advance({ days: 30 });
    expect(await refresh(api, idle.refreshToken)).toEqual(REFUSED);

    api.clock.set(START);
    let { refreshToken, refreshExpiresAt } = await signedIn();
    expect(refreshExpiresAt).toBe('2027-02-10T08:00:00.000Z');
    for (const days of [29, 29]) {
      api.clock.advance({ days });
      ({ refreshToken, refreshExpiresAt } = await renewed(api, refreshToken));
    }
    expect(refreshExpiresAt).toBe('2027-03-12T08:00:00.000Z');
    api.clock.advance({ days: 1, hours: 23, minutes: 55 });
    const last = await renewed(api, refreshToken);
    const left = (Date.parse(last.expiresAt) - Date.now()) / 1000;
    expect(left).toBeLessThanOrEqual(300);
    api.clock.advance({ minutes: 5 });
    expect(await refresh(api, last.refreshToken)).toEqual(REFUSED);
  });

  it('is listed for its owner, with the present one marked', async () => {
    const { email, uuid } = await signedIn();
    const { accessToken } = await sessionOf(api, email, { deviceLabel: 'Tablette\u0000 de visite' });
    await api.sql('delete from account_session where id = $1', [uuid]);
    const { data } = await clientOf(api.url, accessToken).run(
      `{ viewer { sessions(first: 10) { totalCount nodes { method deviceLabel isCurrent isSecondFactor endedAt endReason } } } }`,
    );
    const fine = { method: 'PASSWORD', isSecondFactor: false, endedAt: null, endReason: null };
    expect(data.viewer.sessions.totalCount).toBe(2);
    expect(data.viewer.sessions.nodes).toEqual(
      expect.arrayContaining([
        { ...fine, deviceLabel: 'node', isCurrent: false },
        { ...fine, deviceLabel: 'Tablette de visite', isCurrent: true },
      ]),
    );
  });

  it('signs out by itself, leaving the others', async () => {
    const { email, ...here } = await signedIn();
    const there = await sessionOf(api, email);
    const out = await clientOf(api.url, here.accessToken).act('signOut', {});
    expect(out.userErrors).toEqual([]);
    expect(await rolesOf(api, here.accessToken)).toEqual(['UNAUTHENTICATED']);
    expect(await refresh(api, here.refreshToken)).toEqual(REFUSED);
    expect(await rolesOf(api, there.accessToken)).toEqual([]);
    expect(await endReasonOf(here.uuid)).toEqual(['SIGNED_OUT', null]);
  });

  it('can be revoked by its owner and by an administrator, and does not exist for anybody else', async () => {
    const { email, uuid, ...lost } = await signedIn();
    const here = await sessionOf(api, email);
    const own = clientOf(api.url, here.accessToken);
    const idOf = async (tokens: Tokens): Promise<string> => {
      const list = await clientOf(api.url, tokens.accessToken).run(
        '{ viewer { sessions(first: 10) { nodes { id isCurrent } } } }',
      );
      return list.data.viewer.sessions.nodes.find((node: Json) => node.isCurrent).id;
    };
    const lostId = await idOf(lost);
    const hereId = await idOf(here);
    const stranger = clientOf(api.url, (await signedIn()).accessToken);
    const hidden = await stranger.act('sessionRevoke', { accountSessionId: lostId });
    expect(hidden.userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'accountSessionId'] }]);
    expect(
      (await stranger.run('query ($id: ID!) { node(id: $id) { id } }', { id: lostId })).data.node,
    ).toBeNull();

    const revoked = await own.act(
      'sessionRevoke',
      { accountSessionId: lostId },
      'accountSession { endReason }',
    );
    expect(revoked.accountSession).toEqual({ endReason: 'REVOKED' });
    expect(await rolesOf(api, lost.accessToken)).toEqual(['UNAUTHENTICATED']);
    expect(await refresh(api, lost.refreshToken)).toEqual(REFUSED);
    const twice = await own.act('sessionRevoke', { accountSessionId: lostId });
    expect(twice.userErrors).toMatchObject([{ code: 'SESSION_ENDED' }]);

    const list = `query ($uuid: ID!) { account(id: $uuid) { sessions(first: 10) { nodes { id } } } }`;
    const sessionsFor = async (accountId: string): Promise<string[]> =>
      (await api.as(accountId).run(list, { uuid })).data.account.sessions.nodes.map(({ id }: Json) => id);
    expect(await sessionsFor(adminId)).toContain(hereId);
    const { accountId: coordinator } = await makeAccount(api, { roles: ['COORDINATOR'] });
    expect(await sessionsFor(coordinator)).toEqual([]);
    const byAdmin = await api.as(adminId).act('sessionRevoke', { accountSessionId: hereId });
    expect(byAdmin.userErrors).toEqual([]);
    expect(await rolesOf(api, here.accessToken)).toEqual(['UNAUTHENTICATED']);
    expect(await endReasonOf(uuid)).toEqual(['REVOKED', 'REVOKED']);
  });
});
