import { randomUUID } from 'node:crypto';
import { openApi, type ApiClient, type TestApi } from '../support/api';
import { makeCoordinator, makeTeamedAudit } from '../support/factories';

let api: TestApi;
let client: ApiClient;
let other: ApiClient;

beforeAll(async () => {
  api = await openApi();
  client = api.as(await makeCoordinator(api));
  other = api.as(await makeCoordinator(api));
  await makeTeamedAudit(api);
});
afterAll(() => api.close());

describe('an operation whose shape depends on a variable', () => {
  const document = `query Page($full: Boolean!) { ...A ...B @include(if: $full) }
    fragment A on Query { audits(first: 5) { nodes { id } } }
    fragment B on Query { audits(first: 5) { nodes { reference auditedService { name } } } }`;

  it('answers each caller as his own variables have it, whoever came first, however often', async () => {
    for (let time = 0; time < 5; time += 1) {
      const plain = await client.run(document, { full: false });
      const full = await other.run(document, { full: true });
      expect(Object.keys(plain.data.audits.nodes[0])).toEqual(['id']);
      expect(full.errors).toBeUndefined();
      expect(full.data.audits.nodes[0]).toEqual({
        id: expect.any(String),
        reference: expect.stringMatching(/^AUD-/),
        auditedService: { name: expect.any(String) },
      });
    }
  });

  it('does not read an edge that is skipped', async () => {
    const skipped = `query ($skip: Boolean!) { audits(first: 1) { nodes { id findings @skip(if: $skip) { totalCount } } } }`;
    expect((await client.run(skipped, { skip: true })).errors).toBeUndefined();
    const asked = await client.run(skipped, { skip: false });
    expect(asked.errors?.map(({ extensions }) => extensions['code'])).toEqual(['PAGE_SIZE_MISSING']);
  });
});

describe('an operation that asks for too much', () => {
  const nested = (depth: number): string =>
    depth === 0 ? 'code' : `code templateVersion { criteria(first: 100) { nodes { ${nested(depth - 1)} } } }`;
  const document = (depth: number): string =>
    `{ auditTemplates(first: 1) { nodes { publishedVersion { criteria(first: 100) { nodes { ${nested(depth)} } } } } } }`;

  it('is refused before anything is read', async () => {
    const answer = await client.run(document(4));
    expect(answer.data).toBeUndefined();
    expect(answer.errors?.map(({ extensions }) => extensions['code'])).toEqual(['QUERY_TOO_LARGE']);
  });

  it('counts the aliases of a request together', async () => {
    const page = 'campaigns(first: 100) { nodes { audits(first: 100) { nodes { id } } } }';
    const few = await client.run(`{ a: ${page} b: ${page} }`);
    const many = await client.run(
      `{ ${['a', 'b', 'c', 'd', 'e', 'f'].map((alias) => `${alias}: ${page}`).join(' ')} }`,
    );
    expect(few.errors).toBeUndefined();
    expect(many.errors?.map(({ extensions }) => extensions['code'])).toContain('QUERY_TOO_LARGE');
  });

  it('is refused before its mutation acts', async () => {
    const input = {
      idempotencyKey: randomUUID(),
      code: 'TOO-MUCH',
      title: 'Trop',
      templateVersionId: 'x',
      visitsFrom: '2027-01-01',
      visitsTo: '2027-02-01',
    };
    const answer = await client.run(
      `mutation ($input: CampaignCreateInput!) { campaignCreate(input: $input) {
         campaign { templateVersion { criteria(first: 100) { nodes { ${nested(3)} } } } } } }`,
      { input },
    );
    expect(answer.errors?.map(({ extensions }) => extensions['code'])).toEqual(['QUERY_TOO_LARGE']);
    expect(await api.sql(`select 1 from campaign where code = 'TOO-MUCH'`)).toEqual([]);
  });
});
