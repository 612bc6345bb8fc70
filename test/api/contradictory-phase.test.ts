import { globalId } from '../../server/kernel/ids';
import { openApi, type Json, type TestApi } from '../support/api';
import { makeEvidence } from '../support/evidence-factories';
import { insertRow, makeAccount, makeCampaign, makeCoordinator } from '../support/factories';
import {
  codesOf,
  makeAuditIn,
  makeFinding,
  makeReply,
  rowOf,
  type AuditInState,
} from '../support/findings-factories';

let api: TestApi;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const VERSIONS = `finding { version state reply { kind argument repliedAt
  versions { number kind argument evidence { title sha256 } } } }`;

async function shared(columns: Record<string, unknown> = {}) {
  const audit = await makeAuditIn(api, 'CONTRADICTORY', columns);
  const findingId = await makeFinding(api, audit, { state: 'SHARED' });
  const manager = api.as(audit.managerId);
  const reply = (expectedVersion: number, said: Record<string, unknown>): Promise<Json> =>
    manager.act('findingReply', { findingId, expectedVersion, ...said }, VERSIONS);
  return { audit, findingId, manager, reply };
}

const evidenceOf = (audit: AuditInState, title: string, columns: Record<string, unknown> = {}) =>
  makeEvidence(api, { uuid: audit.auditId, serviceId: audit.serviceId }, { title, ...columns });

const contest = { kind: 'CONTESTED', argument: 'They are, every month.' };

describe('a reply', () => {
  it('may be said anew until the service has nothing to add; each wording is kept with its evidence', async () => {
    const { audit, findingId, manager, reply } = await shared();
    const minutes = await evidenceOf(audit, 'Minutes');
    const register = await evidenceOf(audit, 'Register');
    await insertRow(api, 'evidence', {
      audit_id: audit.auditId,
      audited_service_id: audit.serviceId,
      kind: 'NOTE',
      state: 'CLEAN',
      title: 'Not of the reply',
      note: '…',
    });
    const first = await reply(1, { ...contest, evidenceIds: [minutes, register] });
    const second = await reply(2, { kind: 'CORRECTION', argument: 'Since June.', evidenceIds: [minutes] });
    const third = await reply(3, { kind: 'ACCEPTED' });
    expect([first, second, third].map(({ finding, userErrors }) => [userErrors, finding.state])).toEqual([
      [[], 'CONTESTED'],
      [[], 'CONTESTED'],
      [[], 'SHARED'],
    ]);
    expect(third.finding.reply).toMatchObject({
      kind: 'ACCEPTED',
      argument: null,
      versions: [
        {
          number: 1,
          ...contest,
          evidence: [
            { title: 'Minutes', sha256: null },
            { title: 'Register', sha256: null },
          ],
        },
        {
          number: 2,
          kind: 'CORRECTION',
          argument: 'Since June.',
          evidence: [{ title: 'Minutes', sha256: null }],
        },
        { number: 3, kind: 'ACCEPTED', argument: null, evidence: [] },
      ],
    });
    const move = { auditId: audit.auditId, expectedVersion: 1 };
    expect(codesOf(await manager.act('contradictoryAnswer', move))).toEqual([]);
    expect(codesOf(await reply(4, contest))).toEqual(['CONTRADICTORY_ANSWERED']);
    expect(await rowOf(api, 'finding', findingId, 'state, version')).toEqual({ state: 'SHARED', version: 4 });
  });

  it('is refused from the day after the last one, as days go in Paris, said anew or not', async () => {
    const { reply } = await shared({ contradictory_until: '2027-01-11' });
    api.clock.set('2027-01-11T22:59:59Z');
    const last = await reply(1, contest);
    api.clock.set('2027-01-11T23:00:00Z');
    const after = await reply(2, { kind: 'ACCEPTED' });
    api.clock.set('2027-01-11T08:00:00Z');
    expect([codesOf(last), codesOf(after)]).toEqual([[], ['CONTRADICTORY_OVER']]);
  });

  it('rests on evidence of its own audit that still stands, and on no other', async () => {
    const { audit, findingId, reply } = await shared();
    const other = await makeAuditIn(api, 'CONTRADICTORY');
    const foreign = await evidenceOf(other, 'Of another service');
    // The same service's evidence of another audit is no more of this one.
    const refused = await evidenceOf(audit, 'Refused', { state: 'REJECTED' });
    const codes = [];
    for (const id of [foreign, refused, audit.auditId])
      codes.push((await reply(1, { ...contest, evidenceIds: [id] })).userErrors);
    expect(codes).toMatchObject([
      [{ code: 'EVIDENCE_NOT_OF_AUDIT', path: ['input', 'evidenceIds', '0'] }],
      [{ code: 'EVIDENCE_NOT_USABLE', path: ['input', 'evidenceIds', '0'] }],
      [{ code: 'EVIDENCE_NOT_OF_AUDIT', path: ['input', 'evidenceIds', '0'] }],
    ]);
    expect(await rowOf(api, 'finding', findingId, 'state, version')).toEqual({ state: 'SHARED', version: 1 });
    expect(await api.sql('select 1 from finding_reply where finding_id = $1', [findingId])).toEqual([]);
  });

  it('shows its versions to service and team, and not to the coordination', async () => {
    const { audit, findingId, reply } = await shared();
    await reply(1, contest);
    const document = `query ($id: ID!) { finding(id: $id) { reply { kind versions { number } } } }`;
    const read = async (account: string) =>
      (await api.as(account).run(document, { id: globalId('Finding', findingId) })).data.finding.reply;
    const versions = [{ number: 1 }];
    expect(await read(audit.managerId)).toEqual({ kind: 'CONTESTED', versions });
    expect(await read(audit.mate.accountId)).toEqual({ kind: 'CONTESTED', versions });
    expect(await read(await makeCoordinator(api))).toEqual({ kind: 'CONTESTED', versions: null });
  });

  it('is one for two managers who write at once: the second has read an old version', async () => {
    const { audit, findingId, reply } = await shared();
    const services = { [audit.serviceId]: 'SERVICE_MANAGER' };
    const { accountId } = await makeAccount(api, { services });
    const input = { findingId, expectedVersion: 1, kind: 'ACCEPTED' };
    const answers = await Promise.all([reply(1, contest), api.as(accountId).act('findingReply', input)]);
    expect(answers.map(codesOf).sort()).toEqual([[], ['STALE_VERSION']]);
    const kept = await api.sql('select number from finding_reply_version where audit_id = $1', [
      audit.auditId,
    ]);
    expect(kept).toEqual([{ number: 1 }]);
  });
});

describe('what silence means', () => {
  const set = (account: string, campaignId: string, expectedVersion: number): Promise<Json> =>
    api
      .as(account)
      .act(
        'contradictoryRulesSet',
        { campaignId: globalId('Campaign', campaignId), expectedVersion, silence: 'SILENCE_IS_ACCEPTANCE' },
        'campaign { contradictoryRules { silence version } }',
      );

  it('is said by the coordination before the campaign runs; until then it is no reply', async () => {
    const campaignId = await makeCampaign(api, { state: 'CALL_OPEN' });
    const coordinator = await makeCoordinator(api);
    const read = await api
      .as(coordinator)
      .run('query ($id: ID!) { campaign(id: $id) { contradictoryRules { silence version } } }', {
        id: globalId('Campaign', campaignId),
      });
    expect(read.data.campaign.contradictoryRules).toEqual({ silence: 'SILENCE_IS_NO_REPLY', version: 0 });
    const said = await set(coordinator, campaignId, 0);
    expect(said.campaign.contradictoryRules).toEqual({ silence: 'SILENCE_IS_ACCEPTANCE', version: 1 });
    expect(codesOf(await set(coordinator, campaignId, 0))).toEqual(['STALE_VERSION']);
    await api.sql(`update campaign set state = 'RUNNING' where id = $1`, [campaignId]);
    expect(codesOf(await set(coordinator, campaignId, 1))).toEqual(['CAMPAIGN_RUNS_ALREADY']);
    const { accountId } = await makeAccount(api, { roles: ['STEERING_MEMBER'] });
    expect(codesOf(await set(accountId, campaignId, 1))).toEqual(['FORBIDDEN']);
  });
});

describe('the table of treatments', () => {
  const TABLE = `query ($id: ID!) { audit(id: $id) { treatmentTable { silence findings {
    number draftedStatement replyKind argument evidence { title } disposition dispositionReason statement treatment } } } }`;
  const tableOf = async (account: string, { auditId }: AuditInState): Promise<Json> =>
    (await api.as(account).run(TABLE, { id: globalId('Audit', auditId) })).data.audit.treatmentTable;

  const silenceOf = (audit: AuditInState, silence: string) =>
    insertRow(api, 'campaign_contradictory_rule', { campaign_id: audit.campaignId, silence });

  it('says what was drafted, answered and decided, to service and team alone', async () => {
    const audit = await makeAuditIn(api, 'FINALISATION');
    const amended = await makeFinding(api, audit, { state: 'AMENDED', statement: 'Reviewed yearly only.' });
    await api.sql(`update finding set statement = 'Reviewed twice a year.' where id = $1`, [amended]);
    await makeReply(api, audit, amended, {
      disposition: 'PARTLY',
      disposition_reason: 'Seen in the minutes.',
    });
    const contested = await makeFinding(api, audit, { state: 'CONTESTED' });
    await makeReply(api, audit, contested);
    await makeFinding(api, audit, { state: 'SHARED' });
    const table = await tableOf(audit.managerId, audit);
    expect(table).toMatchObject({
      silence: 'SILENCE_IS_NO_REPLY',
      findings: [
        {
          number: 1,
          draftedStatement: 'Reviewed yearly only.',
          replyKind: 'CONTESTED',
          argument: 'They are, every month.',
          disposition: 'PARTLY',
          dispositionReason: 'Seen in the minutes.',
          statement: 'Reviewed twice a year.',
          treatment: 'AMENDED',
        },
        { number: 2, treatment: null },
        { number: 3, replyKind: null, treatment: 'NO_REPLY' },
      ],
    });
    expect(await tableOf(audit.lead.accountId, audit)).toEqual(table);
    expect(await tableOf(await makeCoordinator(api), audit)).toBeNull();
    await silenceOf(audit, 'SILENCE_IS_ACCEPTANCE');
    expect(await tableOf(audit.managerId, audit)).toMatchObject({
      silence: 'SILENCE_IS_ACCEPTANCE',
      findings: [{}, {}, { treatment: 'DEEMED_ACCEPTED' }],
    });
  });

  it('calls nobody silent who may still reply, and is not there before the draft is shared', async () => {
    const { audit } = await shared();
    await silenceOf(audit, 'SILENCE_IS_ACCEPTANCE');
    expect(await tableOf(audit.managerId, audit)).toMatchObject({ findings: [{ treatment: null }] });
    const drafting = await makeAuditIn(api, 'DRAFT_REPORT');
    await makeFinding(api, drafting);
    for (const account of [drafting.managerId, drafting.lead.accountId])
      expect(await tableOf(account, drafting)).toBeNull();
  });
});
