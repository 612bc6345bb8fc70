import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { folderStore } from '../../server/evidence';
import type { DatabaseAddress } from '../../server/database/data-source';
import { openApi, type TestApi } from '../support/api';
import { addressOf } from '../support/data-source';
import { makeGradableAudit } from '../support/grades-factories';
import { addFile, announce, send, standing } from '../support/upload-factories';
import type { UploadServerSettings } from '../support/upload-server';

// The server is killed again and again while a file comes in, and the sender goes on where the next one says. When, is
// drawn: UPLOAD_KILLS repeats more of it.
const KILLS = Number(process.env['UPLOAD_KILLS'] ?? 4);
const SIZE = 12 * 1024 * 1024;
const folder = path.join(os.tmpdir(), `vav-killed-${randomUUID()}`);

let api: TestApi;
let address: DatabaseAddress;
let child: ChildProcess | null = null;

beforeAll(async () => {
  api = await openApi({ store: folderStore(folder), whenUploaded: {} });
  address = await addressOf(api);
});
afterAll(async () => {
  child?.kill('SIGKILL');
  await api.close();
  await rm(folder, { recursive: true, force: true });
});

/** Starts a server; gives its address. */
async function start(): Promise<string> {
  child = fork(path.join(__dirname, '../support/upload-server.ts'), [], {
    execArgv: ['--require', path.join(__dirname, '../../scripts/run-sources.cjs')],
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const settings: UploadServerSettings = { address, folder, now: api.clock.now().toISOString() };
  child.send(settings);
  const [port] = (await once(child, 'message')) as [number];
  return `http://127.0.0.1:${port}/`;
}

async function kill(): Promise<void> {
  const exited = child && once(child, 'exit');
  child?.kill('SIGKILL');
  await exited;
}

async function filesInFolder(): Promise<Buffer[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(
    names.filter((name) => name.isFile()).map((name) => readFile(path.join(name.parentPath, name.name))),
  );
}

test('what was acknowledged is never lost, and the file is whole in the end', async () => {
  const audit = await makeGradableAudit(api, { state: 'SELF_ASSESSMENT' });
  const bytes = randomBytes(SIZE);
  const { uploadTicket, upload } = await addFile(audit.contributor, audit.auditId, announce(bytes));
  let acknowledged = 0;
  for (let killed = 0; killed < KILLS && acknowledged < SIZE; killed += 1) {
    const url = await start();
    const [, offset] = await standing(url, uploadTicket);
    // What an answer has told once stays.
    expect(Number(offset)).toBeGreaterThanOrEqual(acknowledged);
    acknowledged = Number(offset);
    const sending = send(url, uploadTicket, new Uint8Array(bytes.subarray(acknowledged)), {
      'upload-offset': String(acknowledged),
    }).then(
      ({ json }) => (acknowledged = json?.upload?.receivedBytes ?? acknowledged),
      () => undefined,
    );
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 120));
    await kill();
    await sending;
  }
  const url = await start();
  const [, offset] = await standing(url, uploadTicket);
  expect(Number(offset)).toBeGreaterThanOrEqual(acknowledged);
  const last = await send(url, uploadTicket, new Uint8Array(bytes.subarray(Number(offset))), {
    'upload-offset': String(offset),
  });
  expect(last.status).toBe(200);
  await kill();
  // Whoever starts next hands on what is whole, and takes away what the killed ones left.
  await start();
  const uuid = Buffer.from(upload.id, 'base64url').toString().split(':')[1];
  const handled = () => api.sql(`select 1 from upload where id = $1 and state = 'HANDLED'`, [uuid]);
  while ((await handled()).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  await kill();
  await api.files.keepUp();
  expect(await api.sql('select 1 from upload_part')).toEqual([]);
  const kept = await filesInFolder();
  expect(kept.map((content) => content.equals(bytes))).toEqual([true]);
});
