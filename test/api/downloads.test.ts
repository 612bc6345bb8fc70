import { randomBytes, randomUUID } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { folderStore } from '../../server/evidence';
import { globalId } from '../../server/kernel/ids';
import { openApi, type ApiClient, type Json, type TestApi } from '../support/api';
import { makeAccount, makeService } from '../support/factories';
import { makeGradableAudit, type GradableAudit } from '../support/grades-factories';
import { entriesOf } from '../support/trail-entries';
import { openSecondInstance } from '../support/second-instance';
import { addFile, announce, send } from '../support/upload-factories';

let api: TestApi;
let audit: GradableAudit;
const folder = path.join(os.tmpdir(), `vav-downloads-${randomUUID()}`);
const log: string[] = [];

beforeAll(async () => {
  api = await openApi({
    store: folderStore(folder),
    whenUploaded: { EVIDENCE: () => Promise.resolve() },
    settings: {
      logLevel: 'debug',
      logTo: new Writable({
        write: (line: Buffer, _encoding, done) => {
          log.push(line.toString());
          done();
        },
      }),
    },
  });
  audit = await makeGradableAudit(api, { state: 'SELF_ASSESSMENT' });
});
afterAll(() => api.close());

const uuidOf = (id: string) => Buffer.from(id, 'base64url').toString().split(':')[1] ?? '';

/** Sends a file as evidence and has it found clean. */
async function sent(bytes: Buffer, of: GradableAudit = audit, change: object = {}): Promise<string> {
  const added = await addFile(of.contributor, of.auditId, announce(bytes, change));
  expect((await send(api.url, added.uploadTicket, new Uint8Array(bytes))).status).toBe(200);
  await api.files.settled();
  await api.sql(`update evidence set state = 'CLEAN' where id = $1`, [uuidOf(added.evidence.id)]);
  return added.evidence.id;
}

const ask = (client: ApiClient, evidenceId: string): Promise<Json> =>
  client.act('evidenceDownload', { evidenceId }, 'evidence { id } download { url expiresAt }');

const get = (url: string, method = 'GET'): Promise<Response> =>
  fetch(new URL(url, api.url), { method, headers: { 'accept-language': 'en' } });

/** The file in the folder that holds some bytes. */
async function placeOf(bytes: Buffer): Promise<string[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((name) => name.isFile()).map((name) => path.join(name.parentPath, name.name));
  const contents = await Promise.all(files.map(async (file) => ({ file, content: await readFile(file) })));
  return contents.filter(({ content }) => content.equals(bytes)).map(({ file }) => file);
}

describe('evidenceDownload', () => {
  test('gives the file once, as an attachment that nothing opens by itself', async () => {
    const bytes = randomBytes(2_500_000);
    const evidence = await sent(bytes, audit, { fileName: 'été "1" (scanner).pdf' });
    const { download, userErrors } = await ask(audit.lead, evidence);
    expect(userErrors).toEqual([]);
    expect(download).toEqual({
      url: expect.stringMatching(/^\/files\/downloads\/[\w-]{43}$/),
      expiresAt: '2027-01-11T08:01:00.000Z',
    });
    const response = await get(download.url);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': '2500000',
      'content-disposition': `attachment; filename="ete _1_ (scanner).pdf"; filename*=UTF-8''%C3%A9t%C3%A9%20_1_%20%28scanner%29.pdf`,
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    });
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
    const again = await get(download.url);
    const never = await get(`/files/downloads/${'x'.repeat(43)}`);
    expect([again.status, await again.json()]).toEqual([404, await never.json()]);
  });

  test('is for who sees the evidence, and for nobody else', async () => {
    const evidence = await sent(randomBytes(100));
    const reader = api.as(
      (await makeAccount(api, { services: { [audit.serviceId]: 'SERVICE_READER' } })).accountId,
    );
    for (const client of [audit.manager, audit.contributor, reader, audit.lead, audit.mate, audit.observer]) {
      const { download } = await ask(client, evidence);
      expect((await get(download.url)).status).toBe(200);
    }
    const stranger = api.as((await makeService(api)).managerId);
    const admin = api.as((await makeAccount(api, { roles: ['ADMIN'] })).accountId);
    const absent = globalId('Evidence', randomUUID());
    for (const client of [audit.coordinator, stranger, admin]) {
      const refused = await ask(client, evidence);
      expect(refused).toEqual(await ask(client, absent));
      expect(refused).toMatchObject({ download: null, userErrors: [{ code: 'NOT_FOUND' }] });
    }
  });

  test('is in the trail, for whoever asked and without the ticket', async () => {
    const evidence = await sent(randomBytes(100));
    const { download } = await ask(audit.mate, evidence);
    const secret = download.url.split('/').at(-1);
    const entries = await entriesOf(api, uuidOf(evidence));
    expect(entries.at(-1)).toMatchObject({ act: 'evidenceDownload' });
    await get(download.url);
    for (const table of ['download_ticket', 'idempotency_key', 'trail_payload', 'trail_leaf']) {
      expect(await api.sql(`select 1 from ${table} t where t::text like $1`, [`%${secret}%`])).toEqual([]);
    }
    expect(log.filter((line) => line.includes(String(secret)))).toEqual([]);
    expect(log.some((line) => line.includes('/files/downloads/'))).toBe(true);
    // Neither the service nor the other auditor learns from the history who has read what, and when.
    const history =
      'query ($id: ID!) { node(id: $id) { ... on Evidence { history(first: 20) { nodes { act } } } } }';
    const actsFor = async (client: ApiClient): Promise<string[]> =>
      (await client.run(history, { id: evidence })).data.node.history.nodes.map(({ act }: Json) => act);
    expect(await actsFor(audit.mate)).toContain('evidenceDownload');
    for (const client of [audit.manager, audit.lead]) {
      expect(await actsFor(client)).toEqual(expect.arrayContaining(['evidenceAdd', 'uploadReceive']));
      expect(await actsFor(client)).not.toContain('evidenceDownload');
    }
  });

  test.each(['UPLOADING', 'QUARANTINED', 'REJECTED'])('gives nothing of a file that is %s', async (state) => {
    const evidence = await sent(randomBytes(100));
    const { download } = await ask(audit.lead, evidence);
    await api.sql('update evidence set state = $2 where id = $1', [uuidOf(evidence), state]);
    expect((await ask(audit.lead, evidence)).userErrors).toMatchObject([{ code: 'EVIDENCE_NOT_CLEAN' }]);
    // Nor by a ticket from before.
    expect((await get(download.url)).status).toBe(404);
  });

  test('gives nothing of a link', async () => {
    const { evidence } = await audit.manager.act(
      'evidenceAdd',
      { auditId: audit.auditId, kind: 'LINK', title: 'Lien', url: 'https://example.org' },
      'evidence { id }',
    );
    expect((await ask(audit.lead, evidence.id)).userErrors).toMatchObject([
      { code: 'EVIDENCE_FILE_MISMATCH' },
    ]);
  });

  test('ends after a minute, with the account, and with its sight; a HEAD does not use it up', async () => {
    const evidence = await sent(randomBytes(100));
    const tickets = await Promise.all(
      [1, 2, 3, 4].map(async () => (await ask(audit.mate, evidence)).download.url),
    );
    const before = api.clock.now();
    api.clock.set(new Date(before.getTime() + 60_000));
    expect((await get(tickets[0])).status).toBe(404);
    api.clock.set(before);
    const [mate] = await api.sql<{ id: string }>(
      'select a.id from account a join auditor u on u.person_id = a.person_id where u.id = $1',
      [audit.mateId],
    );
    await api.sql('update account set disabled_at = now() where id = $1', [mate?.id]);
    expect((await get(tickets[1])).status).toBe(404);
    await api.sql('update account set disabled_at = null where id = $1', [mate?.id]);
    await api.sql(`update assignment set state = 'RECUSED' where id = $1`, [audit.mateAssignmentId]);
    expect((await get(tickets[2])).status).toBe(404);
    await api.sql(`update assignment set state = 'CONFIRMED' where id = $1`, [audit.mateAssignmentId]);
    expect((await get(tickets[3], 'HEAD')).status).toBe(404);
    expect((await get(tickets[3])).status).toBe(200);
  });

  test('does not keep the server from stopping while somebody reads slowly', async () => {
    const evidence = await sent(randomBytes(5_000_000));
    const second = await openSecondInstance(api, { filePatience: { linger: 100 } });
    const { download } = await ask(audit.lead, evidence);
    const response = await fetch(new URL(download.url, second.url));
    expect(response.status).toBe(200);
    await second.close();
    await expect(response.arrayBuffer()).rejects.toThrow();
  });

  test('is used once by however many who try at the same time', async () => {
    const evidence = await sent(randomBytes(100));
    const { download } = await ask(audit.lead, evidence);
    const answers = await Promise.all(Array.from({ length: 10 }, () => get(download.url)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test.each([0, 1_300_000, 2_499_999])(
    'serves nothing of a file whose byte %i has flipped, and tells the log',
    async (at) => {
      const bytes = randomBytes(2_500_000);
      const evidence = await sent(bytes);
      const [place = ''] = await placeOf(bytes);
      const rotten = Buffer.from(bytes);
      rotten[at] = (rotten[at] ?? 0) ^ 0x10;
      await writeFile(place, rotten);
      log.length = 0;
      const { download } = await ask(audit.lead, evidence);
      const response = await get(download.url);
      expect([response.status, ((await response.json()) as Json).errors[0].extensions.code]).toEqual([
        500,
        'FILE_DAMAGED',
      ]);
      expect(log.some((line) => line.includes('a file is damaged'))).toBe(true);
    },
  );
});

describe('the same bytes, sent twice', () => {
  test('are stored once, and nothing tells one service that another has them', async () => {
    const other = await makeGradableAudit(api, { state: 'SELF_ASSESSMENT' });
    const bytes = randomBytes(300_000);
    const seen = async (of: GradableAudit): Promise<object> => {
      const added = await addFile(of.contributor, of.auditId, announce(bytes));
      const { status, headers, json } = await send(api.url, added.uploadTicket, new Uint8Array(bytes));
      await api.files.settled();
      await api.sql(`update evidence set state = 'CLEAN' where id = $1`, [uuidOf(added.evidence.id)]);
      const query = `query ($id: ID!) { node(id: $id) { ... on Evidence { state version file { fileName mediaType sizeBytes sha256 }
        upload { state receivedBytes version } history(first: 10) { totalCount nodes { act } } } } }`;
      const { download } = await ask(of.lead, added.evidence.id);
      const read = await get(download.url);
      expect(Buffer.from(await read.arrayBuffer()).equals(bytes)).toBe(true);
      const names = ['upload-offset', 'content-length', 'content-type', 'etag', 'last-modified'];
      return {
        status,
        json,
        told: names.map((name) => [headers.get(name), read.headers.get(name)]),
        node: (await of.manager.run(query, { id: added.evidence.id })).data.node,
      };
    };
    const first = await seen(audit);
    expect(await seen(other)).toEqual(first);
    expect(await seen(audit)).toEqual(first);
    expect(await placeOf(bytes)).toHaveLength(1);
    expect(await api.sql('select 1 from file_blob where sha256 = $1', [announce(bytes).sha256])).toHaveLength(
      1,
    );
  });

  test('make a rotten copy good again', async () => {
    const bytes = randomBytes(300_000);
    const evidence = await sent(bytes);
    const [place = ''] = await placeOf(bytes);
    await writeFile(place, randomBytes(300_000));
    await sent(bytes);
    expect(await placeOf(bytes)).toEqual([place]);
    const read = await get((await ask(audit.lead, evidence)).download.url);
    expect(Buffer.from(await read.arrayBuffer()).equals(bytes)).toBe(true);
  });

  test('go once nobody has a use for them, and not before', async () => {
    const bytes = randomBytes(100_000);
    const ids = [await sent(bytes), await sent(bytes)];
    await api.files.keepUp();
    expect(await placeOf(bytes)).toHaveLength(1);
    await api.sql(`update evidence set state = 'REJECTED' where id = $1`, [uuidOf(ids[0] ?? '')]);
    await api.files.keepUp();
    expect(await placeOf(bytes)).toHaveLength(1);
    await api.sql(`update evidence set state = 'REJECTED' where id = $1`, [uuidOf(ids[1] ?? '')]);
    await api.files.keepUp();
    expect(await placeOf(bytes)).toEqual([]);
    expect(await api.sql('select 1 from file_blob where sha256 = $1', [announce(bytes).sha256])).toEqual([]);
    // And come again when they are sent again.
    await sent(bytes);
    expect(await placeOf(bytes)).toHaveLength(1);
  });
});
