import { openApi, type TestApi } from '../support/api';
import { auditActs } from '../support/audit-acts';
import {
  insertRow,
  makeAssignment,
  makeAuditor,
  makeCoordinator,
  makeTeamedAudit,
} from '../support/factories';

type Acts = ReturnType<typeof auditActs>;

let api: TestApi;
let coordinator: string;
let act: Acts['act'];
let assignmentStates: Acts['assignmentStates'];
let expectRefused: Acts['expectRefused'];

beforeAll(async () => {
  api = await openApi();
  coordinator = await makeCoordinator(api);
  ({ act, assignmentStates, expectRefused } = auditActs(api, coordinator));
});
afterAll(() => api.close());
beforeEach(() => api.clock.set('2027-03-01T08:00:00Z'));

describe('auditProposeTeam', () => {
  it('needs a radiologist and a radiographer, one of them as lead', async () => {
    const audit = await makeTeamedAudit(api, { assignmentState: 'PROPOSED' });
    await api.sql('update assignment set is_lead = false where audit_id = $1', [audit.auditId]);
    await expectRefused(audit, 'coordinator', 'auditProposeTeam', 'TEAM_INCOMPLETE');
    await api.sql('update assignment set is_lead = true where id = $1', [audit.mateAssignmentId]);
    await api.sql(`update assignment set state = 'DECLINED' where id = $1`, [audit.leadAssignmentId]);
    await expectRefused(audit, 'coordinator', 'auditProposeTeam', 'TEAM_INCOMPLETE');
    await api.sql(`update assignment set state = 'PROPOSED' where id = $1`, [audit.leadAssignmentId]);
    const payload = await act(audit, 'coordinator', 'auditProposeTeam');
    expect(payload['audit']).toMatchObject({ state: 'TEAM_PROPOSED', version: 2 });
  });
});

describe('auditShowTeam', () => {
  it('opens a window of 15 days that ends on a working day', async () => {
    const audit = await makeTeamedAudit(api, { state: 'TEAM_PROPOSED', assignmentState: 'ACCEPTED' });
    // 1 March 2027 is a Monday; 15 days later is Tuesday the 16th.
    const payload = await act(audit, 'coordinator', 'auditShowTeam');
    expect(payload['userErrors']).toEqual([]);
    expect(payload['audit']).toMatchObject({
      state: 'RECUSAL_WINDOW',
      recusalUntil: '2027-03-16',
      teamShownAt: '2027-03-01T08:00:00.000Z',
      isTeamAgreed: false,
    });
  });

  it('moves the end of the window off a holiday', async () => {
    const audit = await makeTeamedAudit(api, { state: 'TEAM_PROPOSED', assignmentState: 'ACCEPTED' });
    // 14 March 2027 + 15 days is Easter Monday.
    api.clock.set('2027-03-14T08:00:00Z');
    const payload = await act(audit, 'coordinator', 'auditShowTeam');
    expect(payload['audit']).toMatchObject({ recusalUntil: '2027-03-30' });
  });

  it('waits until everyone has accepted and attested', async () => {
    const audit = await makeTeamedAudit(api, { state: 'TEAM_PROPOSED', assignmentState: 'ACCEPTED' });
    await api.sql('update assignment set attested_at = null where id = $1', [audit.mateAssignmentId]);
    await expectRefused(audit, 'coordinator', 'auditShowTeam', 'TEAM_NOT_ACCEPTED');
    await api.sql(`update assignment set attested_at = now(), state = 'PROPOSED' where id = $1`, [
      audit.mateAssignmentId,
    ]);
    await expectRefused(audit, 'coordinator', 'auditShowTeam', 'TEAM_NOT_ACCEPTED');
  });

  it('waits for observers as well', async () => {
    const audit = await makeTeamedAudit(api, { state: 'TEAM_PROPOSED', assignmentState: 'ACCEPTED' });
    const { auditorId } = await makeAuditor(api);
    await makeAssignment(api, { auditId: audit.auditId, auditorId, seat: 'OBSERVER', state: 'PROPOSED' });
    await expectRefused(audit, 'coordinator', 'auditShowTeam', 'TEAM_NOT_ACCEPTED');
  });
});

describe('auditAgreeTeam and auditConfirmTeam', () => {
  const shown = (extra: Record<string, unknown> = {}) =>
    makeTeamedAudit(api, {
      state: 'RECUSAL_WINDOW',
      assignmentState: 'ACCEPTED',
      columns: { recusal_until: '2027-03-16', team_shown_at: '2027-03-01T08:00:00Z', ...extra },
    });

  it('confirms before the window ends once the service agrees', async () => {
    const audit = await shown();
    await expectRefused(audit, 'coordinator', 'auditConfirmTeam', 'RECUSAL_WINDOW_OPEN');
    const agreed = await act(audit, 'manager', 'auditAgreeTeam');
    expect(agreed['audit']).toMatchObject({ state: 'RECUSAL_WINDOW', isTeamAgreed: true, version: 2 });
    const payload = await act(audit, 'coordinator', 'auditConfirmTeam', { expectedVersion: 2 });
    expect(payload['audit']).toMatchObject({ state: 'TEAM_CONFIRMED', version: 3 });
    expect(await assignmentStates(audit)).toEqual(['CONFIRMED', 'CONFIRMED']);
  });

  it('confirms without agreement from the day after the last day of the window', async () => {
    const audit = await shown();
    api.clock.set('2027-03-16T22:59:59Z');
    await expectRefused(audit, 'coordinator', 'auditConfirmTeam', 'RECUSAL_WINDOW_OPEN');
    api.clock.set('2027-03-16T23:00:00Z');
    const payload = await act(audit, 'coordinator', 'auditConfirmTeam');
    expect(payload['audit']).toMatchObject({ state: 'TEAM_CONFIRMED' });
  });

  it.each([
    ['FILED', 'RECUSAL_PENDING'],
    ['APPEALED', 'RECUSAL_PENDING'],
  ])('does not confirm while a recusal is %s', async (state, code) => {
    const audit = await shown({ recusal_until: '2027-02-15', is_team_agreed: true });
    const recusalId = await insertRow(api, 'recusal', {
      audit_id: audit.auditId,
      assignment_id: audit.mateAssignmentId,
      state,
      reason: 'Ancien associé.',
      decide_by: '2027-03-10',
    });
    await expectRefused(audit, 'coordinator', 'auditConfirmTeam', code);
    await api.sql(`update recusal set state = 'REFUSED' where id = $1`, [recusalId]);
    expect((await act(audit, 'coordinator', 'auditConfirmTeam'))['audit']).toMatchObject({
      state: 'TEAM_CONFIRMED',
    });
  });

  it('keeps who has left the team out of the confirmation', async () => {
    const audit = await shown({ recusal_until: '2027-02-15' });
    const { auditorId } = await makeAuditor(api);
    await makeAssignment(api, { auditId: audit.auditId, auditorId, seat: 'OBSERVER', state: 'DECLINED' });
    await act(audit, 'coordinator', 'auditConfirmTeam');
    expect(await assignmentStates(audit)).toEqual(['DECLINED', 'CONFIRMED', 'CONFIRMED']);
  });

  it('lets nobody but the service’s manager agree, and only in the window', async () => {
    const audit = await shown();
    await expectRefused(audit, 'coordinator', 'auditAgreeTeam', 'FORBIDDEN');
    await expectRefused(audit, 'lead', 'auditAgreeTeam', 'FORBIDDEN');
    const late = await makeTeamedAudit(api, { state: 'TEAM_CONFIRMED' });
    await expectRefused(late, 'manager', 'auditAgreeTeam', 'ILLEGAL_TRANSITION');
  });
});

describe('the self-assessment', () => {
  it('opens once the visit has its day, due 30 days before it', async () => {
    const audit = await makeTeamedAudit(api, { state: 'TEAM_CONFIRMED' });
    await expectRefused(audit, 'coordinator', 'auditOpenSelfAssessment', 'VISIT_DATE_MISSING');
    await api.sql(`update audit set visit_on = '2027-06-15' where id = $1`, [audit.auditId]);
    const payload = await act(audit, 'coordinator', 'auditOpenSelfAssessment');
    // 16 May 2027 is Whit Sunday: back to Friday the 14th.
    expect(payload['audit']).toMatchObject({ state: 'SELF_ASSESSMENT', selfAssessmentDueOn: '2027-05-14' });
  });

  it('is never due in the past when the visit is near', async () => {
    const audit = await makeTeamedAudit(api, {
      state: 'TEAM_CONFIRMED',
      columns: { visit_on: '2027-03-10' },
    });
    const payload = await act(audit, 'coordinator', 'auditOpenSelfAssessment');
    expect(payload['audit']).toMatchObject({ selfAssessmentDueOn: '2027-03-01' });
  });

  it('is recorded as a default from the day after its last day', async () => {
    const audit = await makeTeamedAudit(api, {
      state: 'SELF_ASSESSMENT',
      columns: { visit_on: '2027-06-15', self_assessment_due_on: '2027-05-14' },
    });
    api.clock.set('2027-05-14T21:59:59Z');
    const early = await act(audit, 'coordinator', 'auditRecordDefault');
    expect(early['userErrors']).toMatchObject([
      {
        code: 'SELF_ASSESSMENT_NOT_OVERDUE',
        message: 'The service has until 2027-05-14 to submit its self-assessment.',
      },
    ]);
    api.clock.set('2027-05-14T22:00:00Z');
    const payload = await act(audit, 'coordinator', 'auditRecordDefault');
    expect(payload['audit']).toMatchObject({ state: 'DOCUMENT_REVIEW' });
  });
});
