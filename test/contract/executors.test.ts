import { globalId } from '../../server/kernel/ids';
import { openApi, type ApiClient, type Answer, type TestApi } from '../support/api';
import { makeCoordinator, makeTeamedAudit } from '../support/factories';

let api: TestApi;
let client: ApiClient;
let anonymous: ApiClient;
let ids: Record<'audit' | 'campaign' | 'service' | 'nothing', string>;

beforeAll(async () => {
  api = await openApi();
  client = api.as(await makeCoordinator(api));
  anonymous = api.as(null);
  const audit = await makeTeamedAudit(api);
  await makeTeamedAudit(api, { campaignId: audit.campaignId });
  ids = {
    audit: globalId('Audit', audit.auditId),
    campaign: globalId('Campaign', audit.campaignId),
    service: globalId('AuditedService', audit.serviceId),
    nothing: globalId('Audit', '00000000-0000-4000-8000-000000000000'),
  };
});
afterAll(() => api.close());

/** How often an operation must come before it is compiled, and once more. */
const TIMES = 4;

/** The answers to one operation sent again and again: graphql-js first, then graphql-jit. */
async function answers(
  query: string,
  variables: Record<string, unknown>,
  who = client,
): Promise<[Answer, ...Answer[]]> {
  const first = await who.run(query, variables);
  const rest: Answer[] = [];
  for (let time = 1; time < TIMES; time += 1) rest.push(await who.run(query, variables));
  return [first, ...rest];
}

const AUDIT = `fragment Known on Audit { id reference state visitOn auditedService { name region: regionName } }`;

describe('graphql-js and graphql-jit answer alike', () => {
  const fine: [string, string, () => Record<string, unknown>][] = [
    [
      'aliases of one field with other arguments',
      '{ one: campaigns(first: 1) { nodes { id } } two: campaigns(first: 2, direction: DESC) { edges { cursor node { code title: state } } pageInfo { hasNextPage endCursor } totalCount } }',
      () => ({}),
    ],
    [
      'aliases of edges',
      'query ($id: ID!) { audit(id: $id) { a: assignments(first: 1) { nodes { seat } } b: assignments(last: 1) { nodes { seat auditor { person { familyName } } } } c: campaign { code } d: campaign { title } } }',
      () => ({ id: ids.audit }),
    ],
    [
      'named fragments',
      `${AUDIT} query ($id: ID!) { audit(id: $id) { ...Known } audits(first: 10) { nodes { ...Known } } }`,
      () => ({ id: ids.audit }),
    ],
    [
      'fragments on the Node interface',
      `${AUDIT} query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Node { again: id } ... on Campaign { code audits(first: 5) { nodes { ...Known } } } ...Known ... on AuditedService { name } } }`,
      () => ({ ids: [ids.audit, ids.campaign, ids.nothing, ids.service, 'x'] }),
    ],
    [
      'an interface within an interface',
      'query ($id: ID!) { node(id: $id) { ... on Node { ... on Audit { reference ... on Node { __typename id } } } } }',
      () => ({ id: ids.audit }),
    ],
    [
      'what is left out or taken in by variables',
      'query ($id: ID!, $yes: Boolean!, $no: Boolean!) { audit(id: $id) { id reference @skip(if: $yes) state @include(if: $no) assignments(first: 2) @include(if: $yes) { nodes { seat @skip(if: $no) } } ... on Audit @include(if: $no) { visitOn } ... @skip(if: $no) { isTeamAgreed } } }',
      () => ({ id: ids.audit, yes: true, no: false }),
    ],
    [
      'nulls',
      'query ($id: ID!, $nothing: ID!) { audit(id: $id) { visitOn stateReason draftSharedAt } nothing: audit(id: $nothing) { id } node(id: $nothing) { id } }',
      () => ({ id: ids.audit, nothing: ids.nothing }),
    ],
    [
      'default values of variables',
      'query ($first: Int = 1, $direction: SortDirection = DESC) { audits(first: $first, direction: $direction) { nodes { reference } } }',
      () => ({}),
    ],
    [
      'computed edges',
      'query ($id: ID!) { audit(id: $id) { isOverdue currentDueOn availableTransitions { act to isAvailable reason message } } campaign: node(id: $id) { __typename } }',
      () => ({ id: ids.audit }),
    ],
    [
      'words in two languages',
      '{ auditTemplates(first: 2) { nodes { publishedVersion { title fr: title(locale: fr) en: title(locale: en) } } } }',
      () => ({}),
    ],
    [
      'the schema',
      '{ __schema { queryType { name } } __type(name: "Audit") { name interfaces { name } fields { name } } }',
      () => ({}),
    ],
  ];
  it.each(fine)('to %s', async (_name, query, variables) => {
    const [first, ...rest] = await answers(query, variables());
    expect(first.errors).toBeUndefined();
    expect(first.status).toBe(200);
    for (const later of rest) expect(later).toEqual(first);
  });

  const wrong: [string, string, () => Record<string, unknown>, string[]][] = [
    [
      'an error of one field beside another that is fine',
      '{ campaigns { nodes { id } } audits(first: 1) { nodes { id } } }',
      () => ({}),
      ['PAGE_SIZE_MISSING'],
    ],
    [
      'an error under an alias',
      '{ a: campaigns(first: 101) { nodes { id } } b: campaigns(first: 1, after: "x") { nodes { id } } }',
      () => ({}),
      ['PAGE_SIZE_MISSING', 'CURSOR_INVALID'],
    ],
    [
      'an error below a list',
      '{ audits(first: 5) { nodes { id assignments { nodes { id } } } } }',
      () => ({}),
      ['PAGE_SIZE_MISSING'],
    ],
    [
      'a variable that does not fit',
      'query ($id: ID!, $first: Int) { audit(id: $id) { assignments(first: $first) { nodes { id } } } }',
      () => ({ id: ids.audit, first: 'one' }),
      ['BAD_USER_INPUT'],
    ],
    [
      'a variable that is missing',
      'query ($id: ID!) { audit(id: $id) { id } }',
      () => ({}),
      ['BAD_USER_INPUT'],
    ],
  ];
  it.each(wrong)('to %s', async (_name, query, variables, codes) => {
    const [first, ...rest] = await answers(query, variables());
    expect(first.errors?.map(({ extensions }) => extensions['code'])).toEqual(codes);
    for (const later of rest) expect(sorted(later)).toEqual(sorted(first));
  });

  it('to somebody who is not signed in', async () => {
    const [first, ...rest] = await answers(
      '{ campaigns(first: 1) { nodes { id } } apiVersion }',
      {},
      anonymous,
    );
    expect(first.errors?.map(({ extensions }) => extensions['code'])).toEqual(['UNAUTHENTICATED']);
    for (const later of rest) expect(later).toEqual(first);
  });

  it('to the same operation with other variables and of other callers', async () => {
    const query = 'query ($id: ID!) { audit(id: $id) { reference } }';
    const [seen] = await answers(query, { id: ids.audit });
    const other = await client.run(query, { id: ids.nothing });
    const stranger = await api.as(await strangerId()).run(query, { id: ids.audit });
    expect(seen.data.audit.reference).toMatch(/^AUD-/);
    expect([other.data, stranger.data]).toEqual([{ audit: null }, { audit: null }]);
  });
});

/** The order of errors is the order in which fields fail, which nothing fixes. */
function sorted(answer: Answer): Answer {
  const errors = [...(answer.errors ?? [])].sort((a, b) =>
    JSON.stringify(a).localeCompare(JSON.stringify(b)),
  );
  return { ...answer, errors };
}

async function strangerId(): Promise<string> {
  const { lead } = await makeTeamedAudit(api);
  return lead.accountId;
}
