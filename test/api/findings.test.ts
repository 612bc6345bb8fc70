import { globalId } from '../../server/kernel/ids';
import { openApi, type TestApi } from '../support/api';
import { makeAssignment, makeAuditor, makeCoordinator, makeService } from '../support/factories';
import { codesOf, makeAuditIn, makeFinding, makeReply, rowOf } from '../support/findings-factories';

let api: TestApi;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const FINDING = 'finding { number kind severity state statement draftedStatement version }';
const draft = (auditId: string) => ({
  auditId,
  kind: 'NON_CONFORMITY',
  severity: 'MAJOR',
  statement: 'Doses are not reviewed.',
});

async function criterionOf(auditId: string): Promise<string> {
  const [row] = await api.sql<{ id: string }>(
    `select c.id from criterion c join audit a on a.template_version_id = c.template_version_id
     where a.id = $1 order by c.code limit 1`,
    [auditId],
  );
  return row?.id ?? '';
}

describe('findingCreate', () => {
  it('drafts findings numbered from 1, with their author', async () => {
    const audit = await makeAuditIn(api, 'ON_SITE');
    const client = api.as(audit.mate.accountId);
    const criterionId = await criterionOf(audit.auditId);
    const first = await client.act('findingCreate', { ...draft(audit.auditId), criterionId }, FINDING);
    expect(first).toEqual({
      finding: {
        number: 1,
        kind: 'NON_CONFORMITY',
        severity: 'MAJOR',
        state: 'DRAFT',
        statement: 'Doses are not reviewed.',
        draftedStatement: null,
        version: 1,
      },
      userErrors: [],
      replayed: false,
    });
    const strength = { auditId: audit.auditId, kind: 'STRENGTH', statement: 'Weekly staff meeting.' };
    const second = await client.act(
      'findingCreate',
      strength,
      'finding { id number severity author { id } criterion { id } }',
    );
    expect(second.finding).toMatchObject({
      number: 2,
      severity: null,
      author: { id: globalId('Auditor', audit.mate.auditorId) },
      criterion: null,
    });
  });

  it('takes the id that the client brings, once', async () => {
    const audit = await makeAuditIn(api, 'ON_SITE');
    const id = '6f1f3ff3-21a5-4d62-8e0e-2b0f5a6c7d01';
    const client = api.as(audit.lead.accountId);
    const made = await client.act('findingCreate', { ...draft(audit.auditId), id }, 'finding { id }');
    expect(made.finding.id).toBe(globalId('Finding', id));
    const again = await client.act('findingCreate', { ...draft(audit.auditId), id }, 'finding { id }');
    expect(codesOf(again)).toEqual(['ID_TAKEN']);
  });

  it('takes back the signatures of a draft that it changes', async () => {
    const audit = await makeAuditIn(api, 'DRAFT_REPORT');
    await api.sql('update assignment set draft_signed_at = now() where audit_id = $1', [audit.auditId]);
    await api.as(audit.lead.accountId).act('findingCreate', draft(audit.auditId));
    const signed = await api.sql(
      'select 1 from assignment where audit_id = $1 and draft_signed_at is not null',
      [audit.auditId],
    );
    expect(signed).toEqual([]);
  });

  it('is for the team: the service is refused, a stranger finds nothing', async () => {
    const audit = await makeAuditIn(api, 'ON_SITE');
    const stranger = await makeService(api);
    const byService = await api.as(audit.managerId).act('findingCreate', draft(audit.auditId));
    const byStranger = await api.as(stranger.managerId).act('findingCreate', draft(audit.auditId));
    expect([codesOf(byService), codesOf(byStranger)]).toEqual([['FORBIDDEN'], ['NOT_FOUND']]);
    expect(await api.sql('select 1 from finding where audit_id = $1', [audit.auditId])).toEqual([]);
  });

  it.each(['DOCUMENT_REVIEW', 'CONTRADICTORY', 'CLOSED'])('is refused in %s', async (state) => {
    const audit = await makeAuditIn(api, state);
    const answer = await api.as(audit.lead.accountId).act('findingCreate', draft(audit.auditId));
    expect(answer.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION', from: state }]);
  });

  it('wants a severity with a non-conformity, and with it alone', async () => {
    const audit = await makeAuditIn(api, 'ON_SITE');
    const client = api.as(audit.lead.accountId);
    const without = await client.act('findingCreate', { ...draft(audit.auditId), severity: null });
    const superfluous = await client.act('findingCreate', { ...draft(audit.auditId), kind: 'STRENGTH' });
    expect(without.userErrors).toMatchObject([{ code: 'SEVERITY_MISMATCH', path: ['input', 'severity'] }]);
    expect(codesOf(superfluous)).toEqual(['SEVERITY_MISMATCH']);
  });

  it('refuses a criterion of another template, and an empty statement', async () => {
    const audit = await makeAuditIn(api, 'ON_SITE');
    const client = api.as(audit.lead.accountId);
    const [foreign] = await api.sql<{ id: string }>(
      `select c.id from criterion c where c.template_version_id <> (select template_version_id from audit where id = $1)
       limit 1`,
      [audit.auditId],
    );
    const elsewhere = await client.act('findingCreate', {
      ...draft(audit.auditId),
      criterionId: foreign?.id,
    });
    const empty = await client.act('findingCreate', { ...draft(audit.auditId), statement: '' });
    expect(elsewhere.userErrors).toMatchObject([
      { code: 'CRITERION_NOT_IN_TEMPLATE', path: ['input', 'criterionId'] },
    ]);
    expect(empty.userErrors).toMatchObject([{ code: 'VALIDATION', path: ['input', 'statement'] }]);
  });
});

describe('findingUpdate and findingDiscard', () => {
  const rewritten = { kind: 'OBSERVATION', statement: 'Doses are reviewed yearly.' };

  it('rewrites a draft whole', async () => {
    const audit = await makeAuditIn(api, 'DRAFT_REPORT');
    const findingId = await makeFinding(api, audit);
    const input = { findingId, expectedVersion: 1, ...rewritten };
    const answer = await api.as(audit.mate.accountId).act('findingUpdate', input, FINDING);
    expect(answer.finding).toEqual({
      number: 1,
      kind: 'OBSERVATION',
      severity: null,
      state: 'DRAFT',
      statement: 'Doses are reviewed yearly.',
      draftedStatement: null,
      version: 2,
    });
  });

  it('withdraws a draft, which keeps its number', async () => {
    const audit = await makeAuditIn(api, 'ON_SITE');
    const findingId = await makeFinding(api, audit);
    const client = api.as(audit.lead.accountId);
    const gone = await client.act('findingDiscard', { findingId, expectedVersion: 1 }, FINDING);
    const next = await client.act('findingCreate', draft(audit.auditId), FINDING);
    expect([gone.finding.state, next.finding.number]).toEqual(['WITHDRAWN', 2]);
  });

  it.each(['findingUpdate', 'findingDiscard'])(
    '%s refuses another version and shows the present one',
    async (act) => {
      const audit = await makeAuditIn(api, 'ON_SITE');
      const findingId = await makeFinding(api, audit, { version: 4 });
      const input = { findingId, expectedVersion: 3, ...(act === 'findingUpdate' ? rewritten : {}) };
      const answer = await api.as(audit.lead.accountId).act(act, input);
      expect(answer.userErrors).toMatchObject([
        { code: 'STALE_VERSION', current: { id: globalId('Finding', findingId) } },
      ]);
      expect(await rowOf(api, 'finding', findingId, 'state, version')).toEqual({
        state: 'DRAFT',
        version: 4,
      });
    },
  );

  it.each(['findingUpdate', 'findingDiscard'])('%s is for drafts, and the service may not', async (act) => {
    const audit = await makeAuditIn(api, 'CONTRADICTORY');
    const findingId = await makeFinding(api, audit, { state: 'SHARED' });
    const input = { findingId, expectedVersion: 1, ...(act === 'findingUpdate' ? rewritten : {}) };
    const byTeam = await api.as(audit.lead.accountId).act(act, input);
    const byService = await api.as(audit.managerId).act(act, input);
    expect(byTeam.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION', from: 'SHARED' }]);
    expect(codesOf(byService)).toEqual(['FORBIDDEN']);
    expect(await rowOf(api, 'finding', findingId, 'state, version')).toEqual({ state: 'SHARED', version: 1 });
  });

  it('are refused while the audit is suspended', async () => {
    const audit = await makeAuditIn(api, 'SUSPENDED', { suspended_from_state: 'DRAFT_REPORT' });
    const findingId = await makeFinding(api, audit);
    const client = api.as(audit.lead.accountId);
    const update = await client.act('findingUpdate', { findingId, expectedVersion: 1, ...rewritten });
    const discard = await client.act('findingDiscard', { findingId, expectedVersion: 1 });
    expect([codesOf(update), codesOf(discard)]).toEqual([['ILLEGAL_TRANSITION'], ['AUDIT_STATE_FORBIDS']]);
  });
});

describe('who sees a finding', () => {
  const LIST = `query ($id: ID!) { audit(id: $id) {
    findings(first: 10) { totalCount nodes { id state author { id } } } } }`;

  it('keeps drafts with the team, counts included, even those withdrawn before sharing', async () => {
    const audit = await makeAuditIn(api, 'CONTRADICTORY');
    const shared = await makeFinding(api, audit, { state: 'SHARED' });
    const discarded = await makeFinding(api, audit, {
      state: 'WITHDRAWN',
      drafted_statement: null,
      drafted_severity: null,
    });
    const coordinator = await makeCoordinator(api);
    const id = globalId('Audit', audit.auditId);
    const seenBy = async (account: string) =>
      (await api.as(account).run(LIST, { id })).data['audit']?.findings;

    const author = { id: globalId('Auditor', audit.lead.auditorId) };
    const sharedId = globalId('Finding', shared);
    expect(await seenBy(audit.managerId)).toEqual({
      totalCount: 1,
      nodes: [{ id: sharedId, state: 'SHARED', author: null }],
    });
    expect(await seenBy(coordinator)).toEqual({
      totalCount: 1,
      nodes: [{ id: sharedId, state: 'SHARED', author }],
    });
    expect(await seenBy(audit.mate.accountId)).toEqual({
      totalCount: 2,
      nodes: [
        { id: sharedId, state: 'SHARED', author },
        { id: globalId('Finding', discarded), state: 'WITHDRAWN', author },
      ],
    });
  });

  it('gives one finding to the team alone until it is shared, and never to a stranger', async () => {
    const audit = await makeAuditIn(api, 'DRAFT_REPORT');
    const other = await makeAuditIn(api, 'CONTRADICTORY');
    const id = globalId('Finding', await makeFinding(api, audit));
    const elsewhere = globalId('Finding', await makeFinding(api, other, { state: 'SHARED' }));
    const seen = async (account: string, finding: string) =>
      (
        await api.as(account).run('query ($id: ID!) { finding(id: $id) { id } node(id: $id) { id } }', {
          id: finding,
        })
      ).data;
    const coordinator = await makeCoordinator(api);
    const hidden = { finding: null, node: null };
    expect(await seen(audit.lead.accountId, id)).toEqual({ finding: { id }, node: { id } });
    expect(await seen(audit.managerId, id)).toEqual(hidden);
    expect(await seen(coordinator, id)).toEqual(hidden);
    expect(await seen(audit.managerId, elsewhere)).toEqual(hidden);
    expect(await seen(audit.lead.accountId, elsewhere)).toEqual(hidden);
  });
});

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

  it('is taken once', async () => {
    const audit = await makeAuditIn(api, 'CONTRADICTORY');
    const findingId = await makeFinding(api, audit, { state: 'SHARED' });
    await makeReply(api, audit, findingId, { kind: 'ACCEPTED' });
    const answer = await api
      .as(audit.managerId)
      .act('findingReply', { findingId, expectedVersion: 1, ...contest });
    expect(codesOf(answer)).toEqual(['FINDING_ALREADY_REPLIED']);
  });

  it('needs an argument unless it accepts', async () => {
    const audit = await makeAuditIn(api, 'CONTRADICTORY');
    const findingId = await makeFinding(api, audit, { state: 'SHARED' });
    const input = { findingId, expectedVersion: 1, kind: 'CORRECTION', argument: '  ' };
    const answer = await api.as(audit.managerId).act('findingReply', input);
    expect(answer.userErrors).toMatchObject([{ code: 'REASON_MISSING', path: ['input', 'argument'] }]);
  });

  it('is possible on the last day of the delay and refused on the next', async () => {
    const audit = await makeAuditIn(api, 'CONTRADICTORY', { contradictory_until: '2027-01-11' });
    const onTime = await makeFinding(api, audit, { state: 'SHARED' });
    const late = await makeFinding(api, audit, { state: 'SHARED' });
    const client = api.as(audit.managerId);
    api.clock.set('2027-01-11T22:59:59Z');
    const last = await client.act('findingReply', { findingId: onTime, expectedVersion: 1, ...contest });
    api.clock.set('2027-01-11T23:00:00Z');
    const after = await client.act('findingReply', { findingId: late, expectedVersion: 1, ...contest });
    api.clock.set('2027-01-11T08:00:00Z');
    expect(codesOf(last)).toEqual([]);
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
    const contested = await makeFinding(api, audit, { state: 'CONTESTED' });
    const issued = await makeAuditIn(api, 'FINALISATION');
    const tooLate = await makeFinding(api, issued, { state: 'SHARED' });
    const stale = await client.act('findingReply', { findingId: shared, expectedVersion: 9, ...contest });
    const illegal = await client.act('findingReply', {
      findingId: contested,
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
      { code: 'ILLEGAL_TRANSITION', from: 'CONTESTED', allowed: ['findingDispose'] },
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
    await api.sql('update assignment set report_signed_at = now() where audit_id = $1', [audit.auditId]);
    await api.as(audit.lead.accountId).act('findingDispose', { ...input, disposition: 'REJECTED' });
    const signed = await api.sql(
      'select 1 from assignment where audit_id = $1 and report_signed_at is not null',
      [audit.auditId],
    );
    expect(signed).toEqual([]);
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
