import { globalId } from '../../server/kernel/ids';
import { openApi, type TestApi } from '../support/api';
import { auditActs, errorsOf } from '../support/audit-acts';
import {
  insertRow,
  makeAccount,
  makeCampaign,
  makeCoordinator,
  makeService,
  makeTeamedAudit,
} from '../support/factories';

type Acts = ReturnType<typeof auditActs>;

let api: TestApi;
let coordinator: string;
let act: Acts['act'];
let expectRefused: Acts['expectRefused'];

beforeAll(async () => {
  api = await openApi();
  coordinator = await makeCoordinator(api);
  ({ act, expectRefused } = auditActs(api, coordinator));
  // References that the factories write stay below those that the platform gives.
  await api.sql(`select setval('audit_number_seq', 50000)`);
});
afterAll(() => api.close());
beforeEach(() => api.clock.set('2027-03-01T08:00:00Z'));

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
