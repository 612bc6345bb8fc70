import { globalId } from '../../server/kernel/ids';
import { openApi, type TestApi } from '../support/api';
import { errorsOf } from '../support/audit-acts';
import { makeApplication } from '../support/campaign-factories';
import { insertRow, makeAccount, makeCampaign, makeCoordinator, makeService } from '../support/factories';

let api: TestApi;
let coordinator: string;

beforeAll(async () => {
  api = await openApi();
  coordinator = await makeCoordinator(api);
});
afterAll(() => api.close());
beforeEach(() => api.clock.set('2027-01-11T08:00:00Z'));

async function applicationRow(id: string) {
  const [row] = await api.sql<{ state: string; version: number; decision_reason: string | null }>(
    'select state, version, decision_reason from application where id = $1',
    [id],
  );
  return row;
}

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
    const { id, applicationId } = await makeApplication(api, from);
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
    const { id, managerId } = await makeApplication(api, from);
    const payload = await api
      .as(managerId)
      .act(act, { applicationId: id, expectedVersion: 1 }, 'application { state decisionReason version }');
    expect(payload.application).toEqual({ state: to, decisionReason: null, version: 2 });
  });

  it('asks for a reason to reject', async () => {
    const { id, applicationId } = await makeApplication(api, 'SUBMITTED');
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
    const { id, applicationId, managerId } = await makeApplication(api, from);
    const payload = await api.as(managerId).act(act, { applicationId: id, expectedVersion: 1 });
    expect(payload.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION', from, allowed }]);
    expect(await applicationRow(applicationId)).toMatchObject({ state: from, version: 1 });
  });

  it('decides nothing more once the campaign is over', async () => {
    const { id, applicationId } = await makeApplication(api, 'WAITLISTED', 'CLOSED');
    const payload = await api
      .as(coordinator)
      .act('applicationSelect', { applicationId: id, expectedVersion: 1 });
    expect(errorsOf(payload)).toEqual([{ code: 'CAMPAIGN_NOT_RUNNING', path: null }]);
    expect(await applicationRow(applicationId)).toMatchObject({ state: 'WAITLISTED', version: 1 });
  });

  it('keeps each side to its own acts', async () => {
    const { id, applicationId, managerId } = await makeApplication(api, 'SELECTED');
    const input = { applicationId: id, expectedVersion: 1 };
    const byCoordinator = await api.as(coordinator).act('applicationConfirm', input);
    const byManager = await api.as(managerId).act('applicationSelect', input);
    expect(errorsOf(byCoordinator)).toEqual([{ code: 'FORBIDDEN', path: null }]);
    expect(errorsOf(byManager)).toEqual([{ code: 'FORBIDDEN', path: null }]);
    expect(await applicationRow(applicationId)).toMatchObject({ state: 'SELECTED', version: 1 });
  });

  it('is hidden from another service', async () => {
    const { id } = await makeApplication(api, 'SELECTED');
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
    const { id, managerId } = await makeApplication(api, 'SELECTED');
    const payload = await api
      .as(managerId)
      .act('applicationConfirm', { applicationId: id, expectedVersion: 2 });
    expect(payload.userErrors).toMatchObject([{ code: 'STALE_VERSION', current: { id } }]);
  });
});

describe('reading campaigns', () => {
  it('shows a service its own application only, and its own next acts', async () => {
    const { campaignId, managerId, id } = await makeApplication(api, 'SELECTED');
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
