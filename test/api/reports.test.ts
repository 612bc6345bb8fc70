import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { globalId } from '../../server/kernel/ids';
import { openApi, type Json, type TestApi } from '../support/api';
import { insertRow, makeAssignment, makeAuditor, makeCoordinator, makeService } from '../support/factories';
import {
  codesOf,
  makeAuditIn,
  makeFinalFinding,
  makeFinding,
  makeReply,
  rowOf,
  type AuditInState,
} from '../support/findings-factories';

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
  ['reportAmend', 'REPORT_ISSUED', 'FINALISATION'],
];

const inputOf = (act: string, audit: AuditInState, expectedVersion = 1) => ({
  auditId: audit.auditId,
  expectedVersion,
  ...(act === 'reportAmend' ? { reason: 'Wrong room named.' } : {}),
});

/** Who may do an act, and who of those who see the audit may not. */
function whoOf(act: string, audit: AuditInState): { may: string; mayNot: string } {
  const { lead, mate, managerId } = audit;
  if (act === 'contradictoryAnswer') return { may: managerId, mayNot: lead.accountId };
  if (act.endsWith('Sign')) return { may: mate.accountId, mayNot: managerId };
  return { may: lead.accountId, mayNot: mate.accountId };
}

const signAll = (audit: AuditInState, document: 'draft' | 'report') =>
  api.sql(`update assignment set ${document}_signed_at = '2027-01-08T10:00:00Z' where audit_id = $1`, [
    audit.auditId,
  ]);

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

  it('refuses another version of the audit', async () => {
    const audit = await makeAuditIn(api, legal);
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

describe('signing', () => {
  it.each([
    ['draftReportSign', 'DRAFT_REPORT', 'draft_signed_at'],
    ['reportSign', 'FINALISATION', 'report_signed_at'],
  ])('%s signs once for each auditor and leaves the audit as it is', async (act, state, column) => {
    const audit = await makeAuditIn(api, state);
    const mate = api.as(audit.mate.accountId);
    const first = await mate.act(act, inputOf(act, audit), 'audit { state version }');
    const again = await mate.act(act, inputOf(act, audit));
    const lead = await api.as(audit.lead.accountId).act(act, inputOf(act, audit));
    expect(first.audit).toEqual({ state, version: 1 });
    expect([codesOf(again), codesOf(lead)]).toEqual([['ALREADY_SIGNED'], []]);
    const signed = { [column]: '2027-01-11T08:00:00.000Z' };
    expect(await rowOf(api, 'assignment', audit.mateAssignmentId, column)).toEqual(signed);
  });

  it.each([
    ['draftReportSign', 'DRAFT_REPORT'],
    ['reportSign', 'FINALISATION'],
  ])('%s is not for observers', async (act, state) => {
    const audit = await makeAuditIn(api, state);
    const observer = await makeAuditor(api);
    const seat = { auditId: audit.auditId, auditorId: observer.auditorId, seat: 'OBSERVER' };
    await makeAssignment(api, seat);
    const answer = await api.as(observer.accountId).act(act, inputOf(act, audit));
    expect(codesOf(answer)).toEqual(['OBSERVER_DOES_NOT_SIGN']);
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
    await signAll(audit, 'draft');
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
    await signAll(bare, 'draft');
    const unsigned = await makeAuditIn(api, 'DRAFT_REPORT');
    await makeFinding(api, unsigned);
    await api.sql('update assignment set draft_signed_at = now() where id = $1', [unsigned.leadAssignmentId]);
    const submit = (audit: AuditInState) =>
      api.as(audit.lead.accountId).act('draftReportSubmit', inputOf('draftReportSubmit', audit));
    expect(codesOf(await submit(bare))).toEqual(['FINDINGS_MISSING']);
    expect(codesOf(await submit(unsigned))).toEqual(['SIGNATURES_MISSING']);
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

const REPORT =
  'report { id number content sha256 amendmentReason issuedAt } audit { state version reportIssuedAt }';

/** Grades every criterion of an audit: the service finds all well, the team the first one wanting. */
async function gradeAll(audit: AuditInState): Promise<string[]> {
  const criteria = await api.sql<{ id: string; code: string }>(
    `select c.id, c.code from criterion c join section s on s.id = c.section_id
     join audit a on a.template_version_id = c.template_version_id where a.id = $1 order by s.position, c.position`,
    [audit.auditId],
  );
  for (const [index, criterion] of criteria.entries()) {
    const row = { audit_id: audit.auditId, campaign_id: audit.campaignId, criterion_id: criterion.id };
    await insertRow(api, 'grade', { ...row, stage: 'SELF', value: 'CONFORM' });
    const value = index === 0 ? 'NON_CONFORM' : 'CONFORM';
    const raters = { auditor_id: audit.lead.auditorId, agreed_by_auditor_id: audit.mate.auditorId };
    await insertRow(api, 'grade', { ...row, ...raters, stage: 'CONSENSUS', value });
  }
  return criteria.map(({ code }) => code);
}

async function issued() {
  const audit = await makeAuditIn(api, 'FINALISATION');
  const accepted = await makeFinding(api, audit, { state: 'SHARED' });
  await makeReply(api, audit, accepted, { kind: 'ACCEPTED', created_at: '2027-01-06T09:00:00Z' });
  const amended = await makeFinding(api, audit, {
    state: 'AMENDED',
    statement: 'Reviewed yearly only.',
    drafted_statement: 'Doses are not reviewed.',
  });
  await makeReply(api, audit, amended, {
    argument: 'Élan : 100 µSv/h — “vu”.',
    created_at: '2027-01-06T09:30:00Z',
    disposition: 'PARTLY',
    disposition_reason: 'Seen in the minutes.',
    disposed_at: '2027-01-07T09:00:00Z',
  });
  const withdrawn = await makeFinding(api, audit, { state: 'WITHDRAWN', kind: 'OBSERVATION' });
  await makeFinding(api, audit, { state: 'WITHDRAWN', drafted_statement: null, drafted_severity: null });
  await signAll(audit, 'report');
  const codes = await gradeAll(audit);
  const answer = await api.as(audit.lead.accountId).act('reportIssue', inputOf('reportIssue', audit), REPORT);
  return { audit, accepted, amended, withdrawn, codes, answer };
}

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

describe('reportIssue', () => {
  it('freezes version 1: canonical, with a hash that anyone can compute again', async () => {
    const { audit, answer, accepted, amended, withdrawn } = await issued();
    expect(answer.userErrors).toEqual([]);
    const { report } = answer;
    expect(report).toMatchObject({
      number: 1,
      amendmentReason: null,
      issuedAt: '2027-01-11T08:00:00.000Z',
    });
    expect(report.sha256).toBe(sha256(report.content));
    expect(report.content).toBe(canonicalize(JSON.parse(report.content)));
    expect(answer.audit).toEqual({
      state: 'REPORT_ISSUED',
      version: 2,
      reportIssuedAt: '2027-01-11T08:00:00.000Z',
    });
    const states = await api.sql('select state from finding where id = any($1) order by number', [
      [accepted, amended, withdrawn],
    ]);
    expect(states).toEqual([{ state: 'FINAL' }, { state: 'FINAL' }, { state: 'WITHDRAWN' }]);
    expect(await rowOf(api, 'audit', audit.auditId, 'state')).toEqual({ state: 'REPORT_ISSUED' });
  });

  it('says what was audited, by whom, and how every finding was treated', async () => {
    const { audit, answer, codes } = await issued();
    const content = JSON.parse(answer.report.content) as Json;
    expect(content.schema).toEqual({ name: 'vis-a-vis/report', version: 1 });
    expect(content.issuedAt).toBe('2027-01-11T08:00:00.000Z');
    expect(content.amendment).toBeNull();
    expect(content.audit).toEqual({
      reference: (await rowOf(api, 'audit', audit.auditId, 'reference'))['reference'],
      visitOn: '2027-01-04',
      selfAssessmentSubmittedAt: null,
      visitClosedAt: null,
      draftSharedAt: '2027-01-04T08:00:00.000Z',
      contradictoryUntil: '2027-02-03',
    });
    expect(content.template).toMatchObject({ code: 'T1-CT-JUST', version: 1 });
    expect(content.template.contentHash).toMatch(/^[0-9a-f]{64}$/);
    expect(content.team).toMatchObject([
      { profession: 'RADIOLOGIST', isLead: true, reportSignedAt: '2027-01-08T10:00:00.000Z' },
      { profession: 'RADIOGRAPHER', isLead: false, reportSignedAt: '2027-01-08T10:00:00.000Z' },
    ]);
    expect(content.grades.map((grade: Json) => grade.criterion)).toEqual(codes);
    expect(content.grades[0]).toEqual({ criterion: codes[0], value: 'NON_CONFORM', reason: null });
    expect(content.findings).toEqual([
      {
        number: 1,
        criterion: null,
        kind: 'NON_CONFORMITY',
        severity: 'MAJOR',
        statement: 'Doses are not reviewed.',
        drafted: { statement: 'Doses are not reviewed.', severity: 'MAJOR' },
        treatment: 'AGREED',
        reply: { kind: 'ACCEPTED', argument: null, repliedAt: '2027-01-06T09:00:00.000Z' },
        disposition: null,
      },
      {
        number: 2,
        criterion: null,
        kind: 'NON_CONFORMITY',
        severity: 'MAJOR',
        statement: 'Reviewed yearly only.',
        drafted: { statement: 'Doses are not reviewed.', severity: 'MAJOR' },
        treatment: 'AMENDED',
        reply: {
          kind: 'CONTESTED',
          argument: 'Élan : 100 µSv/h — “vu”.',
          repliedAt: '2027-01-06T09:30:00.000Z',
        },
        disposition: {
          decision: 'PARTLY',
          reason: 'Seen in the minutes.',
          disposedAt: '2027-01-07T09:00:00.000Z',
        },
      },
      {
        number: 3,
        criterion: null,
        kind: 'OBSERVATION',
        severity: null,
        statement: 'Doses are not reviewed.',
        drafted: { statement: 'Doses are not reviewed.', severity: null },
        treatment: 'WITHDRAWN',
        reply: null,
        disposition: null,
      },
    ]);
  });

  it('scores each section by the weights of its criteria, for the team and for the service', async () => {
    const { audit, answer } = await issued();
    const content = JSON.parse(answer.report.content) as Json;
    const sections = await api.sql<{ code: string; total: number; first: number; count: number }>(
      `select s.code, sum(c.weight)::float8 as total, count(*)::int as count,
         (array_agg(c.weight::float8 order by c.position))[1] as first
       from section s join criterion c on c.section_id = s.id
       join audit a on a.template_version_id = s.template_version_id
       where a.id = $1 group by s.id order by s.position`,
      [audit.auditId],
    );
    const expected = sections.map(({ code, total, first, count }, index) => ({
      code,
      consensus: {
        score: index === 0 ? (total - first) / total : 1,
        gradedCount: count,
        applicableCount: count,
      },
      selfAssessment: { score: 1, gradedCount: count, applicableCount: count },
    }));
    expect(content.sections).toMatchObject(expected);
    expect(content.sections).toHaveLength(sections.length);
  });

  it('needs a disposition for every contestation, then both signatures', async () => {
    const audit = await makeAuditIn(api, 'FINALISATION');
    const findingId = await makeFinding(api, audit, { state: 'CONTESTED' });
    const replyId = await makeReply(api, audit, findingId);
    const issue = () => api.as(audit.lead.accountId).act('reportIssue', inputOf('reportIssue', audit));
    const undisposed = await issue();
    await api.sql(
      `update finding_reply set disposition = 'REJECTED', disposition_reason = 'No' where id = $1`,
      [replyId],
    );
    await api.sql(`update finding set state = 'MAINTAINED' where id = $1`, [findingId]);
    const unsigned = await issue();
    expect([codesOf(undisposed), codesOf(unsigned)]).toEqual([
      ['DISPOSITIONS_PENDING'],
      ['SIGNATURES_MISSING'],
    ]);
    expect(await api.sql('select 1 from report where audit_id = $1', [audit.auditId])).toEqual([]);
  });

  it('leaves a row that the database lets nobody change or delete', async () => {
    const { audit } = await issued();
    const frozen = 'an issued report never changes';
    const change = api.sql(`update report set content = '{}' where audit_id = $1`, [audit.auditId]);
    await expect(change).rejects.toThrow(frozen);
    const deletion = api.sql('delete from report where audit_id = $1', [audit.auditId]);
    await expect(deletion).rejects.toThrow(frozen);
    expect(await api.sql('select number from report where audit_id = $1', [audit.auditId])).toEqual([
      { number: 1 },
    ]);
  });
});

describe('reportAmend', () => {
  it('issues another version that names the amended one; the old one stays', async () => {
    const { audit, answer, amended } = await issued();
    api.clock.set('2027-01-20T08:00:00Z');
    const input = {
      ...inputOf('reportAmend', audit, 2),
      findings: [{ findingId: globalId('Finding', amended), statement: 'Reviewed twice a year.' }],
    };
    const amendment = await api.as(audit.lead.accountId).act('reportAmend', input, REPORT);
    api.clock.set('2027-01-11T08:00:00Z');
    expect(amendment.userErrors).toEqual([]);
    expect(amendment.audit).toMatchObject({ state: 'REPORT_ISSUED', version: 3 });
    const { report } = amendment;
    expect(report).toMatchObject({ number: 2, amendmentReason: 'Wrong room named.' });
    expect(report.sha256).toBe(sha256(report.content));
    expect(report.content).toBe(canonicalize(JSON.parse(report.content)));
    const content = JSON.parse(report.content) as Json;
    expect(content.amendment).toEqual({
      reason: 'Wrong room named.',
      amends: { number: 1, sha256: answer.report.sha256 },
      changes: [{ finding: 2, previousStatement: 'Reviewed yearly only.' }],
    });
    expect(content.issuedAt).toBe('2027-01-20T08:00:00.000Z');
    expect(content.findings[1]).toMatchObject({
      statement: 'Reviewed twice a year.',
      drafted: { statement: 'Doses are not reviewed.' },
      treatment: 'AMENDED',
    });
    const first = await api
      .as(audit.managerId)
      .run('query ($id: ID!) { report(id: $id) { content sha256 } }', { id: answer.report.id });
    expect(first.data['report']).toEqual({ content: answer.report.content, sha256: answer.report.sha256 });
    expect(await rowOf(api, 'finding', amended, 'state, statement, drafted_statement')).toEqual({
      state: 'FINAL',
      statement: 'Reviewed twice a year.',
      drafted_statement: 'Doses are not reviewed.',
    });
  });

  it('refuses findings of another audit, withdrawn ones, and one given twice', async () => {
    const { audit, amended, withdrawn } = await issued();
    const other = await makeAuditIn(api, 'REPORT_ISSUED');
    const foreign = await makeFinalFinding(api, other);
    const amend = (...ids: string[]) =>
      api.as(audit.lead.accountId).act('reportAmend', {
        ...inputOf('reportAmend', audit, 2),
        findings: ids.map((findingId) => ({ findingId, statement: 'Changed.' })),
      });
    expect((await amend(amended, foreign)).userErrors).toMatchObject([
      { code: 'NOT_FOUND', path: ['input', 'findings', '1', 'findingId'] },
    ]);
    expect((await amend(withdrawn)).userErrors).toMatchObject([
      { code: 'ILLEGAL_TRANSITION', from: 'WITHDRAWN' },
    ]);
    expect((await amend(amended, amended)).userErrors).toMatchObject([
      { code: 'VALIDATION', path: ['input', 'findings', '1', 'findingId'] },
    ]);
    expect(await api.sql('select number from report where audit_id = $1', [audit.auditId])).toEqual([
      { number: 1 },
    ]);
  });

  it('has nothing to amend where no report is', async () => {
    const audit = await makeAuditIn(api, 'REPORT_ISSUED');
    const answer = await api.as(audit.lead.accountId).act('reportAmend', inputOf('reportAmend', audit));
    expect(codesOf(answer)).toEqual(['REPORT_MISSING']);
  });
});

describe('who sees a report', () => {
  it('is for service, team and coordinator, in order of issue; for no one else', async () => {
    const { audit, answer } = await issued();
    const document = `query ($audit: ID!, $report: ID!) {
      audit(id: $audit) { reports(first: 5) { nodes { number sha256 } } } report(id: $report) { number } }`;
    const variables = { audit: globalId('Audit', audit.auditId), report: answer.report.id };
    const readers = [audit.managerId, audit.mate.accountId, await makeCoordinator(api)];
    for (const account of readers) {
      const seen = await api.as(account).run(document, variables);
      expect(seen.data).toEqual({
        audit: { reports: { nodes: [{ number: 1, sha256: answer.report.sha256 }] } },
        report: { number: 1 },
      });
    }
    const stranger = await makeService(api);
    const hidden = await api.as(stranger.managerId).run(document, variables);
    expect(hidden.data).toEqual({ audit: null, report: null });
  });
});
