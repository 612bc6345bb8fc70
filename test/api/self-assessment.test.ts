import { globalId } from '../../server/kernel/ids';
import { openApi, type TestApi } from '../support/api';
import { makeService, templateVersionId } from '../support/factories';
import { makeGradableAudit, makeGrades, uuidIn, type GradableAudit } from '../support/grades-factories';

let api: TestApi;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const GRADE = 'grade { stage value reason comment minutes version isAgreed }';

async function selfGrades(audit: GradableAudit): Promise<number> {
  const [row] = await api.sql<{ n: number }>(
    `select count(*)::int as n from grade where audit_id = $1 and stage = 'SELF'`,
    [audit.uuid],
  );
  return row?.n ?? -1;
}

describe('gradeSelf', () => {
  let audit: GradableAudit;
  let criterionId: string;
  beforeEach(async () => {
    audit = await makeGradableAudit(api, { state: 'SELF_ASSESSMENT' });
    criterionId = audit.sections[0]?.criterionIds[0] ?? '';
  });

  test('records the service’s judgement, and another version of it', async () => {
    const first = await audit.contributor.act(
      'gradeSelf',
      { auditId: audit.auditId, criterionId, value: 'PARTIAL', comment: 'en cours', minutes: 5 },
      GRADE,
    );
    expect(first).toEqual({
      grade: {
        stage: 'SELF',
        value: 'PARTIAL',
        reason: null,
        comment: 'en cours',
        minutes: 5,
        version: 1,
        isAgreed: false,
      },
      replayed: false,
      userErrors: [],
    });

    const second = await audit.manager.act(
      'gradeSelf',
      {
        auditId: audit.auditId,
        criterionId,
        expectedVersion: 1,
        value: 'NOT_APPLICABLE',
        reason: 'sans scanner',
      },
      GRADE,
    );
    expect(second.grade).toEqual({
      stage: 'SELF',
      value: 'NOT_APPLICABLE',
      reason: 'sans scanner',
      comment: null,
      minutes: null,
      version: 2,
      isAgreed: false,
    });
  });

  test.each([
    ['a second first grade', { expectedVersion: null }, 'STALE_VERSION', 'expectedVersion'],
    ['an old version', { expectedVersion: 7 }, 'STALE_VERSION', 'expectedVersion'],
    ['no reason', { expectedVersion: 1, value: 'NOT_EVALUATED', reason: null }, 'REASON_MISSING', 'reason'],
    ['a blank reason', { expectedVersion: 1, value: 'NOT_EVALUATED', reason: '  ' }, 'VALIDATION', 'reason'],
    ['a negative duration', { expectedVersion: 1, minutes: -1 }, 'VALIDATION', 'minutes'],
  ])('refuses %s and changes nothing', async (_, change, code, field) => {
    const said = { auditId: audit.auditId, criterionId, value: 'CONFORM' };
    await audit.manager.act('gradeSelf', said);

    const payload = await audit.manager.act('gradeSelf', { ...said, ...change }, 'grade { id }');

    expect(payload.grade).toBeNull();
    expect(payload.userErrors).toHaveLength(1);
    expect(payload.userErrors[0]).toMatchObject({ code, path: ['input', field] });
    expect(await api.sql('select value, version from grade where audit_id = $1', [audit.uuid])).toEqual([
      { value: 'CONFORM', version: 1 },
    ]);
  });

  test('refuses a criterion of another template, and one that does not exist', async () => {
    const [other] = await api.sql<{ id: string }>(
      'select id from criterion where template_version_id = $1 limit 1',
      [await templateVersionId(api, 'T2-CT-OPT')],
    );
    for (const stranger of [globalId('Criterion', other?.id ?? ''), 'nonsense']) {
      const payload = await audit.manager.act('gradeSelf', {
        auditId: audit.auditId,
        criterionId: stranger,
        value: 'CONFORM',
      });
      expect(payload.userErrors).toMatchObject([
        { code: 'CRITERION_NOT_IN_TEMPLATE', path: ['input', 'criterionId'] },
      ]);
    }
    expect(await selfGrades(audit)).toBe(0);
  });

  test('is for the service alone', async () => {
    const stranger = api.as((await makeService(api)).managerId);
    const said = { auditId: audit.auditId, criterionId, value: 'CONFORM' };

    expect((await audit.lead.act('gradeSelf', said)).userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await audit.coordinator.act('gradeSelf', said)).userErrors).toMatchObject([
      { code: 'FORBIDDEN' },
    ]);
    expect((await stranger.act('gradeSelf', said)).userErrors).toMatchObject([
      { code: 'NOT_FOUND', path: ['input', 'auditId'] },
    ]);
    expect(await selfGrades(audit)).toBe(0);
  });

  test('is over once the team reviews the documents', async () => {
    const later = await makeGradableAudit(api, { state: 'DOCUMENT_REVIEW' });
    const payload = await later.manager.act('gradeSelf', {
      auditId: later.auditId,
      criterionId,
      value: 'CONFORM',
    });
    expect(payload.userErrors).toMatchObject([
      { __typename: 'IllegalTransitionError', code: 'ILLEGAL_TRANSITION', from: 'DOCUMENT_REVIEW' },
    ]);
    expect(await selfGrades(later)).toBe(0);
  });
});

describe('selfAssessmentSubmit', () => {
  test('asks for an answer to every criterion, then hands all of them to the team', async () => {
    const audit = await makeGradableAudit(api, { state: 'SELF_ASSESSMENT' });
    const criteria = audit.sections.flatMap(({ criterionIds }) => criterionIds);
    const rows = criteria.map((criterionId) => ({ criterionId, value: 'CONFORM' }));
    const all = { auditId: audit.auditId, expectedVersion: 1 };

    const some = await audit.manager.act(
      'gradesSelf',
      { auditId: audit.auditId, grades: rows.slice(1) },
      'grades { stage } rows { index gradeId userErrors { code } }',
    );
    expect(some.userErrors).toEqual([]);
    expect(some.grades).toHaveLength(criteria.length - 1);
    expect(some.rows).toEqual(
      rows.slice(1).map((_, index) => ({ index, gradeId: expect.any(String) as string, userErrors: [] })),
    );

    const early = await audit.manager.act('selfAssessmentSubmit', all, 'audit { id }');
    expect(early.userErrors).toMatchObject([
      { code: 'SELF_ASSESSMENT_INCOMPLETE', message: 'Answer each criterion first (1 left).' },
    ]);
    const team =
      'query ($id: ID!) { audit(id: $id) { grades(first: 1) { totalCount } scores(stage: SELF) { score } } }';
    expect((await audit.lead.run(team, { id: audit.auditId })).data).toEqual({
      audit: { grades: { totalCount: 0 }, scores: [] },
    });

    await audit.contributor.act('gradesSelf', { auditId: audit.auditId, grades: rows.slice(0, 1) });
    const done = await audit.manager.act(
      'selfAssessmentSubmit',
      all,
      'audit { state version selfAssessmentSubmittedAt }',
    );
    expect(done).toEqual({
      audit: {
        state: 'DOCUMENT_REVIEW',
        version: 2,
        selfAssessmentSubmittedAt: api.clock.now().toISOString(),
      },
      replayed: false,
      userErrors: [],
    });
    expect((await audit.lead.run(team, { id: audit.auditId })).data).toEqual({
      audit: { grades: { totalCount: criteria.length }, scores: audit.sections.map(() => ({ score: 1 })) },
    });
  });

  test('is for the manager, in the version he read, and only once', async () => {
    const audit = await makeGradableAudit(api, { state: 'SELF_ASSESSMENT' });
    for (const section of audit.sections)
      await makeGrades(api, audit, section, { stage: 'SELF', values: ['PARTIAL'] });
    const said = { auditId: audit.auditId, expectedVersion: 1 };

    for (const client of [audit.contributor, audit.lead, audit.coordinator]) {
      expect((await client.act('selfAssessmentSubmit', said)).userErrors).toMatchObject([
        { code: 'FORBIDDEN' },
      ]);
    }
    const stale = await audit.manager.act('selfAssessmentSubmit', { ...said, expectedVersion: 3 });
    expect(stale.userErrors).toMatchObject([{ code: 'STALE_VERSION', current: { id: audit.auditId } }]);
    expect(await api.sql('select state, version from audit where id = $1', [audit.uuid])).toEqual([
      { state: 'SELF_ASSESSMENT', version: 1 },
    ]);

    expect((await audit.manager.act('selfAssessmentSubmit', said)).userErrors).toEqual([]);
    const again = await audit.manager.act('selfAssessmentSubmit', { ...said, expectedVersion: 2 });
    expect(again.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION', from: 'DOCUMENT_REVIEW' }]);
  });
});

test('the self-assessment stays away from the team while it is being written or the team is recomposed', async () => {
  const count = 'query ($id: ID!) { audit(id: $id) { grades(first: 1) { totalCount } } }';
  for (const [state, columns, visible] of [
    ['SELF_ASSESSMENT', {}, false],
    ['TEAM_PROPOSED', {}, false],
    ['SUSPENDED', { suspended_from_state: 'SELF_ASSESSMENT' }, false],
    ['SUSPENDED', { suspended_from_state: 'ON_SITE' }, true],
    ['CANCELLED', {}, false],
    ['CLOSED', {}, true],
  ] as const) {
    const audit = await makeGradableAudit(api, { state, columns });
    const [section] = audit.sections;
    if (!section) throw new Error('a template without sections');
    const [id] = await makeGrades(api, audit, section, { stage: 'SELF', values: ['CONFORM'] });
    const seen = section.criterionIds.length;

    const team = (await audit.lead.run(count, { id: audit.auditId })).data;
    expect([state, team['audit']?.['grades']?.['totalCount']]).toEqual([state, visible ? seen : 0]);
    const node = (await audit.lead.run('query ($id: ID!) { node(id: $id) { id } }', { id })).data;
    expect(node).toEqual({ node: visible ? { id } : null });
    const own = (await audit.contributor.run(count, { id: audit.auditId })).data;
    expect(own['audit']?.['grades']?.['totalCount']).toBe(seen);
    const coordination = (await audit.coordinator.run(count, { id: audit.auditId })).data;
    expect(coordination['audit']?.['grades']?.['totalCount']).toBe(0);
    expect(uuidIn(id ?? '')).toHaveLength(36);
  }
});
