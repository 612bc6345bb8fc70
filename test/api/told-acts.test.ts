import { globalId } from '../../server/kernel/ids';
import { OWN_TOPICS } from '../../server/notifications/topics';
import { openApi, type ApiClient, type Json, type TestApi } from '../support/api';
import { insertRow, makeAccount, makeCampaign, makeCoordinator } from '../support/factories';
import { makeAuditIn, makeFinding } from '../support/findings-factories';
import { makeIssuedReport } from '../support/issued-report';
import { openMessageWorkers, type MessageWorkers } from '../support/message-workers';
import { givePassword, signAs } from '../support/signing';
import { makeReportedAudits } from '../support/synthesis-factories';
import { makeTie } from '../support/teams-factories';

let api: TestApi;
let workers: MessageWorkers;
let coordinator: string;

beforeAll(async () => {
  api = await openApi();
  workers = await openMessageWorkers(api, null);
  coordinator = await makeCoordinator(api);
});
beforeEach(async () => {
  await workers.queue.settled();
  await api.sql('delete from delivery');
});
afterAll(async () => {
  await workers.close();
  await api.close();
});

/** Accounts that were told of a topic, in their order. */
async function toldOf(topic: string): Promise<string[]> {
  await workers.queue.settled();
  const rows = await api.sql<{ id: string }>(
    'select account_id as id from delivery where topic = $1 order by account_id',
    [topic],
  );
  return rows.map(({ id }) => id);
}

/** How many lines of the log on a topic an account reads. */
async function readsOf(accountId: string, topic: string): Promise<number> {
  const { data, errors } = await api
    .as(accountId)
    .run(`{ deliveries(first: 50, filter: { topics: [${topic}] }) { totalCount nodes { topic } } }`);
  expect(errors).toBeUndefined();
  expect(data.deliveries.nodes).toHaveLength(data.deliveries.totalCount as number);
  return data.deliveries.totalCount as number;
}

const refused = (payload: Json): string[] => payload.userErrors.map(({ code }: Json) => code);

describe('signing', () => {
  it.each([
    ['DRAFT', 'DRAFT_REPORT'],
    ['REPORT', 'FINALISATION'],
  ] as const)(
    'the %s is told to the other auditor, and to nobody outside the team',
    async (document, state) => {
      const audit = await makeAuditIn(api, state);
      await api.sql(`update audit set team_shown_at = '2027-01-04T08:00:00Z' where id = $1`, [audit.auditId]);
      const signed = await signAs(api, audit.mate.accountId, audit.auditId, document);
      expect(refused(signed)).toEqual([]);
      expect(await toldOf('DOCUMENT_SIGNED')).toEqual([audit.lead.accountId]);
      expect(await readsOf(audit.lead.accountId, 'DOCUMENT_SIGNED')).toBe(1);
      for (const accountId of [audit.mate.accountId, audit.managerId, coordinator])
        expect(await readsOf(accountId, 'DOCUMENT_SIGNED')).toBe(0);
    },
  );

  it('an amendment waits for all who must sign it, and tells each of the other', async () => {
    const { audit } = await makeIssuedReport(api);
    await workers.queue.settled();
    await api.sql('delete from delivery');
    const [{ version } = { version: 0 }] = await api.sql<{ version: number }>(
      'select version from audit where id = $1',
      [audit.auditId],
    );
    const [finding] = await api.sql<{ id: string }>(
      `select id from finding where audit_id = $1 and state = 'FINAL' limit 1`,
      [audit.auditId],
    );
    await givePassword(api, audit.lead.accountId);
    const proposed = await api.as(audit.lead.accountId).act('reportAmendmentPropose', {
      auditId: globalId('Audit', audit.auditId),
      expectedVersion: version,
      reason: 'Une date était fausse.',
      findings: [{ findingId: globalId('Finding', finding?.id ?? ''), statement: 'Autrement dit.' }],
    });
    expect(refused(proposed)).toEqual([]);
    expect(await toldOf('AMENDMENT_PROPOSED')).toEqual([audit.mate.accountId]);
    expect(refused(await signAs(api, audit.lead.accountId, audit.auditId, 'AMENDMENT'))).toEqual([]);
    expect(await toldOf('DOCUMENT_SIGNED')).toEqual([audit.mate.accountId]);
    expect(await readsOf(audit.managerId, 'AMENDMENT_PROPOSED')).toBe(0);
    expect(await readsOf(coordinator, 'AMENDMENT_PROPOSED')).toBe(0);
  });
});

describe('a practice', () => {
  async function makePractice() {
    const audit = await makeAuditIn(api, 'FOLLOW_UP');
    const findingId = await makeFinding(api, audit, { kind: 'REMARKABLE_PRACTICE', state: 'FINAL' });
    return { audit, findingId };
  }

  it('that is shared or taken back is told to the service’s other managers, and shows in no log but theirs', async () => {
    const { audit, findingId } = await makePractice();
    const second = await makeAccount(api, { services: { [audit.serviceId]: 'SERVICE_MANAGER' } });
    const share = { findingId: globalId('Finding', findingId), text: 'Relire à deux.', isNamed: false };
    const manager = api.as(audit.managerId);
    const shared = await manager.act('practiceShare', share, 'sharedPractice { id version }');
    expect(refused(shared)).toEqual([]);
    expect(await toldOf('PRACTICE_SHARED')).toEqual([second.accountId]);
    const { id, version } = shared.sharedPractice;
    const back = await manager.act('practiceUnshare', { sharedPracticeId: id, expectedVersion: version });
    expect(refused(back)).toEqual([]);
    expect(await toldOf('PRACTICE_SHARED')).toEqual([second.accountId, second.accountId]);
    expect(await readsOf(second.accountId, 'PRACTICE_SHARED')).toBe(2);
    // Whose practice it is, nobody may learn from who was told.
    for (const accountId of [coordinator, audit.lead.accountId, audit.mate.accountId])
      expect(await readsOf(accountId, 'PRACTICE_SHARED')).toBe(0);
  });

  it('that a report states is asked about once, unless the service has said already, or nobody can any more', async () => {
    const { audit } = await makePractice();
    const said = await makePractice();
    const early = await makeAuditIn(api, 'FOLLOW_UP');
    await makeFinding(api, early, { kind: 'OBSERVATION', state: 'FINAL' });
    const late = await makePractice();
    await api.sql(`update campaign set state = 'SYNTHESIS_PUBLISHED' where id = $1`, [late.audit.campaignId]);
    const share = { findingId: globalId('Finding', said.findingId), text: 'Relire à deux.', isNamed: false };
    expect(refused(await api.as(said.audit.managerId).act('practiceShare', share))).toEqual([]);
    for (const day of ['2027-02-16', '2027-02-17', '2027-06-16']) {
      api.clock.set(`${day}T08:00:00Z`);
      await workers.keepUp();
    }
    const asked = await toldOf('PRACTICE_CONSENT');
    expect(asked).toContain(audit.managerId);
    expect(new Set(asked).size).toBe(asked.length);
    for (const { managerId } of [said.audit, early, late.audit]) expect(asked).not.toContain(managerId);
    expect(asked).not.toContain(coordinator);
  });
});

describe('a synthesis', () => {
  const withRole = (role: string) => makeAccount(api, { roles: [role] });
  const prepare = (client: ApiClient, campaignId: string): Promise<Json> =>
    client.act(
      'synthesisPrepare',
      { campaignId: globalId('Campaign', campaignId) },
      'synthesis { id version }',
    );

  it('waits for a second person without a tie; published, it is told to all who took part', async () => {
    const campaignId = await makeCampaign(api, { state: 'CLOSED' });
    const audits = await makeReportedAudits(api, campaignId, 6);
    const [free, steering, tied, employed] = await Promise.all(
      ['COORDINATOR', 'STEERING_MEMBER', 'COORDINATOR', 'STEERING_MEMBER'].map(withRole),
    );
    await makeTie(api, { personId: tied!.personId, organisationId: audits[0]!.organisationId });
    await insertRow(api, 'role_grant', {
      account_id: employed!.accountId,
      role: 'SERVICE_READER',
      audited_service_id: audits[1]!.serviceId,
      from_date: '2020-01-01',
    });
    const prepared = await prepare(api.as(coordinator), campaignId);
    expect(refused(prepared)).toEqual([]);
    const programme = [free!.accountId, steering!.accountId];
    const waiting = await toldOf('SYNTHESIS_PREPARED');
    expect(waiting).toEqual(expect.arrayContaining(programme));
    for (const { accountId } of [tied!, employed!]) {
      expect(waiting).not.toContain(accountId);
      // Nor may they read in the log that it is prepared.
      expect(await readsOf(accountId, 'SYNTHESIS_PREPARED')).toBe(0);
    }
    expect(waiting).not.toContain(coordinator);
    expect(await readsOf(free!.accountId, 'SYNTHESIS_PREPARED')).toBe(1);

    const { id, version } = prepared.synthesis;
    const publish = { synthesisId: id, expectedVersion: version };
    expect(refused(await api.as(steering!.accountId).act('synthesisPublish', publish))).toEqual([]);
    const told = await toldOf('SYNTHESIS_PUBLISHED');
    expect(told).toEqual(
      expect.arrayContaining([free!.accountId, coordinator, ...audits.map(({ managerId }) => managerId)]),
    );
    expect(new Set(told).size).toBe(told.length);
    expect(told).not.toContain(steering!.accountId);
    // Who answers for a walled service, and so that it took part, does not show to the tied coordinator.
    const { data } = await api
      .as(tied!.accountId)
      .run(
        '{ deliveries(first: 50, filter: { topics: [SYNTHESIS_PUBLISHED] }) { nodes { recipient { id } } } }',
      );
    const shown = data.deliveries.nodes.map(({ recipient }: Json) => recipient?.id as string);
    expect(shown).toContain(globalId('Account', audits[1]!.managerId));
    expect(shown).not.toContain(globalId('Account', audits[0]!.managerId));

    // The morning after, whoever was to publish it is sent to nothing that is done.
    api.clock.advance({ days: 4 });
    await workers.keepUp();
    const rest = await api.sql(
      `select 1 from delivery where topic = 'SYNTHESIS_PREPARED' and account_id = $1 and mail_id is not null`,
      [free!.accountId],
    );
    expect(rest).toEqual([]);
  });
});

it.each(OWN_TOPICS)('the log of %s is its reader’s alone', async (topic) => {
  const audit = await makeAuditIn(api, 'ON_SITE');
  await api.sql(`update audit set team_shown_at = '2027-01-01T08:00:00Z' where id = $1`, [audit.auditId]);
  for (const [audience, subject_id] of [
    ['MANAGER', audit.serviceId],
    ['TEAM', audit.auditId],
  ])
    await insertRow(api, 'delivery', {
      ...{
        account_id: audit.lead.accountId,
        topic,
        audience,
        subject_id,
        fact: `${topic} ${String(audience)}`,
      },
      ...{ object_type: 'Audit', object_id: audit.auditId, audit_id: audit.auditId },
      ...{
        campaign_id: audit.campaignId,
        audited_service_id: audit.serviceId,
        found_at: '2027-01-10T08:00:00Z',
      },
    });
  expect(await readsOf(audit.lead.accountId, topic)).toBe(2);
  for (const accountId of [audit.mate.accountId, audit.managerId, coordinator]) {
    expect(await readsOf(accountId, topic)).toBe(0);
    // The second wall says so by itself.
    const seen = await workers.dataSource.transaction(async (manager) => {
      await manager.query('select app.enter($1, 1, current_date, $1, false)', [accountId]);
      return manager.query<unknown[]>('select 1 from delivery where topic = $1', [topic]);
    });
    expect(seen).toEqual([]);
  }
});
