import type { DataSource } from 'typeorm';
import { openFollowUpsDaily } from '../../server/follow-up';
import { globalId } from '../../server/kernel/ids';
import { dueFacts } from '../../server/notifications/reminders/due-facts';
import { openApi, type Json, type TestApi } from '../support/api';
import { decideAlert, makeOpenAlert } from '../support/conflict-factories';
import { connectTo } from '../support/data-source';
import { insertRow, makeAccount, makeAuditor, makeCoordinator, makeService } from '../support/factories';
import {
  codesOf,
  makeAction,
  makeAuditIn,
  makeReport,
  rowOf,
  type AuditInState,
} from '../support/findings-factories';

let api: TestApi;
let dataSource: DataSource;
let coordinator: string;
beforeAll(async () => {
  api = await openApi();
  dataSource = await connectTo(api);
  coordinator = await makeCoordinator(api);
});
afterEach(() => api.clock.set('2027-01-11T08:00:00Z'));
afterAll(async () => {
  await dataSource.destroy();
  await api.close();
});

/** A follow-up in a state, on an audit with one verified action. */
async function makeFollowUp(state: string, auditState = 'CLOSED') {
  const audit = await makeAuditIn(api, auditState, { report_issued_at: '2027-01-11T08:00:00Z' });
  const action = await makeAction(api, audit, { state: 'VERIFIED', verified_at: '2027-02-01T08:00:00Z' });
  const id = await insertRow(api, 'documentary_follow_up', {
    audit_id: audit.auditId,
    audited_service_id: audit.serviceId,
    campaign_id: audit.campaignId,
    state,
    due_on: '2029-01-11',
    reviewer_auditor_id: audit.lead.auditorId,
  });
  return { audit, action, id };
}

function makeItem(followUp: string, action: string, columns: object = {}): Promise<string> {
  return insertRow(api, 'follow_up_item', {
    documentary_follow_up_id: followUp,
    corrective_action_id: action,
    subject: 'Review doses monthly',
    outcome: 'STILL_EFFECTIVE',
    statement: 'Minutes of twelve months.',
    ...columns,
  });
}

const PARTS = `state version items { id subject outcome statement conclusion conclusionReason }`;
const act = (account: string, name: string, id: string, expectedVersion: number, more: object = {}) =>
  api
    .as(account)
    .act(name, { documentaryFollowUpId: id, expectedVersion, ...more }, `documentaryFollowUp { ${PARTS} }`);
const read = async (account: string, id: string, fields = PARTS) => {
  const answer = await api
    .as(account)
    .run(`query ($id: ID!) { documentaryFollowUp(id: $id) { ${fields} } }`, {
      id: globalId('DocumentaryFollowUp', id),
    });
  return answer.data['documentaryFollowUp'];
};

describe('a documentary follow-up', () => {
  it('is scheduled with the plan, 24 months after the report, for the lead to review', async () => {
    const audit = await makeAuditIn(api, 'PLAN_DUE', { plan_submitted_at: '2027-02-01T08:00:00Z' });
    await makeReport(api, audit);
    const accepted = await api
      .as(audit.lead.accountId)
      .act(
        'planAccept',
        { auditId: audit.auditId, expectedVersion: 1 },
        `audit { state documentaryFollowUp { state dueOn reviewer { id } availableTransitions { act } } }`,
      );
    expect(accepted.audit).toEqual({
      state: 'FOLLOW_UP',
      documentaryFollowUp: {
        state: 'SCHEDULED',
        dueOn: '2029-01-11',
        reviewer: { id: globalId('Auditor', audit.lead.auditorId) },
        availableTransitions: [],
      },
    });
  });

  it('opens by itself on its day, in the trail, or before by the coordination', async () => {
    const { id } = await makeFollowUp('SCHEDULED');
    const early = await makeFollowUp('SCHEDULED');
    expect(codesOf(await act(early.audit.lead.accountId, 'documentaryFollowUpOpen', early.id, 1))).toEqual([
      'FORBIDDEN',
    ]);
    const opened = await act(coordinator, 'documentaryFollowUpOpen', early.id, 1);
    expect(opened.documentaryFollowUp).toMatchObject({ state: 'OPEN', version: 2 });
    api.clock.set('2029-01-10T22:59:59Z');
    await openFollowUpsDaily(dataSource, api.clock);
    expect(await rowOf(api, 'documentary_follow_up', id, 'state')).toEqual({ state: 'SCHEDULED' });
    api.clock.set('2029-01-10T23:00:00Z');
    expect(await openFollowUpsDaily(dataSource, api.clock)).toBeGreaterThanOrEqual(1);
    expect(await openFollowUpsDaily(dataSource, api.clock)).toBeNull();
    expect(await rowOf(api, 'documentary_follow_up', id, 'state, version')).toEqual({
      state: 'OPEN',
      version: 2,
    });
    const entries = await api.sql('select account_id, act from trail_entry where object_id = $1', [id]);
    expect(entries).toEqual([{ account_id: null, act: 'followUpFallDue' }]);
  });

  it('is stated by the service, concluded by the reviewer, closed; what lapsed goes back', async () => {
    const { audit, action, id } = await makeFollowUp('OPEN');
    const second = await makeAction(api, audit, { state: 'WAIVED', waiver_expires_on: '2030-01-01' });
    api.clock.set('2028-06-01T08:00:00Z');
    await api.sql(
      `update declaration_of_interests set signed_at = '2028-05-02T08:00:00Z', expires_on = '2029-05-02'`,
    );
    const contributor = await makeAccount(api, { services: { [audit.serviceId]: 'SERVICE_CONTRIBUTOR' } });
    const state = (correctiveActionId: string, version: number, outcome: string) =>
      act(contributor.accountId, 'followUpItemState', id, version, {
        correctiveActionId,
        outcome,
        statement: 'Minutes of twelve months.',
      });
    await state(action, 1, 'CHANGED');
    const unready = await act(audit.managerId, 'documentaryFollowUpSubmit', id, 2);
    expect(unready.userErrors).toMatchObject([{ code: 'FOLLOW_UP_INCOMPLETE' }]);
    await state(second, 2, 'LAPSED');
    const stated = await state(action, 3, 'STILL_EFFECTIVE');
    expect(stated.documentaryFollowUp.items).toMatchObject([
      { subject: 'Review doses monthly', outcome: 'STILL_EFFECTIVE', conclusion: null },
      { outcome: 'LAPSED' },
    ]);
    expect(codesOf(await act(contributor.accountId, 'documentaryFollowUpSubmit', id, 4))).toEqual([
      'FORBIDDEN',
    ]);
    expect(codesOf(await act(audit.managerId, 'documentaryFollowUpSubmit', id, 4))).toEqual([]);
    expect(codesOf(await state(action, 5, 'LAPSED'))).toEqual(['ILLEGAL_TRANSITION']);

    const reviewer = audit.lead.accountId;
    const [first, other] = (await read(reviewer, id)).items as [Json, Json];
    const conclude = (account: string, item: Json, version: number, conclusion: string) =>
      act(account, 'followUpItemConclude', id, version, {
        followUpItemId: item.id,
        conclusion,
        reason: 'The minutes stop in March.',
      });
    expect(codesOf(await conclude(audit.mate.accountId, first, 5, 'LAPSED'))).toEqual(['FORBIDDEN']);
    expect(codesOf(await conclude(reviewer, first, 5, 'LAPSED'))).toEqual([]);
    expect((await act(reviewer, 'documentaryFollowUpReview', id, 6)).userErrors).toMatchObject([
      { code: 'CONCLUSIONS_MISSING' },
    ]);
    await conclude(reviewer, other, 6, 'LAPSED');
    await act(reviewer, 'documentaryFollowUpReview', id, 7);
    const closed = await act(coordinator, 'documentaryFollowUpClose', id, 8);
    expect(closed.documentaryFollowUp).toMatchObject({ state: 'CLOSED', version: 9 });
    // 90 days from 1 June 2028, moved off nothing: 30 August.
    expect(await rowOf(api, 'corrective_action', action, 'state, due_on::text, reopen_reason')).toEqual({
      state: 'REOPENED',
      due_on: '2028-08-30',
      reopen_reason: 'The minutes stop in March.',
    });
    expect(await rowOf(api, 'corrective_action', second, 'state')).toEqual({ state: 'WAIVED' });
    const notes = await api.sql(
      'select corrective_action_id as id, kind from corrective_action_note where corrective_action_id = any($1)',
      [[action, second]],
    );
    expect(notes).toEqual(
      expect.arrayContaining([
        { id: action, kind: 'REOPENING' },
        { id: second, kind: 'VERIFICATION' },
      ]),
    );
    // Closing gave the coordinator no part in the action: he may verify it once it is done.
    await api.sql(`update corrective_action set state = 'DONE', reopen_reason = 'Expirée' where id = $1`, [
      second,
    ]);
    const verify = { correctiveActionId: second, expectedVersion: 1 };
    expect(codesOf(await api.as(coordinator).act('correctiveActionVerify', verify))).toEqual([]);
    const start = { correctiveActionId: action, expectedVersion: 2 };
    expect(codesOf(await api.as(audit.managerId).act('correctiveActionStart', start))).toEqual([]);
    expect((await read(audit.managerId, id)).items[0]).toMatchObject({
      conclusion: 'LAPSED',
      conclusionReason: 'The minutes stop in March.',
    });
  });

  it('asks for a new look at the effect of what lapsed', async () => {
    const { audit, action, id } = await makeFollowUp('REVIEWED');
    await insertRow(api, 'effectiveness_check', {
      corrective_action_id: action,
      round: 1,
      due_on: '2027-05-11',
      judged_on: '2027-05-11',
      verdict: 'EFFECTIVE',
    });
    await makeItem(id, action, {
      conclusion: 'LAPSED',
      conclusion_reason: 'Stopped.',
      concluded_at: '2027-01-11T08:00:00Z',
    });
    expect(codesOf(await act(audit.mate.accountId, 'documentaryFollowUpClose', id, 1))).toEqual([]);
    const rounds = await api.sql(
      'select round, due_on::text, verdict from effectiveness_check where corrective_action_id = $1 order by round',
      [action],
    );
    // Due 90 days after 11 January, 12 April (a Sunday before it); its effect 90 days later, 12 July.
    expect(rounds).toEqual([
      { round: 1, due_on: '2027-05-11', verdict: 'EFFECTIVE' },
      { round: 2, due_on: '2027-07-12', verdict: null },
    ]);
  });
});

describe('whoever reviews', () => {
  it('may be named from outside the team, and sees the follow-up but nothing else of the audit', async () => {
    const { audit, action, id } = await makeFollowUp('SUBMITTED');
    await makeItem(id, action);
    const outsider = await makeAuditor(api);
    const name = (auditorId: string, version = 1) =>
      act(coordinator, 'documentaryFollowUpNameReviewer', id, version, {
        auditorId: globalId('Auditor', auditorId),
      });
    expect(await read(outsider.accountId, id)).toBeNull();
    expect(codesOf(await name(outsider.auditorId))).toEqual([]);
    const FIELDS = `state audit { id } items { id subject statement correctiveAction { id } }
      availableTransitions { act isAvailable reason }`;
    const seen = await read(outsider.accountId, id, FIELDS);
    expect(seen).toMatchObject({
      audit: null,
      items: [{ subject: 'Review doses monthly', correctiveAction: null }],
      availableTransitions: [
        { act: 'documentaryFollowUpReview', isAvailable: false, reason: 'CONCLUSIONS_MISSING' },
      ],
    });
    const conclusion = { followUpItemId: seen.items[0].id, conclusion: 'STILL_EFFECTIVE', reason: 'Read.' };
    const declare = (state: string) =>
      api.sql('update declaration_of_interests set state = $2 where auditor_id = $1', [
        outsider.auditorId,
        state,
      ]);
    await declare('EXPIRED');
    expect(codesOf(await act(outsider.accountId, 'followUpItemConclude', id, 2, conclusion))).toEqual([
      'VERIFIER_IN_CONFLICT',
    ]);
    await declare('SIGNED');
    expect(codesOf(await act(outsider.accountId, 'followUpItemConclude', id, 2, conclusion))).toEqual([]);
    expect(codesOf(await act(outsider.accountId, 'documentaryFollowUpReview', id, 3))).toEqual([]);
    expect(codesOf(await act(outsider.accountId, 'documentaryFollowUpClose', id, 4))).toEqual(['FORBIDDEN']);
    expect(codesOf(await act(audit.lead.accountId, 'documentaryFollowUpClose', id, 4))).toEqual([]);
  });

  it('is qualified and free of blocking ties, when named and when concluding', async () => {
    const { audit, action, id } = await makeFollowUp('SUBMITTED');
    const item = await makeItem(id, action);
    const candidate = await makeAuditor(api, { qualification: 'CANDIDATE' });
    const undeclared = await makeAuditor(api, { isDeclared: false });
    const tied = await makeAuditor(api, { organisationId: audit.organisationId });
    for (const { auditorId } of [candidate, undeclared, tied]) {
      const refused = await act(coordinator, 'documentaryFollowUpNameReviewer', id, 1, {
        auditorId: globalId('Auditor', auditorId),
      });
      expect(refused.userErrors).toMatchObject([{ code: 'REVIEWER_UNFIT', path: ['input', 'auditorId'] }]);
    }
    await insertRow(api, 'affiliation', {
      person_id: audit.lead.personId,
      organisation_id: audit.organisationId,
      kind: 'EMPLOYMENT',
      from_date: '2027-01-01',
      source: 'DECLARED',
    });
    const conclusion = { followUpItemId: item, conclusion: 'STILL_EFFECTIVE', reason: 'Read.' };
    const refused = await act(audit.lead.accountId, 'followUpItemConclude', id, 1, conclusion);
    expect(codesOf(refused)).toEqual(['VERIFIER_IN_CONFLICT']);
    const strangers = await makeService(api);
    expect(await read(strangers.managerId, id)).toBeNull();
    expect(codesOf(await act(strangers.managerId, 'documentaryFollowUpSubmit', id, 1))).toEqual([
      'NOT_FOUND',
    ]);
  });
});

describe('whoever reviews and is in conflict', () => {
  it('sees nothing of it until somebody has decided, and is not reminded of it', async () => {
    const { audit, action, id } = await makeFollowUp('SUBMITTED');
    const item = await makeItem(id, action);
    await api.sql(`update documentary_follow_up set submitted_at = '2027-01-11T08:00:00Z' where id = $1`, [
      id,
    ]);
    const { accountId, auditorId } = audit.lead;
    /** What the second wall shows him by itself. */
    const rows = (): Promise<unknown[]> =>
      dataSource.transaction(async (manager) => {
        await manager.query('select app.enter($1, 1, current_date, $1, false)', [accountId]);
        return manager.query<unknown[]>(
          `select id from documentary_follow_up where id = $1
           union all select id from follow_up_item where documentary_follow_up_id = $1`,
          [id],
        );
      });
    const reminded = async (): Promise<unknown> =>
      (await dueFacts((text, values) => api.sql(text, [...values]), '2027-01-12', null)).find(
        ({ topic, objectId }) => topic === 'FOLLOW_UP_REVIEW' && objectId === id,
      )?.auditorId;
    expect(await rows()).toHaveLength(2);
    expect(await reminded()).toBe(auditorId);

    const alert = await makeOpenAlert(api, audit.auditId, auditorId);
    expect(await read(accountId, id)).toBeNull();
    expect(await rows()).toEqual([]);
    // The coordination may still be told that nobody reviews it.
    expect(await reminded()).toBeNull();
    const conclusion = { followUpItemId: item, conclusion: 'STILL_EFFECTIVE', reason: 'Read.' };
    expect(codesOf(await act(accountId, 'followUpItemConclude', id, 1, conclusion))).toEqual(['NOT_FOUND']);
    expect(await read(audit.managerId, id)).not.toBeNull();

    await decideAlert(api, alert);
    expect(await read(accountId, id)).not.toBeNull();
    expect(await rows()).toHaveLength(2);
    expect(await reminded()).toBe(auditorId);
  });
});

describe('the list of follow-ups', () => {
  it('holds what one sees, by its day, and filters by state', async () => {
    const one = await makeFollowUp('OPEN');
    const other = await makeFollowUp('SCHEDULED');
    const list = async (account: string, filter: object = {}) => {
      const answer = await api.as(account).run(
        `query ($filter: DocumentaryFollowUpFilter) {
          documentaryFollowUps(first: 50, filter: $filter) { totalCount nodes { id } } }`,
        { filter },
      );
      return answer.data['documentaryFollowUps'];
    };
    const ids = (...of: { id: string }[]) =>
      of.map(({ id }) => ({ id: globalId('DocumentaryFollowUp', id) }));
    expect(await list(one.audit.managerId)).toEqual({ totalCount: 1, nodes: ids(one) });
    expect(await list(one.audit.managerId, { states: ['SCHEDULED'] })).toEqual({ totalCount: 0, nodes: [] });
    expect((await list(coordinator)).nodes).toEqual(expect.arrayContaining(ids(one, other)));
    const observer = await makeAccount(api, { roles: ['OBSERVER'] });
    expect(await list(observer.accountId)).toEqual({ totalCount: 0, nodes: [] });
  });
});

describe('a follow-up that concerns', () => {
  it.each<[string, (one: { audit: AuditInState }) => Promise<string>]>([
    ['another audit', async () => makeAction(api, await makeAuditIn(api, 'FOLLOW_UP'), { state: 'AGREED' })],
    ['the plan only', ({ audit }) => makeAction(api, audit, { state: 'PROPOSED' })],
  ])('actions of %s takes no statement on them', async (_what, foreign) => {
    const { audit, id } = await makeFollowUp('OPEN');
    const refused = await act(audit.managerId, 'followUpItemState', id, 1, {
      correctiveActionId: await foreign({ audit }),
      outcome: 'CHANGED',
      statement: 'A statement.',
    });
    expect(refused.userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'correctiveActionId'] }]);
  });
});
