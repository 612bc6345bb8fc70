import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { globalId } from '../../server/kernel/ids';
import { openApi, type Json, type TestApi } from '../support/api';
import { codesOf, makeAuditIn, makeFinalFinding, rowOf } from '../support/findings-factories';
import { makeIssuedReport } from '../support/issued-report';
import { previewOf, signAll, signAs, standingSignatures } from '../support/signing';

let api: TestApi;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

type Issued = Awaited<ReturnType<typeof makeIssuedReport>>;

const RESTATED = 'Reviewed twice a year.';
const REPORT = 'report { id number content sha256 amendmentReason } audit { state version }';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

const propose = (
  { audit }: Issued,
  findings: { findingId: string; statement: string }[],
  expectedVersion = 2,
): Promise<Json> =>
  api
    .as(audit.lead.accountId)
    .act(
      'reportAmendmentPropose',
      { auditId: audit.auditId, expectedVersion, reason: 'Wrong room named.', findings },
      'audit { version openAmendment { number version reason changes { finding previousStatement statement } } }',
    );

async function proposed() {
  const issued = await makeIssuedReport(api);
  const answer = await propose(issued, [{ findingId: issued.amended, statement: RESTATED }]);
  expect(answer.userErrors).toEqual([]);
  return { ...issued, proposal: answer };
}

/** All that a service can look at again and again, to see whether anything moves. */
const POLL = `query ($id: ID!, $service: ID!) {
  audit(id: $id) {
    state version updatedAt currentDueOn availableTransitions { act to } openAmendment { number }
    reportPreview(document: AMENDMENT) { number }
    reports(first: 10) { totalCount nodes { number sha256 signatures { signedAt } history(first: 50) { totalCount } } }
    treatmentTable { findings { number statement disposedAt } }
    assignments(first: 20) { totalCount nodes { state version updatedAt reportSignedAt availableTransitions { act } } }
    findings(first: 50) { totalCount nodes { state version updatedAt statement } }
    deliveries(first: 50) { totalCount }
    history(first: 100) { totalCount nodes { id act } }
  }
  auditedService(id: $service) { version updatedAt audits(first: 10) { totalCount nodes { version updatedAt } } }
}`;

const numbersOf = ({ audit }: Issued) =>
  api.sql('select number from report where audit_id = $1 order by number', [audit.auditId]);

describe('a proposed amendment', () => {
  it('changes nothing before it is signed', async () => {
    const issued = await proposed();
    expect(issued.proposal.audit).toEqual({
      version: 2,
      openAmendment: {
        number: 2,
        version: 1,
        reason: 'Wrong room named.',
        changes: [{ finding: 2, previousStatement: 'Reviewed yearly only.', statement: RESTATED }],
      },
    });
    expect(await rowOf(api, 'finding', issued.amended, 'statement')).toEqual({
      statement: 'Reviewed yearly only.',
    });
    expect(await numbersOf(issued)).toEqual([{ number: 1 }]);
  });

  it('is read by the team, and by nobody else', async () => {
    const { audit } = await proposed();
    const document = `query ($id: ID!) { audit(id: $id) { openAmendment { number } } }`;
    const seen = async (account: string) =>
      (await api.as(account).run(document, { id: globalId('Audit', audit.auditId) })).data.audit
        .openAmendment;
    expect(await seen(audit.mate.accountId)).toEqual({ number: 2 });
    expect(await seen(audit.managerId)).toBeNull();
    expect(await previewOf(api, audit.managerId, audit.auditId, 'AMENDMENT')).toBeNull();
  });

  it('is noticed by nobody of the service before it is issued, whatever he polls', async () => {
    const issued = await makeIssuedReport(api);
    const { audit, amended } = issued;
    const id = globalId('Audit', audit.auditId);
    const polled = async (): Promise<Json> => {
      const { data, errors } = await api
        .as(audit.managerId)
        .run(POLL, { id, service: globalId('AuditedService', audit.serviceId) });
      expect(errors).toBeUndefined();
      return data;
    };
    const before = await polled();
    expect(before.audit).toMatchObject({ version: 2, openAmendment: null, reportPreview: null });
    expect(before.audit.reports.nodes[0].history.totalCount).toBe(1);
    const findings = [{ findingId: amended, statement: RESTATED }];
    expect(codesOf(await propose(issued, findings))).toEqual([]);
    expect(await polled()).toEqual(before);
    expect((await signAs(api, audit.mate.accountId, audit.auditId, 'AMENDMENT')).userErrors).toEqual([]);
    expect(await polled()).toEqual(before);
    const withdrawal = { auditId: audit.auditId, expectedVersion: 1 };
    const lead = api.as(audit.lead.accountId);
    expect(codesOf(await lead.act('reportAmendmentWithdraw', withdrawal))).toEqual([]);
    expect(await polled()).toEqual(before);
    expect(codesOf(await propose(issued, findings))).toEqual([]);
    await signAll(api, audit, 'AMENDMENT');
    const after = await polled();
    expect(after.audit.version).toBe(3);
    expect(after.audit.reports.totalCount).toBe(2);
  });

  it('is issued by the last signature: the new version names the amended one, which stays', async () => {
    const issued = await proposed();
    const { audit, answer, amended } = issued;
    api.clock.set('2027-01-20T08:00:00Z');
    const first = await signAs(api, audit.mate.accountId, audit.auditId, 'AMENDMENT', {}, REPORT);
    expect([first.userErrors, first.report]).toEqual([[], null]);
    const last = await signAs(api, audit.lead.accountId, audit.auditId, 'AMENDMENT', {}, REPORT);
    api.clock.set('2027-01-11T08:00:00Z');
    expect(last.userErrors).toEqual([]);
    expect(last.audit).toEqual({ state: 'REPORT_ISSUED', version: 3 });
    const { report } = last;
    expect(report).toMatchObject({ number: 2, amendmentReason: 'Wrong room named.' });
    expect(report.sha256).toBe(sha256(report.content));
    const content: Json = JSON.parse(report.content);
    expect(content.amendment).toEqual({
      reason: 'Wrong room named.',
      amends: { number: 1, sha256: answer.report.sha256 },
      changes: [{ finding: 2, previousStatement: 'Reviewed yearly only.' }],
    });
    expect(content.bodySha256).toBe(sha256(String(canonicalize(content.body))));
    expect(content.signatures.map((one: Json) => [one.profession, one.bodySha256])).toEqual([
      ['RADIOLOGIST', content.bodySha256],
      ['RADIOGRAPHER', content.bodySha256],
    ]);
    expect(content.issuedAt).toBe('2027-01-20T08:00:00.000Z');
    const before: Json = JSON.parse(answer.report.content);
    const restated = before.body.findings.map((finding: Json) =>
      finding.number === 2 ? { ...finding, statement: RESTATED } : finding,
    );
    expect(content.body).toEqual({ ...before.body, findings: restated });
    const old = await api
      .as(audit.managerId)
      .run('query ($id: ID!) { report(id: $id) { content sha256 } }', { id: answer.report.id });
    expect(old.data['report']).toEqual({ content: answer.report.content, sha256: answer.report.sha256 });
    expect(await rowOf(api, 'finding', amended, 'state, statement, drafted_statement')).toEqual({
      state: 'FINAL',
      statement: RESTATED,
      drafted_statement: 'Doses are not reviewed.',
    });
  });

  it('is one at a time, and a withdrawn one makes room; its signatures count for no other', async () => {
    const issued = await proposed();
    const { audit, amended } = issued;
    const findings = [{ findingId: amended, statement: 'Reviewed thrice a year.' }];
    const second = await propose(issued, findings);
    await signAs(api, audit.mate.accountId, audit.auditId, 'AMENDMENT');
    const withdraw = (account: string, expectedVersion = 1) =>
      api.as(account).act('reportAmendmentWithdraw', { auditId: audit.auditId, expectedVersion });
    const byMate = await withdraw(audit.mate.accountId);
    const byLead = await withdraw(audit.lead.accountId);
    expect([codesOf(second), codesOf(byMate), codesOf(byLead)]).toEqual([
      ['AMENDMENT_OPEN'],
      ['FORBIDDEN'],
      [],
    ]);
    const next = await propose(issued, findings);
    expect([codesOf(next), next.audit.openAmendment.version]).toEqual([[], 2]);
    // Whoever still looks at the first one does not take the second away.
    expect(codesOf(await withdraw(audit.lead.accountId))).toEqual(['STALE_VERSION']);
    const lead = await signAs(api, audit.lead.accountId, audit.auditId, 'AMENDMENT', {}, REPORT);
    expect([lead.userErrors, lead.report]).toEqual([[], null]);
    expect(await numbersOf(issued)).toEqual([{ number: 1 }]);
    expect(await standingSignatures(api, audit.auditId)).toEqual([
      'AMENDMENT RADIOLOGIST',
      'REPORT RADIOGRAPHER',
      'REPORT RADIOLOGIST',
    ]);
  });

  it('may follow another one', async () => {
    const issued = await proposed();
    const { audit, amended, accepted } = issued;
    await signAll(api, audit, 'AMENDMENT');
    const findings = [
      { findingId: amended, statement: 'Reviewed quarterly.' },
      { findingId: accepted, statement: 'Doses were not reviewed.' },
    ];
    expect(codesOf(await propose(issued, findings, 3))).toEqual([]);
    const last = await signAll(api, audit, 'AMENDMENT', REPORT);
    const content: Json = JSON.parse(last.report.content);
    expect(content.number).toBe(3);
    expect(content.body.findings.map(({ statement }: Json) => statement).slice(0, 2)).toEqual([
      'Doses were not reviewed.',
      'Reviewed quarterly.',
    ]);
    expect(await numbersOf(issued)).toEqual([{ number: 1 }, { number: 2 }, { number: 3 }]);
  });

  it('refuses findings of another audit, withdrawn ones, one given twice, and no change at all', async () => {
    const issued = await makeIssuedReport(api);
    const { amended, withdrawn } = issued;
    const other = await makeAuditIn(api, 'REPORT_ISSUED');
    const foreign = await makeFinalFinding(api, other);
    const amend = (...ids: string[]) =>
      propose(
        issued,
        ids.map((findingId) => ({ findingId, statement: 'Changed.' })),
      );
    expect((await amend(amended, foreign)).userErrors).toMatchObject([
      { code: 'NOT_FOUND', path: ['input', 'findings', '1', 'findingId'] },
    ]);
    expect((await amend(withdrawn)).userErrors).toMatchObject([
      { code: 'ILLEGAL_TRANSITION', from: 'WITHDRAWN' },
    ]);
    expect((await amend(amended, amended)).userErrors).toMatchObject([
      { code: 'VALIDATION', path: ['input', 'findings', '1', 'findingId'] },
    ]);
    const same = await propose(issued, [{ findingId: amended, statement: 'Reviewed yearly only.' }]);
    expect(codesOf(same)).toEqual(['AMENDMENT_CHANGES_NOTHING']);
    expect(codesOf(await propose(issued, []))).toEqual(['VALIDATION']);
    expect(
      await api.sql('select 1 from report_amendment where audit_id = $1', [issued.audit.auditId]),
    ).toEqual([]);
  });

  it('has nothing to amend where no report is, and nothing to sign where none is proposed', async () => {
    const audit = await makeAuditIn(api, 'REPORT_ISSUED');
    const findings = [{ findingId: await makeFinalFinding(api, audit), statement: 'Changed.' }];
    const input = { auditId: audit.auditId, expectedVersion: 1 };
    const lead = api.as(audit.lead.accountId);
    const none = await lead.act('reportAmendmentPropose', { ...input, reason: 'Wrong.', findings });
    const unsigned = await signAs(api, audit.lead.accountId, audit.auditId, 'AMENDMENT');
    const withdrawn = await lead.act('reportAmendmentWithdraw', input);
    expect([codesOf(none), codesOf(unsigned), codesOf(withdrawn)]).toEqual([
      ['REPORT_MISSING'],
      ['AMENDMENT_MISSING'],
      ['AMENDMENT_MISSING'],
    ]);
  });
});
