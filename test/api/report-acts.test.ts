import { globalId } from '../../server/kernel/ids';
import { openApi, type TestApi } from '../support/api';
import { insertRow, makeCoordinator, makeService } from '../support/factories';
import {
  codesOf,
  makeAuditIn,
  makeFinding,
  makeReply,
  makeReport,
  rowOf,
  type AuditInState,
} from '../support/findings-factories';
import { PASSWORD } from '../support/sign-in';
import { signAll, signAs } from '../support/signing';

let api: TestApi;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const STATES_AND_ACTS: [string, string, string][] = [
  // act, state in which it is legal, a state in which it is not
  ['draftReportSign', 'DRAFT_REPORT', 'ON_SITE'],
  ['draftReportSubmit', 'DRAFT_REPORT', 'CONTRADICTORY'],
  ['contradictoryAnswer', 'CONTRADICTORY', 'FINALISATION'],
  ['contradictoryClose', 'CONTRADICTORY', 'FINALISATION'],
  ['reportSign', 'FINALISATION', 'CONTRADICTORY'],
  ['reportIssue', 'FINALISATION', 'REPORT_ISSUED'],
  ['reportAmendmentPropose', 'REPORT_ISSUED', 'FINALISATION'],
  ['reportAmendmentSign', 'REPORT_ISSUED', 'FINALISATION'],
  ['reportAmendmentWithdraw', 'REPORT_ISSUED', 'FINALISATION'],
];

const inputOf = (act: string, audit: AuditInState, expectedVersion = 1) => ({
  auditId: audit.auditId,
  expectedVersion,
  ...(act === 'reportAmendmentPropose'
    ? { reason: 'Wrong room named.', findings: [{ findingId: audit.auditId, statement: 'Changed.' }] }
    : {}),
  ...(act.endsWith('Sign')
    ? { contentSha256: '0'.repeat(64), confirmation: 'Je signe', password: PASSWORD }
    : {}),
});

/** Who may do an act, and who of those who see the audit may not. */
function whoOf(act: string, audit: AuditInState): { may: string; mayNot: string } {
  const { lead, mate, managerId } = audit;
  if (act === 'contradictoryAnswer') return { may: managerId, mayNot: lead.accountId };
  if (act.endsWith('Sign')) return { may: mate.accountId, mayNot: managerId };
  return { may: lead.accountId, mayNot: mate.accountId };
}

describe.each(STATES_AND_ACTS)('%s', (act, legal, illegal) => {
  it('is refused to others who see the audit, and hidden from strangers', async () => {
    const audit = await makeAuditIn(api, legal);
    const stranger = await makeService(api);
    const { mayNot } = whoOf(act, audit);
    const refused = await api.as(mayNot).act(act, inputOf(act, audit));
    const hidden = await api.as(stranger.managerId).act(act, inputOf(act, audit));
    expect([codesOf(refused), codesOf(hidden)]).toEqual([['FORBIDDEN'], ['NOT_FOUND']]);
    expect(await rowOf(api, 'audit', audit.auditId, 'state, version')).toEqual({ state: legal, version: 1 });
  });

  it('refuses another version of the audit, or of the proposal where that is what it changes', async () => {
    const audit = await makeAuditIn(api, legal);
    if (act === 'reportAmendmentWithdraw') {
      await makeReport(api, audit);
      await insertRow(api, 'report_amendment', {
        audit_id: audit.auditId,
        number: 2,
        reason: 'Wrong room named.',
        changes: '[]',
      });
    }
    const answer = await api.as(whoOf(act, audit).may).act(act, inputOf(act, audit, 2));
    expect(answer.userErrors).toMatchObject([
      { code: 'STALE_VERSION', current: { id: globalId('Audit', audit.auditId) } },
    ]);
  });

  it(`is refused in ${illegal}`, async () => {
    const audit = await makeAuditIn(api, illegal);
    const answer = await api.as(whoOf(act, audit).may).act(act, inputOf(act, audit));
    expect(answer.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION', from: illegal }]);
    expect(await rowOf(api, 'audit', audit.auditId, 'state, version')).toEqual({
      state: illegal,
      version: 1,
    });
  });
});

describe('draftReportSubmit', () => {
  it('shares the findings, keeps what was drafted and starts the delay', async () => {
    const audit = await makeAuditIn(api, 'DRAFT_REPORT');
    const findingId = await makeFinding(api, audit);
    const discarded = await makeFinding(api, audit, {
      state: 'WITHDRAWN',
      drafted_statement: null,
      drafted_severity: null,
    });
    await signAll(api, audit, 'DRAFT');
    const answer = await api
      .as(audit.lead.accountId)
      .act(
        'draftReportSubmit',
        inputOf('draftReportSubmit', audit),
        'audit { state version contradictoryUntil draftSharedAt }',
      );
    expect(answer.audit).toEqual({
      state: 'CONTRADICTORY',
      version: 2,
      contradictoryUntil: '2027-02-10',
      draftSharedAt: '2027-01-11T08:00:00.000Z',
    });
    const columns = 'state, drafted_statement, drafted_severity, version';
    expect(await rowOf(api, 'finding', findingId, columns)).toEqual({
      state: 'SHARED',
      drafted_statement: 'Doses are not reviewed.',
      drafted_severity: 'MAJOR',
      version: 2,
    });
    expect(await rowOf(api, 'finding', discarded, columns)).toEqual({
      state: 'WITHDRAWN',
      drafted_statement: null,
      drafted_severity: null,
      version: 1,
    });
  });

  it('needs a finding, and the signature of both professions', async () => {
    const bare = await makeAuditIn(api, 'DRAFT_REPORT');
    await signAll(api, bare, 'DRAFT');
    const unsigned = await makeAuditIn(api, 'DRAFT_REPORT');
    await makeFinding(api, unsigned);
    await signAs(api, unsigned.lead.accountId, unsigned.auditId, 'DRAFT');
    const submit = (audit: AuditInState) =>
      api.as(audit.lead.accountId).act('draftReportSubmit', inputOf('draftReportSubmit', audit));
    expect(codesOf(await submit(bare))).toEqual(['FINDINGS_MISSING']);
    expect(codesOf(await submit(unsigned))).toEqual(['SIGNATURES_MISSING']);
  });

  it('needs signatures of the very words that are shared', async () => {
    const audit = await makeAuditIn(api, 'DRAFT_REPORT');
    const findingId = await makeFinding(api, audit);
    await signAll(api, audit, 'DRAFT');
    await api.sql(`update finding set statement = statement || ' ' where id = $1`, [findingId]);
    const answer = await api
      .as(audit.lead.accountId)
      .act('draftReportSubmit', inputOf('draftReportSubmit', audit));
    expect(codesOf(answer)).toEqual(['SIGNATURES_MISSING']);
    expect(await rowOf(api, 'finding', findingId, 'state')).toEqual({ state: 'DRAFT' });
  });
});

describe('the contradictory phase', () => {
  it('is closed by lead or coordinator once every finding has its reply', async () => {
    const audit = await makeAuditIn(api, 'CONTRADICTORY');
    const findingId = await makeFinding(api, audit, { state: 'SHARED' });
    const coordinator = api.as(await makeCoordinator(api));
    const close = () =>
      coordinator.act(
        'contradictoryClose',
        inputOf('contradictoryClose', audit),
        'audit { state reportDueOn }',
      );
    const early = await close();
    await makeReply(api, audit, findingId, { kind: 'ACCEPTED' });
    const closed = await close();
    expect(codesOf(early)).toEqual(['REPLIES_PENDING']);
    expect(closed.audit).toEqual({ state: 'FINALISATION', reportDueOn: '2027-01-26' });
  });

  it('need not wait for replies once the service has nothing to add', async () => {
    const audit = await makeAuditIn(api, 'CONTRADICTORY');
    await makeFinding(api, audit, { state: 'SHARED' });
    const answered = await api
      .as(audit.managerId)
      .act(
        'contradictoryAnswer',
        inputOf('contradictoryAnswer', audit),
        'audit { state version isContradictoryAnswered }',
      );
    expect(answered.audit).toEqual({ state: 'CONTRADICTORY', version: 2, isContradictoryAnswered: true });
    const closed = await api
      .as(audit.lead.accountId)
      .act('contradictoryClose', inputOf('contradictoryClose', audit, 2), 'audit { state }');
    expect(closed.audit).toEqual({ state: 'FINALISATION' });
  });

  it('need not wait for replies once the delay has elapsed', async () => {
    const audit = await makeAuditIn(api, 'CONTRADICTORY', { contradictory_until: '2027-01-11' });
    await makeFinding(api, audit, { state: 'SHARED' });
    const close = () =>
      api.as(audit.lead.accountId).act('contradictoryClose', inputOf('contradictoryClose', audit));
    const onTheLastDay = await close();
    api.clock.set('2027-01-12T08:00:00Z');
    const after = await close();
    api.clock.set('2027-01-11T08:00:00Z');
    expect([codesOf(onTheLastDay), codesOf(after)]).toEqual([['REPLIES_PENDING'], []]);
  });
});
