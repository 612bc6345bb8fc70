import { randomUUID } from 'node:crypto';
import { globalId } from '../../server/kernel/ids';
import { openApi, type ApiClient, type TestApi } from '../support/api';
import { errorsOf } from '../support/audit-acts';
import { makeApplication } from '../support/campaign-factories';
import {
  makeAccount,
  makeAudit,
  makeCampaign,
  makeCoordinator,
  makeService,
  nextNumber,
  templateVersionId,
} from '../support/factories';
import { makeTie } from '../support/teams-factories';

let api: TestApi;
let coordinator: string;

beforeAll(async () => {
  api = await openApi();
  coordinator = await makeCoordinator(api);
});
afterAll(() => api.close());
beforeEach(() => api.clock.set('2027-01-11T08:00:00Z'));

async function campaignRow(id: string) {
  const [row] = await api.sql<{ state: string; version: number; title: string }>(
    'select state, version, title from campaign where id = $1',
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
      Array.from({ length: 18 }, (_, i) => ({ code: `C${String(i + 1).padStart(2, '0')}` })),
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

  it('enables the conflict rules that the campaign wants, as long as it is a draft', async () => {
    const created = await api
      .as(coordinator)
      .act(
        'campaignCreate',
        { ...(await newCampaign()), conflictRuleCodes: ['C15', 'C01'] },
        'campaign { id version conflictRules { code } }',
      );
    expect(created.campaign?.['conflictRules']).toEqual([{ code: 'C01' }, { code: 'C15' }]);
    const input = { campaignId: created.campaign?.['id'], expectedVersion: 1 };
    const unknown = await api
      .as(coordinator)
      .act('campaignUpdate', { ...input, conflictRuleCodes: ['C01', 'C99'] }, 'campaign { id }');
    expect(unknown.userErrors).toEqual([
      expect.objectContaining({ code: 'NOT_FOUND', path: ['input', 'conflictRuleCodes', '1'] }),
    ]);
    const fewer = await api
      .as(coordinator)
      .act('campaignUpdate', { ...input, conflictRuleCodes: ['C09'] }, 'campaign { conflictRules { code } }');
    expect(fewer.campaign?.['conflictRules']).toEqual([{ code: 'C09' }]);
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
    const { campaignId, applicationId } = await makeApplication(api, 'SUBMITTED', 'CALL_CLOSED');
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

  describe('by somebody with a tie', () => {
    /** A coordinator tied to the service of a campaign's audit, and one tied to a service that is in no campaign. */
    async function tiedToEach(organisationId: string): Promise<[ApiClient, ApiClient]> {
      const elsewhere = await makeService(api);
      return [await tiedTo(organisationId), await tiedTo(elsewhere.organisationId)];
    }

    async function tiedTo(organisationId: string): Promise<ApiClient> {
      const { accountId, personId } = await makeAccount(api, { roles: ['COORDINATOR'] });
      await makeTie(api, { personId, organisationId });
      return api.as(accountId);
    }

    const close = (client: ApiClient, campaignId: string) =>
      client.act('campaignClose', { campaignId: globalId('Campaign', campaignId), expectedVersion: 1 });

    const offered = async (client: ApiClient, campaignId: string): Promise<unknown> => {
      const { data } = await client.run(
        `query ($id: ID!) { campaign(id: $id) { availableTransitions { act isAvailable reason } } }`,
        { id: globalId('Campaign', campaignId) },
      );
      return data.campaign.availableTransitions;
    };

    it('is left to somebody without, whether a hidden audit is over, not over or not there', async () => {
      const { serviceId, organisationId } = await makeService(api);
      const running = await makeAudit(api, { state: 'FOLLOW_UP', serviceId });
      const over = await makeAudit(api, { state: 'CLOSED', serviceId });
      const [inside, outside] = await tiedToEach(organisationId);
      for (const [client, { campaignId }] of [
        [inside, running],
        [inside, over],
        [outside, over],
      ] as const) {
        expect(errorsOf(await close(client, campaignId))).toEqual([
          { code: 'CAMPAIGN_CLOSER_TIED', path: null },
        ]);
        expect(await offered(client, campaignId)).toEqual([
          { act: 'campaignClose', isAvailable: false, reason: 'CAMPAIGN_CLOSER_TIED' },
        ]);
        expect(await campaignRow(campaignId)).toMatchObject({ state: 'RUNNING', version: 1 });
      }
    });

    it('says what is not over among the audits in sight', async () => {
      const { campaignId } = await makeAudit(api, { state: 'FOLLOW_UP' });
      const { organisationId } = await makeService(api);
      for (const client of await tiedToEach(organisationId))
        expect(errorsOf(await close(client, campaignId))).toEqual([{ code: 'AUDITS_NOT_ENDED', path: null }]);
    });

    it('starts composing while the application of a hidden service awaits its decision', async () => {
      const { campaignId, organisationId } = await makeApplication(api, 'SUBMITTED', 'CALL_CLOSED');
      const [inside, outside] = await tiedToEach(organisationId);
      const start = (client: ApiClient) =>
        client.act('campaignStartMatching', {
          campaignId: globalId('Campaign', campaignId),
          expectedVersion: 1,
        });
      expect(errorsOf(await start(outside))).toEqual([{ code: 'APPLICATIONS_UNDECIDED', path: null }]);
      expect((await start(inside)).userErrors).toEqual([]);
    });
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
