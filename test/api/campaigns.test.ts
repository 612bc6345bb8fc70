import { randomUUID } from 'node:crypto';
import { globalId } from '../../server/kernel/ids';
import { openApi, type Json, type TestApi } from '../support/api';
import {
  insertRow,
  makeAccount,
  makeAudit,
  makeCampaign,
  makeCoordinator,
  makeService,
  nextNumber,
  templateVersionId,
} from '../support/factories';

let api: TestApi;
let coordinator: string;

beforeAll(async () => {
  api = await openApi();
  coordinator = await makeCoordinator(api);
});
afterAll(() => api.close());
beforeEach(() => api.clock.set('2027-01-11T08:00:00Z'));

const errorsOf = (payload: Json): unknown =>
  (payload.userErrors as { code: string; path: string[] | null }[]).map(({ code, path }) => ({ code, path }));

async function campaignRow(id: string) {
  const [row] = await api.sql<{ state: string; version: number; title: string }>(
    'select state, version, title from campaign where id = $1',
    [id],
  );
  return row;
}

async function applicationRow(id: string) {
  const [row] = await api.sql<{ state: string; version: number; decision_reason: string | null }>(
    'select state, version, decision_reason from application where id = $1',
    [id],
  );
  return row;
}

const newCampaign = async (extra: Record<string, unknown> = {}) => ({
  code: `T-${nextNumber()}`,
  title: 'Scanner 2027',
  templateVersionId: globalId('TemplateVersion', await templateVersionId(api)),
  callClosesOn: '2027-02-15',
  visitsFrom: '2027-04-01',
  visitsTo: '2027-11-30',
  ...extra,
});

async function makeApplication(state: string, campaignState = 'CALL_OPEN') {
  const campaignId = await makeCampaign(api, { state: campaignState });
  const service = await makeService(api);
  const applicationId = await insertRow(api, 'application', {
    campaign_id: campaignId,
    audited_service_id: service.serviceId,
    state,
  });
  return { campaignId, applicationId, ...service, id: globalId('Application', applicationId) };
}

describe('campaignCreate', () => {
  it('freezes the rules and delays in force', async () => {
    const payload = await api
      .as(coordinator)
      .act(
        'campaignCreate',
        await newCampaign(),
        'campaign { state version templateVersion { id } deadlines { code days months } conflictRules { code } }',
      );
    expect(payload.userErrors).toEqual([]);
    expect(payload.campaign).toMatchObject({ state: 'DRAFT', version: 1 });
    expect(payload.campaign?.['deadlines']).toContainEqual({ code: 'recusal', days: 15, months: null });
    expect(payload.campaign?.['deadlines']).toContainEqual({ code: 'followUp', days: null, months: 24 });
    expect(payload.campaign?.['conflictRules']).toEqual(
      ['C01', 'C02', 'C03', 'C06', 'C12', 'C13', 'C14', 'C15'].map((code) => ({ code })),
    );
  });

  it('takes the id that the client chose, once', async () => {
    const id = randomUUID();
    const first = await api
      .as(coordinator)
      .act('campaignCreate', await newCampaign({ id }), 'campaign { id }');
    const second = await api
      .as(coordinator)
      .act('campaignCreate', await newCampaign({ id }), 'campaign { id }');
    expect(first.campaign).toEqual({ id: globalId('Campaign', id) });
    expect(errorsOf(second)).toEqual([{ code: 'ID_TAKEN', path: ['input', 'id'] }]);
  });

  it.each([
    ['visitsTo', { visitsFrom: '2027-05-01', visitsTo: '2027-04-30' }],
    ['callClosesOn', { callClosesOn: '2027-12-01' }],
  ])('refuses dates in the wrong order (%s)', async (field, dates) => {
    const input = await newCampaign(dates);
    const payload = await api.as(coordinator).act('campaignCreate', input, 'campaign { id }');
    expect(errorsOf(payload)).toEqual([{ code: 'DATES_REVERSED', path: ['input', field] }]);
    expect(await api.sql('select 1 from campaign where code = $1', [input.code])).toEqual([]);
  });

  it('refuses a code that another campaign has', async () => {
    const input = await newCampaign();
    await api.as(coordinator).act('campaignCreate', input);
    const payload = await api.as(coordinator).act('campaignCreate', input, 'campaign { id }');
    expect(errorsOf(payload)).toEqual([{ code: 'ALREADY_EXISTS', path: ['input', 'code'] }]);
  });

  it('refuses a template version that does not exist', async () => {
    const input = await newCampaign({ templateVersionId: globalId('TemplateVersion', randomUUID()) });
    const payload = await api.as(coordinator).act('campaignCreate', input, 'campaign { id }');
    expect(errorsOf(payload)).toEqual([{ code: 'NOT_FOUND', path: ['input', 'templateVersionId'] }]);
  });

  it.each(['STEERING_MEMBER', 'AUDITOR', 'ADMIN', 'ANALYST'])('is not for %s', async (role) => {
    const { accountId } = await makeAccount(api, { roles: [role] });
    const input = await newCampaign();
    const payload = await api.as(accountId).act('campaignCreate', input, 'campaign { id }');
    expect(errorsOf(payload)).toEqual([{ code: 'FORBIDDEN', path: null }]);
    expect(await api.sql('select 1 from campaign where code = $1', [input.code])).toEqual([]);
  });
});

describe('campaignUpdate', () => {
  it('changes what is given and keeps the rest', async () => {
    const id = await makeCampaign(api, { state: 'DRAFT' });
    const input = {
      campaignId: globalId('Campaign', id),
      expectedVersion: 1,
      title: 'Autre titre',
      callClosesOn: null,
    };
    const payload = await api
      .as(coordinator)
      .act('campaignUpdate', input, 'campaign { title callClosesOn visitsFrom visitsTo version }');
    expect(payload.userErrors).toEqual([]);
    expect(payload.campaign).toEqual({
      title: 'Autre titre',
      callClosesOn: null,
      visitsFrom: '2027-01-01',
      visitsTo: '2027-12-31',
      version: 2,
    });
  });

  it('compares the dates that would result', async () => {
    const id = await makeCampaign(api, { state: 'DRAFT' });
    const input = { campaignId: globalId('Campaign', id), expectedVersion: 1, visitsTo: '2026-12-31' };
    const payload = await api.as(coordinator).act('campaignUpdate', input);
    expect(errorsOf(payload)).toEqual([{ code: 'DATES_REVERSED', path: ['input', 'visitsTo'] }]);
  });

  it('is over once the call is open', async () => {
    const id = await makeCampaign(api, { state: 'CALL_OPEN' });
    const input = { campaignId: globalId('Campaign', id), expectedVersion: 1, title: 'Trop tard' };
    const payload = await api.as(coordinator).act('campaignUpdate', input);
    expect(payload.userErrors).toMatchObject([
      { code: 'ILLEGAL_TRANSITION', from: 'CALL_OPEN', allowed: ['campaignCloseCall', 'campaignCancel'] },
    ]);
    expect(await campaignRow(id)).toMatchObject({ title: 'Campagne d’essai', version: 1 });
  });

  it('refuses a version that is not the last', async () => {
    const id = await makeCampaign(api, { state: 'DRAFT' });
    const input = { campaignId: globalId('Campaign', id), expectedVersion: 4, title: 'Périmé' };
    const payload = await api.as(coordinator).act('campaignUpdate', input);
    expect(payload.userErrors).toMatchObject([
      { __typename: 'StaleVersionError', code: 'STALE_VERSION', current: { id: globalId('Campaign', id) } },
    ]);
    expect(await campaignRow(id)).toMatchObject({ title: 'Campagne d’essai' });
  });
});

describe('the moves of a campaign', () => {
  const move = (act: string, id: string, version: number, extra: Record<string, unknown> = {}) =>
    api
      .as(coordinator)
      .act(
        act,
        { campaignId: globalId('Campaign', id), expectedVersion: version, ...extra },
        'campaign { state version }',
      );

  it('leads from the draft to the end, one act after the other', async () => {
    const id = await makeCampaign(api, { state: 'DRAFT' });
    const acts = [
      'campaignOpenCall',
      'campaignCloseCall',
      'campaignStartMatching',
      'campaignStart',
      'campaignClose',
    ];
    const states: unknown[] = [];
    for (const [index, act] of acts.entries()) states.push((await move(act, id, index + 1)).campaign);
    expect(states).toEqual(
      ['CALL_OPEN', 'CALL_CLOSED', 'MATCHING', 'RUNNING', 'CLOSED'].map((state, index) => ({
        state,
        version: index + 2,
      })),
    );
  });

  it('does not open a call without its closing date', async () => {
    const id = await makeCampaign(api, { state: 'DRAFT' });
    await api.sql('update campaign set call_closes_on = null where id = $1', [id]);
    const payload = await move('campaignOpenCall', id, 1);
    expect(errorsOf(payload)).toEqual([{ code: 'CALL_DATE_MISSING', path: null }]);
    expect(await campaignRow(id)).toMatchObject({ state: 'DRAFT', version: 1 });
  });

  it('does not start composing teams while an application awaits its decision', async () => {
    const { campaignId, applicationId } = await makeApplication('SUBMITTED', 'CALL_CLOSED');
    const refused = await move('campaignStartMatching', campaignId, 1);
    expect(errorsOf(refused)).toEqual([{ code: 'APPLICATIONS_UNDECIDED', path: null }]);
    await api.sql(`update application set state = 'WAITLISTED' where id = $1`, [applicationId]);
    expect((await move('campaignStartMatching', campaignId, 1)).campaign).toMatchObject({
      state: 'MATCHING',
    });
  });

  it('does not close before all audits are closed or cancelled', async () => {
    const { campaignId, auditId } = await makeAudit(api, { state: 'FOLLOW_UP' });
    const refused = await move('campaignClose', campaignId, 1);
    expect(errorsOf(refused)).toEqual([{ code: 'AUDITS_NOT_ENDED', path: null }]);
    await api.sql(`update audit set state = 'CANCELLED' where id = $1`, [auditId]);
    expect((await move('campaignClose', campaignId, 1)).campaign).toMatchObject({ state: 'CLOSED' });
  });

  it('is cancelled with its reason, and not once it runs', async () => {
    const open = await makeCampaign(api, { state: 'CALL_OPEN' });
    const running = await makeCampaign(api, { state: 'RUNNING' });
    const reason = 'Aucun service candidat.';
    expect((await move('campaignCancel', open, 1, { reason })).campaign).toMatchObject({
      state: 'CANCELLED',
    });
    const refused = await move('campaignCancel', running, 1, { reason });
    expect(refused.userErrors).toMatchObject([
      { code: 'ILLEGAL_TRANSITION', from: 'RUNNING', allowed: ['campaignClose'] },
    ]);
  });

  it('is the coordination’s alone', async () => {
    const id = await makeCampaign(api, { state: 'CALL_OPEN' });
    const { managerId } = await makeService(api);
    const payload = await api
      .as(managerId)
      .act('campaignCloseCall', { campaignId: globalId('Campaign', id), expectedVersion: 1 });
    expect(errorsOf(payload)).toEqual([{ code: 'FORBIDDEN', path: null }]);
    expect(await campaignRow(id)).toMatchObject({ state: 'CALL_OPEN', version: 1 });
  });

  it('hides a draft from the services, as if it were absent', async () => {
    const id = await makeCampaign(api, { state: 'DRAFT' });
    const { managerId } = await makeService(api);
    const payload = await api
      .as(managerId)
      .act('campaignOpenCall', { campaignId: globalId('Campaign', id), expectedVersion: 1 });
    expect(errorsOf(payload)).toEqual([{ code: 'NOT_FOUND', path: ['input', 'campaignId'] }]);
  });
});

describe('applicationSubmit', () => {
  async function submit(options: { campaignState?: string; now?: string } = {}) {
    const campaignId = await makeCampaign(api, { state: options.campaignState ?? 'CALL_OPEN' });
    const service = await makeService(api);
    if (options.now) api.clock.set(options.now);
    const input = {
      campaignId: globalId('Campaign', campaignId),
      auditedServiceId: globalId('AuditedService', service.serviceId),
      motivation: 'Comparer nos pratiques de justification.',
    };
    const act = (account = service.managerId) =>
      api
        .as(account)
        .act(
          'applicationSubmit',
          input,
          'application { state version motivation campaign { id } auditedService { id } }',
        );
    const count = async () =>
      (await api.sql('select 1 from application where campaign_id = $1', [campaignId])).length;
    return { ...service, campaignId, input, act, count };
  }

  it('is the manager’s way into a campaign', async () => {
    const { act, input } = await submit();
    const payload = await act();
    expect(payload.userErrors).toEqual([]);
    expect(payload.application).toEqual({
      state: 'SUBMITTED',
      version: 1,
      motivation: 'Comparer nos pratiques de justification.',
      campaign: { id: input.campaignId },
      auditedService: { id: input.auditedServiceId },
    });
  });

  it('is possible until midnight in Paris of the last day, not after', async () => {
    const last = await submit({ now: '2027-02-01T22:59:59Z' });
    expect((await last.act()).userErrors).toEqual([]);
    const late = await submit({ now: '2027-02-01T23:00:00Z' });
    expect(errorsOf(await late.act())).toEqual([{ code: 'CALL_OVER', path: ['input', 'campaignId'] }]);
    expect(await late.count()).toBe(0);
  });

  it.each(['CALL_CLOSED', 'MATCHING', 'RUNNING', 'CANCELLED'])(
    'is refused in a campaign that is %s',
    async (campaignState) => {
      const { act, count } = await submit({ campaignState });
      expect(errorsOf(await act())).toEqual([{ code: 'CALL_NOT_OPEN', path: ['input', 'campaignId'] }]);
      expect(await count()).toBe(0);
    },
  );

  it('is refused for an archived service', async () => {
    const { act, serviceId, count } = await submit();
    await api.sql('update audited_service set archived_at = now() where id = $1', [serviceId]);
    expect(errorsOf(await act())).toEqual([
      { code: 'SERVICE_ARCHIVED', path: ['input', 'auditedServiceId'] },
    ]);
    expect(await count()).toBe(0);
  });

  it('happens once per service and campaign', async () => {
    const { act, count } = await submit();
    await act();
    expect(errorsOf(await act())).toEqual([{ code: 'ALREADY_EXISTS', path: ['input', 'auditedServiceId'] }]);
    expect(await count()).toBe(1);
  });

  it('is not for another service’s manager, a contributor or the coordination', async () => {
    const { act, serviceId, count } = await submit();
    const other = await makeService(api);
    const contributor = await makeAccount(api, { services: { [serviceId]: 'SERVICE_CONTRIBUTOR' } });
    for (const account of [other.managerId, contributor.accountId, coordinator]) {
      expect(errorsOf(await act(account))).toEqual([{ code: 'FORBIDDEN', path: null }]);
    }
    expect(await count()).toBe(0);
  });
});

describe('the moves of an application', () => {
  it.each([
    ['applicationSelect', 'SUBMITTED', 'SELECTED'],
    ['applicationSelect', 'WAITLISTED', 'SELECTED'],
    ['applicationWaitlist', 'SUBMITTED', 'WAITLISTED'],
    ['applicationReject', 'SUBMITTED', 'REJECTED'],
  ])('%s leads the coordination from %s to %s and keeps the reason', async (act, from, to) => {
    const { id, applicationId } = await makeApplication(from);
    const decisionReason = 'Équilibre des régions.';
    const payload = await api
      .as(coordinator)
      .act(
        act,
        { applicationId: id, expectedVersion: 1, decisionReason },
        'application { state decisionReason }',
      );
    expect(payload.userErrors).toEqual([]);
    expect(payload.application).toEqual({ state: to, decisionReason });
    expect(await applicationRow(applicationId)).toEqual({
      state: to,
      version: 2,
      decision_reason: decisionReason,
    });
  });

  it.each([
    ['applicationConfirm', 'SELECTED', 'CONFIRMED'],
    ['applicationWithdraw', 'WAITLISTED', 'WITHDRAWN'],
  ])('%s leads the service from %s to %s', async (act, from, to) => {
    const { id, managerId } = await makeApplication(from);
    const payload = await api
      .as(managerId)
      .act(act, { applicationId: id, expectedVersion: 1 }, 'application { state decisionReason version }');
    expect(payload.application).toEqual({ state: to, decisionReason: null, version: 2 });
  });

  it('asks for a reason to reject', async () => {
    const { id, applicationId } = await makeApplication('SUBMITTED');
    const input = { applicationId: id, expectedVersion: 1, decisionReason: '' };
    const payload = await api.as(coordinator).act('applicationReject', input);
    expect(errorsOf(payload)).toEqual([{ code: 'VALIDATION', path: ['input', 'decisionReason'] }]);
    expect(await applicationRow(applicationId)).toMatchObject({ state: 'SUBMITTED', version: 1 });
  });

  it.each([
    [
      'applicationConfirm',
      'SUBMITTED',
      ['applicationSelect', 'applicationWaitlist', 'applicationReject', 'applicationWithdraw'],
    ],
    ['applicationConfirm', 'REJECTED', []],
    ['applicationWithdraw', 'CONFIRMED', []],
  ])('%s is illegal from %s', async (act, from, allowed) => {
    const { id, applicationId, managerId } = await makeApplication(from);
    const payload = await api.as(managerId).act(act, { applicationId: id, expectedVersion: 1 });
    expect(payload.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION', from, allowed }]);
    expect(await applicationRow(applicationId)).toMatchObject({ state: from, version: 1 });
  });

  it('decides nothing more once the campaign is over', async () => {
    const { id, applicationId } = await makeApplication('WAITLISTED', 'CLOSED');
    const payload = await api
      .as(coordinator)
      .act('applicationSelect', { applicationId: id, expectedVersion: 1 });
    expect(errorsOf(payload)).toEqual([{ code: 'CAMPAIGN_NOT_RUNNING', path: null }]);
    expect(await applicationRow(applicationId)).toMatchObject({ state: 'WAITLISTED', version: 1 });
  });

  it('keeps each side to its own acts', async () => {
    const { id, applicationId, managerId } = await makeApplication('SELECTED');
    const input = { applicationId: id, expectedVersion: 1 };
    const byCoordinator = await api.as(coordinator).act('applicationConfirm', input);
    const byManager = await api.as(managerId).act('applicationSelect', input);
    expect(errorsOf(byCoordinator)).toEqual([{ code: 'FORBIDDEN', path: null }]);
    expect(errorsOf(byManager)).toEqual([{ code: 'FORBIDDEN', path: null }]);
    expect(await applicationRow(applicationId)).toMatchObject({ state: 'SELECTED', version: 1 });
  });

  it('is hidden from another service', async () => {
    const { id } = await makeApplication('SELECTED');
    const other = await makeService(api);
    const read = await api
      .as(other.managerId)
      .run('query ($id: ID!) { application(id: $id) { state } }', { id });
    const act = await api
      .as(other.managerId)
      .act('applicationConfirm', { applicationId: id, expectedVersion: 1 });
    expect(read.data).toEqual({ application: null });
    expect(errorsOf(act)).toEqual([{ code: 'NOT_FOUND', path: ['input', 'applicationId'] }]);
  });

  it('refuses a version that is not the last', async () => {
    const { id, managerId } = await makeApplication('SELECTED');
    const payload = await api
      .as(managerId)
      .act('applicationConfirm', { applicationId: id, expectedVersion: 2 });
    expect(payload.userErrors).toMatchObject([{ code: 'STALE_VERSION', current: { id } }]);
  });
});

describe('reading campaigns', () => {
  it('shows a service its own application only, and its own next acts', async () => {
    const { campaignId, managerId, id } = await makeApplication('SELECTED');
    const rival = await makeService(api);
    await insertRow(api, 'application', {
      campaign_id: campaignId,
      audited_service_id: rival.serviceId,
      state: 'SUBMITTED',
    });
    const answer = await api.as(managerId).run(
      `query ($id: ID!) { campaign(id: $id) { applications(first: 10) { totalCount nodes {
        id availableTransitions { act to isAvailable reason } } } } }`,
      { id: globalId('Campaign', campaignId) },
    );
    expect(answer.data).toEqual({
      campaign: {
        applications: {
          totalCount: 1,
          nodes: [
            {
              id,
              availableTransitions: [
                { act: 'applicationConfirm', to: 'CONFIRMED', isAvailable: true, reason: null },
                { act: 'applicationWithdraw', to: 'WITHDRAWN', isAvailable: true, reason: null },
              ],
            },
          ],
        },
      },
    });
  });
});
