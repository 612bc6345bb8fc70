import { randomUUID } from 'node:crypto';
import { globalId } from '../../server/kernel/ids';
import { openApi, type ApiClient, type Json, type TestApi } from '../support/api';
import { insertRow, makeAccount, makeCampaign, makeCoordinator, makeService } from '../support/factories';
import { makeAuditIn, type AuditInState } from '../support/findings-factories';

const SERVICE = ['USEFUL', 'PEERS', 'FAIR', 'CLEAR', 'BURDEN'];
const TEAM = ['PREPARED', 'WELCOME', 'TEMPLATE', 'LEARNT', 'BURDEN'];

let api: TestApi;
let coordinator: ApiClient;

beforeAll(async () => {
  api = await openApi();
  coordinator = api.as(await makeCoordinator(api));
});
afterAll(() => api.close());

const codesOf = (payload: Json): string[] => payload.userErrors.map(({ code }: Json) => code);

/** A survey of a campaign of its own, with audits whose reports are out. */
async function openSurvey(count: number) {
  const campaignId = await makeCampaign(api);
  const audits: AuditInState[] = [];
  for (let number = 0; number < count; number += 1)
    audits.push(await makeAuditIn(api, 'REPORT_ISSUED', { campaign_id: campaignId }));
  const opened = await coordinator.act(
    'surveyOpen',
    { campaignId: globalId('Campaign', campaignId) },
    'survey { id version }',
  );
  expect(opened.userErrors).toEqual([]);
  return { campaignId, audits, surveyId: String(opened.survey.id) };
}

const answer = (
  accountId: string,
  surveyId: string,
  audit: AuditInState,
  values: Record<string, number>,
  more: Record<string, unknown> = {},
): Promise<Json> =>
  api.as(accountId).act('surveyAnswer', {
    surveyId,
    auditId: globalId('Audit', audit.auditId),
    ratings: Object.entries(values).map(([questionCode, value]) => ({ questionCode, value })),
    ...more,
  });

const all = (codes: readonly string[], value: number): Record<string, number> =>
  Object.fromEntries(codes.map((code) => [code, value]));

const RESULTS = `results { side answerCount questions { code counts favourable low high } }`;
const seen = async (client: ApiClient, surveyId: string, fields = RESULTS): Promise<Json> =>
  (await client.run(`query ($id: ID!) { survey(id: $id) { state ${fields} } }`, { id: surveyId })).data
    .survey;
const resultsOf = async (client: ApiClient, surveyId: string): Promise<Json> =>
  (await seen(client, surveyId)).results;

async function closeCampaign(campaignId: string): Promise<void> {
  await api.sql(`update campaign set state = 'CLOSED' where id = $1`, [campaignId]);
}

describe('a survey', () => {
  it('asks each side its own questions, once, when the report is out', async () => {
    const { surveyId, audits, campaignId } = await openSurvey(1);
    const [audit] = audits as [AuditInState];
    const form = await seen(
      api.as(audit.managerId),
      surveyId,
      'form { lowest sides { side questions { code text } remark } }',
    );
    expect(form.form.sides.map((side: Json) => side.questions.map(({ code }: Json) => code))).toEqual([
      SERVICE,
      TEAM,
    ]);
    const ratings = all(SERVICE, 4);
    expect(codesOf(await answer(audit.managerId, surveyId, audit, all(TEAM, 4)))).toEqual([
      'SURVEY_QUESTION_UNKNOWN',
    ]);
    expect(codesOf(await answer(audit.managerId, surveyId, audit, { USEFUL: 4 }))).toEqual([
      'SURVEY_INCOMPLETE',
    ]);
    expect(codesOf(await answer(audit.managerId, surveyId, audit, { ...ratings, USEFUL: 6 }))).toEqual([
      'VALIDATION',
    ]);
    const remark = { remark: 'Le patient né le 3 mars 1960 a attendu.' };
    expect(codesOf(await answer(audit.managerId, surveyId, audit, ratings, remark))).toEqual([
      'TEXT_IDENTIFIES',
    ]);
    expect(codesOf(await answer(audit.managerId, surveyId, audit, ratings))).toEqual([]);
    expect(codesOf(await answer(audit.managerId, surveyId, audit, ratings))).toEqual(['SURVEY_ANSWERED']);
    expect(codesOf(await answer(audit.lead.accountId, surveyId, audit, all(TEAM, 5)))).toEqual([]);
    const early = await makeAuditIn(api, 'CONTRADICTORY', { campaign_id: campaignId });
    expect(codesOf(await answer(early.managerId, surveyId, early, ratings))).toEqual(['REPORT_MISSING']);
    const elsewhere = await makeAuditIn(api, 'REPORT_ISSUED');
    expect(codesOf(await answer(elsewhere.managerId, surveyId, elsewhere, ratings))).toEqual(['NOT_FOUND']);
    const { managerId: stranger } = await makeService(api);
    expect(codesOf(await answer(stranger, surveyId, audit, ratings))).toEqual(['NOT_FOUND']);
  });

  it('is replayed under the same key, whatever the ratings: no key commits to them', async () => {
    const { surveyId, audits } = await openSurvey(1);
    const [audit] = audits as [AuditInState];
    const idempotencyKey = randomUUID();
    const first = await answer(audit.managerId, surveyId, audit, all(SERVICE, 1), { idempotencyKey });
    const again = await answer(audit.managerId, surveyId, audit, all(SERVICE, 5), { idempotencyKey });
    expect([first.replayed, again.replayed, again.userErrors]).toEqual([false, true, []]);
    const rows = await api.sql<{ ratings: Json }>('select ratings from survey_answer where ratings = $1', [
      JSON.stringify(all(SERVICE, 1)),
    ]);
    expect(rows).toHaveLength(1);
  });

  it('tells the coordination who has answered, and oneself', async () => {
    const { surveyId, audits } = await openSurvey(2);
    const [audit] = audits as [AuditInState];
    await answer(audit.managerId, surveyId, audit, all(SERVICE, 3));
    const fields =
      'progress { side auditCount answeredAuditCount } participations(first: 9) { nodes { isOwn audit { id } } }';
    const audit_ = { id: globalId('Audit', audit.auditId) };
    expect(await seen(coordinator, surveyId, fields)).toMatchObject({
      progress: [
        { side: 'SERVICE', auditCount: 2, answeredAuditCount: 1 },
        { side: 'TEAM', auditCount: 2, answeredAuditCount: 0 },
      ],
      participations: { nodes: [{ isOwn: false, audit: audit_ }] },
    });
    expect(await seen(api.as(audit.managerId), surveyId, fields)).toMatchObject({
      progress: null,
      participations: { nodes: [{ isOwn: true, audit: audit_ }] },
    });
    expect(await seen(api.as(audit.lead.accountId), surveyId, fields)).toMatchObject({
      participations: { nodes: [] },
    });
  });
});

describe('answers', () => {
  it('are shown by lots of six services, which one more answer never changes', async () => {
    const { surveyId, audits } = await openSurvey(8);
    for (const [index, audit] of audits.slice(0, 5).entries())
      await answer(audit.managerId, surveyId, audit, all(SERVICE, index + 1));
    expect(await resultsOf(coordinator, surveyId)).toEqual([
      { side: 'SERVICE', answerCount: 0, questions: [] },
      { side: 'TEAM', answerCount: 0, questions: [] },
    ]);
    await answer(audits[5]!.managerId, surveyId, audits[5]!, all(SERVICE, 5));
    const shown = await resultsOf(coordinator, surveyId);
    expect(shown[0]).toMatchObject({ side: 'SERVICE', answerCount: 6 });
    expect(shown[0].questions.map(({ code }: Json) => code)).toEqual(SERVICE);
    // 3 of 6: Wilson's interval, computed by hand.
    expect(shown[0].questions[0]).toEqual({
      code: 'USEFUL',
      counts: [1, 1, 1, 1, 2],
      favourable: 0.5,
      low: expect.closeTo(0.1876, 4),
      high: expect.closeTo(0.8124, 4),
    });
    for (const audit of audits.slice(6)) await answer(audit.managerId, surveyId, audit, all(SERVICE, 1));
    expect(await resultsOf(coordinator, surveyId)).toEqual(shown);
    expect(await resultsOf(api.as(audits[0]!.managerId), surveyId)).toBeNull();
  });

  it('leave five people about five services to whoever takes his own out', async () => {
    const { surveyId, audits } = await openSurvey(7);
    const [first, second] = audits as [AuditInState, AuditInState];
    await insertRow(api, 'assignment', {
      audit_id: second.auditId,
      auditor_id: first.lead.auditorId,
      seat: 'RADIOLOGIST',
      state: 'CONFIRMED',
      attested_at: '2027-01-05T08:00:00Z',
    });
    for (const audit of [first, second]) await answer(first.lead.accountId, surveyId, audit, all(TEAM, 1));
    for (const audit of audits.slice(2, 6)) await answer(audit.lead.accountId, surveyId, audit, all(TEAM, 2));
    // Six services; but whoever answered twice would be left with four.
    expect((await resultsOf(coordinator, surveyId))[1]).toMatchObject({ side: 'TEAM', answerCount: 0 });
    await answer(audits[6]!.lead.accountId, surveyId, audits[6]!, all(TEAM, 2));
    const [, team] = await resultsOf(coordinator, surveyId);
    expect(team.answerCount).toBe(7);
    // He may have a part in the coordination, and knows his own two: five are left.
    const both = await makeAccount(api, { roles: ['COORDINATOR'], personId: first.lead.personId });
    const [, seenByHim] = await resultsOf(api.as(both.accountId), surveyId);
    expect(seenByHim.questions[0].counts).toEqual([2, 5, 0, 0, 0]);
  });

  it('of two accounts of one person are one person’s', async () => {
    const { surveyId, audits } = await openSurvey(6);
    const [first] = audits as [AuditInState];
    const [{ person_id: personId } = { person_id: '' }] = await api.sql<{ person_id: string }>(
      'select person_id from account where id = $1',
      [first.managerId],
    );
    const twinOf = async (audit: AuditInState): Promise<string> =>
      (await makeAccount(api, { personId, services: { [audit.serviceId]: 'SERVICE_MANAGER' } })).accountId;
    expect(codesOf(await answer(first.managerId, surveyId, first, all(SERVICE, 4)))).toEqual([]);
    expect(codesOf(await answer(await twinOf(first), surveyId, first, all(SERVICE, 4)))).toEqual([
      'SURVEY_ANSWERED',
    ]);
    // Six accounts of six services, and nobody else behind them.
    for (const audit of audits.slice(1))
      expect(codesOf(await answer(await twinOf(audit), surveyId, audit, all(SERVICE, 4)))).toEqual([]);
    expect((await resultsOf(coordinator, surveyId))[0]).toMatchObject({ side: 'SERVICE', answerCount: 0 });
  });

  it('are left out, lot by lot, for whoever has a tie with one of its services', async () => {
    const { surveyId, audits } = await openSurvey(6);
    for (const audit of audits) await answer(audit.managerId, surveyId, audit, all(SERVICE, 4));
    const { accountId, personId } = await makeAccount(api, { roles: ['COORDINATOR'] });
    await insertRow(api, 'affiliation', {
      person_id: personId,
      organisation_id: audits[2]!.organisationId,
      kind: 'EMPLOYMENT',
      from_date: '2015-01-01',
      source: 'DECLARED',
    });
    expect((await resultsOf(coordinator, surveyId))[0].answerCount).toBe(6);
    expect((await resultsOf(api.as(accountId), surveyId))[0].answerCount).toBe(0);
  });

  it('lead nowhere: no account, audit, time, trail, key or transaction ties them to who gave them', async () => {
    const { surveyId, audits, campaignId } = await openSurvey(6);
    const secret = `Trop de papier ${randomUUID()}`;
    for (const [index, audit] of audits.entries())
      await answer(audit.managerId, surveyId, audit, all(SERVICE, 1 + (index % 5)), {
        remark: `${secret} ${index}`,
      });
    const columns = await api.sql<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = 'survey_answer' order by 1`,
    );
    expect(columns.map(({ name }) => name)).toEqual(['id', 'lot', 'ratings', 'remark', 'side', 'survey_id']);
    // All rows of the lot were written by one transaction, whichever acts they came from.
    const [physical] = await api.sql<Json>(
      `select count(*)::int as rows, count(distinct xmin::text)::int as writers from survey_answer where remark like $1`,
      [`${secret}%`],
    );
    expect(physical).toEqual({ rows: 6, writers: 1 });
    // And no other table holds a word of them, be it as a hash of what was sent.
    const kept = await api.sql<{ name: string }>(
      `select t.table_name as name from information_schema.tables t where t.table_schema = 'public'
         and t.table_name <> 'survey_answer'
         and (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %I x where x::text like %L',
           t.table_name, '%' || $1 || '%'), true, true, '')))[1]::text <> '0'`,
      [secret],
    );
    expect(kept).toEqual([]);
    const changed = await api.sql<{ table: string }>(
      `select distinct p.table_name as table from trail_entry e join trail_payload p on p.entry_id = e.id
       where e.act = 'surveyAnswer' and e.campaign_id = $1`,
      [campaignId],
    );
    expect(changed).toEqual([{ table: 'survey_participation' }]);
  });

  it('are out of reach of whoever serves requests and reads', async () => {
    const rows = await api.sql<{ granted: boolean }>(
      `select has_table_privilege('vis_a_vis_runtime', 'survey_answer', 'UPDATE') or
         has_table_privilege('vis_a_vis_runtime', 'survey_answer', 'DELETE') as granted`,
    );
    expect(rows).toEqual([{ granted: false }]);
  });
});

describe('remarks', () => {
  it('are for the coordination, once the survey is closed, those of full lots alone', async () => {
    const { surveyId, audits, campaignId } = await openSurvey(7);
    for (const [index, audit] of audits.entries())
      await answer(audit.managerId, surveyId, audit, all(SERVICE, 3), { remark: `Remarque ${index}` });
    const REMARKS = 'remarks { side text }';
    expect((await seen(coordinator, surveyId, REMARKS)).remarks).toBeNull();
    const close = { surveyId, expectedVersion: 1 };
    expect(codesOf(await coordinator.act('surveyClose', close))).toEqual(['CAMPAIGN_NOT_CLOSED']);
    await closeCampaign(campaignId);
    expect(codesOf(await coordinator.act('surveyClose', close))).toEqual([]);
    const shown = (await seen(coordinator, surveyId, REMARKS)).remarks.map(({ text }: Json) => text);
    expect(shown.sort()).toEqual([
      'Remarque 0',
      'Remarque 1',
      'Remarque 2',
      'Remarque 3',
      'Remarque 4',
      'Remarque 5',
    ]);
    const { accountId: steering } = await makeAccount(api, { roles: ['STEERING_MEMBER'] });
    expect((await seen(api.as(steering), surveyId, REMARKS)).remarks).toBeNull();
    expect(codesOf(await answer(audits[0]!.lead.accountId, surveyId, audits[0]!, all(TEAM, 3)))).toEqual([
      'ILLEGAL_TRANSITION',
    ]);
  });
});
