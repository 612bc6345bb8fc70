import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { globalId } from '../../server/kernel/ids';
import { redact } from '../../server/reports';
import { openApi, type Json, type TestApi } from '../support/api';
import { makeAccount, makeCoordinator, makeService } from '../support/factories';
import {
  codesOf,
  makeAuditIn,
  makeFinding,
  makeReply,
  rowOf,
  type AuditInState,
} from '../support/findings-factories';
import { makeIssuedReport } from '../support/issued-report';

let api: TestApi;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const moveInput = (audit: AuditInState, expectedVersion = 1) => ({ auditId: audit.auditId, expectedVersion });
const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

describe('reportIssue', () => {
  it('freezes version 1: canonical, with a hash that anyone can compute again', async () => {
    const { audit, answer, accepted, amended, withdrawn } = await makeIssuedReport(api);
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
    const { audit, answer, codes } = await makeIssuedReport(api);
    const content: Json = JSON.parse(answer.report.content);
    expect(content.schema).toEqual({ name: 'vis-a-vis/report', version: 2 });
    expect(content.issuedAt).toBe('2027-01-11T08:00:00.000Z');
    expect(content.amendment).toBeNull();
    expect(content.salt).toMatch(/^[0-9a-f]{32}$/);
    expect(content.actionsDueOn).toEqual({
      MINOR: '2028-01-11',
      MAJOR: '2027-04-12',
      CRITICAL: '2027-02-10',
    });
    expect(content.bodySha256).toBe(sha256(String(canonicalize(content.body))));
    expect(content.signatures.map((signature: Json) => signature.bodySha256)).toEqual([
      content.bodySha256,
      content.bodySha256,
    ]);
    const { body } = content;
    expect(body.audit).toEqual({
      reference: (await rowOf(api, 'audit', audit.auditId, 'reference'))['reference'],
      visitOn: '2027-01-04',
      selfAssessmentSubmittedAt: null,
      visitClosedAt: '2027-01-04T16:00:00.000Z',
      draftSharedAt: '2027-01-04T08:00:00.000Z',
      contradictoryUntil: '2027-02-03',
    });
    expect(body.template).toMatchObject({ code: 'T1-CT-JUST', version: 1 });
    expect(body.template.contentHash).toMatch(/^[0-9a-f]{64}$/);
    expect(body.team).toMatchObject([
      { profession: 'RADIOLOGIST', isLead: true },
      { profession: 'RADIOGRAPHER', isLead: false },
    ]);
    expect(body.criteria.map((criterion: Json) => criterion.code)).toEqual(codes);
    expect(body.criteria[0]).toMatchObject({ consensus: 'NON_CONFORM', reason: null });
    expect(body.findings).toEqual([
      {
        number: 1,
        criterion: null,
        kind: 'NON_CONFORMITY',
        severity: 'MAJOR',
        state: 'FINAL',
        statement: 'Doses are not reviewed.',
        drafted: { statement: 'Doses are not reviewed.', severity: 'MAJOR' },
        treatment: 'AGREED',
        reply: { kind: 'ACCEPTED', argument: null, repliedAt: '2027-01-06T09:00:00.000Z', evidence: [] },
        disposition: null,
        callsForAction: true,
      },
      {
        number: 2,
        criterion: null,
        kind: 'NON_CONFORMITY',
        severity: 'MAJOR',
        state: 'FINAL',
        statement: 'Reviewed yearly only.',
        drafted: { statement: 'Doses are not reviewed.', severity: 'MAJOR' },
        treatment: 'AMENDED',
        reply: {
          kind: 'CONTESTED',
          argument: 'Élan : 100 µSv/h — “vu”.',
          repliedAt: '2027-01-06T09:30:00.000Z',
          evidence: [],
        },
        disposition: {
          decision: 'PARTLY',
          reason: 'Seen in the minutes.',
          disposedAt: '2027-01-07T09:00:00.000Z',
        },
        callsForAction: true,
      },
      {
        number: 3,
        criterion: null,
        kind: 'OBSERVATION',
        severity: null,
        state: 'WITHDRAWN',
        statement: 'Doses are not reviewed.',
        drafted: { statement: 'Doses are not reviewed.', severity: null },
        treatment: 'WITHDRAWN',
        reply: null,
        disposition: null,
        callsForAction: false,
      },
    ]);
  });

  it('scores each section by the weights of its criteria, for the team and for the service', async () => {
    const { audit, answer } = await makeIssuedReport(api);
    const content: Json = JSON.parse(answer.report.content);
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
    expect(content.body.sections).toMatchObject(expected);
    expect(content.body.sections).toHaveLength(sections.length);
  });

  it('needs a disposition for every contestation, then both signatures', async () => {
    const audit = await makeAuditIn(api, 'FINALISATION');
    const findingId = await makeFinding(api, audit, { state: 'CONTESTED' });
    const replyId = await makeReply(api, audit, findingId);
    const issue = () => api.as(audit.lead.accountId).act('reportIssue', moveInput(audit));
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
    const { audit } = await makeIssuedReport(api);
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

describe('who sees a report', () => {
  const document = `query ($audit: ID!, $report: ID!) {
    audit(id: $audit) { reports(first: 5) { nodes { number sha256 } } }
    report(id: $report) { number content variants { id audience content sha256 } } }`;
  const question = ({ audit, answer }: Awaited<ReturnType<typeof makeIssuedReport>>) =>
    [document, { audit: globalId('Audit', audit.auditId), report: answer.report.id }] as const;

  it('is whole for service and team; the coordination reads its variant and not the content', async () => {
    const issue = await makeIssuedReport(api);
    const { audit, answer } = issue;
    const readers: [string, string | null, string[]][] = [
      [audit.managerId, answer.report.content, ['G4', 'PUBLIC', 'SERVICE']],
      [audit.mate.accountId, answer.report.content, ['G4', 'PUBLIC', 'SERVICE']],
      [await makeCoordinator(api), null, ['G4', 'PUBLIC']],
    ];
    for (const [account, content, audiences] of readers) {
      const { data } = await api.as(account).run(...question(issue));
      expect(data['audit'].reports.nodes).toEqual([{ number: 1, sha256: answer.report.sha256 }]);
      expect(data['report'].content).toBe(content);
      expect(data['report'].variants.map(({ audience }: Json) => audience)).toEqual(audiences);
    }
  });

  it('is hidden from everybody else, by whatever way: other services, observers, analysts', async () => {
    const issue = await makeIssuedReport(api);
    const own = await api.as(issue.audit.managerId).run(...question(issue));
    const ids = own.data['report'].variants.map(({ id }: Json) => id);
    const strangers = [
      (await makeService(api)).managerId,
      ...(await Promise.all(
        ['OBSERVER', 'ANALYST', 'ADMIN'].map(
          async (role) => (await makeAccount(api, { roles: [role] })).accountId,
        ),
      )),
    ];
    for (const account of strangers) {
      const hidden = await api.as(account).run(...question(issue));
      expect(hidden.data).toEqual({ audit: null, report: null });
      const nodes = await api.as(account).run('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
      expect(nodes.data['nodes']).toEqual([null, null, null]);
    }
  });

  it('each variant is canonical, names the whole by its hash, and keeps to what the policy lets through', async () => {
    const issue = await makeIssuedReport(api);
    const { data } = await api.as(issue.audit.managerId).run(...question(issue));
    const whole: Json = JSON.parse(data['report'].content);
    for (const { audience, content, sha256: hash } of data['report'].variants) {
      expect(hash).toBe(sha256(content));
      expect(content).toBe(canonicalize(JSON.parse(content)));
      expect(JSON.parse(content)).toEqual({
        schema: { name: 'vis-a-vis/report-variant', version: 1 },
        audience,
        report: { number: 1, sha256: issue.answer.report.sha256 },
        document: redact(whole, audience),
      });
    }
  });

  it('no variant can be changed, deleted or thrown away with all others, even by the owner', async () => {
    const { audit } = await makeIssuedReport(api);
    const frozen = 'a frozen document never changes';
    for (const statement of [
      `update report_variant set content = '{}' where audit_id = '${audit.auditId}'`,
      `delete from report_variant where audit_id = '${audit.auditId}'`,
      'truncate report_variant',
    ])
      await expect(api.sql(statement)).rejects.toThrow(frozen);
  });
});
