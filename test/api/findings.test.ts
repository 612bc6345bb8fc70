import { globalId } from '../../server/kernel/ids';
import { openApi, type TestApi } from '../support/api';
import { makeCoordinator, makeService } from '../support/factories';
import { codesOf, makeAuditIn, makeFinding, rowOf } from '../support/findings-factories';
import { signAll, standingSignatures } from '../support/signing';

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

  it('numbers findings that several people write at once without a gap', async () => {
    const audit = await makeAuditIn(api, 'ON_SITE');
    const writers = Array.from({ length: 10 }, (_, index) => (index % 2 ? audit.lead : audit.mate));
    const answers = await Promise.all(
      writers.map(({ accountId }) => api.as(accountId).act('findingCreate', draft(audit.auditId), FINDING)),
    );
    const numbers = answers.map(({ finding }) => Number(finding?.number));
    expect(numbers.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('takes back the signatures of a draft that it changes', async () => {
    const audit = await makeAuditIn(api, 'DRAFT_REPORT');
    await signAll(api, audit, 'DRAFT');
    await api.as(audit.lead.accountId).act('findingCreate', draft(audit.auditId));
    expect(await standingSignatures(api, audit.auditId)).toEqual([]);
    const signed = await api.sql(
      `select count(voided_at)::int as voided, count(*)::int as kept,
         (select count(draft_signed_at)::int from assignment where audit_id = $1) as shown
       from report_signature where audit_id = $1`,
      [audit.auditId],
    );
    expect(signed).toEqual([{ voided: 2, kept: 2, shown: 0 }]);
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
