import { globalId } from '../../server/kernel/ids';
import { openApi, type TestApi } from '../support/api';
import { insertRow, makeAccount, makeAudit, makeCoordinator, makeService } from '../support/factories';
import {
  codesOf,
  makeAction,
  makeAuditIn,
  makeNote,
  rowOf,
  type AuditInState,
} from '../support/findings-factories';

let api: TestApi;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const EXTRA: Record<string, Record<string, unknown>> = {
  correctiveActionNote: { kind: 'PROGRESS', text: 'Half done.' },
  correctiveActionReopen: { reason: 'No review in March.' },
  correctiveActionRequestWaiver: { reason: 'Scanner replaced.', expiresOn: '2027-06-30' },
  correctiveActionWaive: { reason: 'Agreed.' },
};
const inputOf = (act: string, correctiveActionId: string, expectedVersion = 1) => ({
  correctiveActionId,
  expectedVersion,
  ...EXTRA[act],
});
const WAIVER = { waiver_reason: 'Scanner replaced.', waiver_expires_on: '2027-06-30' };
const requested = (audit: AuditInState) => ({ ...WAIVER, waiver_requested_by_id: audit.managerId });

describe.each([
  // act, who may, a state in which it is legal, one in which it is not
  ['correctiveActionStart', 'service', 'AGREED', 'PROPOSED'],
  ['correctiveActionNote', 'service', 'IN_PROGRESS', 'VERIFIED'],
  ['correctiveActionDeclareDone', 'service', 'IN_PROGRESS', 'AGREED'],
  ['correctiveActionRequestWaiver', 'service', 'AGREED', 'DONE'],
  ['correctiveActionVerify', 'team', 'DONE', 'IN_PROGRESS'],
  ['correctiveActionReopen', 'team', 'VERIFIED', 'WAIVED'],
  ['correctiveActionWaive', 'team', 'REOPENED', 'PROPOSED'],
])('%s', (act, side, legal, illegal) => {
  const accounts = (audit: AuditInState) =>
    side === 'service'
      ? { may: audit.managerId, mayNot: audit.lead.accountId }
      : { may: audit.lead.accountId, mayNot: audit.managerId };

  it('is refused to the other side, and hidden from strangers', async () => {
    const audit = await makeAuditIn(api, 'FOLLOW_UP');
    const id = await makeAction(api, audit, { state: legal });
    const stranger = await makeService(api);
    const refused = await api.as(accounts(audit).mayNot).act(act, inputOf(act, id));
    const hidden = await api.as(stranger.managerId).act(act, inputOf(act, id));
    expect([codesOf(refused), codesOf(hidden)]).toEqual([['FORBIDDEN'], ['NOT_FOUND']]);
    expect(await rowOf(api, 'corrective_action', id, 'state, version')).toEqual({ state: legal, version: 1 });
  });

  it('refuses another version', async () => {
    const audit = await makeAuditIn(api, 'FOLLOW_UP');
    const id = await makeAction(api, audit, { state: legal });
    const answer = await api.as(accounts(audit).may).act(act, inputOf(act, id, 5));
    expect(answer.userErrors).toMatchObject([
      { code: 'STALE_VERSION', current: { id: globalId('CorrectiveAction', id) } },
    ]);
  });

  it(`is refused in ${illegal}`, async () => {
    const audit = await makeAuditIn(api, 'FOLLOW_UP');
    const id = await makeAction(api, audit, { state: illegal });
    const answer = await api.as(accounts(audit).may).act(act, inputOf(act, id));
    expect(answer.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION', from: illegal }]);
    expect(await rowOf(api, 'corrective_action', id, 'state, version')).toEqual({
      state: illegal,
      version: 1,
    });
  });

  it('is refused once the audit is closed', async () => {
    const audit = await makeAuditIn(api, 'CLOSED');
    const id = await makeAction(api, audit, { state: legal, ...requested(audit) });
    await makeNote(api, audit, id);
    const answer = await api.as(accounts(audit).may).act(act, inputOf(act, id));
    const code = /Note|RequestWaiver/.test(act) ? 'ILLEGAL_TRANSITION' : 'AUDIT_STATE_FORBIDS';
    expect(codesOf(answer)).toEqual([code]);
  });
});

describe('an action from start to end', () => {
  it('is started, proved, declared done, verified, reopened and proved anew', async () => {
    const audit = await makeAuditIn(api, 'FOLLOW_UP');
    const id = await makeAction(api, audit, { state: 'AGREED' });
    const contributor = await makeAccount(api, { services: { [audit.serviceId]: 'SERVICE_CONTRIBUTOR' } });
    const service = api.as(contributor.accountId);
    const coordinator = api.as(await makeCoordinator(api));
    const fields = 'correctiveAction { state version doneAt verifiedAt reopenReason }';
    const step = (client: typeof service, act: string, version: number, more = {}) =>
      client.act(act, { ...inputOf(act, id, version), ...more }, fields);

    expect((await step(service, 'correctiveActionStart', 1)).correctiveAction.state).toBe('IN_PROGRESS');
    const unproved = await step(service, 'correctiveActionDeclareDone', 2);
    expect(codesOf(unproved)).toEqual(['PROOF_MISSING']);
    await step(service, 'correctiveActionNote', 2);
    expect(codesOf(await step(service, 'correctiveActionDeclareDone', 3))).toEqual(['PROOF_MISSING']);
    await step(service, 'correctiveActionNote', 3, { kind: 'PROOF', text: 'Minutes.' });
    const done = await step(service, 'correctiveActionDeclareDone', 4);
    expect(done.correctiveAction).toMatchObject({ state: 'DONE', doneAt: '2027-01-11T08:00:00.000Z' });
    const verified = await step(coordinator, 'correctiveActionVerify', 5, { comment: 'Minutes read.' });
    expect(verified.correctiveAction).toMatchObject({
      state: 'VERIFIED',
      version: 6,
      verifiedAt: '2027-01-11T08:00:00.000Z',
    });
    const reopened = await step(api.as(audit.mate.accountId), 'correctiveActionReopen', 6);
    expect(reopened.correctiveAction).toEqual({
      state: 'REOPENED',
      version: 7,
      doneAt: null,
      verifiedAt: null,
      reopenReason: 'No review in March.',
    });
    await step(service, 'correctiveActionStart', 7);
    const stale = await step(service, 'correctiveActionDeclareDone', 8);
    expect(codesOf(stale)).toEqual(['PROOF_MISSING']);
    await step(service, 'correctiveActionNote', 8, { kind: 'PROOF', text: 'Minutes of March.' });
    expect((await step(service, 'correctiveActionDeclareDone', 9)).correctiveAction.state).toBe('DONE');

    const kinds = await api.sql<{ kind: string }>(
      'select kind from corrective_action_note where corrective_action_id = $1 order by created_at, id',
      [id],
    );
    expect(kinds.map(({ kind }) => kind)).toEqual([
      'PROGRESS',
      'PROOF',
      'VERIFICATION',
      'REOPENING',
      'PROOF',
    ]);
  });

  it('takes evidence of the same audit as proof, and of no other', async () => {
    const audit = await makeAuditIn(api, 'FOLLOW_UP');
    const earlier = await makeAudit(api, { serviceId: audit.serviceId });
    const id = await makeAction(api, audit, { state: 'IN_PROGRESS' });
    const evidence = (auditId: string) =>
      insertRow(api, 'evidence', {
        audit_id: auditId,
        audited_service_id: audit.serviceId,
        kind: 'NOTE',
        state: 'CLEAN',
        title: 'Minutes',
        note: 'Minutes of the review.',
      });
    const own = await evidence(audit.auditId);
    const note = async (evidenceId: string) =>
      api
        .as(audit.managerId)
        .act(
          'correctiveActionNote',
          { ...inputOf('correctiveActionNote', id), kind: 'PROOF', text: 'Minutes.', evidenceId },
          'correctiveAction { version notes { kind evidence { id } } }',
        );
    const foreign = await note(await evidence(earlier.auditId));
    expect(foreign.userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'evidenceId'] }]);
    expect((await note(own)).correctiveAction).toEqual({
      version: 2,
      notes: [{ kind: 'PROOF', evidence: { id: globalId('Evidence', own) } }],
    });
  });

  it.each([
    ['is still being checked', { state: 'QUARANTINED' }],
    ['was refused', { state: 'REJECTED' }],
  ])('is not done by a file that %s', async (_how, columns) => {
    const audit = await makeAuditIn(api, 'FOLLOW_UP');
    const id = await makeAction(api, audit, { state: 'IN_PROGRESS' });
    const evidenceId = await insertRow(api, 'evidence', {
      audit_id: audit.auditId,
      audited_service_id: audit.serviceId,
      kind: 'FILE',
      title: 'Minutes',
      ...columns,
    });
    const manager = api.as(audit.managerId);
    const proof = { kind: 'PROOF', text: 'Minutes.', evidenceId };
    await manager.act('correctiveActionNote', { ...inputOf('correctiveActionNote', id), ...proof });
    const declare = () =>
      manager.act('correctiveActionDeclareDone', inputOf('correctiveActionDeclareDone', id, 2));
    expect(codesOf(await declare())).toEqual(['PROOF_MISSING']);
    await api.sql(`update evidence set state = 'CLEAN' where id = $1`, [evidenceId]);
    expect(codesOf(await declare())).toEqual([]);
  });
});

describe('the second pair of eyes', () => {
  it('does not let whoever proposed or carried out the action verify or reopen it', async () => {
    const audit = await makeAuditIn(api, 'FOLLOW_UP');
    const proposer = await makeAccount(api, { roles: ['COORDINATOR'] });
    const worker = await makeAccount(api, { roles: ['COORDINATOR'] });
    const ofService = audit.mate;
    await insertRow(api, 'role_grant', {
      account_id: ofService.accountId,
      role: 'SERVICE_READER',
      audited_service_id: audit.serviceId,
      from_date: '2026-01-01',
    });
    const id = await makeAction(api, audit, { state: 'DONE', proposed_by_id: proposer.accountId });
    await makeNote(api, audit, id, { created_by_id: worker.accountId });
    const sameProposer = await makeAccount(api, { roles: ['COORDINATOR'], personId: proposer.personId });
    const codes = [];
    for (const { accountId } of [proposer, worker, ofService, sameProposer]) {
      for (const act of ['correctiveActionVerify', 'correctiveActionReopen'])
        codes.push(...codesOf(await api.as(accountId).act(act, inputOf(act, id))));
    }
    expect(codes).toEqual(Array<string>(8).fill('VERIFIER_IS_OWNER'));
    expect(await rowOf(api, 'corrective_action', id, 'state, version')).toEqual({
      state: 'DONE',
      version: 1,
    });
  });

  it('shows the lead what can be done now, and why verification cannot for an owner', async () => {
    const audit = await makeAuditIn(api, 'FOLLOW_UP');
    const owner = await makeAccount(api, { roles: ['COORDINATOR'] });
    const id = await makeAction(api, audit, { state: 'DONE', proposed_by_id: owner.accountId });
    const transitions = async (account: string) => {
      const answer = await api
        .as(account)
        .run(
          `query ($id: ID!) { correctiveAction(id: $id) { availableTransitions { act isAvailable reason } } }`,
          { id: globalId('CorrectiveAction', id) },
        );
      return answer.data['correctiveAction']?.availableTransitions;
    };
    expect(await transitions(audit.lead.accountId)).toEqual([
      { act: 'correctiveActionVerify', isAvailable: true, reason: null },
      { act: 'correctiveActionReopen', isAvailable: true, reason: null },
    ]);
    expect(await transitions(owner.accountId)).toEqual([
      { act: 'correctiveActionVerify', isAvailable: false, reason: 'VERIFIER_IS_OWNER' },
      { act: 'correctiveActionReopen', isAvailable: false, reason: 'VERIFIER_IS_OWNER' },
    ]);
    expect(await transitions(audit.managerId)).toEqual([]);
  });
});

describe('waivers', () => {
  it('are asked for by the manager and granted by lead or coordinator', async () => {
    const audit = await makeAuditIn(api, 'FOLLOW_UP');
    const id = await makeAction(api, audit, { state: 'IN_PROGRESS' });
    const asked = await api
      .as(audit.managerId)
      .act(
        'correctiveActionRequestWaiver',
        inputOf('correctiveActionRequestWaiver', id),
        'correctiveAction { state version waiverReason waiverExpiresOn }',
      );
    const granted = await api
      .as(await makeCoordinator(api))
      .act(
        'correctiveActionWaive',
        inputOf('correctiveActionWaive', id, 2),
        'correctiveAction { state version }',
      );
    expect(asked.correctiveAction).toEqual({
      state: 'IN_PROGRESS',
      version: 2,
      waiverReason: 'Scanner replaced.',
      waiverExpiresOn: '2027-06-30',
    });
    expect(granted.correctiveAction).toEqual({ state: 'WAIVED', version: 3 });
  });

  it('cannot end in the past', async () => {
    const audit = await makeAuditIn(api, 'FOLLOW_UP');
    const id = await makeAction(api, audit, { state: 'AGREED' });
    const input = { ...inputOf('correctiveActionRequestWaiver', id), expiresOn: '2027-01-10' };
    const answer = await api.as(audit.managerId).act('correctiveActionRequestWaiver', input);
    expect(answer.userErrors).toMatchObject([{ code: 'WAIVER_EXPIRED', path: ['input', 'expiresOn'] }]);
  });

  it('need a request that still runs, and a second person', async () => {
    const audit = await makeAuditIn(api, 'FOLLOW_UP');
    const both = await makeAccount(api, { roles: ['COORDINATOR'] });
    const unasked = await makeAction(api, audit, { state: 'AGREED' });
    const over = await makeAction(api, audit, {
      state: 'AGREED',
      ...requested(audit),
      waiver_expires_on: '2027-01-10',
    });
    const own = await makeAction(api, audit, {
      state: 'AGREED',
      ...WAIVER,
      waiver_requested_by_id: both.accountId,
    });
    const waive = async (account: string, id: string) =>
      codesOf(await api.as(account).act('correctiveActionWaive', inputOf('correctiveActionWaive', id)));
    expect(await waive(audit.lead.accountId, unasked)).toEqual(['WAIVER_NOT_REQUESTED']);
    expect(await waive(audit.lead.accountId, over)).toEqual(['WAIVER_EXPIRED']);
    expect(await waive(both.accountId, own)).toEqual(['WAIVER_NEEDS_SECOND_PERSON']);
    const again = await makeAccount(api, { roles: ['COORDINATOR'], personId: both.personId });
    expect(await waive(again.accountId, own)).toEqual(['WAIVER_NEEDS_SECOND_PERSON']);
    expect(await waive(audit.mate.accountId, own)).toEqual(['FORBIDDEN']);
  });
});
