import { randomUUID } from 'node:crypto';
import { globalId } from '../../server/kernel/ids';
import { openApi, type TestApi } from '../support/api';
import { makeService } from '../support/factories';
import {
  makeGradableAudit,
  makeGrades,
  makeSubmission,
  uuidIn,
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

describe('gradeRecord', () => {
  test('records one’s own grade under the client’s id, and another version of it', async () => {
    const id = randomUUID();
    const capturedAt = '2027-01-10T14:05:00.000Z';
    const first = await audit.mate.act(
      'gradeRecord',
      {
        id,
        auditId: audit.auditId,
        criterionId,
        value: 'NON_CONFORM',
        comment: 'vu',
        minutes: 12,
        capturedAt,
      },
      'grade { id stage value comment minutes capturedAt version auditor { id } criterion { id } audit { id } }',
    );
    expect(first).toEqual({
      grade: {
        id: globalId('Grade', id),
        stage: 'AUDITOR',
        value: 'NON_CONFORM',
        comment: 'vu',
        minutes: 12,
        capturedAt,
        version: 1,
        auditor: { id: globalId('Auditor', audit.mateId) },
        criterion: { id: criterionId },
        audit: { id: audit.auditId },
      },
      replayed: false,
      userErrors: [],
    });

    const second = await audit.mate.act(
      'gradeRecord',
      { auditId: audit.auditId, criterionId, expectedVersion: 1, value: 'CONFORM' },
      'grade { id value comment version }',
    );
    expect(second.grade).toEqual({ id: globalId('Grade', id), value: 'CONFORM', comment: null, version: 2 });
  });

  test('keeps the two auditors’ grades of a criterion apart', async () => {
    const said = { auditId: audit.auditId, criterionId };
    await audit.lead.act('gradeRecord', { ...said, value: 'CONFORM' });
    await audit.mate.act('gradeRecord', { ...said, value: 'PARTIAL' });
    expect(await storedGrades()).toEqual([
      { stage: 'AUDITOR', value: 'CONFORM', version: 1 },
      { stage: 'AUDITOR', value: 'PARTIAL', version: 1 },
    ]);
  });

  test('is for the graders of the audit alone', async () => {
    const said = { auditId: audit.auditId, criterionId, value: 'CONFORM' };
    const stranger = api.as((await makeService(api)).managerId);
    expect((await audit.observer.act('gradeRecord', said)).userErrors).toMatchObject([
      { code: 'OBSERVER_DOES_NOT_GRADE' },
    ]);
    expect((await audit.manager.act('gradeRecord', said)).userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await audit.coordinator.act('gradeRecord', said)).userErrors).toMatchObject([
      { code: 'FORBIDDEN' },
    ]);
    expect((await stranger.act('gradeRecord', said)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(await storedGrades()).toEqual([]);
  });

  test.each(['PLANNED', 'SELF_ASSESSMENT', 'DRAFT_REPORT', 'CLOSED', 'SUSPENDED'])(
    'is impossible in %s',
    async (state) => {
      await api.sql('update audit set state = $2 where id = $1', [audit.uuid, state]);
      const payload = await audit.lead.act('gradeRecord', {
        auditId: audit.auditId,
        criterionId,
        value: 'CONFORM',
      });
      expect(payload.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION', from: state }]);
      expect(await storedGrades()).toEqual([]);
    },
  );

  test.each([
    [{ value: 'NOT_APPLICABLE' }, 'REASON_MISSING', 'reason'],
    [{ expectedVersion: 1 }, 'NOT_FOUND', 'criterionId'],
    [{ criterionId: 'nonsense' }, 'CRITERION_NOT_IN_TEMPLATE', 'criterionId'],
    [{ minutes: 601 }, 'VALIDATION', 'minutes'],
    [{ comment: 'x'.repeat(5001) }, 'VALIDATION', 'comment'],
  ])('refuses %j with %s', async (change, code, field) => {
    const payload = await audit.lead.act('gradeRecord', {
      auditId: audit.auditId,
      criterionId,
      value: 'CONFORM',
      ...change,
    });
    expect(payload.userErrors).toMatchObject([{ code, path: ['input', field] }]);
    expect(await storedGrades()).toEqual([]);
  });

  test('refuses an id that is taken', async () => {
    const [grade] = await makeGrades(api, audit, section, raw(audit.leadId));
    const payload = await audit.mate.act('gradeRecord', {
      id: uuidIn(grade ?? ''),
      auditId: audit.auditId,
      criterionId,
      value: 'CONFORM',
    });
    expect(payload.userErrors).toMatchObject([{ code: 'ID_TAKEN', path: ['input', 'id'] }]);
  });

  test('is closed with the section, for those who submitted it', async () => {
    await makeGrades(api, audit, section, raw(audit.leadId));
    await makeSubmission(api, audit, section, audit.leadId);
    const said = { auditId: audit.auditId, criterionId, value: 'PARTIAL' };
    expect((await audit.lead.act('gradeRecord', { ...said, expectedVersion: 1 })).userErrors).toMatchObject([
      { code: 'SECTION_SUBMITTED', path: ['input', 'criterionId'] },
    ]);
    expect((await audit.mate.act('gradeRecord', said)).userErrors).toEqual([]);
  });
});
