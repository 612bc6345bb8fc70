import { randomUUID } from 'node:crypto';
import { globalId } from '../../server/kernel/ids';
import { openApi, type TestApi } from '../support/api';
import { makeGradableAudit, type GradableAudit } from '../support/grades-factories';
import { addFile, announce } from '../support/upload-factories';
import { makeService } from '../support/factories';

let api: TestApi;
let audit: GradableAudit;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  audit = await makeGradableAudit(api, { state: 'SELF_ASSESSMENT' });
});

const BYTES = Buffer.from('%PDF-1.7 protocoles');
const MEGABYTE = 1024 * 1024;

const stored = () =>
  api.sql('select file_name, media_type, size_bytes, state from upload where audit_id = $1', [audit.uuid]);

describe('evidenceAdd with a file', () => {
  test('announces it and gives a ticket for a day', async () => {
    const id = randomUUID();
    const file = announce(BYTES, { fileName: 'C:\\Docs\\été\u202E.pdf', mediaType: 'Application/PDF; x=1' });
    const added = await addFile(audit.contributor, audit.auditId, file, { id });
    expect(added).toEqual({
      evidence: {
        id: globalId('Evidence', id),
        state: 'UPLOADING',
        version: 1,
        file: {
          fileName: 'été.pdf',
          mediaType: 'application/pdf',
          sizeBytes: BYTES.length,
          sha256: file.sha256,
        },
      },
      upload: {
        id: expect.any(String),
        state: 'UPLOADING',
        receivedBytes: 0,
        sizeBytes: BYTES.length,
        fileName: 'été.pdf',
        mediaType: 'application/pdf',
        message: null,
        ticketExpiresAt: '2027-01-12T08:00:00.000Z',
        version: 1,
      },
      uploadTicket: {
        url: expect.stringMatching(/^\/files\/uploads\/[\w-]{43}$/),
        expiresAt: '2027-01-12T08:00:00.000Z',
      },
      replayed: false,
      userErrors: [],
    });
  });

  test('shows the ticket once: a replay has the upload alone, and nothing that is kept holds the secret', async () => {
    const input = { idempotencyKey: randomUUID() };
    const first = await addFile(audit.manager, audit.auditId, announce(BYTES), input);
    const again = await addFile(audit.manager, audit.auditId, announce(BYTES), input);
    expect(again).toMatchObject({ upload: { id: first.upload.id }, uploadTicket: null, replayed: true });
    const secret = first.uploadTicket.url.split('/').at(-1);
    for (const table of ['upload', 'idempotency_key', 'trail_payload', 'evidence']) {
      const rows = await api.sql(`select 1 from ${table} t where t::text like $1`, [`%${secret}%`]);
      expect({ table, rows }).toEqual({ table, rows: [] });
    }
  });

  test.each([
    [{ sizeBytes: 50 * MEGABYTE + 1 }, 'UPLOAD_TOO_LARGE', ['input', 'file', 'sizeBytes']],
    [{ sizeBytes: 0 }, 'VALIDATION', ['input', 'file', 'sizeBytes']],
    [{ mediaType: 'image/svg+xml' }, 'UPLOAD_TYPE_NOT_TAKEN', ['input', 'file', 'mediaType']],
    [{ mediaType: 'text/html' }, 'UPLOAD_TYPE_NOT_TAKEN', ['input', 'file', 'mediaType']],
    [{ sha256: 'abc' }, 'VALIDATION', ['input', 'file', 'sha256']],
    [{ fileName: '' }, 'VALIDATION', ['input', 'file', 'fileName']],
  ])('refuses %j with %s and keeps nothing', async (change, code, path) => {
    const refused = await addFile(audit.manager, audit.auditId, announce(BYTES, change));
    expect(refused).toMatchObject({ evidence: null, uploadTicket: null, userErrors: [{ code, path }] });
    expect(await stored()).toEqual([]);
  });

  test('is refused beyond what the files of one audit may take together', async () => {
    const whole = announce(BYTES, { sizeBytes: 50 * MEGABYTE });
    for (let taken = 0; taken < 40; taken += 1) {
      expect((await addFile(audit.manager, audit.auditId, whole)).userErrors).toEqual([]);
    }
    const refused = await addFile(audit.manager, audit.auditId, whole);
    expect(refused.userErrors).toMatchObject([{ code: 'UPLOAD_QUOTA_EXCEEDED', path: ['input', 'file'] }]);
    // What was given up makes room.
    await api.sql(
      `update upload set state = 'EXPIRED' where id = (select id from upload where audit_id = $1 limit 1)`,
      [audit.uuid],
    );
    expect((await addFile(audit.manager, audit.auditId, whole)).userErrors).toEqual([]);
  });
});

describe('uploadTicketRenew', () => {
  const RENEWED = 'upload { id version } uploadTicket { url expiresAt }';

  test('gives another ticket, to a colleague as well', async () => {
    const added = await addFile(audit.contributor, audit.auditId, announce(BYTES));
    const input = { uploadId: added.upload.id, expectedVersion: 1 };
    const renewed = await audit.manager.act('uploadTicketRenew', input, RENEWED);
    expect(renewed).toMatchObject({ upload: { id: added.upload.id, version: 2 }, userErrors: [] });
    expect(renewed.uploadTicket.url).toMatch(/^\/files\/uploads\/[\w-]{43}$/);
    expect(renewed.uploadTicket.url).not.toBe(added.uploadTicket.url);
  });

  test('is for the service alone; to others, upload and absence look the same', async () => {
    const added = await addFile(audit.contributor, audit.auditId, announce(BYTES));
    const stranger = api.as((await makeService(api)).managerId);
    for (const client of [audit.lead, audit.coordinator, audit.observer, stranger]) {
      const answers = await Promise.all(
        [added.upload.id, globalId('Upload', randomUUID())].map((uploadId) =>
          client.act('uploadTicketRenew', { uploadId, expectedVersion: 1 }, RENEWED),
        ),
      );
      expect(answers[0]).toEqual(answers[1]);
      expect(answers[0].userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
      expect(
        (await client.run('query ($id: ID!) { node(id: $id) { id } }', { id: added.upload.id })).data,
      ).toEqual({
        node: null,
      });
    }
  });

  test('comes too late once the upload is over', async () => {
    const added = await addFile(audit.contributor, audit.auditId, announce(BYTES));
    await api.sql(`update upload set state = 'HANDLED' where audit_id = $1`, [audit.uuid]);
    const input = { uploadId: added.upload.id, expectedVersion: 1 };
    const refused = await audit.contributor.act('uploadTicketRenew', input, RENEWED);
    expect(refused.userErrors).toMatchObject([{ code: 'UPLOAD_OVER', path: ['input', 'uploadId'] }]);
  });
});
