import { globalId } from '../../server/kernel/ids';
import { openApi, type Json, type TestApi } from '../support/api';
import { gradeAll, makeAction, makeMajorFinding } from '../support/audit-factories';
import {
  insertRow,
  makeAccount,
  makeAssignment,
  makeAuditor,
  makeCampaign,
  makeCoordinator,
  makeService,
  makeTeamedAudit,
} from '../support/factories';

let api: TestApi;
let coordinator: string;

beforeAll(async () => {
  api = await openApi();
  coordinator = await makeCoordinator(api);
  // References that the factories write stay below those that the platform gives.
  await api.sql(`select setval('audit_number_seq', 50000)`);
});
afterAll(() => api.close());
beforeEach(() => api.clock.set('2027-03-01T08:00:00Z'));

const errorsOf = (payload: Json): unknown =>
  (payload.userErrors as { code: string; path: string[] | null }[]).map(({ code, path }) => ({ code, path }));

type Teamed = Awaited<ReturnType<typeof makeTeamedAudit>>;
type Who = 'coordinator' | 'lead' | 'mate' | 'manager';

const accountOf = (audit: Teamed, who: Who): string =>
  ({
    coordinator,
    lead: audit.lead.accountId,
    mate: audit.mate.accountId,
    manager: audit.managerId,
  })[who];

const FIELDS = `audit { state version stateReason visitOn recusalUntil teamShownAt isTeamAgreed selfAssessmentDueOn
  draftDueOn visitClosedAt closedAt safetyEscalatedAt safetyNote }`;

function act(audit: Teamed, who: Who, mutation: string, extra: Record<string, unknown> = {}): Promise<Json> {
  const input = { auditId: globalId('Audit', audit.auditId), expectedVersion: 1, ...extra };
  return api.as(accountOf(audit, who)).act(mutation, input, FIELDS);
}

async function rowOf(audit: { auditId: string }): Promise<{ state: string; version: number }> {
  const [row] = await api.sql<{ state: string; version: number }>('select * from audit where id = $1', [
    audit.auditId,
  ]);
  if (!row) throw new Error('no such audit');
  return row;
}

async function assignmentStates(audit: { auditId: string }): Promise<string[]> {
  const rows = await api.sql<{ state: string }>(
    'select state from assignment where audit_id = $1 order by seat',
    [audit.auditId],
  );
  return rows.map(({ state }) => state);
}

/** The act is refused with this code, and the audit is exactly as before. */
async function expectRefused(
  audit: Teamed,
  who: Who,
  mutation: string,
  code: string,
  extra: Record<string, unknown> = {},
) {
  const before = await rowOf(audit);
  const payload = await act(audit, who, mutation, extra);
  expect((payload.userErrors as { code: string }[]).map(({ code }) => code)).toEqual([code]);
  expect(payload['audit']).toBeNull();
  expect(await rowOf(audit)).toEqual(before);
}

describe('auditPlan', () => {
  async function confirmed(options: { state?: string; campaignState?: string } = {}) {
    const campaignId = await makeCampaign(api, { state: options.campaignState ?? 'CALL_CLOSED' });
    const service = await makeService(api);
    const applicationId = await insertRow(api, 'application', {
      campaign_id: campaignId,
      audited_service_id: service.serviceId,
      state: options.state ?? 'CONFIRMED',
    });
    const input = { applicationId: globalId('Application', applicationId) };
    return { ...service, campaignId, input };
  }
  const plan = (account: string, input: object) =>
    api
      .as(account)
      .act(
        'auditPlan',
        { ...input },
        'audit { reference state version auditedService { id } campaign { id } templateVersion { id } }',
      );

  it('makes the audit of a confirmed application, with the next reference of the year', async () => {
    const { input, serviceId, campaignId } = await confirmed();
    const [campaign] = await api.sql<{ template_version_id: string }>(
      'select * from campaign where id = $1',
      [campaignId],
    );
    const payload = await plan(coordinator, input);
    expect(payload['userErrors']).toEqual([]);
    expect(payload['audit']).toEqual({
      reference: 'AUD-2027-50001',
      state: 'PLANNED',
      version: 1,
      auditedService: { id: globalId('AuditedService', serviceId) },
      campaign: { id: globalId('Campaign', campaignId) },
      templateVersion: { id: globalId('TemplateVersion', campaign?.template_version_id ?? '') },
    });
  });

  it.each(['SUBMITTED', 'SELECTED', 'WITHDRAWN'])('refuses an application that is %s', async (state) => {
    const { input } = await confirmed({ state });
    expect(errorsOf(await plan(coordinator, input))).toEqual([
      { code: 'APPLICATION_NOT_CONFIRMED', path: ['input', 'applicationId'] },
    ]);
  });

  it.each(['CALL_OPEN', 'CLOSED', 'CANCELLED'])('refuses a campaign that is %s', async (campaignState) => {
    const { input } = await confirmed({ campaignState });
    expect(errorsOf(await plan(coordinator, input))).toEqual([
      { code: 'CAMPAIGN_NOT_RUNNING', path: ['input', 'applicationId'] },
    ]);
  });

  it('plans a service once in a campaign', async () => {
    const { input } = await confirmed({ campaignState: 'RUNNING' });
    await plan(coordinator, input);
    expect(errorsOf(await plan(coordinator, input))).toEqual([
      { code: 'ALREADY_EXISTS', path: ['input', 'applicationId'] },
    ]);
  });

  it('is the coordination’s, and not of one who has a tie with the service', async () => {
    const { input, managerId, organisationId } = await confirmed();
    const tied = await makeAccount(api, { roles: ['COORDINATOR'] });
    await insertRow(api, 'affiliation', {
      person_id: tied.personId,
      organisation_id: organisationId,
      kind: 'EMPLOYMENT',
      from_date: '2020-01-01',
      source: 'DECLARED',
    });
    expect(errorsOf(await plan(managerId, input))).toEqual([{ code: 'FORBIDDEN', path: null }]);
    expect(errorsOf(await plan(tied.accountId, input))).toEqual([
      { code: 'NOT_FOUND', path: ['input', 'applicationId'] },
    ]);
  });
});

describe('auditPlanVisit', () => {
  it.each(['coordinator', 'lead'] as const)('lets the %s set the day within the campaign', async (who) => {
    const audit = await makeTeamedAudit(api, { state: 'TEAM_CONFIRMED' });
    const payload = await act(audit, who, 'auditPlanVisit', { visitOn: '2027-12-31' });
    expect(payload['userErrors']).toEqual([]);
    expect(payload['audit']).toMatchObject({ state: 'TEAM_CONFIRMED', visitOn: '2027-12-31', version: 2 });
  });

  it.each(['2026-12-31', '2028-01-01'])('refuses %s, outside the campaign', async (visitOn) => {
    const audit = await makeTeamedAudit(api);
    await expectRefused(audit, 'coordinator', 'auditPlanVisit', 'VISIT_DATE_OUTSIDE_CAMPAIGN', { visitOn });
  });

  it('refuses a day on which a member of the team is away, and takes the day before', async () => {
    const audit = await makeTeamedAudit(api);
    await insertRow(api, 'auditor_unavailability', {
      auditor_id: audit.mate.auditorId,
      from_date: '2027-05-10',
      to_date: '2027-05-14',
    });
    await expectRefused(audit, 'coordinator', 'auditPlanVisit', 'AUDITOR_UNAVAILABLE', {
      visitOn: '2027-05-10',
    });
    const payload = await act(audit, 'coordinator', 'auditPlanVisit', { visitOn: '2027-05-07' });
    expect(payload['audit']).toMatchObject({ visitOn: '2027-05-07' });
  });

  it('moves the due day of an open self-assessment along: 30 days before, back from a Sunday to Friday', async () => {
    const audit = await makeTeamedAudit(api, {
      state: 'SELF_ASSESSMENT',
      columns: { visit_on: '2027-05-03', self_assessment_due_on: '2027-04-02' },
    });
    const payload = await act(audit, 'coordinator', 'auditPlanVisit', { visitOn: '2027-06-15' });
    expect(payload['audit']).toMatchObject({ visitOn: '2027-06-15', selfAssessmentDueOn: '2027-05-14' });
  });

  it.each(['ON_SITE', 'REPORT_ISSUED', 'SUSPENDED'])('is illegal in %s', async (state) => {
    const audit = await makeTeamedAudit(api, { state });
    await expectRefused(audit, 'coordinator', 'auditPlanVisit', 'ILLEGAL_TRANSITION', {
      visitOn: '2027-06-15',
    });
  });

  it('is not for the service', async () => {
    const audit = await makeTeamedAudit(api);
    await expectRefused(audit, 'manager', 'auditPlanVisit', 'FORBIDDEN', { visitOn: '2027-06-15' });
  });
});

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

describe('the visit', () => {
  it('starts on its day, not before', async () => {
    const audit = await makeTeamedAudit(api, {
      state: 'DOCUMENT_REVIEW',
      columns: { visit_on: '2027-03-10' },
    });
    api.clock.set('2027-03-09T22:59:59Z');
    await expectRefused(audit, 'lead', 'auditStartVisit', 'VISIT_NOT_REACHED');
    api.clock.set('2027-03-09T23:00:00Z');
    expect((await act(audit, 'lead', 'auditStartVisit'))['audit']).toMatchObject({
      state: 'ON_SITE',
      version: 2,
    });
  });

  it('does not start without a day', async () => {
    const audit = await makeTeamedAudit(api, { state: 'DOCUMENT_REVIEW' });
    await expectRefused(audit, 'lead', 'auditStartVisit', 'VISIT_DATE_MISSING');
  });

  it('ends once each criterion has a consensus that a second auditor agreed to; the draft is due 21 days later', async () => {
    const audit = await makeTeamedAudit(api, { state: 'ON_SITE', columns: { visit_on: '2027-03-01' } });
    const { lead, mate, auditId } = audit;
    await expectRefused(audit, 'lead', 'auditEndVisit', 'GRADES_INCOMPLETE');
    await gradeAll(api, auditId, 'CONSENSUS', { author: lead.auditorId, agreedBy: mate.auditorId });
    await api.sql(
      `update grade set agreed_by_auditor_id = null where id = (select id from grade where audit_id = $1 limit 1)`,
      [auditId],
    );
    const refused = await act(audit, 'lead', 'auditEndVisit');
    expect(refused['userErrors']).toMatchObject([
      { code: 'GRADES_INCOMPLETE', message: 'Agreed consensus grades are missing (1).' },
    ]);
    await api.sql('update grade set agreed_by_auditor_id = $2 where audit_id = $1', [
      auditId,
      mate.auditorId,
    ]);
    const payload = await act(audit, 'lead', 'auditEndVisit');
    expect(payload['audit']).toMatchObject({
      state: 'DRAFT_REPORT',
      visitClosedAt: '2027-03-01T08:00:00.000Z',
      draftDueOn: '2027-03-22',
    });
  });

  it('is the lead’s, not the other auditor’s nor the coordination’s', async () => {
    const audit = await makeTeamedAudit(api, {
      state: 'DOCUMENT_REVIEW',
      columns: { visit_on: '2027-03-01' },
    });
    await expectRefused(audit, 'mate', 'auditStartVisit', 'FORBIDDEN');
    await expectRefused(audit, 'coordinator', 'auditStartVisit', 'FORBIDDEN');
    await expectRefused(audit, 'manager', 'auditStartVisit', 'FORBIDDEN');
  });
});

describe('auditClose', () => {
  it.each([
    ['PROPOSED', false],
    ['DONE', false],
    ['REOPENED', false],
    ['VERIFIED', true],
    ['WAIVED', true],
  ])('with an action %s: %s', async (state, isClosing) => {
    const audit = await makeTeamedAudit(api, { state: 'FOLLOW_UP' });
    await makeAction(api, audit, await makeMajorFinding(api, audit, 'FINAL'), state);
    if (!isClosing) return expectRefused(audit, 'lead', 'auditClose', 'ACTIONS_OPEN');
    const payload = await act(audit, 'lead', 'auditClose');
    expect(payload['audit']).toMatchObject({ state: 'CLOSED', closedAt: '2027-03-01T08:00:00.000Z' });
    expect(await assignmentStates(audit)).toEqual(['COMPLETED', 'COMPLETED']);
  });

  it('is not the service’s', async () => {
    const audit = await makeTeamedAudit(api, { state: 'FOLLOW_UP' });
    await expectRefused(audit, 'manager', 'auditClose', 'FORBIDDEN');
  });
});

describe('interruptions', () => {
  it('suspends with a reason and resumes where the audit stood', async () => {
    const audit = await makeTeamedAudit(api, { state: 'DOCUMENT_REVIEW' });
    const suspended = await act(audit, 'coordinator', 'auditSuspend', { reason: 'Panne du scanner.' });
    expect(suspended['audit']).toMatchObject({ state: 'SUSPENDED', stateReason: 'Panne du scanner.' });
    const seen = await api
      .as(coordinator)
      .run('query ($id: ID!) { audit(id: $id) { availableTransitions { act to isAvailable } } }', {
        id: globalId('Audit', audit.auditId),
      });
    expect(seen.data['audit']?.['availableTransitions']).toEqual([
      { act: 'auditResume', to: 'DOCUMENT_REVIEW', isAvailable: true },
      { act: 'auditCancel', to: 'CANCELLED', isAvailable: true },
    ]);
    const resumed = await act(audit, 'coordinator', 'auditResume', { expectedVersion: 2 });
    expect(resumed['audit']).toMatchObject({ state: 'DOCUMENT_REVIEW', stateReason: null, version: 3 });
  });

  it('cancels a suspended audit', async () => {
    const audit = await makeTeamedAudit(api, {
      state: 'SUSPENDED',
      columns: { suspended_from_state: 'ON_SITE' },
    });
    const payload = await act(audit, 'coordinator', 'auditCancel', { reason: 'Le service ferme.' });
    expect(payload['audit']).toMatchObject({ state: 'CANCELLED', stateReason: 'Le service ferme.' });
  });

  it('asks for a reason', async () => {
    const audit = await makeTeamedAudit(api);
    await expectRefused(audit, 'coordinator', 'auditSuspend', 'VALIDATION', { reason: '' });
  });

  it.each(['auditSuspend', 'auditCancel'])('%s is over once the report is issued', async (mutation) => {
    const audit = await makeTeamedAudit(api, { state: 'REPORT_ISSUED' });
    await expectRefused(audit, 'coordinator', mutation, 'ILLEGAL_TRANSITION', { reason: 'Trop tard.' });
  });
});

describe('auditEscalateSafety', () => {
  it('raises a flag, keeps the state, and adds later notes beneath the first', async () => {
    const audit = await makeTeamedAudit(api, { state: 'ON_SITE' });
    const first = await act(audit, 'mate', 'auditEscalateSafety', { note: 'Porte de salle sans contact.' });
    expect(first['audit']).toMatchObject({
      state: 'ON_SITE',
      safetyEscalatedAt: '2027-03-01T08:00:00.000Z',
      safetyNote: 'Porte de salle sans contact.',
    });
    api.clock.set('2027-03-02T08:00:00Z');
    const second = await act(audit, 'lead', 'auditEscalateSafety', {
      expectedVersion: 2,
      note: 'Chef de service averti.',
    });
    expect(second['audit']).toMatchObject({
      safetyEscalatedAt: '2027-03-01T08:00:00.000Z',
      safetyNote: 'Porte de salle sans contact.\n\nChef de service averti.',
    });
  });

  it('is the team’s, and over when the audit is', async () => {
    const audit = await makeTeamedAudit(api, { state: 'ON_SITE' });
    await expectRefused(audit, 'manager', 'auditEscalateSafety', 'FORBIDDEN', { note: 'Danger immédiat.' });
    await expectRefused(audit, 'coordinator', 'auditEscalateSafety', 'FORBIDDEN', {
      note: 'Danger immédiat.',
    });
    const closed = await makeTeamedAudit(api, { state: 'CLOSED', assignmentState: 'COMPLETED' });
    await expectRefused(closed, 'lead', 'auditEscalateSafety', 'ILLEGAL_TRANSITION', {
      note: 'Danger immédiat.',
    });
  });

  it('shows its note to the team, the manager and the coordination, not to other readers', async () => {
    const audit = await makeTeamedAudit(api, {
      state: 'ON_SITE',
      columns: { safety_escalated_at: '2027-03-01T08:00:00Z', safety_note: 'Porte de salle sans contact.' },
    });
    const reader = await makeAccount(api, { services: { [audit.serviceId]: 'SERVICE_READER' } });
    const noteFor = async (account: string) => {
      const query = 'query ($id: ID!) { audit(id: $id) { safetyNote } }';
      const answer = await api.as(account).run(query, { id: globalId('Audit', audit.auditId) });
      return answer.data['audit'];
    };
    for (const who of ['lead', 'mate', 'manager', 'coordinator'] as const)
      expect(await noteFor(accountOf(audit, who))).toEqual({ safetyNote: 'Porte de salle sans contact.' });
    expect(await noteFor(reader.accountId)).toEqual({ safetyNote: null });
  });
});

describe('every act on an audit', () => {
  it('refuses a version that is not the last, and answers with the audit as it is', async () => {
    const audit = await makeTeamedAudit(api, { state: 'ON_SITE' });
    const payload = await act(audit, 'coordinator', 'auditCancel', {
      expectedVersion: 7,
      reason: 'Doublon.',
    });
    expect(payload['userErrors']).toMatchObject([
      { code: 'STALE_VERSION', current: { id: globalId('Audit', audit.auditId) } },
    ]);
    expect(await rowOf(audit)).toMatchObject({ state: 'ON_SITE', version: 1 });
  });

  it('finds nothing for those who may not see the audit', async () => {
    const audit = await makeTeamedAudit(api, { state: 'ON_SITE' });
    const rival = await makeService(api);
    const observer = await makeAccount(api, { roles: ['OBSERVER'] });
    const stranger = await makeAuditor(api);
    const input = { auditId: globalId('Audit', audit.auditId), expectedVersion: 1, reason: 'Doublon.' };
    for (const account of [rival.managerId, observer.accountId, stranger.accountId]) {
      expect(errorsOf(await api.as(account).act('auditCancel', input))).toEqual([
        { code: 'NOT_FOUND', path: ['input', 'auditId'] },
      ]);
    }
    expect(await rowOf(audit)).toMatchObject({ state: 'ON_SITE', version: 1 });
  });

  it('leaves a note in the trail, of who did what to which audit', async () => {
    const audit = await makeTeamedAudit(api, { state: 'ON_SITE' });
    await act(audit, 'coordinator', 'auditSuspend', { reason: 'Panne du scanner.' });
    const entries = await api.sql(
      'select act, account_id, object_type, campaign_id, detail from trail_entry where object_id = $1',
      [audit.auditId],
    );
    expect(entries).toEqual([
      {
        act: 'auditSuspend',
        account_id: coordinator,
        object_type: 'Audit',
        campaign_id: audit.campaignId,
        detail: { from: 'ON_SITE', reason: 'Panne du scanner.' },
      },
    ]);
  });
});

describe('reading audits', () => {
  const AUDITS = `query ($filter: AuditFilter) { audits(first: 50, filter: $filter, sort: REFERENCE) {
    totalCount nodes { id state currentDueOn isOverdue } } }`;

  it('gives each viewer his own, by campaign and state', async () => {
    const campaignId = await makeCampaign(api);
    const draft = await makeTeamedAudit(api, {
      campaignId,
      state: 'DRAFT_REPORT',
      columns: { draft_due_on: '2027-02-26' },
    });
    const review = await makeTeamedAudit(api, { campaignId, state: 'DOCUMENT_REVIEW' });
    const list = async (account: string, filter: object) =>
      (await api.as(account).run(AUDITS, { filter })).data['audits'];
    const campaignIds = [globalId('Campaign', campaignId)];
    const draftNode = {
      id: globalId('Audit', draft.auditId),
      state: 'DRAFT_REPORT',
      currentDueOn: '2027-02-26',
      isOverdue: true,
    };
    const reviewNode = {
      id: globalId('Audit', review.auditId),
      state: 'DOCUMENT_REVIEW',
      currentDueOn: null,
      isOverdue: false,
    };
    expect(await list(coordinator, { campaignIds })).toEqual({
      totalCount: 2,
      nodes: [draftNode, reviewNode],
    });
    expect(await list(coordinator, { campaignIds, states: ['DOCUMENT_REVIEW'] })).toEqual({
      totalCount: 1,
      nodes: [reviewNode],
    });
    expect(await list(draft.lead.accountId, {})).toEqual({ totalCount: 1, nodes: [draftNode] });
    expect(await list(review.managerId, {})).toEqual({ totalCount: 1, nodes: [reviewNode] });
    expect(await list(coordinator, { campaignIds: [globalId('Audit', draft.auditId)] })).toEqual({
      totalCount: 0,
      nodes: [],
    });
  });

  it('hides an audit from an auditor until he has accepted', async () => {
    const audit = await makeTeamedAudit(api, { state: 'TEAM_PROPOSED', assignmentState: 'PROPOSED' });
    const query = 'query ($id: ID!) { audit(id: $id) { state } }';
    const id = globalId('Audit', audit.auditId);
    expect((await api.as(audit.lead.accountId).run(query, { id })).data).toEqual({ audit: null });
    await api.sql(`update assignment set state = 'ACCEPTED' where id = $1`, [audit.leadAssignmentId]);
    expect((await api.as(audit.lead.accountId).run(query, { id })).data).toEqual({
      audit: { state: 'TEAM_PROPOSED' },
    });
  });
});
