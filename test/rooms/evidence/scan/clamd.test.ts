import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isClamdAddress, scanForViruses } from '../../../../server/evidence/scan/antivirus/clamd';
import { clamdServer, type ClamdManner } from '../../../support/clamd-server';
import { EICAR } from '../../../support/files/hostile-files';

const folder = mkdtempSync(path.join(tmpdir(), 'vis-a-vis-clamd-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(bytes: Buffer | string): string {
  const file = path.join(folder, randomBytes(8).toString('hex'));
  writeFileSync(file, bytes);
  return file;
}

async function asked(manner: ClamdManner, bytes: Buffer | string, seconds = 20) {
  const server = await clamdServer(manner);
  try {
    return {
      answer: await scanForViruses(server.address, fileOf(bytes), seconds),
      received: server.received(),
    };
  } finally {
    await server.close();
  }
}

test('clean, infected, and every byte sent once', async () => {
  const bytes = randomBytes(1_000_003);
  const { answer, received } = await asked({ virus: EICAR }, bytes);
  expect(answer).toEqual({ signature: null, version: expect.stringMatching(/^ClamAV /) });
  expect(received.equals(bytes)).toBe(true);
  expect((await asked({ virus: EICAR }, `a${EICAR}`)).answer.signature).toBe('Eicar-Test-Signature');
  expect((await asked({}, '')).answer.signature).toBeNull();
});

test('whatever else it says, or does not say, the file is not clean', async () => {
  // It hangs up on what is too large, and what it says of it may get lost.
  await expect(asked({ limit: 1_000 }, randomBytes(500_000))).rejects.toThrow(/size limit|EPIPE|ECONNRESET/);
  await expect(asked({ limit: 1_000 }, randomBytes(1_500))).rejects.toThrow('size limit');
  await expect(asked({ says: 'stream: OKAY' }, 'a')).rejects.toThrow('OKAY');
  await expect(asked({ says: 'Can’t allocate memory ERROR' }, 'a')).rejects.toThrow('memory');
  await expect(asked({ isMute: true }, 'a', 0.2)).rejects.toThrow('in time');
  await expect(scanForViruses('tcp://127.0.0.1:1', fileOf('a'))).rejects.toThrow('ECONNREFUSED');
  await expect(scanForViruses(`unix:${folder}/none`, fileOf('a'))).rejects.toThrow('ENOENT');
});

test('over a socket of the file system', async () => {
  const server = await clamdServer({ virus: EICAR }, path.join(folder, 'clamd.ctl'));
  expect((await scanForViruses(server.address, fileOf(EICAR))).signature).toBe('Eicar-Test-Signature');
  await server.close();
});

test.each([
  ['tcp://127.0.0.1:3310', true],
  ['tcp://[::1]:3310', true],
  ['tcp://clamd', true],
  ['unix:/run/clamav/clamd.ctl', true],
  ['http://clamd', false],
  ['clamd:3310', false],
  ['unix:clamd.ctl', false],
])('%s is an address: %s', (text, is) => expect(isClamdAddress(text)).toBe(is));

const isInstalled = spawnSync('clamd', ['--version']).status === 0;

(isInstalled ? test : test.skip)(
  'the real clamd (where it is installed), with a signature of our own',
  async () => {
    chmodSync(folder, 0o755);
    const socket = path.join(folder, 'real.ctl');
    // A signature by content (clamav-documentation, "Extended signatures"): name, any type, any offset, bytes.
    const hexadecimal = Buffer.from(EICAR).toString('hex');
    writeFileSync(path.join(folder, 'own.ndb'), `Own.Eicar:0:*:${hexadecimal}\n`);
    writeFileSync(
      path.join(folder, 'clamd.conf'),
      `LocalSocket ${socket}\nDatabaseDirectory ${folder}\nForeground yes\nStreamMaxLength 1M\nOfficialDatabaseOnly no\n`,
    );
    const clamd = spawn('clamd', ['--config-file', path.join(folder, 'clamd.conf')], { stdio: 'ignore' });
    try {
      for (let tries = 0; !existsSync(socket) && tries < 200; tries += 1)
        await new Promise((go) => setTimeout(go, 100));
      expect((await scanForViruses(`unix:${socket}`, fileOf(EICAR))).signature).toMatch(/^Own\.Eicar/);
      expect((await scanForViruses(`unix:${socket}`, fileOf('Bonjour'))).signature).toBeNull();
      await expect(scanForViruses(`unix:${socket}`, fileOf(randomBytes(3_000_000)))).rejects.toThrow();
    } finally {
      clamd.kill('SIGKILL');
    }
  },
);
