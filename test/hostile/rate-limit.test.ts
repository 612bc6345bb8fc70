import { callerOfAddress, rateLimiter } from '../../server/graphql/limits/rate-limiter';
import { settableClock } from '../../server/kernel/clock';
import { openApi, TEST_START, type TestApi } from '../support/api';
import { countStatements } from '../support/count-statements';
import { makeCoordinator } from '../support/factories';
import { post } from '../support/post';
import { tokenOf } from '../support/refusals';

const LIMITS = { perAccount: 10, perAddress: 3 };

let api: TestApi;
let headers: Record<string, string>;

beforeEach(async () => {
  api = await openApi({ strictness: { rateLimits: LIMITS } });
  headers = { authorization: `Bearer ${tokenOf(api, await makeCoordinator(api))}` };
});
afterEach(() => api.close());

const RATE = '{ rateLimit { limit cost remaining resetAt } }';
const minuteLater = new Date(new Date(TEST_START).getTime() + 60_000).toISOString();

describe('what a request costs', () => {
  it('stands on every answer that was counted, before anything is read', async () => {
    const page = 'audits(first: 10) { nodes { findings(first: 20) { nodes { id } } } }';
    const { json } = await post(api.url, { query: `{ ${page} }` }, headers);
    expect(json.extensions.cost).toEqual({ requested: 10 + 10 * 20, limit: 50_000 });
    const variables = { a: 10, f: 20 };
    const query = `query ($a: Int!, $f: Int = 5) { audits(first: $a) { nodes { findings(first: $f) { nodes { id } } } } }`;
    const varied = await post(api.url, { query, variables }, headers);
    expect(varied.json.extensions.cost.requested).toBe(210);
    const standard = await post(api.url, { query, variables: { a: 10 } }, headers);
    expect(standard.json.extensions.cost.requested).toBe(60);
    const refused = await post(api.url, { query, variables: { a: 1000, f: 1000 } }, headers);
    expect(refused.codes).toEqual(['QUERY_TOO_LARGE']);
    expect(refused.json.extensions.cost).toEqual({ requested: 1_001_000, limit: 50_000 });
  });

  it('is one point for each hundred objects begun', async () => {
    const first = await post(api.url, { query: RATE }, headers);
    expect(first.json.data.rateLimit).toEqual({ limit: 10, cost: 1, remaining: 9, resetAt: minuteLater });
    const second = await post(
      api.url,
      {
        query: `{ rateLimit { cost remaining } campaigns(first: 100) { nodes { audits(first: 2) { nodes { id } } } } }`,
      },
      headers,
    );
    expect(second.json.data.rateLimit).toEqual({ cost: 3, remaining: 6 });
  });
});

describe('a caller who has used up his minute', () => {
  const empty = async (): Promise<void> => {
    for (let sent = 0; sent < LIMITS.perAccount; sent += 1)
      expect((await post(api.url, { query: RATE }, headers)).codes).toEqual([]);
  };

  it('is told so, how long to wait, and costs no statement', async () => {
    await empty();
    const statements = countStatements();
    const { answer, sent } = await statements.during(() => post(api.url, { query: RATE }, headers));
    statements.restore();
    expect(answer.status).toBe(429);
    expect(answer.codes).toEqual(['RATE_LIMITED']);
    expect(answer.headers.get('retry-after')).toBe('60');
    expect(sent).toEqual([]);
  });

  it('may go on in the next', async () => {
    await empty();
    api.clock.advance({ seconds: 59 });
    const early = await post(api.url, { query: RATE }, headers);
    expect([early.status, early.headers.get('retry-after')]).toEqual([429, '1']);
    api.clock.advance({ seconds: 1 });
    expect((await post(api.url, { query: RATE }, headers)).json.data.rateLimit.remaining).toBe(9);
  });

  it('does not hinder another account, nor those without one', async () => {
    await empty();
    const other = { authorization: `Bearer ${tokenOf(api, await makeCoordinator(api))}` };
    expect((await post(api.url, { query: RATE }, other)).status).toBe(200);
    expect((await post(api.url, { query: '{ apiVersion }' })).status).toBe(200);
  });

  it('is refused what he cannot pay, and may still ask for less', async () => {
    const dear = '{ campaigns(first: 100) { nodes { audits(first: 11) { nodes { id } } } } }';
    expect((await post(api.url, { query: dear }, headers)).status).toBe(429);
    expect((await post(api.url, { query: RATE }, headers)).json.data.rateLimit.remaining).toBe(9);
  });

  it('is counted by address without a token, whatever he sends', async () => {
    const sent = ['{', '{ nothing }', '[]', '{ apiVersion }'];
    const answers = [];
    for (const query of sent) answers.push((await post(api.url, { query })).status);
    expect(answers).toEqual([200, 200, 200, 429]);
    const forged = { authorization: 'Bearer aaaa.bbbb.cccc' };
    expect((await post(api.url, { query: RATE }, forged)).status).toBe(429);
  });
});

describe('an address', () => {
  it.each([
    ['192.0.2.7', 'address:192.0.2.7'],
    ['::ffff:192.0.2.7', 'address:192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', 'address:2001:db8:1:2::/64'],
    ['2001:db8:1:2::9', 'address:2001:db8:1:2::/64'],
    ['2001:0db8::1', 'address:2001:db8:0:0::/64'],
    ['::1', 'address:0:0:0:0::/64'],
    ['fe80::1%eth0', 'address:fe80:0:0:0::/64'],
  ])('%s is counted as %s', (address, caller) => {
    expect(callerOfAddress(address)).toBe(caller);
  });

  it('of whom there are very many does not fill the memory for ever, and keeps the latest', () => {
    const limiter = rateLimiter(settableClock(TEST_START));
    for (let n = 0; n < 60_000; n += 1) limiter.spend(`address:${n}`, 5, 5);
    expect(limiter.spend('address:0', 5, 0).remaining).toBe(5);
    expect(limiter.spend('address:59999', 5, 0).remaining).toBe(0);
  });

  it('starts anew when the clock is put back', () => {
    const clock = settableClock(TEST_START);
    const limiter = rateLimiter(clock);
    limiter.spend('a', 5, 5);
    clock.set('2026-01-01T00:00:00Z');
    expect(limiter.spend('a', 5, 1)).toMatchObject({ remaining: 4, isEnough: true });
  });
});
