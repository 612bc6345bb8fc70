import { globalId } from '../../server/kernel/ids';
import { openApi, type TestApi } from '../support/api';
import { insertRow, makeAccount, makeCoordinator } from '../support/factories';
import { codesOf, makeAction, makeAuditIn, rowOf, type AuditInState } from '../support/findings-factories';

let api: TestApi;
beforeAll(async () => {
  api = await openApi();
});
afterEach(() => api.clock.set('2027-01-11T08:00:00Z'));
afterAll(() => api.close());

const FIELDS = `correctiveAction { state version dueOn effectivenessDueOn reopenReason
  effectivenessChecks { round dueOn judgedOn verdict reason } }`;
const judge = (account: string, id: string, input: object = {}) =>
  api
    .as(account)
    .act(
      'correctiveActionJudgeEffect',
      { correctiveActionId: id, expectedVersion: 1, verdict: 'EFFECTIVE', ...input },
      FIELDS,
    );
/** A verified action whose effect is due on 11 May 2027. */
const verified = (audit: AuditInState, columns: object = {}) =>
  makeAction(api, audit, { state: 'VERIFIED', verified_at: '2027-01-11T08:00:00Z', ...columns });

describe('judging the effect of an action', () => {
  it('waits for its day, in Paris', async () => {
    const audit = await makeAuditIn(api, 'FOLLOW_UP');
    const id = await verified(audit);
    api.clock.set('2027-05-10T21:59:59Z');
    const early = await judge(audit.lead.accountId, id);
    expect(early.userErrors).toMatchObject([{ code: 'EFFECTIVENESS_TOO_EARLY' }]);
    expect(early.userErrors[0].message).toContain('2027-05-11');
    const transitions = await api
      .as(audit.lead.accountId)
      .run(
        'query ($id: ID!) { correctiveAction(id: $id) { availableTransitions { act to isAvailable reason } } }',
        {
          id: globalId('CorrectiveAction', id),
        },
      );
    expect(transitions.data['correctiveAction'].availableTransitions).toContainEqual({
      act: 'correctiveActionJudgeEffect',
      to: 'VERIFIED',
      isAvailable: false,
      reason: 'EFFECTIVENESS_TOO_EARLY',
    });
    api.clock.set('2027-05-10T22:00:00Z');
    const judged = await judge(audit.lead.accountId, id, { reason: 'Twenty requests read.' });
    expect(judged.correctiveAction).toMatchObject({
      state: 'VERIFIED',
      version: 2,
      effectivenessChecks: [
        {
          round: 1,
          dueOn: '2027-05-11',
          judgedOn: '2027-05-11',
          verdict: 'EFFECTIVE',
          reason: 'Twenty requests read.',
        },
      ],
    });
    expect(codesOf(await judge(audit.lead.accountId, id, { expectedVersion: 2 }))).toEqual([
      'EFFECT_ALREADY_JUDGED',
    ]);
  });

  it('gives what had none back with a reason, due within the delay for its severity, for a new round', async () => {
    const audit = await makeAuditIn(api, 'FOLLOW_UP');
    const id = await verified(audit);
    api.clock.set('2027-05-12T08:00:00Z');
    const coordinator = await makeCoordinator(api);
    const silent = await judge(coordinator, id, { verdict: 'NOT_EFFECTIVE' });
    expect(silent.userErrors).toMatchObject([{ code: 'REASON_MISSING', path: ['input', 'reason'] }]);
    const reason = 'Six of twenty requests have no indication.';
    const judged = await judge(coordinator, id, { verdict: 'NOT_EFFECTIVE', reason });
    // A major one: 90 days from 12 May, 10 August; 90 days after that, 8 November.
    expect(judged.correctiveAction).toEqual({
      state: 'REOPENED',
      version: 2,
      dueOn: '2027-08-10',
      effectivenessDueOn: '2027-05-11',
      reopenReason: reason,
      effectivenessChecks: [
        { round: 1, dueOn: '2027-05-11', judgedOn: '2027-05-12', verdict: 'NOT_EFFECTIVE', reason },
        { round: 2, dueOn: '2027-11-08', judgedOn: null, verdict: null, reason: null },
      ],
    });
    const service = api.as(audit.managerId);
    const step = (act: string, expectedVersion: number, more: object = {}) =>
      service.act(act, { correctiveActionId: id, expectedVersion, ...more });
    await step('correctiveActionStart', 2);
    expect(codesOf(await step('correctiveActionDeclareDone', 3))).toEqual(['PROOF_MISSING']);
    await step('correctiveActionNote', 3, { kind: 'PROOF', text: 'New form.' });
    await step('correctiveActionDeclareDone', 4);
    await api.as(coordinator).act('correctiveActionVerify', { correctiveActionId: id, expectedVersion: 5 });
    expect(codesOf(await judge(coordinator, id, { expectedVersion: 6 }))).toEqual([
      'EFFECTIVENESS_TOO_EARLY',
    ]);
    api.clock.set('2027-11-08T09:00:00Z');
    const again = await judge(coordinator, id, { expectedVersion: 6 });
    expect(again.correctiveAction.effectivenessChecks[1]).toMatchObject({
      round: 2,
      judgedOn: '2027-11-08',
      verdict: 'EFFECTIVE',
    });
  });

  it('may come after the audit was closed, and what is given back then is done there', async () => {
    const audit = await makeAuditIn(api, 'CLOSED', { report_issued_at: '2027-01-11T08:00:00Z' });
    const id = await verified(audit);
    const untouched = await makeAction(api, audit, { state: 'AGREED' });
    api.clock.set('2027-06-01T08:00:00Z');
    const judged = await judge(audit.mate.accountId, id, { verdict: 'NOT_EFFECTIVE', reason: 'No change.' });
    expect(judged.correctiveAction.state).toBe('REOPENED');
    const start = (correctiveActionId: string, expectedVersion: number) =>
      api.as(audit.managerId).act('correctiveActionStart', { correctiveActionId, expectedVersion });
    expect(codesOf(await start(id, 2))).toEqual([]);
    expect(codesOf(await start(untouched, 1))).toEqual(['AUDIT_STATE_FORBIDS']);
    const proof = { kind: 'PROOF', text: 'New form.', correctiveActionId: id, expectedVersion: 3 };
    expect(codesOf(await api.as(audit.managerId).act('correctiveActionNote', proof))).toEqual([]);
    const done = { correctiveActionId: id, expectedVersion: 4 };
    expect(codesOf(await api.as(audit.managerId).act('correctiveActionDeclareDone', done))).toEqual([]);
    const verify = { correctiveActionId: id, expectedVersion: 5 };
    const seen = await api.as(audit.lead.accountId).act('correctiveActionVerify', verify, FIELDS);
    expect(seen.correctiveAction).toMatchObject({ state: 'VERIFIED', version: 6 });
  });

  it('is not for the service, for what is not verified, nor before the follow-up', async () => {
    const audit = await makeAuditIn(api, 'FOLLOW_UP');
    api.clock.set('2027-06-01T08:00:00Z');
    expect(codesOf(await judge(audit.managerId, await verified(audit)))).toEqual(['FORBIDDEN']);
    const done = await makeAction(api, audit, { state: 'DONE' });
    expect(codesOf(await judge(audit.lead.accountId, done))).toEqual(['ILLEGAL_TRANSITION']);
    const early = await makeAuditIn(api, 'PLAN_DUE');
    expect(codesOf(await judge(early.lead.accountId, await verified(early)))).toEqual([
      'AUDIT_STATE_FORBIDS',
    ]);
    expect(
      await api.sql('select 1 from effectiveness_check where corrective_action_id = any($1)', [[done]]),
    ).toEqual([]);
  });
});

describe('whoever verifies', () => {
  const ACTS: [string, object, string][] = [
    ['correctiveActionVerify', {}, 'DONE'],
    ['correctiveActionReopen', { reason: 'Not done.' }, 'DONE'],
    ['correctiveActionJudgeEffect', { verdict: 'EFFECTIVE' }, 'VERIFIED'],
  ];

  it.each(ACTS)('of %s has no blocking tie to the service that day', async (act, more, state) => {
    const audit = await makeAuditIn(api, 'CLOSED', { report_issued_at: '2027-01-11T08:00:00Z' });
    const id = await makeAction(api, audit, { state, reopen_reason: state === 'DONE' ? 'No effect.' : null });
    api.clock.set('2027-06-01T08:00:00Z');
    await insertRow(api, 'affiliation', {
      person_id: audit.mate.personId,
      organisation_id: audit.organisationId,
      kind: 'EMPLOYMENT',
      from_date: '2027-05-01',
      source: 'DECLARED',
    });
    const attempt = (account: string) =>
      api.as(account).act(act, { correctiveActionId: id, expectedVersion: 1, ...more });
    const refused = await attempt(audit.mate.accountId);
    expect(refused.userErrors).toMatchObject([
      { code: 'VERIFIER_IN_CONFLICT', path: ['input', 'correctiveActionId'] },
    ]);
    expect(refused.userErrors[0].message).toContain('C01');
    expect(await rowOf(api, 'corrective_action', id, 'version')).toEqual({ version: 1 });
    expect(codesOf(await attempt(audit.lead.accountId))).toEqual([]);
  });

  it('is not frozen', async () => {
    const audit = await makeAuditIn(api, 'FOLLOW_UP');
    const id = await makeAction(api, audit, { state: 'DONE' });
    await api.as(audit.mate.accountId).act('affiliationDeclare', {
      personId: globalId('Person', audit.mate.personId),
      organisationId: globalId('Organisation', audit.organisationId),
      kind: 'EMPLOYMENT',
      fromDate: '2027-01-04',
    });
    const verify = { correctiveActionId: id, expectedVersion: 1 };
    const refused = await api.as(audit.mate.accountId).act('correctiveActionVerify', verify);
    expect(codesOf(refused)).toEqual(['NOT_FOUND']);
  });

  it('does not own it, even as an auditor without any tie later', async () => {
    const audit = await makeAuditIn(api, 'FOLLOW_UP');
    const owner = await makeAccount(api, { roles: ['COORDINATOR'] });
    const id = await makeAction(api, audit, { state: 'DONE' });
    await insertRow(api, 'corrective_action_owner', { id, account_id: owner.accountId });
    const verify = { correctiveActionId: id, expectedVersion: 1 };
    const refused = await api.as(owner.accountId).act('correctiveActionVerify', verify);
    expect(codesOf(refused)).toEqual(['VERIFIER_IS_OWNER']);
  });

  it('has no part in an action whose owner the service chose among its own accounts', async () => {
    const audit = await makeAuditIn(api, 'PLAN_DUE');
    const contributor = await makeAccount(api, { services: { [audit.serviceId]: 'SERVICE_CONTRIBUTOR' } });
    const stranger = await makeAccount(api, {});
    const action = await makeAction(api, audit, {});
    const update = (ownerAccountId: string | null, expectedVersion = 1) =>
      api.as(audit.managerId).act(
        'correctiveActionUpdate',
        {
          correctiveActionId: action,
          expectedVersion,
          title: 'Review doses monthly',
          ownerName: 'Dr Martin',
          dueOn: '2027-02-10',
          ownerAccountId: ownerAccountId && globalId('Account', ownerAccountId),
        },
        'correctiveAction { version ownerAccount { id } }',
      );
    expect((await update(stranger.accountId)).userErrors).toMatchObject([
      { code: 'OWNER_NOT_OF_SERVICE', path: ['input', 'ownerAccountId'] },
    ]);
    expect((await update(contributor.accountId)).userErrors).toEqual([]);
    const read = (account: string) =>
      api.as(account).run('query ($id: ID!) { correctiveAction(id: $id) { ownerAccount { id } } }', {
        id: globalId('CorrectiveAction', action),
      });
    const own = { ownerAccount: { id: globalId('Account', contributor.accountId) } };
    expect((await read(contributor.accountId)).data['correctiveAction']).toEqual(own);
    // Accounts are shown to staff and to their owner, as everywhere.
    expect((await read(audit.lead.accountId)).data['correctiveAction']).toEqual({ ownerAccount: null });
    expect((await update(null, 2)).correctiveAction.ownerAccount).toBeNull();
  });
});
