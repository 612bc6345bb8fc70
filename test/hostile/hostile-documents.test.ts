import { openApi, type TestApi } from '../support/api';
import { countStatements, type Statements } from '../support/count-statements';
import { makeCoordinator } from '../support/factories';
import { post } from '../support/post';
import { tokenOf } from '../support/refusals';
import { hostileDocuments } from './hostile-documents';

let api: TestApi;
let statements: Statements;

beforeAll(async () => {
  api = await openApi({ strictness: { isProduction: true } });
  statements = countStatements();
});
afterAll(async () => {
  statements.restore();
  await api.close();
});

/** Somebody new each time: what the server knows of old callers must not be what saves the statement. */
const stranger = async () => ({ authorization: `Bearer ${tokenOf(api, await makeCoordinator(api))}` });

it('there are at least 25, each with a name of its own', () => {
  expect(new Set(hostileDocuments.map(({ name }) => name)).size).toBe(hostileDocuments.length);
  expect(hostileDocuments.length).toBeGreaterThanOrEqual(25);
});

describe('a hostile document is refused without a statement', () => {
  it.each(hostileDocuments)('$name', async ({ query, variables, code }) => {
    const headers = await stranger();
    for (let time = 0; time < 2; time += 1) {
      const { answer, sent } = await statements.during(() => post(api.url, { query, variables }, headers));
      expect(answer.status).toBe(200);
      expect(new Set(answer.codes)).toEqual(new Set([code]));
      expect(answer.json.data).toBeUndefined();
      expect(answer.text).not.toMatch(/call stack|node_modules|did you mean/i);
      expect(sent).toEqual([]);
    }
    const strict = await post(
      api.url,
      { query, variables },
      { ...headers, accept: 'application/graphql-response+json' },
    );
    expect(strict.status).toBe(400);
  });

  it('also from a caller without a token, who learns less', async () => {
    for (const { query, variables } of hostileDocuments) {
      const { answer, sent } = await statements.during(() => post(api.url, { query, variables }));
      expect(answer.status).toBe(200);
      expect(answer.json.data).toBeUndefined();
      expect(sent).toEqual([]);
    }
  });

  it('and the next request is answered', async () => {
    const { answer, sent } = await statements.during(async () =>
      post(api.url, { query: '{ campaigns(first: 1) { nodes { id } } }' }, await stranger()),
    );
    expect(answer.json.data).toEqual({ campaigns: { nodes: [] } });
    expect(sent.length).toBeGreaterThan(0);
  });
});

describe('a long text from a caller without a token', () => {
  it('is refused before a password is hashed', async () => {
    const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { replayed } }';
    const variables = { input: { email: 'a@example.org', password: 'x'.repeat(30_000) } };
    const { answer, sent } = await statements.during(() => post(api.url, { query, variables }));
    expect(answer.codes).toEqual(['TEXT_TOO_LONG']);
    expect(sent).toEqual([]);
  });
});
