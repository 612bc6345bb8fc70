import { globalId } from '../../server/kernel/ids';
import { openApi, type TestApi } from '../support/api';
import {
  makeGradableAudit,
  makeGrades,
  makeSubmission,
  type GradableAudit,
  type GradableSection,
} from '../support/grades-factories';

let api: TestApi;
let audit: GradableAudit;
let section: GradableSection;
let criterionId: string;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  audit = await makeGradableAudit(api);
  const [first] = audit.sections;
  if (!first) throw new Error('a template without sections');
  section = first;
  criterionId = first.criterionIds[0] ?? '';
});

const raw = (auditorId: string, values: readonly string[] = ['CONFORM']) => ({
  stage: 'AUDITOR',
  auditorId,
  values,
});

const storedGrades = () =>
  api.sql('select stage, value, version from grade where audit_id = $1 order by value, id', [audit.uuid]);

describe('sectionSubmit', () => {
  const submit = (client: GradableAudit['lead'], input: Record<string, unknown> = {}) =>
    client.act(
      'sectionSubmit',
      { auditId: audit.auditId, sectionId: section.sectionId, ...input },
      'sectionSubmission { section { id } auditor { id } } consensusGrades { value isAgreed }',
    );

  test('asks for a grade of each criterion, and happens once', async () => {
    await audit.lead.act('gradeRecord', { auditId: audit.auditId, criterionId, value: 'CONFORM' });
    const missing = section.criterionIds.length - 1;
    expect((await submit(audit.lead)).userErrors).toMatchObject([
      { code: 'SECTION_INCOMPLETE', message: `Grade each criterion of the section first (${missing} left).` },
    ]);

    for (const id of section.criterionIds.slice(1)) {
      await audit.lead.act('gradeRecord', { auditId: audit.auditId, criterionId: id, value: 'CONFORM' });
    }
    expect(await submit(audit.lead)).toEqual({
      sectionSubmission: {
        section: { id: section.sectionId },
        auditor: { id: globalId('Auditor', audit.leadId) },
      },
      consensusGrades: [],
      replayed: false,
      userErrors: [],
    });
    expect((await submit(audit.lead)).userErrors).toMatchObject([{ code: 'SECTION_SUBMITTED' }]);
    expect((await submit(audit.observer)).userErrors).toMatchObject([{ code: 'OBSERVER_DOES_NOT_GRADE' }]);
    expect((await submit(audit.manager)).userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await submit(audit.mate, { sectionId: 'nonsense' })).userErrors).toMatchObject([
      { code: 'NOT_FOUND', path: ['input', 'sectionId'] },
    ]);
    const { data } = await audit.mate.run(
      'query ($id: ID!) { audit(id: $id) { sectionSubmissions { section { id } auditor { id } } } }',
      { id: audit.auditId },
    );
    expect(data['audit']['sectionSubmissions']).toEqual([
      { section: { id: section.sectionId }, auditor: { id: globalId('Auditor', audit.leadId) } },
    ]);
    expect(
      (
        await audit.manager.run('query ($id: ID!) { audit(id: $id) { sectionSubmissions { id } } }', {
          id: audit.auditId,
        })
      ).data,
    ).toEqual({ audit: { sectionSubmissions: [] } });
  });

  test('turns equal grades into agreed consensus grades, and leaves the others to the team', async () => {
    await makeGrades(api, audit, section, raw(audit.leadId, ['CONFORM', 'PARTIAL']));
    await makeGrades(api, audit, section, raw(audit.mateId, ['CONFORM', 'NON_CONFORM']));
    const equal = Math.ceil(section.criterionIds.length / 2);

    await submit(audit.lead);
    expect((await submit(audit.mate)).consensusGrades).toEqual(
      Array.from({ length: equal }, () => ({ value: 'CONFORM', isAgreed: true })),
    );
    const [consensus] = await api.sql(
      `select auditor_id, agreed_by_auditor_id from grade where audit_id = $1 and stage = 'CONSENSUS' limit 1`,
      [audit.uuid],
    );
    expect(consensus).toEqual({ auditor_id: audit.leadId, agreed_by_auditor_id: audit.mateId });
  });

  test('carries the reasons of both over when both left a criterion out', async () => {
    await makeGrades(api, audit, section, raw(audit.leadId, ['NOT_APPLICABLE']));
    await makeGrades(api, audit, section, raw(audit.mateId, ['NOT_APPLICABLE']));
    await api.sql(`update grade set reason = 'autre' where audit_id = $1 and auditor_id = $2`, [
      audit.uuid,
      audit.mateId,
    ]);
    await submit(audit.lead);
    await submit(audit.mate);
    expect(
      await api.sql(`select distinct reason from grade where audit_id = $1 and stage = 'CONSENSUS'`, [
        audit.uuid,
      ]),
    ).toEqual([{ reason: 'autre / hors champ' }]);
  });
});

describe('consensus', () => {
  const propose = (client: GradableAudit['lead'], input: Record<string, unknown> = {}) =>
    client.act(
      'consensusPropose',
      { auditId: audit.auditId, criterionId, value: 'PARTIAL', ...input },
      'grade { id stage value version isAgreed }',
    );
  const agree = (client: GradableAudit['lead'], gradeId: unknown, expectedVersion: number) =>
    client.act('consensusAgree', { gradeId, expectedVersion }, 'grade { version isAgreed agreedBy { id } }');
  const bothSubmitted = async () => {
    await makeSubmission(api, audit, section, audit.leadId);
    await makeSubmission(api, audit, section, audit.mateId);
  };

  test('waits for both submissions', async () => {
    await makeSubmission(api, audit, section, audit.leadId);
    expect((await propose(audit.lead)).userErrors).toMatchObject([
      { code: 'SECTION_NOT_SUBMITTED', path: ['input', 'criterionId'] },
    ]);
    expect(await storedGrades()).toEqual([]);
  });

  test('is proposed by one and agreed to by the other; a new proposal must be agreed to again', async () => {
    await bothSubmitted();
    const { grade } = await propose(audit.lead);
    expect(grade).toMatchObject({ stage: 'CONSENSUS', value: 'PARTIAL', version: 1, isAgreed: false });

    expect((await agree(audit.lead, grade.id, 1)).userErrors).toMatchObject([
      { code: 'CONSENSUS_OWN_PROPOSAL' },
    ]);
    expect((await agree(audit.observer, grade.id, 1)).userErrors).toMatchObject([
      { code: 'OBSERVER_DOES_NOT_GRADE' },
    ]);
    expect((await agree(audit.mate, grade.id, 2)).userErrors).toMatchObject([
      { code: 'STALE_VERSION', path: ['input', 'expectedVersion'], current: { id: grade.id } },
    ]);
    expect((await agree(audit.mate, grade.id, 1)).grade).toEqual({
      version: 2,
      isAgreed: true,
      agreedBy: { id: globalId('Auditor', audit.mateId) },
    });
    expect((await agree(audit.mate, grade.id, 2)).userErrors).toMatchObject([{ code: 'CONSENSUS_AGREED' }]);

    const other = await propose(audit.mate, { expectedVersion: 2, value: 'NON_CONFORM' });
    expect(other.grade).toEqual({
      id: grade.id,
      stage: 'CONSENSUS',
      value: 'NON_CONFORM',
      version: 3,
      isAgreed: false,
    });
    expect((await agree(audit.mate, grade.id, 3)).userErrors).toMatchObject([
      { code: 'CONSENSUS_OWN_PROPOSAL' },
    ]);
    expect((await agree(audit.lead, grade.id, 3)).userErrors).toEqual([]);
  });

  test('is no matter of the service nor of another stage’s grade', async () => {
    await bothSubmitted();
    const [own] = await makeGrades(api, audit, section, raw(audit.leadId));
    expect((await propose(audit.manager)).userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await agree(audit.mate, own, 1)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    await api.sql(`update audit set state = 'DRAFT_REPORT' where id = $1`, [audit.uuid]);
    expect((await propose(audit.lead)).userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION' }]);
  });

  test('is agreed to for many criteria at once, or for none', async () => {
    const ids = await makeGrades(api, audit, section, { ...raw(audit.leadId), stage: 'CONSENSUS' });
    const all = (proposals: unknown) =>
      audit.mate.act(
        'consensusAgreeAll',
        { auditId: audit.auditId, proposals },
        'grades { isAgreed version }',
      );
    const seen = ids.map((gradeId) => ({ gradeId, expectedVersion: 1 }));

    const stale = await all(seen.map((one, index) => (index === 1 ? { ...one, expectedVersion: 5 } : one)));
    expect(stale.grades).toBeNull();
    expect(stale.userErrors).toMatchObject([
      { code: 'STALE_VERSION', path: ['input', 'proposals', '1', 'expectedVersion'] },
    ]);
    expect((await storedGrades()).every(({ version }) => Number(version) === 1)).toBe(true);

    expect((await all(seen)).grades).toEqual(ids.map(() => ({ isAgreed: true, version: 2 })));
  });
});
