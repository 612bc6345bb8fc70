import { isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { buildSchema } from '../../schema/build-schema';
import { openApi, type TestApi } from '../support/api';
import { makeCoordinator } from '../support/factories';
import { post } from '../support/post';
import { tokenOf } from '../support/refusals';

const schema = buildSchema();

const types = Object.values(schema.getTypeMap()).filter(
  ({ name }) =>
    // What `__typename` says of the roots is said to everyone.
    !/^__|^(Query|Mutation|String|Int|Float|Boolean|ID)$/.test(name),
);
const roots = [schema.getQueryType(), schema.getMutationType()].flatMap((root) =>
  Object.values(root?.getFields() ?? {}),
);

/** The names of the schema, by what they are: no word list could be better. */
const words = {
  type: types.map(({ name }) => name),
  root: roots.map(({ name }) => name),
  field: distinct(
    types.flatMap((type) =>
      isObjectType(type) || isInterfaceType(type) ? Object.keys(type.getFields()) : [],
    ),
  ),
  input: distinct([
    ...types.flatMap((type) => (isInputObjectType(type) ? Object.keys(type.getFields()) : [])),
    ...roots.flatMap(({ args }) => args.map(({ name }) => name)),
  ]),
  value: distinct(
    types.flatMap((type) => (isEnumType(type) ? type.getValues().map(({ name }) => name) : [])),
  ),
};

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)];
}

/** A word that no schema has. */
const NOBODY = 'zqxjkv';

interface Probe {
  asks: string;
  of: keyof typeof words;
  send: (word: string) => { query: string; variables?: Record<string, unknown> };
}

/** What clairvoyance and its like ask to learn whether a word is a name, and of what. */
const probes: Probe[] = [
  { asks: 'a field of the query', of: 'root', send: (word) => ({ query: `{ ${word} }` }) },
  {
    asks: 'a field of the query with fields',
    of: 'root',
    send: (word) => ({ query: `{ ${word} { __typename } }` }),
  },
  { asks: 'a mutation', of: 'root', send: (word) => ({ query: `mutation { ${word} }` }) },
  {
    asks: 'a mutation with an input',
    of: 'root',
    send: (word) => ({ query: `mutation { ${word}(input: {}) { __typename } }` }),
  },
  { asks: 'an argument', of: 'input', send: (word) => ({ query: `{ __typename(${word}: 1) }` }) },
  {
    asks: 'a type that a fragment is on',
    of: 'type',
    send: (word) => ({ query: `{ __typename ... on ${word} { __typename } }` }),
  },
  {
    asks: 'the type of a variable',
    of: 'type',
    send: (word) => ({ query: `query ($a: ${word}) { __typename @skip(if: $a) }`, variables: { a: true } }),
  },
  {
    asks: 'a type of introspection',
    of: 'type',
    send: (word) => ({ query: `{ __type(name: "${word}") { name } }` }),
  },
];

/** The same of somebody who has read how to sign in. */
const SIGN_IN = 'mutation { signIn(input: { email: "a@example.org", password: "x" })';
const closer: Probe[] = [
  {
    asks: 'a type of error',
    of: 'type',
    send: (word) => ({ query: `${SIGN_IN} { userErrors { ... on ${word} { current { id } } } } }` }),
  },
  {
    asks: 'a type behind an error',
    of: 'type',
    send: (word) => ({
      query: `${SIGN_IN} { userErrors { ... on StaleVersionError { current { ... on ${word} { id } } } } } }`,
    }),
  },
  {
    asks: 'a field behind an error',
    of: 'field',
    send: (word) => ({
      query: `${SIGN_IN} { userErrors { ... on StaleVersionError { current { ... on Audit { ${word} } } } } } }`,
    }),
  },
  {
    asks: 'a field of the input',
    of: 'input',
    send: (word) => ({
      query: 'mutation ($input: SignInInput!) { signIn(input: $input) { replayed } }',
      variables: { input: { [word]: 1 } },
    }),
  },
  {
    asks: 'the value of an argument',
    of: 'value',
    send: (word) => ({ query: `mutation { signIn(input: ${word}) { replayed } }` }),
  },
];

let api: TestApi;

beforeAll(async () => {
  const plenty = { perAccount: 10_000_000, perAddress: 10_000_000 };
  api = await openApi({ strictness: { isProduction: true, rateLimits: plenty } });
});
afterAll(() => api.close());

/** The words whose answer is another than that of a word that no schema has. */
async function recovered({ of, send }: Probe): Promise<string[]> {
  const stranger = await post(api.url, send(NOBODY));
  const found: string[] = [];
  for (let start = 0; start < words[of].length; start += 20) {
    await Promise.all(
      words[of].slice(start, start + 20).map(async (word) => {
        const { status, text } = await post(api.url, send(word));
        if (text !== stranger.text || status !== stranger.status) found.push(word);
      }),
    );
  }
  return found;
}

describe('in production, from a caller without a token', () => {
  it('there are names to be found', () => {
    for (const list of Object.values(words)) expect(list.length).toBeGreaterThan(100);
  });

  it.each(probes)('a list of all names recovers none: $asks', async (probe) => {
    expect(await recovered(probe)).toEqual([]);
  });

  it.each(closer)('nor one who knows how to sign in: $asks', async (probe) => {
    expect(await recovered(probe)).toEqual([]);
  });

  it('signing in itself is answered', async () => {
    const { json } = await post(api.url, {
      query: `${SIGN_IN} { session { accessToken } replayed userErrors { code message path } } }`,
    });
    expect(json.data.signIn.userErrors).toMatchObject([{ code: 'SIGN_IN_FAILED' }]);
  });
});

describe('in production, from a caller with a token', () => {
  it('a wrong name is named, and no right one suggested', async () => {
    const headers = { authorization: `Bearer ${tokenOf(api, await makeCoordinator(api))}` };
    const { codes, text } = await post(
      api.url,
      { query: '{ campaignz(first: 1) { nodes { id } } }' },
      headers,
    );
    expect(codes).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(text).toContain('campaignz');
    expect(text).not.toMatch(/campaigns|did you mean/i);
  });
});
