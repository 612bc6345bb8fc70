import { createHash } from 'node:crypto';
import { codeAt, GUESSES, stepAt } from '../../server/identity';
import { openApi, type Json, type TestApi } from '../support/api';
import { makeAssignment, makeAuditor, makeCoordinator } from '../support/factories';
import { codesOf, makeAuditIn, makeFinding, rowOf, type AuditInState } from '../support/findings-factories';
import { makeIssuedReport, makeReadyReport } from '../support/issued-report';
import { PASSWORD } from '../support/sign-in';
import {
  previewOf,
  SIGNING_ACTS,
  signAll,
  givePassword,
  signAs,
  signingOf,
  standingSignatures,
  type Document,
} from '../support/signing';

let api: TestApi;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

const signaturesIn = ({ auditId }: AuditInState) =>
  api.sql('select * from report_signature where audit_id = $1 order by signed_at, id', [auditId]);

const DOCUMENTS: [Document, string, string][] = [
  ['DRAFT', 'DRAFT_REPORT', 'draft_signed_at'],
  ['REPORT', 'FINALISATION', 'report_signed_at'],
];

describe.each(DOCUMENTS)('signing the %s', (document, state, column) => {
  it('keeps who signed what, as what and by which means; the audit stays as it is', async () => {
    const audit = await makeAuditIn(api, state);
    const { accountId, auditorId } = audit.mate;
    const preview = await previewOf(api, accountId, audit.auditId, document);
    expect(preview.contentSha256).toBe(sha256(preview.content));
    const answer = await signAs(api, accountId, audit.auditId, document, {}, 'audit { state version }');
    expect([answer.userErrors, answer.audit]).toEqual([[], { state, version: 1 }]);
    expect(await signaturesIn(audit)).toMatchObject([
      {
        document,
        number: 1,
        assignment_id: audit.mateAssignmentId,
        auditor_id: auditorId,
        signed_by_id: accountId,
        profession: 'RADIOGRAPHER',
        content_sha256: preview.contentSha256,
        confirmation: preview.confirmation,
        means: 'PASSWORD',
        voided_at: null,
      },
    ]);
    const shown = await rowOf(api, 'assignment', audit.mateAssignmentId, column);
    expect(shown).toEqual({ [column]: '2027-01-11T08:00:00.000Z' });
    const again = await signAs(api, accountId, audit.auditId, document);
    expect(codesOf(again)).toEqual(['ALREADY_SIGNED']);
  });

  it('is not for observers', async () => {
    const audit = await makeAuditIn(api, state);
    const observer = await makeAuditor(api);
    const seat = { auditId: audit.auditId, auditorId: observer.auditorId, seat: 'OBSERVER' };
    await makeAssignment(api, seat);
    const answer = await signAs(api, observer.accountId, audit.auditId, document);
    expect(codesOf(answer)).toEqual(['OBSERVER_DOES_NOT_SIGN']);
  });

  it('shows what there is to sign to the team alone, and nothing in another state', async () => {
    const audit = await makeAuditIn(api, state);
    const coordinator = await makeCoordinator(api);
    for (const account of [audit.managerId, coordinator])
      expect(await previewOf(api, account, audit.auditId, document)).toBeNull();
    const elsewhere = await makeAuditIn(api, 'CONTRADICTORY');
    expect(await previewOf(api, elsewhere.lead.accountId, elsewhere.auditId, document)).toBeNull();
  });

  it('is refused once the content has changed since it was read, with the hash it has now', async () => {
    const audit = await makeAuditIn(api, state);
    const findingId = await makeFinding(api, audit, { state: state === 'FINALISATION' ? 'SHARED' : 'DRAFT' });
    const { accountId } = audit.mate;
    const read = await signingOf(api, accountId, audit.auditId, document);
    await api.sql(`update finding set statement = 'Doses are not reviewed!' where id = $1`, [findingId]);
    const now = await signingOf(api, accountId, audit.auditId, document);
    const answer = await signAs(api, accountId, audit.auditId, document, {
      contentSha256: read.contentSha256,
    });
    expect(answer.userErrors).toMatchObject([
      {
        code: 'SIGNED_CONTENT_CHANGED',
        path: ['input', 'contentSha256'],
        message: expect.stringContaining(now.contentSha256),
      },
    ]);
    expect(now.contentSha256).not.toBe(read.contentSha256);
    expect(await signaturesIn(audit)).toEqual([]);
  });
});

describe('the confirmation', () => {
  it.each([
    ['Je signe ce rapport', []],
    ['  JE  SIGNE ce rapport. ', []],
    ['jé signé ce rapport', []],
    ['I sign this report', []],
    ['Je signe', ['CONFIRMATION_MISMATCH']],
    ['Je signe ce projet de rapport', ['CONFIRMATION_MISMATCH']],
    ['oui', ['CONFIRMATION_MISMATCH']],
  ])('%j gives %j', async (confirmation, codes) => {
    const audit = await makeAuditIn(api, 'FINALISATION');
    const answer = await signAs(api, audit.mate.accountId, audit.auditId, 'REPORT', { confirmation });
    expect(codesOf(answer)).toEqual(codes);
  });
});

describe('re-authentication', () => {
  it('wants the password, and counts wrong ones as signing in does', async () => {
    const audit = await makeAuditIn(api, 'FINALISATION');
    const sign = (password: string | null) =>
      signAs(api, audit.mate.accountId, audit.auditId, 'REPORT', { password });
    expect((await sign(null)).userErrors).toMatchObject([
      { code: 'PASSWORD_MISSING', path: ['input', 'password'] },
    ]);
    for (let time = 0; time < GUESSES.account; time += 1)
      expect(codesOf(await sign('faux'))).toEqual(['PASSWORD_WRONG']);
    expect(codesOf(await sign(PASSWORD))).toEqual(['TOO_MANY_ATTEMPTS']);
    expect(await signaturesIn(audit)).toEqual([]);
    api.clock.set('2027-01-11T08:16:00Z');
    const later = await sign(PASSWORD);
    api.clock.set('2027-01-11T08:00:00Z');
    expect(codesOf(later)).toEqual([]);
  });

  it('wants the second factor as well where one is enrolled, and takes a code once', async () => {
    const audit = await makeAuditIn(api, 'FINALISATION');
    const other = await makeAuditIn(api, 'FINALISATION');
    const { accountId, auditorId } = audit.mate;
    await makeAssignment(api, { auditId: other.auditId, auditorId, seat: 'RADIOGRAPHER' });
    await givePassword(api, accountId);
    const own = api.as(accountId);
    const key = 'secondFactorKey { secret }';
    const begun = await own.act('secondFactorEnrol', { currentPassword: PASSWORD }, key);
    const codeNow = () => codeAt(String(begun.secondFactorKey.secret), stepAt(api.clock.now()));
    expect(codesOf(await own.act('secondFactorConfirm', { code: codeNow() }))).toEqual([]);
    api.clock.advance({ seconds: 30 });
    const code = codeNow();
    const sign = (auditId: string, given?: string) =>
      signAs(api, accountId, auditId, 'REPORT', given ? { code: given } : {});
    expect((await sign(audit.auditId)).userErrors).toMatchObject([
      { code: 'SECOND_FACTOR_REQUIRED', path: ['input', 'code'] },
    ]);
    expect(codesOf(await sign(audit.auditId, '000000'))).toEqual(['SECOND_FACTOR_CODE_WRONG']);
    expect(codesOf(await sign(audit.auditId, code))).toEqual([]);
    expect(codesOf(await sign(other.auditId, code))).toEqual(['SECOND_FACTOR_CODE_WRONG']);
    expect(await signaturesIn(audit)).toMatchObject([{ means: 'SECOND_FACTOR' }]);
    api.clock.set('2027-01-11T08:00:00Z');
  });

  it('wants a sign-in of the last five minutes from who has no password here', async () => {
    const audit = await makeAuditIn(api, 'FINALISATION');
    const { accountId } = audit.mate;
    const signing = await signingOf(api, accountId, audit.auditId, 'REPORT');
    await api.sql(`update account set kind = 'OIDC', password_hash = null where id = $1`, [accountId]);
    const input = { auditId: audit.auditId, expectedVersion: 1, ...signing, password: null };
    const session = (method: string, age: string) =>
      api.sql(
        `update account_session set method = $2, created_at = now() - $3::interval where account_id = $1`,
        [accountId, method, age],
      );
    const sign = () => api.as(accountId).act('reportSign', input);
    await session('OIDC', '5 minutes 1 second');
    const old = await sign();
    await session('PASSWORD', '1 second');
    const other = await sign();
    await session('OIDC', '1 second');
    const fresh = await sign();
    expect([codesOf(old), codesOf(other), codesOf(fresh)]).toEqual([
      ['SESSION_NOT_FRESH'],
      ['SESSION_NOT_FRESH'],
      [],
    ]);
    expect(await signaturesIn(audit)).toMatchObject([{ means: 'PROVIDER' }]);
  });

  it('leaves neither password nor code anywhere in the database', async () => {
    const audit = await makeAuditIn(api, 'FINALISATION');
    await signAs(api, audit.mate.accountId, audit.auditId, 'REPORT', { code: '424242' });
    const tables = await api.sql<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public'`,
    );
    for (const { name } of tables) {
      const found = await api.sql(`select 1 from ${name} t where t::text like any($1)`, [
        [`%${PASSWORD}%`, '%424242%'],
      ]);
      expect({ name, found }).toEqual({ name, found: [] });
    }
    // With the secrets left out, the same key brings the first answer again.
    const signing = await signingOf(api, audit.lead.accountId, audit.auditId, 'REPORT');
    const input = { auditId: audit.auditId, expectedVersion: 1, ...signing };
    const key = { idempotencyKey: '0b1f7f06-6a4a-4a2e-9f5b-3f0f2a8f6f11' };
    const lead = api.as(audit.lead.accountId);
    expect((await lead.act('reportSign', { ...input, ...key })).userErrors).toEqual([]);
    expect(await lead.act('reportSign', { ...input, ...key, code: '1' })).toMatchObject({ replayed: true });
  });
});

describe('a signed report', () => {
  it('bears the signatures of both professions, each over its very body', async () => {
    const { audit, answer } = await makeIssuedReport(api);
    const document: Json = JSON.parse(answer.report.content);
    const read = await api.as(audit.managerId).run(
      `query ($id: ID!) { report(id: $id) { signatures {
         familyName givenName profession isLead signedAt confirmation bodySha256 } } }`,
      { id: answer.report.id },
    );
    expect(read.data.report.signatures).toEqual(document.signatures);
    expect(document.signatures).toMatchObject([
      { profession: 'RADIOLOGIST', isLead: true, signedAt: '2027-01-11T08:00:00.000Z' },
      { profession: 'RADIOGRAPHER', isLead: false, confirmation: 'I sign this report' },
    ]);
    const [radiologist, radiographer] = document.signatures as Json[];
    expect([radiologist.bodySha256, radiographer.bodySha256]).toEqual([
      document.bodySha256,
      document.bodySha256,
    ]);
    const coordination = await api
      .as(await makeCoordinator(api))
      .run('query ($id: ID!) { report(id: $id) { number signatures { profession } } }', {
        id: answer.report.id,
      });
    expect(coordination).toMatchObject({ data: { report: { number: 1, signatures: null } } });
    expect(coordination.errors).toBeUndefined();
  });

  it('is issued as it was signed or not at all: one byte changed since must be signed again', async () => {
    const { audit, amended } = await makeReadyReport(api);
    await signAll(api, audit, 'REPORT');
    await api.sql(`update finding set statement = 'Reviewed yearly only,' where id = $1`, [amended]);
    const issue = () =>
      api.as(audit.lead.accountId).act('reportIssue', { auditId: audit.auditId, expectedVersion: 1 });
    expect(codesOf(await issue())).toEqual(['SIGNATURES_MISSING']);
    expect(codesOf(await signAs(api, audit.lead.accountId, audit.auditId, 'REPORT'))).toEqual([]);
    expect(codesOf(await issue())).toEqual(['SIGNATURES_MISSING']);
    expect(codesOf(await signAs(api, audit.mate.accountId, audit.auditId, 'REPORT'))).toEqual([]);
    expect(codesOf(await issue())).toEqual([]);
    expect(await signaturesIn(audit)).toHaveLength(4);
  });

  it('takes no signature of who has left the team', async () => {
    const { audit } = await makeReadyReport(api);
    await signAll(api, audit, 'REPORT');
    await api.sql(`update assignment set state = 'REPLACED' where id = $1`, [audit.mateAssignmentId]);
    const successor = await makeAuditor(api, { profession: 'RADIOGRAPHER' });
    const seat = { auditId: audit.auditId, auditorId: successor.auditorId, seat: 'RADIOGRAPHER' };
    await makeAssignment(api, seat);
    const issue = () =>
      api.as(audit.lead.accountId).act('reportIssue', { auditId: audit.auditId, expectedVersion: 1 });
    expect(codesOf(await issue())).toEqual(['SIGNATURES_MISSING']);
    // The team stands in the report, so that the lead has read another one.
    for (const accountId of [successor.accountId, audit.lead.accountId])
      expect(codesOf(await signAs(api, accountId, audit.auditId, 'REPORT'))).toEqual([]);
    const issued = await issue();
    expect(codesOf(issued)).toEqual([]);
    expect(await standingSignatures(api, audit.auditId)).toEqual([
      'REPORT RADIOGRAPHER',
      'REPORT RADIOLOGIST',
    ]);
  });
});

describe('two signers and an author at once', () => {
  it.each([1, 2, 3, 4, 5])('leave no signature that stands for other words (round %s)', async () => {
    const audit = await makeAuditIn(api, 'DRAFT_REPORT');
    const findingId = await makeFinding(api, audit);
    const { lead, mate, auditId } = audit;
    const [first, second] = await Promise.all(
      [lead, mate].map(({ accountId }) => signingOf(api, accountId, auditId, 'DRAFT')),
    );
    const input = { auditId, expectedVersion: 1 };
    const change = {
      findingId,
      expectedVersion: 1,
      kind: 'NON_CONFORMITY',
      severity: 'MAJOR',
      statement: 'Doses are hardly reviewed.',
    };
    const answers = await Promise.all([
      api.as(lead.accountId).act(SIGNING_ACTS.DRAFT, { ...input, ...first }),
      api.as(mate.accountId).act('findingUpdate', change),
      api.as(mate.accountId).act(SIGNING_ACTS.DRAFT, { ...input, ...second }),
    ]);
    expect(codesOf(answers[1])).toEqual([]);
    const now = await previewOf(api, lead.accountId, auditId, 'DRAFT');
    const standing = await api.sql<{ sha: string }>(
      'select content_sha256 as sha from report_signature where audit_id = $1 and voided_at is null',
      [auditId],
    );
    expect(standing.filter(({ sha }) => sha !== now.contentSha256)).toEqual([]);
    for (const { userErrors } of [answers[0], answers[2]] as Json[])
      expect(userErrors.every(({ code }: Json) => code === 'SIGNED_CONTENT_CHANGED')).toBe(true);
  });
});

describe('a preview', () => {
  it('is asked for of a few audits at once, and not of a long list', async () => {
    const audit = await makeAuditIn(api, 'FINALISATION');
    const ask = (first: number) =>
      api
        .as(audit.lead.accountId)
        .run(
          `query ($first: Int!) { audits(first: $first) { nodes { reportPreview(document: REPORT) { number } } } }`,
          { first },
        );
    const few = await ask(10);
    expect([few.errors, few.data.audits.nodes]).toEqual([undefined, [{ reportPreview: { number: 1 } }]]);
    const many = await ask(50);
    expect(many.errors?.map(({ extensions }) => extensions['code'])).toEqual(['QUERY_TOO_LARGE']);
  });
});
