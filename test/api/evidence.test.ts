import { randomUUID } from 'node:crypto';
import { globalId } from '../../server/kernel/ids';
import { openApi, type TestApi } from '../support/api';
import { makeService, templateVersionId } from '../support/factories';
import { makeGradableAudit, type GradableAudit } from '../support/grades-factories';

let api: TestApi;
let audit: GradableAudit;
let criteria: string[];
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  audit = await makeGradableAudit(api, { state: 'SELF_ASSESSMENT' });
  criteria = audit.sections.flatMap(({ criterionIds }) => criterionIds);
});

const EVIDENCE =
  'evidence { id kind state title url note periodFrom periodTo version evidenceKind { code } criteria { id } audit { id } }';

const link = () => ({
  auditId: audit.auditId,
  kind: 'LINK',
  title: 'Protocoles du scanner',
  url: 'https://example.org/protocoles.pdf',
});

const stored = () =>
  api.sql('select title, url, note, version from evidence where audit_id = $1 order by created_at, id', [
    audit.uuid,
  ]);

async function evidenceKind(code: string): Promise<string> {
  const [row] = await api.sql<{ id: string }>('select id from evidence_kind where code = $1', [code]);
  return globalId('EvidenceKind', row?.id ?? '');
}

describe('evidenceAdd', () => {
  test('adds a link that serves several criteria, listed in their order', async () => {
    const id = randomUUID();
    const payload = await audit.contributor.act(
      'evidenceAdd',
      {
        ...link(),
        id,
        evidenceKindId: await evidenceKind('E-REQ'),
        criterionIds: [criteria[2], criteria[0], criteria[2]],
        periodFrom: '2026-01-01',
        periodTo: '2026-12-31',
      },
      EVIDENCE,
    );
    expect(payload).toEqual({
      evidence: {
        id: globalId('Evidence', id),
        kind: 'LINK',
        state: 'CLEAN',
        title: 'Protocoles du scanner',
        url: 'https://example.org/protocoles.pdf',
        note: null,
        periodFrom: '2026-01-01',
        periodTo: '2026-12-31',
        version: 1,
        evidenceKind: { code: 'E-REQ' },
        criteria: [{ id: criteria[0] }, { id: criteria[2] }],
        audit: { id: audit.auditId },
      },
      replayed: false,
      userErrors: [],
    });
  });

  test('adds a note without anything else', async () => {
    const payload = await audit.manager.act(
      'evidenceAdd',
      { auditId: audit.auditId, kind: 'NOTE', title: 'Vu sur place', note: 'Affiché en salle.' },
      'evidence { kind note evidenceKind { code } criteria { id } }',
    );
    expect(payload.evidence).toEqual({
      kind: 'NOTE',
      note: 'Affiché en salle.',
      evidenceKind: null,
      criteria: [],
    });
  });

  test.each([
    [{ url: 'http://example.org' }, 'URL_NOT_SECURE', ['input', 'url']],
    [{ url: 'javascript:alert(1)' }, 'URL_NOT_SECURE', ['input', 'url']],
    [{ url: null }, 'EVIDENCE_CONTENT_MISMATCH', ['input', 'url']],
    [{ kind: 'FILE' }, 'EVIDENCE_FILE_MISMATCH', ['input', 'url']],
    [{ kind: 'FILE', url: null }, 'EVIDENCE_FILE_MISMATCH', ['input', 'file']],
    [{ kind: 'NOTE', url: null }, 'EVIDENCE_CONTENT_MISMATCH', ['input', 'note']],
    [{ title: 'x' }, 'VALIDATION', ['input', 'title']],
    [{ periodFrom: '2026-02-01', periodTo: '2026-01-01' }, 'DATES_REVERSED', ['input', 'periodTo']],
    [{ evidenceKindId: 'nonsense' }, 'NOT_FOUND', ['input', 'evidenceKindId']],
    [{ criterionIds: ['nonsense'] }, 'CRITERION_NOT_IN_TEMPLATE', ['input', 'criterionIds', '0']],
  ])('refuses %j with %s and adds nothing', async (change, code, path) => {
    const payload = await audit.manager.act('evidenceAdd', { ...link(), ...change }, 'evidence { id }');
    expect(payload.evidence).toBeNull();
    expect(payload.userErrors).toMatchObject([{ code, path }]);
    expect(await stored()).toEqual([]);
  });

  test('refuses a criterion of another template', async () => {
    const [other] = await api.sql<{ id: string }>(
      'select id from criterion where template_version_id = $1 limit 1',
      [await templateVersionId(api, 'T2-CT-OPT')],
    );
    const criterionIds = [criteria[0], globalId('Criterion', other?.id ?? '')];
    const payload = await audit.manager.act('evidenceAdd', { ...link(), criterionIds });
    expect(payload.userErrors).toMatchObject([
      { code: 'CRITERION_NOT_IN_TEMPLATE', path: ['input', 'criterionIds', '1'] },
    ]);
    expect(await stored()).toEqual([]);
  });

  test('is for the service alone, while the audit takes evidence', async () => {
    const stranger = api.as((await makeService(api)).managerId);
    expect((await audit.lead.act('evidenceAdd', link())).userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await audit.coordinator.act('evidenceAdd', link())).userErrors).toMatchObject([
      { code: 'FORBIDDEN' },
    ]);
    expect((await stranger.act('evidenceAdd', link())).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    for (const state of ['PLANNED', 'RECUSAL_WINDOW', 'CANCELLED']) {
      await api.sql('update audit set state = $2 where id = $1', [audit.uuid, state]);
      expect((await audit.manager.act('evidenceAdd', link())).userErrors).toMatchObject([
        { code: 'ILLEGAL_TRANSITION', from: state },
      ]);
    }
    expect(await stored()).toEqual([]);
  });
});

describe('evidenceUpdate', () => {
  let evidenceId: string;
  beforeEach(async () => {
    const payload = await audit.manager.act(
      'evidenceAdd',
      { ...link(), note: 'page 3', criterionIds: criteria.slice(0, 2), periodFrom: '2026-01-01' },
      'evidence { id }',
    );
    evidenceId = payload.evidence.id;
  });

  test('changes what is said, keeps what is left out and clears what is null', async () => {
    const payload = await audit.contributor.act(
      'evidenceUpdate',
      { evidenceId, expectedVersion: 1, note: null, title: 'Protocoles 2026', criterionIds: [criteria[3]] },
      EVIDENCE,
    );
    expect(payload.userErrors).toEqual([]);
    expect(payload.evidence).toMatchObject({
      title: 'Protocoles 2026',
      url: 'https://example.org/protocoles.pdf',
      note: null,
      periodFrom: '2026-01-01',
      version: 2,
      criteria: [{ id: criteria[3] }],
    });
  });

  test.each([
    [{ expectedVersion: 2, title: 'Autre' }, 'STALE_VERSION', ['input', 'expectedVersion']],
    [{ url: 'http://example.org' }, 'URL_NOT_SECURE', ['input', 'url']],
    [{ url: null }, 'EVIDENCE_CONTENT_MISMATCH', ['input', 'url']],
    [{ periodTo: '2025-12-31' }, 'DATES_REVERSED', ['input', 'periodTo']],
    [{ criterionIds: ['nonsense'] }, 'CRITERION_NOT_IN_TEMPLATE', ['input', 'criterionIds', '0']],
  ])('refuses %j with %s and changes nothing', async (change, code, path) => {
    const payload = await audit.manager.act(
      'evidenceUpdate',
      { evidenceId, expectedVersion: 1, ...change },
      'evidence { id }',
    );
    expect(payload.evidence).toBeNull();
    expect(payload.userErrors).toMatchObject([{ code, path }]);
    expect(await stored()).toEqual([
      {
        title: 'Protocoles du scanner',
        url: 'https://example.org/protocoles.pdf',
        note: 'page 3',
        version: 1,
      },
    ]);
  });

  test('is for the service alone', async () => {
    const said = { evidenceId, expectedVersion: 1, title: 'Autre' };
    const stranger = api.as((await makeService(api)).managerId);
    expect((await audit.lead.act('evidenceUpdate', said)).userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    for (const client of [audit.coordinator, stranger]) {
      expect((await client.act('evidenceUpdate', said)).userErrors).toMatchObject([
        { code: 'NOT_FOUND', path: ['input', 'evidenceId'] },
      ]);
    }
    await api.sql(`update audit set state = 'CLOSED' where id = $1`, [audit.uuid]);
    expect((await audit.manager.act('evidenceUpdate', said)).userErrors).toMatchObject([
      { code: 'ILLEGAL_TRANSITION', from: 'CLOSED' },
    ]);
  });

  test('is read by service and team through the audit, by nobody else', async () => {
    const QUERY = `query ($id: ID!, $evidence: ID!, $criterion: ID!, $other: ID!) {
      node(id: $evidence) { id }
      audit(id: $id) {
        evidence(first: 10) { totalCount nodes { id auditedService { id } } }
        of: evidence(first: 10, filter: { criterionIds: [$criterion] }) { totalCount }
        none: evidence(first: 10, filter: { criterionIds: [$other] }) { totalCount }
      } }`;
    const variables = { id: audit.auditId, evidence: evidenceId, criterion: criteria[1], other: criteria[5] };
    const service = { id: globalId('AuditedService', audit.serviceId) };
    for (const client of [audit.manager, audit.contributor, audit.lead, audit.mate, audit.observer]) {
      expect((await client.run(QUERY, variables)).data).toEqual({
        node: { id: evidenceId },
        audit: {
          evidence: { totalCount: 1, nodes: [{ id: evidenceId, auditedService: service }] },
          of: { totalCount: 1 },
          none: { totalCount: 0 },
        },
      });
    }
    expect((await audit.coordinator.run(QUERY, variables)).data).toEqual({
      node: null,
      audit: { evidence: { totalCount: 0, nodes: [] }, of: { totalCount: 0 }, none: { totalCount: 0 } },
    });
    const stranger = api.as((await makeService(api)).managerId);
    expect((await stranger.run(QUERY, variables)).data).toEqual({ node: null, audit: null });
  });
});
