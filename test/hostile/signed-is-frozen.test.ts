import type { DataSource } from 'typeorm';
import { freezeDocument } from '../../server/reports';
import { openApi, type TestApi } from '../support/api';
import { connectTo } from '../support/data-source';
import { insertRow } from '../support/factories';
import { makeAuditIn, makeFinding } from '../support/findings-factories';
import { makeIssuedReport, makeReadyReport } from '../support/issued-report';
import { previewOf, signAll, signAs } from '../support/signing';

let api: TestApi;
let runtime: DataSource;
let owner: DataSource;
let issued: Awaited<ReturnType<typeof makeIssuedReport>>;

beforeAll(async () => {
  api = await openApi();
  runtime = await connectTo(api);
  owner = await connectTo(api, null);
  issued = await makeIssuedReport(api);
  expect(issued.answer.userErrors).toEqual([]);
});
afterAll(async () => {
  await Promise.all([runtime.destroy(), owner.destroy()]);
  await api.close();
});

/** Runs statements as the server could at most: as an act of the lead of the team. */
async function asLead(statements: readonly string[], accountId = issued.audit.lead.accountId): Promise<void> {
  await runtime.transaction(async (manager) => {
    await manager.query('select app.enter($1, 1, current_date, $1, false)', [accountId]);
    await manager.query(`select set_config('app.acting', 'on', true)`);
    for (const statement of statements) await manager.query(statement);
  });
}

/** As the owner of the tables, in one transaction. */
const asOwner = (statements: readonly string[]): Promise<void> =>
  owner.transaction(async (manager) => {
    await manager.query('set local role vis_a_vis_owner');
    for (const statement of statements) await manager.query(statement);
  });

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const REFUSED =
  /what the issued report says|stands in an issued report|issued report never changes|signature (is kept|stands or)|is issued|was (said|drafted) is kept|bears its hash|issued signed|permission denied|violates row-level/;

const OF = () => `audit_id = '${issued.audit.auditId}'`;

/** One byte of each thing that stands in an issued report, and the rows themselves. */
const CHANGES: [string, () => string][] = [
  ['the report', () => `update report set content = replace(content, 'a', 'b') where ${OF()}`],
  ['the report away', () => `delete from report where ${OF()}`],
  ['a statement', () => `update finding set statement = statement || '.' where id = '${issued.amended}'`],
  ['a severity', () => `update finding set severity = 'MINOR' where id = '${issued.accepted}'`],
  ['a state', () => `update finding set state = 'AMENDED' where id = '${issued.accepted}'`],
  ['what was drafted', () => `update finding set drafted_statement = 'x' where id = '${issued.withdrawn}'`],
  ['a withdrawn one back', () => `update finding set state = 'FINAL' where id = '${issued.withdrawn}'`],
  ['a reply', () => `update finding_reply set argument = 'x' where id = '${issued.replyId}'`],
  ['a disposition', () => `update finding_reply set disposition_reason = 'x' where id = '${issued.replyId}'`],
  ['a consensus', () => `update grade set value = 'CONFORM' where stage = 'CONSENSUS' and ${OF()}`],
  ['a self-assessment', () => `update grade set value = 'PARTIAL' where stage = 'SELF' and ${OF()}`],
  [
    'a criterion',
    () =>
      `update finding set criterion_id = (select id from criterion limit 1) where id = '${issued.accepted}'`,
  ],
  ['a signature', () => `update report_signature set content_sha256 = repeat('a', 64) where ${OF()}`],
  ['a signature void', () => `update report_signature set voided_at = now() where ${OF()}`],
];

const ONLY_OWNERS: [string, () => string][] = [
  ['a finding', () => `delete from finding where id = '${issued.withdrawn}'`],
  ['a grade', () => `delete from grade where ${OF()}`],
  ['a signature', () => `delete from report_signature where ${OF()}`],
  ['a reply', () => `delete from finding_reply where id = '${issued.replyId}'`],
  ['all signatures', () => 'truncate report_signature'],
  ['all replies', () => 'truncate finding_reply cascade'],
  ['all wordings', () => 'truncate finding_reply_version cascade'],
  ['all findings', () => 'truncate finding cascade'],
  [
    'another finding in',
    () => `insert into finding (id, audit_id, campaign_id, number, kind, state, statement)
      select gen_random_uuid(), id, campaign_id, 99, 'OBSERVATION', 'FINAL', 'x' from audit where id = '${issued.audit.auditId}'`,
  ],
];

async function everything(): Promise<unknown> {
  const tables = ['report', 'finding', 'finding_reply', 'grade', 'report_signature'];
  const found = [];
  for (const table of tables)
    found.push(
      await api.sql(`select to_json(t) as row from ${table} t where audit_id = $1 order by id`, [
        issued.audit.auditId,
      ]),
    );
  return found;
}

describe('once a report is issued', () => {
  it.each(CHANGES)('the role that serves requests does not change %s', async (_what, statement) => {
    const before = await everything();
    await expect(asLead([statement()])).rejects.toThrow(REFUSED);
    expect(await everything()).toEqual(before);
  });

  it.each([...CHANGES, ...ONLY_OWNERS])(
    'the owner of the tables does not change %s',
    async (_what, statement) => {
      const before = await everything();
      await expect(asOwner([statement()])).rejects.toThrow(REFUSED);
      expect(await everything()).toEqual(before);
    },
  );

  it('keeps to what the report says, and to nothing else: who only touches a finding may', async () => {
    await asOwner([
      `update finding set version = version, updated_at = now() where id = '${issued.accepted}'`,
    ]);
  });

  it('takes no next version that nobody signed, so that no finding is restated with it', async () => {
    const restate = `update finding set statement = 'Otherwise.' where id = '${issued.amended}'`;
    const next = (
      content: string,
    ) => `insert into report (id, audit_id, number, content, sha256, amendment_reason)
      select gen_random_uuid(), audit_id, 2, ${content}, encode(sha256(convert_to(${content}, 'UTF8')), 'hex'), 'x'
      from report where ${OF()} and number = 1`;
    const forged = `replace(replace(content, 'Reviewed yearly only.', 'Otherwise.'), '"number":1,"s', '"number":2,"s')`;
    await expect(asLead([restate, next(`'{}'`)])).rejects.toThrow('a report is issued signed');
    await expect(asLead([restate, next(forged)])).rejects.toThrow('a report bears its hash');
    await expect(asOwner([restate, next(forged)])).rejects.toThrow('a report bears its hash');
    // What was signed for version 1 is no signature of version 2.
    const again = `replace(content, '"number":1,"s', '"number":2,"s')`;
    await expect(asOwner([next(again)])).rejects.toThrow('a report is issued signed');
  });
});

describe('before', () => {
  it('a report is not issued by a hand of its own while a signature stands for other words', async () => {
    const { audit } = await makeReadyReport(api);
    await signAll(api, audit, 'REPORT');
    const source = await api.sql<{ content: string; sha256: string }>(
      'select content, sha256 from report where id = any(select id from report limit 1)',
    );
    const forged = insertRow(api, 'report', { audit_id: audit.auditId, number: 1, ...source[0] });
    await expect(forged).rejects.toThrow('a report is issued signed');
  });

  it('no hand of the lead issues a report that lacks the signature of the other profession', async () => {
    const { audit } = await makeReadyReport(api);
    const { auditId, lead, mate } = audit;
    expect((await signAs(api, lead.accountId, auditId, 'REPORT')).userErrors).toEqual([]);
    const [own] = await api.sql<{ body: string; signedAt: string; confirmation: string }>(
      `select content_sha256 as body, signed_at as "signedAt", confirmation from report_signature where audit_id = $1`,
      [auditId],
    );
    const preview = await previewOf(api, lead.accountId, auditId, 'REPORT');
    expect(preview.contentSha256).toBe(own!.body);
    const issue = (signatures: object[]): string => {
      const { content, sha256 } = freezeDocument({
        schema: { name: 'vis-a-vis/report', version: 2 },
        number: 1,
        bodySha256: own!.body,
        body: JSON.parse(preview.content as string),
        signatures,
      });
      return `insert into report (id, audit_id, number, content, sha256)
        values (gen_random_uuid(), '${auditId}', 1, ${literal(content)}, '${sha256}')`;
    };
    const signature = { ...own!, profession: 'RADIOLOGIST', signedAt: new Date(own!.signedAt).toISOString() };
    const [first, second] = [signature, { ...signature, profession: 'RADIOGRAPHER' }];
    const each = 'a report is issued signed by each profession';
    const hands = { asLead: (sql: string[]) => asLead(sql, lead.accountId), asOwner };
    for (const hand of Object.values(hands)) {
      await expect(hand([issue([first])])).rejects.toThrow(each);
      await expect(hand([issue([first, second])])).rejects.toThrow(each);
    }
    // Signing once more, on the seat of the other, is no signature of the other.
    const onSeatOf = (auditor: string): string => `
      insert into report_signature (id, audit_id, document, number, assignment_id, auditor_id, signed_by_id, profession,
        content_sha256, confirmation, means, signed_at)
      select gen_random_uuid(), s.audit_id, 'REPORT', 1, s.id, '${lead.auditorId}', '${lead.accountId}', 'RADIOGRAPHER',
        '${own!.body}', ${literal(own!.confirmation)}, 'PASSWORD', ${literal(signature.signedAt)}
      from assignment s where s.audit_id = '${auditId}' and s.auditor_id = '${auditor}'`;
    for (const hand of Object.values(hands))
      await expect(hand([onSeatOf(mate.auditorId), issue([first, second])])).rejects.toThrow(each);
    // And with both, it names both, as they are.
    expect((await signAs(api, mate.accountId, auditId, 'REPORT')).userErrors).toEqual([]);
    const names = 'a report names the signatures that it bears';
    await expect(asOwner([issue([first])])).rejects.toThrow(names);
    await expect(asOwner([issue([first, { ...second, confirmation: 'x' }])])).rejects.toThrow(names);
    await expect(asOwner([issue([])])).rejects.toThrow(names);
  });

  it('a signature is voided once, and never stands again', async () => {
    const audit = await makeAuditIn(api, 'DRAFT_REPORT');
    await signAll(api, audit, 'DRAFT');
    const voided = (at: string) =>
      api.sql(`update report_signature set voided_at = ${at} where audit_id = $1`, [audit.auditId]);
    await voided('now()');
    await expect(voided('null')).rejects.toThrow('stands or is voided, once');
    await expect(voided(`now() + interval '1 day'`)).rejects.toThrow('stands or is voided, once');
  });

  it('the wordings of a reply are kept as they were', async () => {
    const audit = await makeAuditIn(api, 'CONTRADICTORY');
    const findingId = await makeFinding(api, audit, { state: 'SHARED' });
    const said = { findingId, expectedVersion: 1, kind: 'CONTESTED', argument: 'No.' };
    expect((await api.as(audit.managerId).act('findingReply', said)).userErrors).toEqual([]);
    const kept = 'what was said is kept';
    await expect(api.sql(`update finding_reply_version set argument = 'x'`)).rejects.toThrow(kept);
    await expect(api.sql('delete from finding_reply_version')).rejects.toThrow(kept);
  });
});
