import { openApi, type Json, type TestApi } from '../support/api';
import { makeCoordinator } from '../support/factories';
import { post, read, type Posted } from '../support/post';
import { tokenOf } from '../support/refusals';

let api: TestApi;
let signedIn: Record<string, string>;

beforeAll(async () => {
  api = await openApi({ strictness: { isProduction: true } });
  signedIn = { authorization: `Bearer ${tokenOf(api, await makeCoordinator(api))}` };
});
afterAll(() => api.close());

type Send = (body: unknown) => Promise<Posted>;

/** A check: what it sends, and by what it would call the answer a finding. */
interface Check {
  name: string;
  send: (ask: Send) => Promise<Posted>;
  isFinding: (answer: Posted) => boolean;
}

const cop = (query: string) => (ask: Send) => ask({ query, operationName: 'cop' });
const get = async (query: string): Promise<Posted> =>
  read(await fetch(`${api.url}?query=${encodeURIComponent(query)}`));
const form = async (query: string): Promise<Posted> =>
  read(await fetch(api.url, { method: 'POST', body: new URLSearchParams({ query }) }));
const answered = ({ json }: Posted): boolean => Boolean(json.data?.__typename);
const suggests = ({ text }: Posted): boolean => /did you mean/i.test(text);
const introspected = ({ json }: Posted): boolean => Boolean(json.data?.__schema);
const isList = ({ json }: Posted): boolean => Array.isArray(json);

/** The twelve checks of graphql-cop, and the thirteenth that it leaves out. */
const graphqlCop: Check[] = [
  {
    name: 'alias overloading',
    send: cop(`query cop { ${Array.from({ length: 101 }, (_, n) => `alias${n}:__typename`).join(' \n')} }`),
    isFinding: ({ json }) => Boolean(json.data?.alias100),
  },
  {
    name: 'batch queries',
    send: (ask) =>
      ask(Array.from({ length: 10 }, () => ({ query: 'query cop { __typename }', operationName: 'cop' }))),
    isFinding: isList,
  },
  {
    name: 'GraphiQL',
    send: async () => read(await fetch(api.url, { headers: { accept: 'text/html' } })),
    isFinding: ({ text }) => /graphiql|playground/i.test(text),
  },
  {
    name: 'directive overloading',
    send: cop('query cop { __typename @aa@aa@aa@aa@aa@aa@aa@aa@aa@aa }'),
    isFinding: ({ codes }) => codes.length > 1,
  },
  {
    name: 'circular introspection',
    send: cop(
      'query cop { __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }',
    ),
    isFinding: ({ json }) => (json.data?.__schema?.types?.length ?? 0) > 25,
  },
  { name: 'queries by GET', send: () => get('query cop {__typename}'), isFinding: answered },
  { name: 'mutations by GET', send: () => get('mutation cop {__typename}'), isFinding: answered },
  { name: 'forged posts', send: () => form('query cop { __typename }'), isFinding: answered },
  {
    name: 'tracing',
    send: cop('query cop { __typename }'),
    isFinding: ({ json }) =>
      Boolean(json.extensions?.tracing) ||
      ((json.errors ?? []) as Json[]).some((error) => error.extensions?.tracing),
  },
  {
    name: 'unhandled errors',
    send: cop('qwerty cop { abc }'),
    isFinding: ({ text }) => /exception|stacktrace|\bat \/|node_modules/.test(text),
  },
  { name: 'suggestions', send: cop('query cop { __schema { directive } }'), isFinding: suggests },
  {
    name: 'duplicated fields',
    send: cop(`query cop { ${'__typename \n'.repeat(500)} }`),
    isFinding: answered,
  },
];
const introspection: Check = {
  name: 'introspection',
  send: cop('query cop { __schema { types { name fields { name } } } }'),
  isFinding: introspected,
};

/** The five detections of BatchQL. */
const batchQl: Check[] = [
  { name: 'suggestions', send: (ask) => ask({ query: 'query { assetnotee }' }), isFinding: suggests },
  {
    name: 'forged requests by GET and by form',
    send: async () => {
      expect(answered(await get('query { __typename }'))).toBe(false);
      return form('query { __typename }');
    },
    isFinding: answered,
  },
  {
    name: 'batches by name',
    send: (ask) =>
      ask({ query: 'query { assetnote: Query { hacktheplanet } assetnote1: Query { hacktheplanet } }' }),
    isFinding: ({ text }) => text.includes('assetnote1'),
  },
  {
    name: 'batches as JSON lists',
    send: (ask) => ask([{ query: 'query { assetnote }' }, { query: 'query { assetnote }' }]),
    isFinding: isList,
  },
];

describe.each([
  ['without a token', () => ({}), [...graphqlCop, introspection], [...batchQl, introspection]],
  ['signed in', () => signedIn, graphqlCop, batchQl],
] as const)('in production, %s', (_who, headers, copChecks, batchChecks) => {
  const ask: Send = (body) => post(api.url, body, headers());

  it.each(copChecks)('graphql-cop finds nothing: $name', async ({ send, isFinding }) => {
    const answer = await send(ask);
    expect([answer.text, isFinding(answer)]).toEqual([answer.text, false]);
    expect(answer.status).toBeLessThan(500);
  });

  it.each(batchChecks)('BatchQL finds nothing: $name', async ({ send, isFinding }) => {
    const answer = await send(ask);
    expect([answer.text, isFinding(answer)]).toEqual([answer.text, false]);
    expect(answer.status).toBeLessThan(500);
  });
});

describe('the checks themselves', () => {
  it('see what they look for where it is allowed', async () => {
    const found = await introspection.send((body) => post(api.url, body, signedIn));
    expect(introspection.isFinding(found)).toBe(true);
    const plain = await cop('query cop { __typename }')((body) => post(api.url, body, signedIn));
    expect(answered(plain)).toBe(true);
  });
});
