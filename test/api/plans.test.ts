import { globalId } from '../../server/kernel/ids';
import { openApi, type TestApi } from '../support/api';
import { makeCoordinator, makeService } from '../support/factories';
import {
  codesOf,
  makeAction,
  makeAuditIn,
  makeFinalFinding,
  makeReport,
  rowOf,
  type AuditInState,
} from '../support/findings-factories';

let api: TestApi;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const inputOf = (act: string, audit: AuditInState, expectedVersion = 1) => ({
  auditId: audit.auditId,
  expectedVersion,
  ...(act === 'planReturn' ? { reason: 'No action on finding 2.' } : {}),
});

describe.each([
  ['planOpen', 'REPORT_ISSUED', 'FINALISATION'],
  ['planSubmit', 'PLAN_DUE', 'REPORT_ISSUED'],
  ['planReturn', 'PLAN_DUE', 'FOLLOW_UP'],
  ['planAccept', 'PLAN_DUE', 'FOLLOW_UP'],
])('%s', (act, legal, illegal) => {
  const accounts = (audit: AuditInState) =>
    act === 'planSubmit'
      ? { may: audit.managerId, mayNot: audit.lead.accountId }
      : { may: audit.lead.accountId, mayNot: audit.mate.accountId };

  it('is refused to others who see the audit, and hidden from strangers', async () => {
    const audit = await makeAuditIn(api, legal);
    const stranger = await makeService(api);
    const refused = await api.as(accounts(audit).mayNot).act(act, inputOf(act, audit));
    const hidden = await api.as(stranger.managerId).act(act, inputOf(act, audit));
    expect([codesOf(refused), codesOf(hidden)]).toEqual([['FORBIDDEN'], ['NOT_FOUND']]);
    expect(await rowOf(api, 'audit', audit.auditId, 'state, version')).toEqual({ state: legal, version: 1 });
  });

  it('refuses another version of the audit', async () => {
    const audit = await makeAuditIn(api, legal);
    const answer = await api.as(accounts(audit).may).act(act, inputOf(act, audit, 3));
    expect(answer.userErrors).toMatchObject([
      { code: 'STALE_VERSION', current: { id: globalId('Audit', audit.auditId) } },
    ]);
  });

  it(`is refused in ${illegal}`, async () => {
    const audit = await makeAuditIn(api, illegal);
    const answer = await api.as(accounts(audit).may).act(act, inputOf(act, audit));
    expect(answer.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION', from: illegal }]);
  });
});

describe('a plan on its way', () => {
  it('is asked for by lead or coordinator; its delay runs from the day of the report', async () => {
    const audit = await makeAuditIn(api, 'REPORT_ISSUED');
    api.clock.set('2027-01-20T08:00:00Z');
    const answer = await api
      .as(await makeCoordinator(api))
      .act('planOpen', inputOf('planOpen', audit), 'audit { state version planDueOn }');
    api.clock.set('2027-01-11T08:00:00Z');
    expect(answer.audit).toEqual({ state: 'PLAN_DUE', version: 2, planDueOn: '2027-03-12' });
  });

  it('is handed in once every major and critical non-conformity has an action', async () => {
    const audit = await makeAuditIn(api, 'PLAN_DUE');
    await makeFinalFinding(api, audit, { severity: 'MINOR' });
    await makeFinalFinding(api, audit, { kind: 'RECOMMENDATION' });
    const major = await makeFinalFinding(api, audit, { severity: 'MAJOR' });
    const critical = await makeFinalFinding(api, audit, { severity: 'CRITICAL' });
    const manager = api.as(audit.managerId);
    const submit = () =>
      manager.act('planSubmit', inputOf('planSubmit', audit), 'audit { state version planSubmittedAt }');
    const none = await submit();
    await makeAction(api, audit, { finding_id: major });
    const half = await submit();
    await makeAction(api, audit, { finding_id: critical });
    const whole = await submit();
    expect(none.userErrors).toMatchObject([
      {
        code: 'PLAN_INCOMPLETE',
        message: 'Each major or critical non-conformity needs an action (2 without).',
      },
    ]);
    expect(codesOf(half)).toEqual(['PLAN_INCOMPLETE']);
    expect(whole.audit).toEqual({
      state: 'PLAN_DUE',
      version: 2,
      planSubmittedAt: '2027-01-11T08:00:00.000Z',
    });
    const again = await manager.act('planSubmit', inputOf('planSubmit', audit, 2));
    expect(codesOf(again)).toEqual(['PLAN_ALREADY_SUBMITTED']);
  });

  it('goes back to the service with a reason that it reads, and comes again', async () => {
    const audit = await makeAuditIn(api, 'PLAN_DUE', { plan_submitted_at: '2027-01-11T07:00:00Z' });
    const fields = 'audit { state stateReason planSubmittedAt version }';
    const back = await api.as(audit.lead.accountId).act('planReturn', inputOf('planReturn', audit), fields);
    const twice = await api.as(audit.lead.accountId).act('planReturn', inputOf('planReturn', audit, 2));
    const again = await api.as(audit.managerId).act('planSubmit', inputOf('planSubmit', audit, 2), fields);
    expect(back.audit).toEqual({
      state: 'PLAN_DUE',
      stateReason: 'No action on finding 2.',
      planSubmittedAt: null,
      version: 2,
    });
    expect(codesOf(twice)).toEqual(['PLAN_NOT_SUBMITTED']);
    expect(again.audit).toMatchObject({ stateReason: null, planSubmittedAt: '2027-01-11T08:00:00.000Z' });
  });

  it('is accepted by the lead: its actions are agreed', async () => {
    const audit = await makeAuditIn(api, 'PLAN_DUE');
    const actionId = await makeAction(api, audit);
    await makeReport(api, audit);
    const accept = () =>
      api.as(audit.lead.accountId).act('planAccept', inputOf('planAccept', audit), 'audit { state version }');
    const early = await accept();
    await api.sql('update audit set plan_submitted_at = now() where id = $1', [audit.auditId]);
    const accepted = await accept();
    expect(codesOf(early)).toEqual(['PLAN_NOT_SUBMITTED']);
    expect(accepted.audit).toEqual({ state: 'FOLLOW_UP', version: 2 });
    expect(await rowOf(api, 'corrective_action', actionId, 'state, version')).toEqual({
      state: 'AGREED',
      version: 2,
    });
  });
});
