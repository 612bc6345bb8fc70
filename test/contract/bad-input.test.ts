import { randomUUID } from 'node:crypto';
import { globalId } from '../../server/kernel/ids';
import { signAccessToken } from '../../server/identity';
import { openApi, type Json, type TestApi } from '../support/api';
import { makeCampaign, makeCoordinator, makeTeamedAudit, templateVersionId } from '../support/factories';

let api: TestApi;
let token: string;
let leadToken: string;
let ids: Record<'audit' | 'campaign' | 'service' | 'version' | 'cursor' | 'disabled', string>;

beforeAll(async () => {
  api = await openApi();
  const coordinator = await makeCoordinator(api);
  const tokenOf = (accountId: string): string =>
    signAccessToken(api.signingKey, { accountId, sessionVersion: 1 }, 600);
  const audit = await makeTeamedAudit(api, { state: 'ON_SITE' });
  const disabled = await makeCoordinator(api);
  await api.sql('update account set disabled_at = now() where id = $1', [disabled]);
  await makeCampaign(api);
  token = tokenOf(coordinator);
  leadToken = tokenOf(audit.lead.accountId);
  const list = '{ campaigns(first: 1) { pageInfo { endCursor } } }';
  ids = {
    audit: globalId('Audit', audit.auditId),
    campaign: globalId('Campaign', audit.campaignId),
    service: globalId('AuditedService', audit.serviceId),
    version: globalId('TemplateVersion', await templateVersionId(api)),
    cursor: (await api.as(coordinator).run(list)).data.campaigns.pageInfo.endCursor,
    disabled: tokenOf(disabled),
  };
});
afterAll(() => api.close());

/** Every row of every table, as one digest per table. */
async function everything(): Promise<Record<string, string>> {
  const tables = await api.sql<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  );
  const parts = tables.map(
    ({ name }) =>
      `select '${name}' as name, count(*) || ' ' || md5(coalesce(string_agg(t::text, '' order by t::text), '')) as state from "${name}" t`,
  );
  const rows = await api.sql<{ name: string; state: string }>(parts.join(' union all '));
  return Object.fromEntries(rows.map(({ name, state }) => [name, state]));
}

/** What would tell how the server is made. */
const INNARDS =
  /node_modules|\.[jt]s:\d|\n\s+at |QueryFailed|syntax error at|invalid (input|byte)|violates|\bselect\b.+\bfrom\b|\$\d/i;

interface Answered {
  status: number;
  codes: string[];
}

/** Sends a request, sees that the answer is JSON without innards and that nothing changed. */
async function refused(init: RequestInit, path = ''): Promise<Answered> {
  const before = await everything();
  const response = await fetch(api.url + path, { method: 'POST', ...init });
  const text = await response.text();
  expect(response.headers.get('content-type')).toMatch(/^application\/(graphql-response\+)?json/);
  expect(text).not.toMatch(INNARDS);
  expect(await everything()).toEqual(before);
  return { status: response.status, codes: codesIn(JSON.parse(text)) };
}

/** Codes of top-level errors and of the userErrors of each payload. */
function codesIn({ errors = [], data }: Json): string[] {
  const payloads = Object.values<Json>(data ?? {}).flatMap((payload) => payload?.userErrors ?? []);
  return [
    ...errors.map((error: Json) => error.extensions?.code),
    ...payloads.map((error: Json) => error.code),
  ];
}

const json = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body));
const headers = (more: Record<string, string> = {}): Record<string, string> => ({
  'content-type': 'application/json',
  authorization: `Bearer ${token}`,
  ...more,
});
const ask = (query: string, variables: Record<string, unknown> = {}, more: Record<string, string> = {}) =>
  refused({ headers: headers(more), body: json({ query, variables }) });

const CREATE =
  'mutation ($input: CampaignCreateInput!) { campaignCreate(input: $input) { campaign { id } userErrors { code path } } }';

/** A campaign that nothing is wrong with but what is given. */
const campaign = (wrong: Record<string, unknown>) => ({
  input: {
    idempotencyKey: randomUUID(),
    code: `BAD-${randomUUID().slice(0, 8)}`,
    title: 'Campagne',
    templateVersionId: ids.version,
    visitsFrom: '2027-03-01',
    visitsTo: '2027-06-30',
    ...wrong,
  },
});

describe('a request that is no GraphQL request', () => {
  const query = '{ __typename }';
  const cases: [string, () => RequestInit, number, string][] = [
    ['by GET', () => ({ method: 'GET' }), 405, 'METHOD_NOT_ALLOWED'],
    [
      'by PUT',
      () => ({ method: 'PUT', headers: headers(), body: json({ query }) }),
      405,
      'METHOD_NOT_ALLOWED',
    ],
    ['by DELETE', () => ({ method: 'DELETE' }), 405, 'METHOD_NOT_ALLOWED'],
    [
      'with malformed JSON',
      () => ({ headers: headers(), body: '{"query": "{ __typename }"' }),
      400,
      'BAD_REQUEST',
    ],
    ['with an empty body', () => ({ headers: headers(), body: '' }), 400, 'BAD_REQUEST'],
    ['with a body that is null', () => ({ headers: headers(), body: 'null' }), 400, 'BAD_REQUEST'],
    ['with a body that is a text', () => ({ headers: headers(), body: '"query"' }), 400, 'BAD_REQUEST'],
    ['with a batch', () => ({ headers: headers(), body: json([{ query }, { query }]) }), 400, 'BAD_REQUEST'],
    [
      'with a prototype',
      () => ({ headers: headers(), body: '{"query":"{ __typename }","__proto__":{}}' }),
      400,
      'BAD_REQUEST',
    ],
    ['without a query', () => ({ headers: headers(), body: '{}' }), 400, 'BAD_REQUEST'],
    ['with an empty query', () => ({ headers: headers(), body: '{"query":""}' }), 400, 'BAD_REQUEST'],
    [
      'with a query that is a list',
      () => ({ headers: headers(), body: '{"query":["{ __typename }"]}' }),
      400,
      'BAD_REQUEST',
    ],
    [
      'with variables that are a list',
      () => ({ headers: headers(), body: json({ query, variables: [1] }) }),
      400,
      'BAD_REQUEST',
    ],
    [
      'as plain text',
      () => ({ headers: headers({ 'content-type': 'text/plain' }), body: json({ query }) }),
      415,
      'BAD_REQUEST',
    ],
    [
      'as a form',
      () => ({
        headers: headers({ 'content-type': 'application/x-www-form-urlencoded' }),
        body: 'query={__typename}',
      }),
      415,
      'BAD_REQUEST',
    ],
    [
      'over the limit',
      () => ({ headers: headers(), body: json({ query, pad: 'x'.repeat(4 * 1024 * 1024) }) }),
      413,
      'BAD_REQUEST',
    ],
    [
      'that takes no answer of ours, be it a mutation',
      () => ({
        headers: headers({ accept: 'text/html' }),
        body: json({ query: CREATE, variables: campaign({}) }),
      }),
      406,
      'NOT_ACCEPTABLE',
    ],
  ];
  it.each(cases)('%s is refused', async (_name, init, status, code) => {
    expect(await refused(init())).toEqual({ status, codes: [code] });
  });

  it('elsewhere than at /graphql is refused in JSON', async () => {
    expect(await refused({ headers: headers(), body: json({ query }) }, '/elsewhere')).toEqual({
      status: 404,
      codes: ['NOT_FOUND'],
    });
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
    ['of a subscription', 'subscription { campaigns }', ['GRAPHQL_VALIDATION_FAILED']],
    [
      'without a key',
      'mutation { campaignCreate(input: {}) { replayed } }',
      Array<string>(6).fill('GRAPHQL_VALIDATION_FAILED'),
    ],
  ];
  it.each(cases)('%s says so', async (_name, query, codes) => {
    expect(await ask(query)).toEqual({ status: 200, codes });
    const strict = await ask(query, {}, { accept: 'application/graphql-response+json' });
    expect(strict).toEqual({ status: 400, codes });
  });
});

describe('a list that cannot be read so', () => {
  const page = '($first: Int, $last: Int, $after: String, $before: String, $filter: CampaignFilter)';
  const list = `query ${page} { campaigns(first: $first, last: $last, after: $after, before: $before, filter: $filter) { nodes { id } } }`;
  const recut = (change: (parts: Json[]) => Json[]): string =>
    Buffer.from(JSON.stringify(change(JSON.parse(Buffer.from(ids.cursor, 'base64url').toString())))).toString(
      'base64url',
    );
  const cases: [string, () => Record<string, unknown>, string][] = [
    ['without first or last', () => ({}), 'PAGE_SIZE_MISSING'],
    ['of both', () => ({ first: 1, last: 1 }), 'PAGE_SIZE_MISSING'],
    ['of none', () => ({ first: 0 }), 'PAGE_SIZE_MISSING'],
    ['of fewer than none', () => ({ first: -1 }), 'PAGE_SIZE_MISSING'],
    ['of too many', () => ({ first: 101 }), 'PAGE_SIZE_MISSING'],
    ['of far too many', () => ({ last: 2147483647 }), 'PAGE_SIZE_MISSING'],
    ['of a number beyond 32 bits', () => ({ first: 2147483648 }), 'BAD_USER_INPUT'],
    ['of a half', () => ({ first: 1.5 }), 'BAD_USER_INPUT'],
    ['backwards from after', () => ({ last: 1, after: ids.cursor }), 'CURSOR_INVALID'],
    ['after something that is no cursor', () => ({ first: 1, after: 'abc' }), 'CURSOR_INVALID'],
    ['after a cursor with NUL', () => ({ first: 1, after: '\u0000' }), 'CURSOR_INVALID'],
    [
      'after a cursor of another filter',
      () => ({ first: 1, after: ids.cursor, filter: { states: ['DRAFT'] } }),
      'CURSOR_INVALID',
    ],
    [
      'after a cursor whose id was cut',
      () => ({ first: 1, after: recut(([list, at]) => [list, at, `' or 1=1`]) }),
      'CURSOR_INVALID',
    ],
    [
      'after a cursor of a day that does not exist',
      () => ({ first: 1, after: recut(([list, , id]) => [list, '2027-02-30T00:00:00Z', id]) }),
      'CURSOR_INVALID',
    ],
    [
      'after a cursor of no value',
      () => ({ first: 1, after: recut(([list, , id]) => [list, { a: 1 }, id]) }),
      'CURSOR_INVALID',
    ],
    ['filtered by a wrong enum value', () => ({ first: 1, filter: { states: ['LOUD'] } }), 'BAD_USER_INPUT'],
    [
      'filtered by a field that does not exist',
      () => ({ first: 1, filter: { owner: 'me' } }),
      'BAD_USER_INPUT',
    ],
  ];
  it.each(cases)('%s says so', async (_name, variables, code) => {
    expect(await ask(list, variables())).toEqual({ status: 200, codes: [code] });
  });

  it('from a cursor of another list says so', async () => {
    const query = 'query ($after: String) { audits(first: 1, after: $after) { nodes { id } } }';
    expect(await ask(query, { after: ids.cursor })).toEqual({ status: 200, codes: ['CURSOR_INVALID'] });
  });

  it.each(['\u0000', 'a\ud800'])('filtered by a text that no row can hold says so', async (search) => {
    const query =
      'query ($filter: AuditedServiceFilter) { auditedServices(first: 1, filter: $filter) { nodes { id } } }';
    expect((await ask(query, { filter: { search } })).codes).toEqual(['VALIDATION']);
    expect((await ask(query, { filter: { regionCodes: [search] } })).codes).toEqual(['VALIDATION']);
  });

  it('of more nodes than allowed says so', async () => {
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    const many = Array.from({ length: 101 }, () => ids.campaign);
    expect((await ask(query, { ids: many })).codes).toEqual(['VALIDATION']);
  });
});
