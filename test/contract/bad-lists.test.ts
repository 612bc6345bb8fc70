import { globalId } from '../../server/kernel/ids';
import { openApi, type ApiClient, type Json, type TestApi } from '../support/api';
import { makeCampaign, makeCoordinator } from '../support/factories';
import { refusalsOf, type Refusals } from '../support/refusals';

let api: TestApi;
let refusals: Refusals;
let reader: ApiClient;
let campaign: string;
let cursor: string;

beforeAll(async () => {
  api = await openApi();
  const coordinator = await makeCoordinator(api);
  refusals = refusalsOf(api, coordinator);
  reader = api.as(coordinator);
  campaign = globalId('Campaign', await makeCampaign(api));
  const { data } = await reader.run('{ campaigns(first: 1) { pageInfo { endCursor } } }');
  cursor = data.campaigns.pageInfo.endCursor;
});
afterAll(() => api.close());

describe('a list that cannot be read so', () => {
  const page = '($first: Int, $last: Int, $after: String, $before: String, $filter: CampaignFilter)';
  const list = `query ${page} { campaigns(first: $first, last: $last, after: $after, before: $before, filter: $filter) { nodes { id } } }`;
  const recut = (change: (parts: Json[]) => Json[]): string =>
    Buffer.from(JSON.stringify(change(JSON.parse(Buffer.from(cursor, 'base64url').toString())))).toString(
      'base64url',
    );
  const cases: [string, () => Record<string, unknown>, string][] = [
    ['without first or last', () => ({}), 'PAGE_SIZE_MISSING'],
    ['of both', () => ({ first: 1, last: 1 }), 'PAGE_SIZE_MISSING'],
    ['of none', () => ({ first: 0 }), 'PAGE_SIZE_MISSING'],
    ['of fewer than none', () => ({ first: -1 }), 'PAGE_SIZE_MISSING'],
    ['of too many', () => ({ first: 101 }), 'PAGE_SIZE_MISSING'],
    ['of far too many', () => ({ last: 2147483647 }), 'QUERY_TOO_LARGE'],
    ['of a number beyond 32 bits', () => ({ first: 2147483648 }), 'QUERY_TOO_LARGE'],
    ['of a half', () => ({ first: 1.5 }), 'BAD_USER_INPUT'],
    ['backwards from after', () => ({ last: 1, after: cursor }), 'CURSOR_INVALID'],
    ['after something that is no cursor', () => ({ first: 1, after: 'abc' }), 'CURSOR_INVALID'],
    ['after a cursor with NUL', () => ({ first: 1, after: '\u0000' }), 'CURSOR_INVALID'],
    [
      'after a cursor of another filter',
      () => ({ first: 1, after: cursor, filter: { states: ['DRAFT'] } }),
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
    expect(await refusals.ask(list, variables())).toEqual({ status: 200, codes: [code] });
  });

  it('from a cursor of another list says so', async () => {
    const query = 'query ($after: String) { audits(first: 1, after: $after) { nodes { id } } }';
    expect(await refusals.ask(query, { after: cursor })).toEqual({ status: 200, codes: ['CURSOR_INVALID'] });
  });

  it.each(['\u0000', 'a\ud800'])('filtered by a text that no row can hold says so', async (search) => {
    const query =
      'query ($filter: AuditedServiceFilter) { auditedServices(first: 1, filter: $filter) { nodes { id } } }';
    expect((await refusals.ask(query, { filter: { search } })).codes).toEqual(['VALIDATION']);
    expect((await refusals.ask(query, { filter: { regionCodes: [search] } })).codes).toEqual(['VALIDATION']);
  });

  it('of more nodes than allowed says so', async () => {
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    const many = Array.from({ length: 101 }, () => campaign);
    expect((await refusals.ask(query, { ids: many })).codes).toEqual(['VALIDATION']);
  });
});

describe('an id that leads nowhere', () => {
  const ids: [string, () => string][] = [
    ['no id at all', () => 'nothing'],
    ['empty', () => ''],
    ['NUL', () => '\u0000'],
    ['half a character', () => '\ud800'],
    ['very long', () => 'x'.repeat(100_000)],
    ['of a type that does not exist', () => globalId('Secret', '00000000-0000-4000-8000-000000000000')],
    ['of a prototype', () => globalId('__proto__', '00000000-0000-4000-8000-000000000000')],
    ['of what is computed', () => globalId('SectionScore', '00000000-0000-4000-8000-000000000000')],
    ['of an object that does not exist', () => globalId('Audit', '00000000-0000-4000-8000-000000000000')],
    ['of another type', () => campaign],
  ];
  it.each(ids)('%s gives null, not an error', async (_name, id) => {
    const { data } = await reader.run('query ($id: ID!) { audit(id: $id) { id } finding(id: $id) { id } }', {
      id: id(),
    });
    expect(data).toEqual({ audit: null, finding: null });
  });

  it.each(ids.slice(0, -1))('%s gives null from node and nodes, too', async (_name, id) => {
    const { data } = await reader.run('query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }', {
      id: id(),
    });
    expect(data).toEqual({ node: null, nodes: [null] });
  });
});
