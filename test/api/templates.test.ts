import { openApi, type ApiClient, type Json, type TestApi } from '../support/api';
import { makeAccount, templateVersionId } from '../support/factories';

let api: TestApi;
let reader: ApiClient;
let editor: ApiClient;

beforeAll(async () => {
  api = await openApi();
  reader = api.as((await makeAccount(api)).accountId);
  editor = api.as((await makeAccount(api, { roles: ['TEMPLATE_EDITOR'] })).accountId);
});

afterAll(() => api.close());

const french = { 'accept-language': 'fr' };

describe('reading templates', () => {
  it('lists them by code, with the versions of each', async () => {
    const { data, errors } = await reader.run(
      `{ auditTemplates(first: 2) { totalCount nodes { code slug versions { number state modality } publishedVersion { number title } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      auditTemplates: {
        totalCount: 7,
        nodes: [
          {
            code: 'T1-CT-JUST',
            slug: 'ct-justification',
            versions: [{ number: 1, state: 'PUBLISHED', modality: 'CT' }],
            publishedVersion: { number: 1, title: 'CT justification audit' },
          },
          {
            code: 'T2-CT-OPT',
            slug: 'ct-optimisation',
            versions: [{ number: 1, state: 'PUBLISHED', modality: 'CT' }],
            publishedVersion: { number: 1, title: 'Adult CT optimisation audit' },
          },
        ],
      },
    });
  });

  const VERSION = `query ($id: ID!) { templateVersion(id: $id) {
    number state title titleFr titleEn auditUnit contentHash template { code }
    sections { code title }
    criteria(first: 1) { totalCount nodes {
      code principle isCritical weight textFr text french: text(locale: fr) english: text(locale: en)
      scale { code title values { code label grade score requiresReason } }
      evidenceKinds { code type label count examCodes }
      target lineage { kind } section { code }
      crosswalk { position verificationLevel referenceText { code verificationLevel verificationLabel } }
    } } } }`;

  it('gives a version with its sections and criteria in French', async () => {
    const id = await templateVersionId(api);
    const { data } = await reader.run(VERSION, { id }, french);
    const version = data['templateVersion']!;
    expect(version).toMatchObject({
      number: 1,
      state: 'PUBLISHED',
      title: 'Audit de justification du scanner',
      titleEn: 'CT justification audit',
      auditUnit: 'un site, un scanner, une période',
      template: { code: 'T1-CT-JUST' },
    });
    expect(version['contentHash']).toMatch(/^[0-9a-f]{64}$/);
    expect(version['sections']![0]).toEqual({ code: 'A', title: 'Organisation de la justification' });
    expect(version['criteria']!['totalCount']).toBe(20);
    const criterion = version['criteria']!['nodes']![0]!;
    expect(criterion).toMatchObject({
      code: 'T1-A1',
      principle: 'JUSTIFICATION',
      isCritical: true,
      weight: 3,
      scale: { code: 'CONF4', title: 'Conformité' },
      evidenceKinds: [
        { code: 'E-PJUST', type: 'DOCUMENT', count: null, examCodes: [] },
        { code: 'E-SMQ', type: 'DOCUMENT', count: null, examCodes: [] },
      ],
      target: { metric: 'CONFORMITY', op: '==', value: 'C', basis: 'REGULATORY_TEXT' },
      lineage: [],
      section: { code: 'A' },
    });
    expect(criterion['text']).toBe(criterion['textFr']);
    expect(criterion['french']).toBe(criterion['textFr']);
    expect(criterion['english']).toMatch(/^A written procedure describes each step/);
    const { values } = criterion['scale'] as unknown as { values: Json[] };
    expect(values[3]).toEqual({
      code: 'NA',
      label: 'Non applicable',
      grade: 'NOT_APPLICABLE',
      score: null,
      requiresReason: true,
    });
  });

  it('shows the verification level of each text that a criterion rests on', async () => {
    const { data } = await reader.run(VERSION, { id: await templateVersionId(api) });
    const crosswalk = data['templateVersion']!['criteria']!['nodes']![0]!['crosswalk']!;
    const stored = await api.sql(
      `select r.code, r.verification_level as level, v.label_en as label from reference_text r
       join verification_level v on v.code = r.verification_level where r.code = any($1)`,
      [['ASN660-6', 'CSP-R1333-52', 'EUR-55', 'ESP-9', 'ESP-14', 'QUA-PR', 'NFS', 'LABELIX']],
    );
    const byCode = new Map(stored.map((row) => [String(row['code']), row]));
    expect(crosswalk).toEqual(
      ['ASN660-6', 'CSP-R1333-52', 'EUR-55', 'ESP-9', 'ESP-14', 'QUA-PR', 'NFS', 'LABELIX'].map(
        (code, index) => ({
          position: index + 1,
          verificationLevel: byCode.get(code)?.['level'],
          referenceText: {
            code,
            verificationLevel: byCode.get(code)?.['level'],
            verificationLabel: byCode.get(code)?.['label'],
          },
        }),
      ),
    );
  });

  it('finds reference texts by verification level, each with its criteria', async () => {
    const { data } = await reader.run(
      `{ referenceTexts(first: 100, filter: { verificationLevels: ["READ"] }) { totalCount nodes {
           code verificationLevel verificationLabel(locale: fr) crosswalk(first: 1) { totalCount nodes { criterion { code } } } } } }`,
    );
    const [stored] = await api.sql<{ count: number }>(
      `select count(*)::int as count from reference_text where verification_level = 'READ'`,
    );
    expect(data['referenceTexts']!['totalCount']).toBe(stored?.count);
    expect(stored?.count).toBeGreaterThan(0);
    for (const text of data['referenceTexts']!['nodes'] as Json[]) {
      expect(text).toMatchObject({ verificationLevel: 'READ', verificationLabel: 'Texte lu' });
      expect(text['crosswalk']!['totalCount']).toBeGreaterThan(0);
      expect(text['crosswalk']!['nodes']![0]!['criterion']!['code']).toMatch(/^T\d-/);
    }
  });

  it('lists scales, kinds of evidence, conflict rules and delays', async () => {
    const { data, errors } = await reader.run(
      `{ scales(first: 10) { nodes { code kind } }
         evidenceKinds(first: 100, filter: { types: [DOSE_SAMPLE] }) { nodes { code type label } }
         conflictRules(first: 3, filter: { isNewest: true }) { totalCount nodes { code number predicate subject steps sourceKind isEvaluated } }
         old: conflictRules(first: 1, filter: { isNewest: false }) { totalCount }
         deadlineRules(first: 100, filter: { isNewest: true }) { totalCount nodes { code days months direction event } } }`,
    );
    expect(errors).toBeUndefined();
    expect((data['scales']!['nodes'] as Json[]).map((scale) => scale['code'])).toEqual([
      'CONF4',
      'DOSEPOS',
      'JUST',
      'METRIC',
      'RATE',
    ]);
    expect(data['evidenceKinds']!['nodes']).toEqual([
      { code: 'E-DOSE', type: 'DOSE_SAMPLE', label: 'Individual dose records by examination type' },
    ]);
    expect(data['conflictRules']!['nodes']![2]).toEqual({
      code: 'C03',
      number: 1,
      predicate: 'PAST_PRACTICE',
      subject: 'AUDITOR',
      steps: [{ level: 'BLOCK', window: { years: 5 } }],
      sourceKind: 'ANALOGUE',
      isEvaluated: true,
    });
    expect(data['old']!['totalCount']).toBe(0);
    expect(data['deadlineRules']!['totalCount']).toBe(20);
    expect(data['deadlineRules']!['nodes']).toContainEqual({
      code: 'recusal',
      days: 15,
      months: null,
      direction: 'AFTER',
      event: 'TEAM_SHOWN',
    });
  });

  it('reads criteria and texts again by their ids', async () => {
    const { data } = await reader.run(
      `{ auditTemplates(first: 1) { nodes { id publishedVersion { sections { id criteria { id crosswalk { referenceText { id } } } } } } } }`,
    );
    const template = data['auditTemplates']!['nodes']![0]!;
    const section = template['publishedVersion']!['sections']![0]!;
    const criterion = section['criteria']![0]!;
    const ids = [
      template['id'],
      section['id'],
      criterion['id'],
      criterion['crosswalk']![0]!['referenceText']!['id'],
    ];
    const again = await reader.run(`query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }`, { ids });
    expect(again.data['nodes']).toEqual(
      ['AuditTemplate', 'Section', 'Criterion', 'ReferenceText'].map((__typename, index) => ({
        __typename,
        id: ids[index],
      })),
    );
  });
});

describe('a draft version', () => {
  const DRAFTS = `query ($id: ID!) { templateVersion(id: $id) { state sections { code } }
    auditTemplates(first: 1) { nodes { versions { number } publishedVersion { number } } } }`;
  const DRAFT_CRITERION = `query ($id: ID!) { node(id: $id) { id } }`;
  let draft: string;
  let criterion: string;

  beforeAll(async () => {
    const published = await templateVersionId(api);
    const columns =
      'audit_template_id, source_version, title_fr, title_en, modality, audit_unit_fr, audit_unit_en, sampling, record_grid, content_hash';
    const [version] = await api.sql<{ id: string }>(
      `insert into template_version (id, number, state, ${columns})
       select gen_random_uuid(), 2, 'DRAFT', ${columns} from template_version where id = $1 returning id`,
      [published],
    );
    draft = String(version?.id);
    const [section] = await api.sql<{ id: string }>(
      `insert into section (id, template_version_id, code, position, title_fr, title_en)
       values (gen_random_uuid(), $1, 'A', 1, 'Brouillon', 'Draft') returning id`,
      [draft],
    );
    const [row] = await api.sql<{ id: string }>(
      `insert into criterion (id, template_version_id, section_id, code, position, principle, is_critical, weight, scale_code, text_fr, text_en)
       values (gen_random_uuid(), $1, $2, 'T1-A1', 1, 'JUSTIFICATION', false, 1, 'CONF4', 'Brouillon', 'Draft') returning id`,
      [draft, section?.id],
    );
    criterion = Buffer.from(`Criterion:${String(row?.id)}`).toString('base64url');
  });

  it('is seen by those who write templates', async () => {
    const { data } = await editor.run(DRAFTS, { id: draft });
    expect(data).toEqual({
      templateVersion: { state: 'DRAFT', sections: [{ code: 'A' }] },
      auditTemplates: {
        nodes: [{ versions: [{ number: 1 }, { number: 2 }], publishedVersion: { number: 1 } }],
      },
    });
    expect((await editor.run(DRAFT_CRITERION, { id: criterion })).data).toEqual({ node: { id: criterion } });
  });

  it('does not exist for anybody else, down to its criteria', async () => {
    const { data } = await reader.run(DRAFTS, { id: draft });
    expect(data).toEqual({
      templateVersion: null,
      auditTemplates: { nodes: [{ versions: [{ number: 1 }], publishedVersion: { number: 1 } }] },
    });
    expect((await reader.run(DRAFT_CRITERION, { id: criterion })).data).toEqual({ node: null });
  });
});

it('shows nothing of this to anonymous callers', async () => {
  const { data, errors } = await api.as(null).run('{ auditTemplates(first: 1) { nodes { code } } }');
  expect(data).toEqual({ auditTemplates: null });
  expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['UNAUTHENTICATED']);
});
