import { globalId } from '../../server/kernel/ids';
import { openApi, type TestApi } from '../support/api';
import { makeAssignment, makeAuditor, makeCoordinator, makeService } from '../support/factories';
import { codesOf, makeAuditIn, makeFinding, makeReply, rowOf } from '../support/findings-factories';
import { signAll, standingSignatures } from '../support/signing';

let api: TestApi;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

describe('findingReply', () => {
  const contest = { kind: 'CONTESTED', argument: 'They are, every month.' };

  it.each([
    ['ACCEPTED', null, 'SHARED'],
    ['CONTESTED', 'They are, every month.', 'CONTESTED'],
    ['CORRECTION', 'The scanner is number 2.', 'CONTESTED'],
  ])('%s (%s) leaves the finding %s', async (kind, argument, state) => {
    const audit = await makeAuditIn(api, 'CONTRADICTORY');
    const findingId = await makeFinding(api, audit, { state: 'SHARED' });
    const answer = await api
      .as(audit.managerId)
      .act(
        'findingReply',
        { findingId, expectedVersion: 1, kind, argument },
        'finding { state version reply { kind argument disposition } }',
      );
    expect(answer.userErrors).toEqual([]);
    expect(answer.finding).toEqual({ state, version: 2, reply: { kind, argument, disposition: null } });
  });

  it('needs an argument unless it accepts', async () => {
    const audit = await makeAuditIn(api, 'CONTRADICTORY');
    const findingId = await makeFinding(api, audit, { state: 'SHARED' });
    const input = { findingId, expectedVersion: 1, kind: 'CORRECTION', argument: null };
    const answer = await api.as(audit.managerId).act('findingReply', input);
    expect(answer.userErrors).toMatchObject([{ code: 'REASON_MISSING', path: ['input', 'argument'] }]);
  });

  it('is possible on the last day of the delay and refused on the next', async () => {
    const audit = await makeAuditIn(api, 'CONTRADICTORY', { contradictory_until: '2027-01-11' });
    const onTime = await makeFinding(api, audit, { state: 'SHARED' });
    const late = await makeFinding(api, audit, { state: 'SHARED' });
    const client = api.as(audit.managerId);
    api.clock.set('2027-01-11T22:59:59Z');
    const last = await client.act(
      'findingReply',
      { findingId: onTime, expectedVersion: 1, ...contest },
      'finding { reply { repliedAt } }',
    );
    api.clock.set('2027-01-11T23:00:00Z');
    const after = await client.act('findingReply', { findingId: late, expectedVersion: 1, ...contest });
    api.clock.set('2027-01-11T08:00:00Z');
    expect(codesOf(last)).toEqual([]);
    // By the same clock.
    expect(last.finding.reply.repliedAt).toBe('2027-01-11T22:59:59.000Z');
    expect(after.userErrors).toMatchObject([
      { code: 'CONTRADICTORY_OVER', message: 'The delay for replies ended on 2027-01-11.' },
    ]);
  });

  it('is for the manager: team and coordinator are refused, a stranger finds nothing', async () => {
    const audit = await makeAuditIn(api, 'CONTRADICTORY');
    const findingId = await makeFinding(api, audit, { state: 'SHARED' });
    const input = { findingId, expectedVersion: 1, ...contest };
    const accounts = [audit.lead.accountId, await makeCoordinator(api), (await makeService(api)).managerId];
    const codes = [];
    for (const account of accounts) codes.push(codesOf(await api.as(account).act('findingReply', input)));
    expect(codes).toEqual([['FORBIDDEN'], ['FORBIDDEN'], ['NOT_FOUND']]);
    expect(await rowOf(api, 'finding', findingId, 'state')).toEqual({ state: 'SHARED' });
  });

  it('refuses another version, another state of the finding and another state of the audit', async () => {
    const audit = await makeAuditIn(api, 'CONTRADICTORY');
    const client = api.as(audit.managerId);
    const shared = await makeFinding(api, audit, { state: 'SHARED' });
    const withdrawn = await makeFinding(api, audit, { state: 'WITHDRAWN' });
    const issued = await makeAuditIn(api, 'FINALISATION');
    const tooLate = await makeFinding(api, issued, { state: 'SHARED' });
    const stale = await client.act('findingReply', { findingId: shared, expectedVersion: 9, ...contest });
    const illegal = await client.act('findingReply', {
      findingId: withdrawn,
      expectedVersion: 1,
      ...contest,
    });
    const elsewhere = await api
      .as(issued.managerId)
      .act('findingReply', { findingId: tooLate, expectedVersion: 1, ...contest });
    expect(stale.userErrors).toMatchObject([
      { code: 'STALE_VERSION', current: { id: globalId('Finding', shared) } },
    ]);
    expect(illegal.userErrors).toMatchObject([
      { code: 'ILLEGAL_TRANSITION', from: 'WITHDRAWN', allowed: [] },
    ]);
    expect(codesOf(elsewhere)).toEqual(['AUDIT_STATE_FORBIDS']);
  });

  it('appears in availableTransitions for the manager, with the reason once the delay is over', async () => {
    const audit = await makeAuditIn(api, 'CONTRADICTORY', { contradictory_until: '2027-01-08' });
    const id = globalId('Finding', await makeFinding(api, audit, { state: 'SHARED' }));
    const document = `query ($id: ID!) { finding(id: $id) {
      availableTransitions { act to isAvailable reason message } } }`;
    const manager = await api.as(audit.managerId).run(document, { id });
    const lead = await api.as(audit.lead.accountId).run(document, { id });
    expect(manager.data['finding']?.availableTransitions).toEqual([
      {
        act: 'findingReply',
        to: 'CONTESTED',
        isAvailable: false,
        reason: 'CONTRADICTORY_OVER',
        message: 'The delay for replies ended on 2027-01-08.',
      },
    ]);
    expect(lead.data['finding']?.availableTransitions).toEqual([]);
  });
});

describe('findingDispose', () => {
  const DISPOSED = `finding { state statement severity draftedStatement draftedSeverity version
    reply { disposition dispositionReason disposedAt version } }`;

  async function contested(state = 'FINALISATION') {
    const audit = await makeAuditIn(api, state);
    const findingId = await makeFinding(api, audit, { state: 'CONTESTED' });
    await makeReply(api, audit, findingId);
    return { audit, findingId, input: { findingId, expectedVersion: 1, reason: 'Seen in the minutes.' } };
  }

  it('amends, and keeps what was drafted', async () => {
    const { audit, input } = await contested();
    const terms = {
      disposition: 'PARTLY',
      amendedStatement: 'Reviewed yearly only.',
      amendedSeverity: 'MINOR',
    };
    const answer = await api.as(audit.mate.accountId).act('findingDispose', { ...input, ...terms }, DISPOSED);
    expect(answer.finding).toEqual({
      state: 'AMENDED',
      statement: 'Reviewed yearly only.',
      severity: 'MINOR',
      draftedStatement: 'Doses are not reviewed.',
      draftedSeverity: 'MAJOR',
      version: 2,
      reply: {
        disposition: 'PARTLY',
        dispositionReason: 'Seen in the minutes.',
        disposedAt: '2027-01-11T08:00:00.000Z',
        version: 2,
      },
    });
  });

  it.each([
    ['REJECTED', {}, 'MAINTAINED'],
    ['ACCEPTED', { withdraw: true }, 'WITHDRAWN'],
    ['ACCEPTED', { amendedStatement: 'Reviewed yearly only.' }, 'AMENDED'],
  ])('%s with %j leaves it %s', async (disposition, terms, state) => {
    const { audit, input } = await contested();
    const answer = await api
      .as(audit.lead.accountId)
      .act('findingDispose', { ...input, disposition, ...terms }, 'finding { state }');
    expect(answer.finding).toEqual({ state });
  });

  it.each([
    ['PARTLY', {}, 'AMENDED_STATEMENT_MISSING', 'amendedStatement'],
    ['ACCEPTED', {}, 'AMENDED_STATEMENT_MISSING', 'amendedStatement'],
    ['REJECTED', { withdraw: true }, 'DISPOSITION_MISMATCH', 'disposition'],
    ['REJECTED', { amendedSeverity: 'MINOR' }, 'SEVERITY_MISMATCH', 'amendedSeverity'],
    ['REJECTED', { reason: '' }, 'VALIDATION', 'reason'],
  ])('%s with %j is refused with %s', async (disposition, terms, code, field) => {
    const { audit, findingId, input } = await contested();
    const answer = await api
      .as(audit.lead.accountId)
      .act('findingDispose', { ...input, disposition, ...terms });
    expect(answer.userErrors).toMatchObject([{ code, path: ['input', field] }]);
    expect(await rowOf(api, 'finding', findingId, 'state, version')).toEqual({
      state: 'CONTESTED',
      version: 1,
    });
  });

  it('has nothing to dispose of when the service accepted the finding', async () => {
    const audit = await makeAuditIn(api, 'FINALISATION');
    const findingId = await makeFinding(api, audit, { state: 'SHARED' });
    await makeReply(api, audit, findingId, { kind: 'ACCEPTED' });
    const input = { findingId, expectedVersion: 1, disposition: 'REJECTED', reason: 'No.  ' };
    const answer = await api.as(audit.lead.accountId).act('findingDispose', input);
    expect(codesOf(answer)).toEqual(['NOTHING_TO_DISPOSE']);
  });

  it('takes back the signatures of the report', async () => {
    const { audit, input } = await contested();
    await signAll(api, audit, 'REPORT');
    await api.as(audit.lead.accountId).act('findingDispose', { ...input, disposition: 'REJECTED' });
    expect(await standingSignatures(api, audit.auditId)).toEqual([]);
  });

  it('is for the team: service and coordinator are refused, another auditor finds nothing', async () => {
    const { audit, findingId, input } = await contested();
    const accounts = [audit.managerId, await makeCoordinator(api), (await makeAuditor(api)).accountId];
    const codes = [];
    for (const account of accounts) {
      const answer = await api.as(account).act('findingDispose', { ...input, disposition: 'REJECTED' });
      codes.push(codesOf(answer));
    }
    expect(codes).toEqual([['FORBIDDEN'], ['FORBIDDEN'], ['NOT_FOUND']]);
    expect(await rowOf(api, 'finding', findingId, 'state')).toEqual({ state: 'CONTESTED' });
  });

  it('refuses another version, a finding that nobody contests, and an audit that is elsewhere', async () => {
    const { audit, input } = await contested();
    const client = api.as(audit.lead.accountId);
    const stale = await client.act('findingDispose', {
      ...input,
      expectedVersion: 7,
      disposition: 'REJECTED',
    });
    const quiet = await makeFinding(api, audit, { state: 'SHARED' });
    const illegal = await client.act('findingDispose', {
      ...input,
      findingId: quiet,
      disposition: 'REJECTED',
    });
    const early = await contested('CONTRADICTORY');
    const elsewhere = await api
      .as(early.audit.lead.accountId)
      .act('findingDispose', { ...early.input, disposition: 'REJECTED' });
    expect([codesOf(stale), codesOf(illegal), codesOf(elsewhere)]).toEqual([
      ['STALE_VERSION'],
      ['ILLEGAL_TRANSITION'],
      ['AUDIT_STATE_FORBIDS'],
    ]);
  });

  it('is not for an auditor whose assignment was replaced', async () => {
    const { audit, input } = await contested();
    const former = await makeAuditor(api);
    await makeAssignment(api, {
      auditId: audit.auditId,
      auditorId: former.auditorId,
      seat: 'OBSERVER',
      state: 'REPLACED',
    });
    const answer = await api
      .as(former.accountId)
      .act('findingDispose', { ...input, disposition: 'REJECTED' });
    expect(codesOf(answer)).toEqual(['NOT_FOUND']);
  });
});
