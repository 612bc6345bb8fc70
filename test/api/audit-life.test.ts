import { globalId } from '../../server/kernel/ids';
import { openApi, type TestApi } from '../support/api';
import { auditActs, errorsOf } from '../support/audit-acts';
import { gradeAll, makeAction, makeMajorFinding } from '../support/audit-factories';
import {
  makeAccount,
  makeAuditor,
  makeCoordinator,
  makeService,
  makeTeamedAudit,
} from '../support/factories';
import { entriesOf } from '../support/trail-entries';

type Acts = ReturnType<typeof auditActs>;

let api: TestApi;
let coordinator: string;
let accountOf: Acts['accountOf'];
let act: Acts['act'];
let rowOf: Acts['rowOf'];
let assignmentStates: Acts['assignmentStates'];
let expectRefused: Acts['expectRefused'];

beforeAll(async () => {
  api = await openApi();
  coordinator = await makeCoordinator(api);
  ({ accountOf, act, rowOf, assignmentStates, expectRefused } = auditActs(api, coordinator));
});
afterAll(() => api.close());
beforeEach(() => api.clock.set('2027-03-01T08:00:00Z'));

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
    expect(await entriesOf(api, audit.auditId)).toEqual([
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
