import { randomBytes } from 'node:crypto';
import { s3Store } from '../../server/evidence';
import { openApi, type TestApi } from '../support/api';
import { makeGradableAudit, type GradableAudit } from '../support/grades-factories';
import { openS3Server } from '../support/s3-server';
import { openSecondInstance } from '../support/second-instance';
import { addFile, announce, send, standing } from '../support/upload-factories';

let s3: Awaited<ReturnType<typeof openS3Server>>;
let api: TestApi;
let second: TestApi;
let audit: GradableAudit;
let handedOn = 0;

beforeAll(async () => {
  s3 = await openS3Server();
  const whenUploaded = { EVIDENCE: () => Promise.resolve(void (handedOn += 1)) };
  api = await openApi({ store: s3Store(s3.place), whenUploaded });
  second = await openSecondInstance(api, {}, whenUploaded);
  audit = await makeGradableAudit(api, { state: 'SELF_ASSESSMENT' });
});
afterAll(async () => {
  await second.close();
  await api.close();
  await s3.close();
});

describe('two instances with one bucket', () => {
  test('take a file by turns and give it back, and leave nothing else in the bucket', async () => {
    const bytes = randomBytes(3_500_000);
    const { evidence, uploadTicket } = await addFile(audit.contributor, audit.auditId, announce(bytes));
    const half = 1_700_000;
    const first = await send(api.url, uploadTicket, new Uint8Array(bytes.subarray(0, half)));
    expect([first.status, first.json.upload.receivedBytes]).toEqual([202, half]);
    expect(await standing(second.url, uploadTicket)).toEqual([200, String(half)]);
    const rest = new Uint8Array(bytes.subarray(half));
    const last = await send(second.url, uploadTicket, rest, { 'upload-offset': String(half) });
    expect([last.status, last.json.upload.state]).toEqual([200, 'RECEIVED']);
    // Both look for what is to be handed on; one does.
    await Promise.all([api.files.keepUp(), second.files.keepUp()]);
    await Promise.all([api.files.settled(), second.files.settled()]);
    expect(handedOn).toBe(1);
    await api.sql(`update evidence set state = 'CLEAN'`);
    const { download } = await audit.lead.act(
      'evidenceDownload',
      { evidenceId: evidence.id },
      'download { url }',
    );
    const got = await fetch(new URL(download.url, second.url));
    expect(Buffer.from(await got.arrayBuffer()).equals(bytes)).toBe(true);
    expect((await fetch(new URL(download.url, api.url))).status).toBe(404);
    expect(await api.sql('select 1 from upload_part')).toEqual([]);
  });
});
