import { randomUUID } from 'node:crypto';
import { globalId } from '../../server/kernel/ids';
import {
  freezeDocument,
  REPORT_AUDIENCES,
  sha256Of,
  variantOf,
  verifyDocument,
  type ReportDocument,
} from '../../server/reports';
import { openApi, type ApiClient, type Json, type TestApi } from '../support/api';
import { insertRow, makeAccount, makeCoordinator, makeService } from '../support/factories';
import { codesOf, makeAuditIn, makeReport, type AuditInState } from '../support/findings-factories';
import { readPdf } from '../support/read-pdf';
import { planOf, smallReport } from '../support/sample-reports';
import { entriesOf } from '../support/trail-entries';

let api: TestApi;
let audit: AuditInState;
let report: string;
const document = smallReport();
const whole = freezeDocument(document);

beforeAll(async () => {
  api = await openApi();
  audit = await makeAuditIn(api, 'FOLLOW_UP');
  report = await issued(audit, document);
});
afterAll(() => api.close());

/** A report as it lies there once it is issued, with its variants. */
async function issued(of: AuditInState, issuedReport: ReportDocument): Promise<string> {
  const frozen = freezeDocument(issuedReport);
  for (const [index, { auditorId, accountId }] of [of.lead, of.mate].entries()) {
    const [seat] = await api.sql<{ id: string }>(
      'select id from assignment where audit_id = $1 and auditor_id = $2',
      [of.auditId, auditorId],
    );
    const { profession, confirmation, signedAt, bodySha256 } = issuedReport.signatures[index]!;
    await insertRow(api, 'report_signature', {
      audit_id: of.auditId,
      document: 'REPORT',
      number: 1,
      assignment_id: seat?.id,
      auditor_id: auditorId,
      signed_by_id: accountId,
      profession,
      content_sha256: bodySha256,
      confirmation,
      means: 'PASSWORD',
      signed_at: signedAt,
    });
  }
  const id = await makeReport(api, of, { ...frozen });
  for (const audience of REPORT_AUDIENCES)
    await insertRow(api, 'report_variant', {
      report_id: id,
      audit_id: of.auditId,
      audited_service_id: of.serviceId,
      audience,
      ...freezeDocument(variantOf(issuedReport, frozen.sha256, audience)),
    });
  return id;
}

const ask = (client: ApiClient, change: object = {}): Promise<Json> =>
  client.act(
    'reportDownload',
    { reportId: globalId('Report', report), format: 'JSON', language: 'fr', audience: 'SERVICE', ...change },
    'report { id } download { url expiresAt }',
  );

const get = (url: string): Promise<Response> =>
  fetch(new URL(url, api.url), { headers: { 'accept-language': 'en' } });

async function fetched(client: ApiClient, change: object = {}): Promise<Response> {
  const { download, userErrors } = await ask(client, change);
  expect(userErrors).toEqual([]);
  return get(download.url);
}

const manager = () => api.as(audit.managerId);

describe('reportDownload', () => {
  it('gives the canonical JSON as it is, once, as an attachment', async () => {
    const { download, report: found } = await ask(manager());
    expect(found.id).toBe(globalId('Report', report));
    expect(download).toEqual({
      url: expect.stringMatching(/^\/files\/reports\/[\w-]{43}$/),
      expiresAt: '2027-01-11T08:01:00.000Z',
    });
    const response = await get(download.url);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': expect.stringContaining('filename="rapport-AUD-2026-00004-v1.json"'),
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'cache-control': 'no-store',
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(sha256Of(new TextDecoder().decode(bytes))).toBe(whole.sha256);
    expect(verifyDocument(bytes, { sha256: whole.sha256 }).filter(({ isRight }) => !isRight)).toEqual([]);
    const again = await get(download.url);
    const never = await get(`/files/reports/${'x'.repeat(43)}`);
    expect([again.status, await again.json()]).toEqual([404, await never.json()]);
  });

  it('lays the report out as HTML and as PDF, with the hash of what it was made from', async () => {
    const html = await fetched(manager(), { format: 'HTML', language: 'en' });
    expect(html.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(html.headers.get('content-disposition')).toBe(
      `attachment; filename="rapport-AUD-2026-00004-v1-en.html"; filename*=UTF-8''rapport-AUD-2026-00004-v1-en.html`,
    );
    const page = await html.text();
    expect(page).toContain('<html lang="en"');
    expect(page).toContain(whole.sha256);
    const pdf = await fetched(manager(), { format: 'PDF' });
    expect(pdf.headers.get('content-disposition')).toContain('filename="rapport-AUD-2026-00004-v1-fr.pdf"');
    const { title, pages } = readPdf(new Uint8Array(await pdf.arrayBuffer()));
    expect(title).toBe('Rapport d’audit clinique par les pairs – AUD-2026-00004 – version 1');
    expect(pages.map(({ text }) => text).join('')).toContain(whole.sha256);
  });

  it('gives each audience its own part, under its own hash, and names that of the whole', async () => {
    const variant = freezeDocument(variantOf(document, whole.sha256, 'G4'));
    const coordinator = api.as(await makeCoordinator(api));
    const json = await fetched(coordinator, { audience: 'G4' });
    expect(json.headers.get('content-disposition')).toContain('rapport-AUD-2026-00004-v1-g4.json');
    expect(sha256Of(await json.text())).toBe(variant.sha256);
    const page = await (await fetched(coordinator, { audience: 'G4', format: 'HTML' })).text();
    expect(page).toContain(variant.sha256);
    expect(page).toContain(whole.sha256);
    expect(page).not.toContain('Doses et niveaux de référence');
  });

  it('annexes the accepted plan for those who read it', async () => {
    const other = await makeAuditIn(api, 'FOLLOW_UP');
    const own = await issued(other, document);
    await insertRow(api, 'plan_document', {
      audit_id: other.auditId,
      audited_service_id: other.serviceId,
      report_id: own,
      ...freezeDocument(planOf(document)),
    });
    const page = async (audience: string): Promise<string> => {
      const asked = { reportId: globalId('Report', own), audience, format: 'HTML' };
      return (await fetched(api.as(other.managerId), asked)).text();
    };
    expect(await page('SERVICE')).toContain('Dater et approuver les protocoles');
    expect(await page('G4')).toContain('Dater et approuver les protocoles');
    expect(await page('PUBLIC')).not.toContain('Dater et approuver');
  });

  it('is for whoever reads that audience; for all others there is no such report', async () => {
    const reader = await makeAccount(api, { services: { [audit.serviceId]: 'SERVICE_READER' } });
    const steering = await makeAccount(api, { roles: ['STEERING_MEMBER'] });
    const staff = [await makeCoordinator(api), steering.accountId];
    for (const account of [audit.managerId, reader.accountId, audit.lead.accountId, audit.mate.accountId])
      for (const audience of REPORT_AUDIENCES)
        expect((await fetched(api.as(account), { audience })).status).toBe(200);
    for (const account of staff)
      for (const audience of ['G4', 'PUBLIC'])
        expect((await fetched(api.as(account), { audience })).status).toBe(200);
    const stranger = (await makeService(api)).managerId;
    const observer = (await makeAccount(api, { roles: ['OBSERVER'] })).accountId;
    const absent = { reportId: globalId('Report', randomUUID()) };
    for (const [account, audiences] of [
      ...staff.map((each) => [each, ['SERVICE']] as const),
      [stranger, REPORT_AUDIENCES] as const,
      [observer, REPORT_AUDIENCES] as const,
    ])
      for (const audience of audiences) {
        const refused = await ask(api.as(account), { audience });
        expect(refused).toEqual(await ask(api.as(account), { ...absent, audience }));
        expect(codesOf(refused)).toEqual(['NOT_FOUND']);
      }
  });

  it('asks anew, when the ticket is used, whether its bearer sees the report', async () => {
    const reader = await makeAccount(api, { services: { [audit.serviceId]: 'SERVICE_READER' } });
    const { download } = await ask(api.as(reader.accountId));
    await api.sql(`update role_grant set to_date = '2027-01-10' where account_id = $1`, [reader.accountId]);
    expect((await get(download.url)).status).toBe(404);
  });

  it('is good for a minute', async () => {
    const { download } = await ask(manager());
    await api.sql(`update report_download set expires_at = '2027-01-11T08:00:00Z'`);
    expect((await get(download.url)).status).toBe(404);
  });

  it('is in the trail, for whoever asked and without the ticket', async () => {
    const { download } = await ask(manager(), { format: 'PDF' });
    const secret = download.url.split('/').at(-1);
    expect((await entriesOf(api, report)).at(-1)).toMatchObject({ act: 'reportDownload' });
    for (const table of ['report_download', 'idempotency_key', 'trail_payload', 'trail_leaf'])
      expect(await api.sql(`select 1 from ${table} t where t::text like $1`, [`%${secret}%`])).toEqual([]);
  });

  it('is told to whoever asked, and to nobody else', async () => {
    const other = await makeAuditIn(api, 'FOLLOW_UP');
    const id = globalId('Report', await issued(other, document));
    const asked = { reportId: id, audience: 'G4' };
    const coordinator = await makeCoordinator(api);
    for (const account of [other.managerId, other.lead.accountId, coordinator])
      expect(codesOf(await ask(api.as(account), asked))).toEqual([]);
    const told = async (account: string): Promise<string[]> => {
      const { data } = await api
        .as(account)
        .run('query ($id: ID!) { report(id: $id) { history(first: 50) { nodes { act } } } }', {
          id,
        });
      return (data.report?.history.nodes ?? [])
        .map(({ act }: Json) => act)
        .filter((act: string) => act === 'reportDownload');
    };
    for (const account of [other.managerId, other.lead.accountId])
      expect(await told(account)).toEqual(['reportDownload']);
    expect(await told(other.mate.accountId)).toEqual([]);
    expect(await told(await makeCoordinator(api))).toEqual([]);
  });

  it('gives nothing of a report whose stored content was changed, be it by one letter', async () => {
    const other = await makeAuditIn(api, 'FOLLOW_UP');
    const own = await issued(other, document);
    const asked = (audience: string, format: string) => ({
      reportId: globalId('Report', own),
      audience,
      format,
    });
    await api.sql(`
      alter table report disable trigger user;
      update report set content = replace(content, 'exemplaire', 'exemplaires') where id = '${own}';
      alter table report enable trigger user;`);
    for (const [audience, format] of [
      ['SERVICE', 'JSON'],
      ['SERVICE', 'PDF'],
      ['PUBLIC', 'HTML'],
    ] as const) {
      const response = await fetched(api.as(other.managerId), asked(audience, format));
      expect(response.status).toBe(500);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'REPORT_DAMAGED' } }] });
    }
  });
});
