import { randomUUID } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { newSigningKeyPem, signAccessToken, signingKeyFromPem } from '../../server/identity';
import { claimOf, openApi, type TestApi } from '../support/api';
import { makeCoordinator, templateVersionId } from '../support/factories';
import { globalId } from '../../server/kernel/ids';
import { refusalsOf, tokenOf, type Refusals } from '../support/refusals';

let api: TestApi;
let refusals: Refusals;
let coordinator: string;
let fine: Record<string, unknown>;

const CREATE =
  'mutation ($input: CampaignCreateInput!) { campaignCreate(input: $input) { campaign { id } userErrors { code } } }';

beforeAll(async () => {
  api = await openApi();
  coordinator = await makeCoordinator(api);
  refusals = refusalsOf(api, coordinator);
  fine = {
    idempotencyKey: randomUUID(),
    code: 'FINE',
    title: 'Campagne',
    templateVersionId: globalId('TemplateVersion', await templateVersionId(api)),
    visitsFrom: '2027-03-01',
    visitsTo: '2027-06-30',
  };
});
afterAll(() => api.close());

describe('a request that is no GraphQL request', () => {
  const query = '{ __typename }';
  const cases: [string, () => RequestInit, number, string][] = [
    ['by GET', () => ({ method: 'GET' }), 405, 'METHOD_NOT_ALLOWED'],
    [
      'by PUT',
      () => ({ method: 'PUT', headers: refusals.headers(), body: JSON.stringify({ query }) }),
      405,
      'METHOD_NOT_ALLOWED',
    ],
    ['by DELETE', () => ({ method: 'DELETE' }), 405, 'METHOD_NOT_ALLOWED'],
    [
      'with malformed JSON',
      () => ({ headers: refusals.headers(), body: '{"query": "{ __typename }"' }),
      400,
      'BAD_REQUEST',
    ],
    ['with an empty body', () => ({ headers: refusals.headers(), body: '' }), 400, 'BAD_REQUEST'],
    ['with a body that is null', () => ({ headers: refusals.headers(), body: 'null' }), 400, 'BAD_REQUEST'],
    [
      'with a body that is a text',
      () => ({ headers: refusals.headers(), body: '"query"' }),
      400,
      'BAD_REQUEST',
    ],
    [
      'with a batch',
      () => ({ headers: refusals.headers(), body: JSON.stringify([{ query }, { query }]) }),
      400,
      'BAD_REQUEST',
    ],
    [
      'with a prototype',
      () => ({ headers: refusals.headers(), body: '{"query":"{ __typename }","__proto__":{}}' }),
      400,
      'BAD_REQUEST',
    ],
    ['without a query', () => ({ headers: refusals.headers(), body: '{}' }), 400, 'BAD_REQUEST'],
    [
      'with an empty query',
      () => ({ headers: refusals.headers(), body: '{"query":""}' }),
      400,
      'BAD_REQUEST',
    ],
    [
      'with a query that is a list',
      () => ({ headers: refusals.headers(), body: '{"query":["{ __typename }"]}' }),
      400,
      'BAD_REQUEST',
    ],
    [
      'with variables that are a list',
      () => ({ headers: refusals.headers(), body: JSON.stringify({ query, variables: [1] }) }),
      400,
      'BAD_REQUEST',
    ],
    [
      'as plain text',
      () => ({
        headers: refusals.headers({ 'content-type': 'text/plain' }),
        body: JSON.stringify({ query }),
      }),
      415,
      'BAD_REQUEST',
    ],
    [
      'as a form',
      () => ({
        headers: refusals.headers({ 'content-type': 'application/x-www-form-urlencoded' }),
        body: 'query={__typename}',
      }),
      415,
      'BAD_REQUEST',
    ],
    [
      'over the limit',
      () => ({
        headers: refusals.headers(),
        body: JSON.stringify({ query, pad: 'x'.repeat(4 * 1024 * 1024) }),
      }),
      413,
      'BAD_REQUEST',
    ],
    [
      'that takes no answer of ours, be it a mutation',
      () => ({
        headers: refusals.headers({ accept: 'text/html' }),
        body: JSON.stringify({ query: CREATE, variables: { input: fine } }),
      }),
      406,
      'NOT_ACCEPTABLE',
    ],
  ];
  it.each(cases)('%s is refused', async (_name, init, status, code) => {
    expect(await refusals.send(init())).toEqual({ status, codes: [code] });
  });

  it('elsewhere than at /graphql is refused in JSON', async () => {
    expect(
      await refusals.send({ headers: refusals.headers(), body: JSON.stringify({ query }) }, '/elsewhere'),
    ).toEqual({
      status: 404,
      codes: ['NOT_FOUND'],
    });
  });
});

describe('malformed requests', () => {
  it('of many callers keep no connection to the database', async () => {
    for (let sent = 0; sent < 20; sent += 1) {
      const headers = refusals.headers({
        authorization: `Bearer ${tokenOf(api, await makeCoordinator(api))}`,
      });
      await fetch(api.url, { method: 'POST', headers, body: '[{}]' });
    }
    const held = await api.sql(
      `select state from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
    );
    expect(held).toEqual([]);
  });
});

describe('a document that does not fit', () => {
  const deep = (levels: number): string => `{ ${'a { '.repeat(levels)} b ${'}'.repeat(levels)} }`;
  const cases: [string, string, string[]][] = [
    ['malformed', '{ campaigns(first: 1) {', ['GRAPHQL_PARSE_FAILED']],
    ['of more words than allowed', `{ ${'__typename '.repeat(2001)} }`, ['GRAPHQL_PARSE_FAILED']],
    ['nested a thousand deep', deep(1000), ['GRAPHQL_PARSE_FAILED']],
    [
      'of a field that does not exist',
      '{ campaigns(first: 1) { nodes { secret } } }',
      ['GRAPHQL_VALIDATION_FAILED'],
    ],
    [
      'of an argument that does not exist',
      '{ campaigns(first: 1, offset: 2) { nodes { id } } }',
      ['GRAPHQL_VALIDATION_FAILED'],
    ],
    [
      'of a wrong enum value',
      '{ campaigns(first: 1, sort: NOISE) { nodes { id } } }',
      ['GRAPHQL_VALIDATION_FAILED'],
    ],
    ['of a text for a number', '{ campaigns(first: "1") { nodes { id } } }', ['GRAPHQL_VALIDATION_FAILED']],
    [
      'of a number beyond 32 bits',
      '{ campaigns(first: 4294967297) { nodes { id } } }',
      ['GRAPHQL_VALIDATION_FAILED'],
    ],
    ['of objects without fields', '{ campaigns(first: 1) }', ['GRAPHQL_VALIDATION_FAILED']],
    [
      'of fragments in a circle',
      '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
      ['GRAPHQL_VALIDATION_FAILED'],
    ],
    [
      'of two operations and no name',
      'query A { __typename } query B { __typename }',
      ['OPERATION_RESOLUTION_FAILURE'],
    ],
    [
      'without a key',
      'mutation { campaignCreate(input: {}) { replayed } }',
      Array<string>(6).fill('GRAPHQL_VALIDATION_FAILED'),
    ],
  ];
  it.each(cases)('%s says so', async (_name, query, codes) => {
    expect(await refusals.ask(query)).toEqual({ status: 200, codes });
    const strict = await refusals.ask(query, {}, { accept: 'application/graphql-response+json' });
    expect(strict).toEqual({ status: 400, codes });
  });

  it('of a subscription says so', async () => {
    expect((await refusals.ask('subscription { campaigns }')).codes).toEqual(['BAD_USER_INPUT']);
  });
});

describe('a caller who is not who he says', () => {
  const signed = (key = api.signingKey, claim = {}) =>
    signAccessToken(key, { ...claimOf(coordinator), ...claim }, 600);
  const cases: [string, () => string | Promise<string>][] = [
    ['without a token', () => ''],
    ['with a word for a token', () => 'Bearer nonsense'],
    ['with another scheme', () => `Basic ${Buffer.from('a:b').toString('base64')}`],
    ['with a token of another key', () => `Bearer ${signed(signingKeyFromPem(newSigningKeyPem()))}`],
    [
      'with a token that was changed',
      () =>
        `Bearer ${signed().replace(/\.[^.]+\./, `.${Buffer.from('{"sub":"x"}').toString('base64url')}.`)}`,
    ],
    [
      'with a token that nobody signed',
      () => `Bearer ${jwt.sign({ sub: coordinator }, null, { algorithm: 'none' })}`,
    ],
    ['with a token of a session that ended', () => `Bearer ${signed(api.signingKey, { sessionVersion: 9 })}`],
    ['with a token of nobody', () => `Bearer ${signed(api.signingKey, { accountId: randomUUID() })}`],
    [
      'whose account was closed',
      async () => {
        const closed = await makeCoordinator(api);
        await api.sql('update account set disabled_at = now() where id = $1', [closed]);
        return `Bearer ${tokenOf(api, closed)}`;
      },
    ],
    [
      'with a token that has expired',
      () => `Bearer ${signAccessToken(api.signingKey, claimOf(coordinator), -60)}`,
    ],
  ];
  it.each(cases)('%s reads and writes nothing', async (_name, authorization) => {
    const headers = { authorization: await authorization() };
    expect(await refusals.ask('{ campaigns(first: 1) { nodes { id } } }', {}, headers)).toEqual({
      status: 200,
      codes: ['UNAUTHENTICATED'],
    });
    expect(await refusals.ask(CREATE, { input: fine }, headers)).toEqual({
      status: 200,
      codes: ['UNAUTHENTICATED'],
    });
  });
});
