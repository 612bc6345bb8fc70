import { globalId, uuidOf } from '../../server/kernel/ids';
import { openApi, type ApiClient, type Json, type TestApi } from '../support/api';
import {
  makeAccount,
  makeAssignment,
  makeAudit,
  makeAuditor,
  makeCoordinator,
  makeService,
} from '../support/factories';
import { makeOpenAudit, makeTie, setRuleLevel } from '../support/teams-factories';

const HIDDEN_SERVICE = 'Imagerie de la Muraille';
const QUESTIONS = `query ($audit: ID!, $auditor: ID!) {
  conflictsOf(auditId: $audit, auditorId: $auditor) { ruleCode facts }
  candidatesFor(auditId: $audit, seat: RADIOLOGIST) { conflicts { facts } }
  audit(id: $audit) { conflicts(first: 5) { nodes { facts } } } }`;

let api: TestApi;
let free: ApiClient;
let tied: ApiClient;
let auditId: string;
let auditorId: string;
let busyId: string;

/** Someone of the audited service is called on for an audit of the candidate's own structure, in the same campaign. */
beforeAll(async () => {
  api = await openApi();
  free = api.as(await makeCoordinator(api));
  const { accountId, personId } = await makeAccount(api, { roles: ['COORDINATOR'] });
  tied = api.as(accountId);
  const open = await makeOpenAudit(api);
  ({ auditId } = open);
  ({ auditorId } = open.auditor);
  const { organisationId } = open.auditor;
  const columns = { department_code: '2A', region_code: '94' };
  const { serviceId } = await makeService(api, { organisationId, name: HIDDEN_SERVICE, columns });
  await makeTie(api, { personId, organisationId });
  const host = await makeAuditor(api, { organisationId: open.organisationId });
  const back = await makeAudit(api, { serviceId, campaignId: open.campaignId });
  await makeAssignment(api, { auditId: back.auditId, auditorId: host.auditorId, state: 'PROPOSED' });
  busyId = globalId('Auditor', host.auditorId);
});
afterAll(() => api.close());

const ids = () => ({ audit: globalId('Audit', auditId), auditor: globalId('Auditor', auditorId) });
const ask = async (client: ApiClient): Promise<Json> => (await client.run(QUESTIONS, ids())).data;
const propose = (client: ApiClient, more: object = {}): Promise<Json> => {
  const { audit, auditor } = ids();
  return client.act('assignmentPropose', {
    auditId: audit,
    auditorId: auditor,
    seat: 'RADIOLOGIST',
    ...more,
  });
};

it('a coordinator with a tie learns that something stands in the way, and of no audit hidden from him', async () => {
  expect(JSON.stringify(await ask(free))).toContain(HIDDEN_SERVICE);
  const seen = await ask(tied);
  expect(seen.conflictsOf).toEqual([
    { ruleCode: 'C06', facts: ['Reciprocity through an audit that is hidden from you'] },
  ]);
  expect(JSON.stringify(seen)).not.toContain(HIDDEN_SERVICE);
  const refused = await propose(tied);
  expect(refused.userErrors).toMatchObject([
    { code: 'CONFLICT_OF_INTEREST', conflicts: [{ ruleCode: 'C06' }] },
  ]);
  expect(JSON.stringify(refused)).not.toContain(HIDDEN_SERVICE);
});

it('nor does he from what was recorded when somebody else went on in spite of it', async () => {
  const [audit] = await api.sql<{ campaign_id: string }>('select campaign_id from audit where id = $1', [
    auditId,
  ]);
  await setRuleLevel(api, audit?.campaign_id ?? '', 'C06', 'REVIEW');
  expect((await propose(free, { overrideReason: 'Personne d’autre.' })).userErrors).toEqual([]);
  expect(JSON.stringify((await ask(free)).audit)).toContain(HIDDEN_SERVICE);
  expect((await ask(tied)).audit.conflicts.nodes).toEqual([
    { facts: ['Reciprocity through an audit that is hidden from you'] },
  ]);
});

it('nor from how much an auditor has to do, though it keeps him busy', async () => {
  const loadOf = async (client: ApiClient): Promise<unknown> => {
    const { data } = await client.run(
      `query ($audit: ID!) { candidatesFor(auditId: $audit, seat: RADIOLOGIST) { auditor { id } load isAvailable } }`,
      { audit: ids().audit },
    );
    const found = data.candidatesFor as { auditor: { id: string }; load: number; isAvailable: boolean }[];
    return found
      .filter(({ auditor }) => auditor.id === busyId)
      .map(({ load, isAvailable }) => [load, isAvailable]);
  };
  await api.sql('update auditor set yearly_maximum = 1 where id = $1', [uuidOf('Auditor', busyId)]);
  expect(await loadOf(free)).toEqual([[1, false]]);
  expect(await loadOf(tied)).toEqual([[0, false]]);
});

it('whoever answers for a service, be it under another account, coordinates neither it nor its sisters', async () => {
  const { serviceId, organisationId } = await makeService(api);
  const sister = await makeService(api, { organisationId });
  const { accountId, personId } = await makeAccount(api, { roles: ['COORDINATOR'] });
  const seen = async (audits: readonly { auditId: string }[], account = accountId): Promise<boolean[]> =>
    Promise.all(
      audits.map(async (audit) => {
        const { data } = await api
          .as(account)
          .run('query ($id: ID!) { audit(id: $id) { id } }', { id: globalId('Audit', audit.auditId) });
        return data.audit !== null;
      }),
    );
  const audits = [
    await makeAudit(api, { serviceId }),
    await makeAudit(api, { serviceId: sister.serviceId }),
    await makeAudit(api),
  ];
  expect(await seen(audits)).toEqual([true, true, true]);
  const manager = await makeAccount(api, { personId, services: { [serviceId]: 'SERVICE_MANAGER' } });
  expect(await seen(audits)).toEqual([false, false, true]);
  expect(await seen(audits, manager.accountId)).toEqual([true, false, false]);
  await api.sql(`update role_grant set revoked_at = now() where account_id = $1`, [manager.accountId]);
  expect(await seen(audits)).toEqual([true, true, true]);
});
