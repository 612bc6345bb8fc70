import { createHash, randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { globalId } from '../../server/kernel/ids';
import { openApi, type ApiClient, type Json, type TestApi } from '../support/api';
import { clamdServer, type ClamdServer } from '../support/clamd-server';
import { connectTo } from '../support/data-source';
import { makeAccount } from '../support/factories';
import { EICAR } from '../support/files/hostile-files';
import { OFFICE_TYPES, docx, paragraph } from '../support/files/office-files';
import { textPdf } from '../support/files/pdf-files';
import { makeGradableAudit, type GradableAudit } from '../support/grades-factories';
import { addFile, announce, send } from '../support/upload-factories';
import { filesFor } from '../../server/app';
import { entriesOf } from '../support/trail-entries';

let api: TestApi;
let audit: GradableAudit;
beforeAll(async () => {
  api = await openApi();
  audit = await makeGradableAudit(api, { state: 'SELF_ASSESSMENT' });
});
afterAll(() => api.close());

const SCAN = `id state version availableTransitions { act isAvailable reason } file { mediaType sizeBytes sha256 }
  scan { outcome mediaType sentSha256 decision decisionReason reasons { code message count places } }`;

/** Sends a file as evidence, and waits until it was looked into. */
async function sent(bytes: Buffer, fileName: string, mediaType: string): Promise<string> {
  const added = await addFile(audit.contributor, audit.auditId, announce(bytes, { fileName, mediaType }));
  await send(api.url, added.uploadTicket, new Uint8Array(bytes));
  await api.files.settled();
  return added.evidence.id as string;
}

async function read(client: ApiClient, id: string): Promise<Json> {
  const { data } = await client.run(
    `query ReadScan($id: ID!) { node(id: $id) { ... on Evidence { ${SCAN} } } }`,
    { id },
  );
  return data?.node;
}

async function downloaded(client: ApiClient, evidenceId: string): Promise<Buffer | string> {
  const { download, userErrors } = await client.act('evidenceDownload', { evidenceId }, 'download { url }');
  if (!download) return userErrors[0].code;
  const response = await fetch(new URL(download.url, api.url));
  return Buffer.from(await response.arrayBuffer());
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const uuidOf = (id: string) => Buffer.from(id, 'base64url').toString().split(':')[1] ?? '';

test('a clean document becomes evidence without its author', async () => {
  const bytes = docx(paragraph('Protocole de scanner'));
  const id = await sent(bytes, 'protocole.docx', OFFICE_TYPES.docx);
  const evidence = await read(audit.contributor, id);
  expect(evidence).toMatchObject({
    state: 'CLEAN',
    availableTransitions: [],
    scan: { outcome: 'CLEAN', reasons: [], sentSha256: sha256(bytes) },
  });
  const copy = await downloaded(audit.lead, id);
  expect(sha256(copy as Buffer)).toBe(evidence.file.sha256);
  expect(evidence.file.sha256).not.toBe(sha256(bytes));
  expect(await entriesOf(api, uuidOf(id))).toEqual(
    expect.arrayContaining([expect.objectContaining({ act: 'evidenceScan' })]),
  );
});

test('a file with a NIR is refused, told where, and its bytes go', async () => {
  const id = await sent(
    await textPdf(['Bonjour', 'NIR 2 54 03 75 116 042 59']),
    'compte-rendu.pdf',
    'application/pdf',
  );
  expect(await read(audit.contributor, id)).toMatchObject({
    state: 'QUARANTINED',
    scan: { outcome: 'DOUBTFUL', reasons: [{ code: 'NIR_LIKE', count: 1, places: ['page 1'] }] },
  });
  const refused = await sent(
    await textPdf(['NIR 2 54 03 75 116 042 23'.replace('23', nirKeyOf('2540375116042'))]),
    'a.pdf',
    'application/pdf',
  );
  expect(await read(audit.contributor, refused)).toMatchObject({
    state: 'REJECTED',
    availableTransitions: [],
    scan: {
      outcome: 'REJECTED',
      reasons: [{ code: 'NIR', places: ['page 1'], message: expect.stringContaining('NIR') }],
    },
  });
  await api.files.keepUp();
  expect(await api.sql('select blob_id from evidence_file where id = $1', [uuidOf(refused)])).toEqual([
    { blob_id: null },
  ]);
  expect(await downloaded(audit.manager, refused)).toBe('EVIDENCE_NOT_CLEAN');
});

describe('a doubtful file', () => {
  const doubtful = () =>
    sent(
      Buffer.from(`Patiente née le 12/03/1954, ${randomBytes(8).toString('hex')}`),
      'note.txt',
      'text/plain',
    );

  test('waits for the manager of its service, who alone may look at it', async () => {
    const id = await doubtful();
    expect(await read(audit.manager, id)).toMatchObject({
      state: 'QUARANTINED',
      availableTransitions: [
        { act: 'evidenceRelease', isAvailable: true, reason: null },
        { act: 'evidenceRefuse', isAvailable: true, reason: null },
      ],
      scan: { outcome: 'DOUBTFUL', decision: null, reasons: [{ code: 'BIRTH_DATE', places: ['line 1'] }] },
    });
    expect(await read(audit.contributor, id)).toMatchObject({
      availableTransitions: [],
      scan: { outcome: 'DOUBTFUL' },
    });
    expect(await read(audit.lead, id)).toMatchObject({
      state: 'QUARANTINED',
      availableTransitions: [],
      scan: null,
    });
    for (const client of [audit.lead, audit.contributor])
      expect(await downloaded(client, id)).toBe('EVIDENCE_NOT_CLEAN');
    expect(String(await downloaded(audit.manager, id))).toContain('Patiente');
  });

  test('is released or taken back once, with a reason, in the trail', async () => {
    const [one, other] = [await doubtful(), await doubtful()];
    const { version } = await read(audit.manager, one);
    const input = { evidenceId: one, expectedVersion: version, reason: 'Exemple inventé' };
    for (const client of [audit.lead, audit.contributor])
      expect((await client.act('evidenceRelease', input)).userErrors[0].code).toBe('FORBIDDEN');
    const released = await audit.manager.act('evidenceRelease', input, `evidence { ${SCAN} }`);
    expect(released).toMatchObject({
      userErrors: [],
      evidence: { state: 'CLEAN', scan: { decision: 'RELEASED', decisionReason: 'Exemple inventé' } },
    });
    expect(String(await downloaded(audit.lead, one))).toContain('Patiente');
    const again = { ...input, expectedVersion: released.evidence.version };
    expect((await audit.manager.act('evidenceRefuse', again)).userErrors[0].code).toBe('ILLEGAL_TRANSITION');
    const refused = await audit.manager.act(
      'evidenceRefuse',
      { ...input, evidenceId: other },
      `evidence { state }`,
    );
    expect(refused).toMatchObject({ userErrors: [], evidence: { state: 'REJECTED' } });
    const acts = [...(await entriesOf(api, uuidOf(one))), ...(await entriesOf(api, uuidOf(other)))].map(
      ({ act }) => act,
    );
    expect(acts).toEqual(expect.arrayContaining(['evidenceRelease', 'evidenceRefuse']));
    // The team reads the evidence: that somebody had to decide on it would say that a patient may have stood in it.
    const told = async (client: ApiClient): Promise<string[]> => {
      const { data } = await client.run(
        'query ($id: ID!) { node(id: $id) { ... on Evidence { history(first: 20) { nodes { act } } } } }',
        { id: one },
      );
      return data['node'].history.nodes.map((entry: Json) => entry.act as string);
    };
    expect(await told(audit.contributor)).toEqual(
      expect.arrayContaining(['evidenceAdd', 'evidenceScan', 'evidenceRelease']),
    );
    expect((await told(audit.lead)).filter((act) => act !== 'evidenceDownload')).toEqual(
      (await told(audit.manager)).filter((act) => !/Scan|Release|Download/.test(act)),
    );
    expect(await told(audit.lead)).toContain('evidenceAdd');
  });

  test('stays hidden from other services', async () => {
    const id = await doubtful();
    const other = await makeAccount(api, {
      services: { [(await makeGradableAudit(api)).serviceId]: 'SERVICE_MANAGER' },
    });
    const { data, errors } = await api
      .as(other.accountId)
      .run('query Q($id: ID!) { node(id: $id) { id } }', { id });
    expect([data?.node ?? null, errors]).toEqual([null, undefined]);
    const answer = await api
      .as(other.accountId)
      .act('evidenceRelease', { evidenceId: id, expectedVersion: 1, reason: 'Rien' });
    const absent = await api.as(other.accountId).act('evidenceRelease', {
      evidenceId: globalId('Evidence', '00000000-0000-4000-8000-000000000001'),
      expectedVersion: 1,
      reason: 'Rien',
    });
    expect(answer.userErrors).toEqual(absent.userErrors);
  });
});

describe('the antivirus', () => {
  let clamd: ClamdServer | null = null;
  let dataSource: DataSource;
  beforeAll(async () => {
    dataSource = await connectTo(api);
  });
  afterAll(() => dataSource.destroy());
  afterEach(() => clamd?.close());

  const withAntivirus = (antivirus: string) =>
    filesFor({ dataSource, clock: api.clock, store: api.store, antivirus });

  /** A file that has arrived and that nobody has looked into, since the application of this test has no part in it. */
  async function arrived(
    bytes: Buffer,
    antivirus: string,
  ): Promise<{ id: string; files: ReturnType<typeof filesFor> }> {
    const files = withAntivirus(antivirus);
    const added = await addFile(
      audit.contributor,
      audit.auditId,
      announce(bytes, { fileName: 'a.txt', mediaType: 'text/plain' }),
    );
    const secret = added.uploadTicket.url.split('/').at(-1) as string;
    const upload = await files.find(secret);
    await files.receive(secret, upload as NonNullable<typeof upload>, chunksOf(bytes));
    await files.settled();
    return { id: added.evidence.id, files };
  }

  test('refuses what it knows', async () => {
    clamd = await clamdServer({ virus: EICAR });
    const { id } = await arrived(Buffer.from(EICAR), clamd.address);
    expect(await read(audit.contributor, id)).toMatchObject({
      state: 'REJECTED',
      scan: { reasons: [{ code: 'VIRUS', message: expect.stringContaining('Eicar-Test-Signature') }] },
    });
  });

  test('keeps a file in quarantine while it does not answer, and lets it out once it does', async () => {
    const { id, files } = await arrived(Buffer.from('Bonjour à tous'), 'tcp://127.0.0.1:1');
    const waiting = {
      state: 'QUARANTINED',
      scan: { outcome: 'WAITING', reasons: [{ code: 'ANTIVIRUS_UNREACHABLE' }] },
    };
    expect(await read(audit.manager, id)).toMatchObject({
      ...waiting,
      availableTransitions: [
        { act: 'evidenceRelease', isAvailable: false, reason: 'EVIDENCE_SCAN_PENDING' },
        { act: 'evidenceRefuse', isAvailable: false, reason: 'EVIDENCE_SCAN_PENDING' },
      ],
    });
    expect(await downloaded(audit.manager, id)).toBe('EVIDENCE_NOT_CLEAN');
    const tryAgain = async (others: typeof files) => {
      await api.sql(`update upload set next_try_at = null where subject_id = $1`, [uuidOf(id)]);
      await others.keepUp();
      await others.settled();
    };
    await tryAgain(files);
    expect(await read(audit.manager, id)).toMatchObject(waiting);
    clamd = await clamdServer({});
    await tryAgain(withAntivirus(clamd.address));
    expect(await read(audit.manager, id)).toMatchObject({
      state: 'CLEAN',
      scan: { outcome: 'CLEAN', reasons: [] },
    });
    const [{ antivirus } = {}] = await api.sql<{ antivirus: string }>(
      'select antivirus from evidence_scan where id = $1',
      [uuidOf(id)],
    );
    expect(antivirus).toMatch(/^ClamAV/);
  });
});

async function* chunksOf(bytes: Buffer): AsyncGenerator<Buffer> {
  yield await Promise.resolve(bytes);
}

function nirKeyOf(thirteen: string): string {
  return String(97 - (Number(thirteen) % 97)).padStart(2, '0');
}
