import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { UploadedFile } from '../../server/evidence';
import { openApi, type Json, type TestApi } from '../support/api';
import { makeGradableAudit, type GradableAudit } from '../support/grades-factories';
import { openSocket, untilClosed } from '../support/raw-http';
import { entriesOf } from '../support/trail-entries';
import { openSecondInstance } from '../support/second-instance';
import { addFile, announce, send, standing } from '../support/upload-factories';

let api: TestApi;
let audit: GradableAudit;
const handedOn: UploadedFile[] = [];
let handOn: (file: UploadedFile) => Promise<void>;

beforeAll(async () => {
  api = await openApi({ whenUploaded: { EVIDENCE: (file) => handOn(file) } });
  audit = await makeGradableAudit(api, { state: 'SELF_ASSESSMENT' });
});
afterAll(() => api.close());
beforeEach(() => {
  handedOn.length = 0;
  handOn = (file) => Promise.resolve(void handedOn.push(file));
});

const MEGABYTE = 1024 * 1024;
const file = (size: number) => randomBytes(size);
const add = async (bytes: Buffer, change: object = {}) =>
  addFile(audit.contributor, audit.auditId, announce(bytes, change));
const uuidOf = (id: string) => Buffer.from(id, 'base64url').toString().split(':')[1] ?? '';

async function stateOf({ evidence }: Json): Promise<Json> {
  const query =
    'query ($id: ID!) { node(id: $id) { ... on Evidence { state upload { state receivedBytes message } } } }';
  return (await audit.manager.run(query, { id: evidence.id })).data.node;
}

/** Opens a PUT by hand, so that it can be left half-way. */
async function begin(ticket: { url: string }, length: number, headers = '', url = api.url): Promise<Socket> {
  const socket = await openSocket(url);
  socket.on('error', () => undefined);
  socket.write(
    `PUT ${ticket.url} HTTP/1.1\r\nhost: localhost\r\ncontent-length: ${length}\r\n${headers}\r\n`,
  );
  return socket;
}

/** Waits until an upload stands at some byte. */
async function until(ticket: { url: string }, offset: number): Promise<void> {
  while ((await standing(api.url, ticket))[1] !== String(offset))
    await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('PUT', () => {
  test('takes a file whole, and its last byte ends it', async () => {
    const bytes = file(3 * MEGABYTE + 17);
    const added = await add(bytes);
    const { status, headers, json } = await send(api.url, added.uploadTicket, new Uint8Array(bytes));
    expect([status, json]).toEqual([
      200,
      { upload: { state: 'RECEIVED', receivedBytes: bytes.length, sizeBytes: bytes.length } },
    ]);
    expect(headers.get('upload-offset')).toBe(String(bytes.length));
    await api.files.settled();
    expect(await stateOf(added)).toEqual({
      state: 'QUARANTINED',
      upload: { state: 'HANDLED', receivedBytes: bytes.length, message: null },
    });
    // Nobody is left who would need the pieces.
    expect(await api.sql('select 1 from upload_part')).toEqual([]);
    const evidence = uuidOf(added.evidence.id);
    expect(await entriesOf(api, evidence)).toMatchObject([
      { act: 'evidenceAdd', account_id: audit.contributorId },
      { act: 'uploadReceive', account_id: null, detail: { sha256: announce(bytes).sha256 } },
      { act: 'uploadHandle', account_id: null },
    ]);
  });

  test('hands it on, to be read as a stream or as a local file', async () => {
    const bytes = file(700_000);
    handOn = async (uploaded) => {
      handedOn.push(uploaded);
      expect((await buffer(await uploaded.open())).equals(bytes)).toBe(true);
      const copy = await uploaded.withLocalFile((path) => Promise.resolve(path));
      handedOn.push({ ...uploaded, fileName: copy });
    };
    const added = await add(bytes, { fileName: 'mesures.pdf' });
    await send(api.url, added.uploadTicket, new Uint8Array(bytes));
    await api.files.settled();
    expect(handedOn).toMatchObject([
      {
        purpose: 'EVIDENCE',
        subjectId: uuidOf(added.evidence.id),
        auditId: audit.uuid,
        accountId: audit.contributorId,
        fileName: 'mesures.pdf',
        mediaType: 'application/pdf',
        sizeBytes: bytes.length,
        sha256: announce(bytes).sha256,
      },
      {},
    ]);
    expect(existsSync(handedOn[1]?.fileName ?? '')).toBe(false);
  });

  test.each([
    [
      'Content-Range',
      (from: number, to: number, size: number) => ({ 'content-range': `bytes ${from}-${to - 1}/${size}` }),
    ],
    ['Upload-Offset', (from: number) => ({ 'upload-offset': String(from) })],
  ])('goes on where it stands, by %s', async (_header, headers) => {
    const bytes = file(2 * MEGABYTE + 5);
    const { uploadTicket } = await add(bytes);
    const cuts = [0, 1, MEGABYTE + 3, bytes.length];
    for (const [index, from] of cuts.slice(0, -1).entries()) {
      const to = cuts[index + 1] ?? 0;
      expect(await standing(api.url, uploadTicket)).toEqual([200, String(from)]);
      const piece = new Uint8Array(bytes.subarray(from, to));
      const { status } = await send(api.url, uploadTicket, piece, headers(from, to, bytes.length));
      expect(status).toBe(to === bytes.length ? 200 : 202);
    }
    expect(await standing(api.url, uploadTicket)).toEqual([200, String(bytes.length)]);
  });

  test('keeps what had come when a connection breaks', async () => {
    const bytes = file(MEGABYTE + 500);
    const { uploadTicket } = await add(bytes);
    const socket = await begin(uploadTicket, bytes.length);
    socket.write(bytes.subarray(0, MEGABYTE + 100));
    await until(uploadTicket, MEGABYTE);
    socket.destroy();
    await until(uploadTicket, MEGABYTE + 100);
    const rest = new Uint8Array(bytes.subarray(MEGABYTE + 100));
    const { status } = await send(api.url, uploadTicket, rest, { 'upload-offset': String(MEGABYTE + 100) });
    expect(status).toBe(200);
  });

  test('cuts off who keeps silent, keeps what had come, and tells him so', async () => {
    const bytes = file(1000);
    const { uploadTicket } = await add(bytes);
    const strict = await openSecondInstance(api, { filePatience: { silence: 1_000, linger: 1_000 } });
    const socket = await begin(uploadTicket, bytes.length, 'accept-language: en\r\n', strict.url);
    const said = untilClosed(socket);
    socket.write(bytes.subarray(0, 300));
    expect(await said).toMatch(/^HTTP\/1.1 408 [\s\S]*upload-offset: 300[\s\S]*"UPLOAD_TOO_SLOW"/);
    const rest = new Uint8Array(bytes.subarray(300));
    expect((await send(api.url, uploadTicket, rest, { 'upload-offset': '300' })).status).toBe(200);
    await strict.close();
  });

  test('keeps nobody waiting for who sends no more when the server stops, and tells him so', async () => {
    const bytes = file(MEGABYTE + 500);
    const { uploadTicket } = await add(bytes);
    const stopping = await openSecondInstance(api, { filePatience: { linger: 120_000 } });
    const socket = await begin(uploadTicket, bytes.length, 'accept-language: en\r\n', stopping.url);
    const said = untilClosed(socket);
    socket.write(bytes.subarray(0, MEGABYTE + 100));
    await until(uploadTicket, MEGABYTE);
    const began = performance.now();
    await stopping.close();
    expect(await said).toMatch(/^HTTP\/1.1 408 /);
    expect(performance.now() - began).toBeLessThan(30_000);
    // What had come is there for whichever instance he goes on with.
    const [, standsAt] = await standing(api.url, uploadTicket);
    expect(Number(standsAt)).toBeGreaterThanOrEqual(MEGABYTE);
    const rest = new Uint8Array(bytes.subarray(Number(standsAt)));
    const { status } = await send(api.url, uploadTicket, rest, { 'upload-offset': String(standsAt) });
    expect(status).toBe(200);
  });

  test('is not mixed up by two who send at once', async () => {
    const bytes = file(4 * MEGABYTE);
    const added = await add(bytes);
    const { uploadTicket } = added;
    // However slow this machine is, who is refused gets to read it.
    const patient = await openSecondInstance(
      api,
      { filePatience: { linger: 120_000 } },
      { EVIDENCE: (file) => handOn(file) },
    );
    const answers = await Promise.all(
      [1, 2, 3].map(() => send(patient.url, uploadTicket, new Uint8Array(bytes))),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(2);
    await patient.files.settled();
    expect((await stateOf(added)).state).toBe('QUARANTINED');
    expect(await api.sql('select 1 from upload_part')).toEqual([]);
    await patient.close();
  });

  test('refuses for good what is not the file that was announced', async () => {
    const bytes = file(2000);
    const other = Buffer.from(bytes);
    other[1999] = (other[1999] ?? 0) ^ 1;
    const added = await add(bytes);
    const { status, json } = await send(api.url, added.uploadTicket, new Uint8Array(other));
    expect([status, json.errors[0].extensions.code]).toEqual([422, 'UPLOAD_HASH_MISMATCH']);
    expect(await stateOf(added)).toMatchObject({
      state: 'REJECTED',
      upload: { state: 'REFUSED', message: expect.stringContaining('SHA-256') },
    });
    // The same answer for whom the first was lost, and nothing is left of the bytes.
    const again = await send(api.url, added.uploadTicket, new Uint8Array(0), { 'upload-offset': '2000' });
    expect([again.status, again.json.errors[0].extensions.code]).toEqual([422, 'UPLOAD_HASH_MISMATCH']);
    const [row] = await api.sql('select file_key from upload where id = $1', [uuidOf(added.upload.id)]);
    expect(await api.store.exists(row?.['file_key'])).toBe(false);
    expect(handedOn).toEqual([]);
  });

  test('answers again for whom the last answer was lost', async () => {
    const bytes = file(10);
    const { uploadTicket } = await add(bytes);
    await send(api.url, uploadTicket, new Uint8Array(bytes));
    await api.files.settled();
    const again = await send(api.url, uploadTicket, new Uint8Array(0), { 'upload-offset': '10' });
    expect([again.status, again.json.upload.state]).toEqual([200, 'HANDLED']);
  });

  test.each<[string, Record<string, string>, number, string]>([
    ['a wrong place', { 'upload-offset': '7' }, 409, 'UPLOAD_OFFSET_WRONG'],
    ['a place that is no number', { 'upload-offset': '-1' }, 400, 'UPLOAD_RANGE_MALFORMED'],
    ['a range of another size', { 'content-range': 'bytes 0-99/101' }, 400, 'UPLOAD_RANGE_MALFORMED'],
    ['a range that is not the body’s', { 'content-range': 'bytes 0-50/100' }, 400, 'UPLOAD_RANGE_MALFORMED'],
    ['a range backwards', { 'content-range': 'bytes 9-0/100' }, 400, 'UPLOAD_RANGE_MALFORMED'],
    [
      'two places',
      { 'content-range': 'bytes 0-99/100', 'upload-offset': '1' },
      400,
      'UPLOAD_RANGE_MALFORMED',
    ],
    ['encoded bytes', { 'content-encoding': 'gzip' }, 415, 'UPLOAD_ENCODED'],
  ])('refuses %s in JSON, and takes nothing', async (_what, headers, status, code) => {
    const bytes = file(100);
    const { uploadTicket } = await add(bytes);
    const refused = await send(api.url, uploadTicket, new Uint8Array(bytes), headers);
    expect([refused.status, refused.json.errors[0].extensions.code]).toEqual([status, code]);
    expect(refused.headers.get('upload-offset')).toBe('0');
    expect(await standing(api.url, uploadTicket)).toEqual([200, '0']);
  });

  test('refuses more bytes than were announced, said or not', async () => {
    const bytes = file(1000);
    const { uploadTicket } = await add(bytes);
    const said = await send(api.url, uploadTicket, new Uint8Array([...bytes, 1]));
    expect([said.status, said.json.errors[0].extensions.code]).toEqual([413, 'UPLOAD_LONGER_THAN_ANNOUNCED']);
    const response = await fetch(new URL(uploadTicket.url, api.url), {
      method: 'PUT',
      body: new ReadableStream({
        start(controller) {
          controller.enqueue(new Uint8Array(bytes));
          controller.enqueue(new Uint8Array(1));
          controller.close();
        },
      }),
      duplex: 'half',
    });
    expect(response.status).toBe(413);
    expect((await send(api.url, uploadTicket, new Uint8Array(bytes))).status).toBe(200);
  });

  test('gives nobody more connections than his share', async () => {
    const patient = await openSecondInstance(api, { filePatience: { perAccount: 2 } });
    const added: Json[] = await Promise.all([1, 2, 3].map(() => add(file(10))));
    const open = await Promise.all(
      added.map(({ uploadTicket }) => begin(uploadTicket, 10, 'accept-language: en\r\n', patient.url)),
    );
    // Two are waited for; whichever comes last is told.
    const said = await Promise.race(
      open.map(
        (socket) => new Promise<string>((resolve) => socket.once('data', (data) => resolve(String(data)))),
      ),
    );
    expect(said).toMatch(/^HTTP\/1.1 429 [\s\S]*"UPLOADS_TOO_MANY"/);
    open.forEach((socket) => socket.destroy());
    // As any sender does, until his places are free: a connection may go with those that were broken off.
    const again = () =>
      send(patient.url, added[0].uploadTicket, new Uint8Array(0)).then(
        ({ status }) => status,
        () => 429,
      );
    let status = await again();
    while (status === 429) status = await again();
    expect(status).toBe(202);
    await patient.close();
  });
});

describe('a ticket', () => {
  const gone = async (ticket: { url: string }): Promise<void> => {
    const unknown = await send(api.url, { url: '/files/uploads/' + 'x'.repeat(43) }, new Uint8Array(10));
    const refused = await send(api.url, ticket, new Uint8Array(10));
    expect([refused.status, refused.json]).toEqual([404, unknown.json]);
    expect(await standing(api.url, ticket)).toEqual([404, null]);
  };

  test('ends with its day, and when another takes its place', async () => {
    const { upload, uploadTicket } = await add(file(10));
    const renewed = await audit.contributor.act(
      'uploadTicketRenew',
      { uploadId: upload.id, expectedVersion: upload.version },
      'uploadTicket { url }',
    );
    await gone(uploadTicket);
    expect(await standing(api.url, renewed.uploadTicket)).toEqual([200, '0']);
    const before = api.clock.now();
    api.clock.set(new Date(before.getTime() + 24 * 3_600_000));
    await gone(renewed.uploadTicket);
    api.clock.set(before);
  });

  test('is good for as long as its account may act for the service', async () => {
    const { uploadTicket } = await add(file(10));
    const where = 'where account_id = $1';
    await api.sql(`update role_grant set revoked_at = now() ${where}`, [audit.contributorId]);
    await gone(uploadTicket);
    await api.sql(`update role_grant set revoked_at = null ${where}`, [audit.contributorId]);
    expect(await standing(api.url, uploadTicket)).toEqual([200, '0']);
    await api.sql('update account set disabled_at = now() where id = $1', [audit.contributorId]);
    await gone(uploadTicket);
    await api.sql('update account set disabled_at = null where id = $1', [audit.contributorId]);
  });
});

describe('what a crash or a failure left', () => {
  test('is finished and handed on by the next who looks, once', async () => {
    const bytes = file(3 * MEGABYTE);
    const added = await add(bytes);
    handOn = () => Promise.reject(new Error('no scanner'));
    const warn = jest.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
    await send(api.url, added.uploadTicket, new Uint8Array(bytes));
    await api.files.settled();
    expect(warn).toHaveBeenCalledTimes(1);
    expect(warn.mock.calls[0]?.[1]).toMatchObject({ type: 'FileFailure' });
    warn.mockRestore();
    expect(await stateOf(added)).toMatchObject({ state: 'QUARANTINED', upload: { state: 'RECEIVED' } });
    handOn = (uploaded) => Promise.resolve(void handedOn.push(uploaded));
    // Not before its turn.
    await api.files.keepUp();
    await api.files.settled();
    expect(handedOn).toEqual([]);
    await api.sql('update upload set next_try_at = now() where id = $1', [uuidOf(added.upload.id)]);
    await Promise.all([api.files.keepUp(), api.files.keepUp()]);
    await api.files.settled();
    expect(handedOn).toHaveLength(1);
    expect(
      createHash('sha256')
        .update(await buffer(await handedOn[0]!.open()))
        .digest('hex'),
    ).toBe(announce(bytes).sha256);
  });

  test('is given up after a week without a byte, with what had come', async () => {
    const bytes = file(2000);
    const added = await add(bytes);
    await send(api.url, added.uploadTicket, new Uint8Array(bytes.subarray(0, 500)));
    const [part] = await api.sql('select id from upload_part');
    expect(await api.store.exists(part?.['id'])).toBe(true);
    await api.files.keepUp();
    expect(await stateOf(added)).toMatchObject({ state: 'UPLOADING' });
    await api.sql(`update upload set updated_at = now() - interval '8 days' where id = $1`, [
      uuidOf(added.upload.id),
    ]);
    await api.files.keepUp();
    expect(await stateOf(added)).toMatchObject({ state: 'REJECTED', upload: { state: 'EXPIRED' } });
    expect(await api.store.exists(part?.['id'])).toBe(false);
    expect(await api.sql('select 1 from upload_part')).toEqual([]);
  });
});
