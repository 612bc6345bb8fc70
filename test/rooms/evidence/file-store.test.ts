import { randomBytes, randomUUID } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { FileMissing, type FileStore } from '../../../server/evidence/store/file-store';
import { folderStore } from '../../../server/evidence/store/folder-store';
import { s3Store } from '../../../server/evidence/store/s3-store';
import { openS3Server } from '../../support/s3-server';

const folder = path.join(os.tmpdir(), `vav-store-${randomUUID()}`);
let s3: Awaited<ReturnType<typeof openS3Server>>;
const stores: Record<string, FileStore> = {};

beforeAll(async () => {
  s3 = await openS3Server();
  stores['a folder'] = folderStore(folder);
  stores['an S3 bucket'] = s3Store(s3.place);
});
afterAll(async () => {
  await s3.close();
  await rm(folder, { recursive: true, force: true });
});

describe.each(['a folder', 'an S3 bucket'])('%s', (name) => {
  const store = (): FileStore => stores[name] as FileStore;
  const read = async (key: string): Promise<Buffer> => buffer(await store().open(key));

  it('gives back what was put, be it bytes or a stream', async () => {
    const bytes = randomBytes(3_000_001);
    const [ofBytes, ofStream] = [randomUUID(), randomUUID()];
    await store().put(ofBytes, bytes, bytes.length);
    await store().put(ofStream, Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]), bytes.length);
    for (const key of [ofBytes, ofStream]) {
      expect(await store().exists(key)).toBe(true);
      expect((await read(key)).equals(bytes)).toBe(true);
    }
    // Again, from the first byte on.
    expect((await read(ofBytes)).equals(bytes)).toBe(true);
  });

  it('puts in the place of what was there before', async () => {
    const key = randomUUID();
    await store().put(key, Buffer.from('before'), 6);
    await store().put(key, Buffer.from('after'), 5);
    expect((await read(key)).toString()).toBe('after');
  });

  it.each([
    ['fewer bytes than said', () => Readable.from([Buffer.from('abc')]), 4],
    ['more bytes than said', () => Readable.from([Buffer.from('abc'), Buffer.from('def')]), 4],
    ['too short a buffer', () => Buffer.from('abc'), 4],
    [
      'a source that fails',
      () =>
        Readable.from(
          (function* () {
            yield Buffer.from('ab');
            throw new Error('gone');
          })(),
        ),
      4,
    ],
  ])('refuses %s, and takes the right ones after that', async (_what, bytes, size) => {
    const key = randomUUID();
    await expect(store().put(key, bytes(), size)).rejects.toThrow();
    if (name === 'a folder') expect(await store().exists(key)).toBe(false);
    await store().put(key, Buffer.from('abcd'), 4);
    expect((await read(key)).toString()).toBe('abcd');
  });

  it('takes away, and does not mind when nothing is there', async () => {
    const key = randomUUID();
    await store().put(key, Buffer.from('x'), 1);
    await store().delete(key);
    await store().delete(key);
    expect(await store().exists(key)).toBe(false);
    await expect(store().open(key)).rejects.toThrow(FileMissing);
  });
});

it('a folder leaves no unfinished file behind, and takes no name that leads out of it', async () => {
  const names = await readdir(folder, { recursive: true });
  expect(names.filter((name) => name.endsWith('.part'))).toEqual([]);
  for (const key of ['../../etc/passwd', 'a/b', '']) {
    await expect(stores['a folder']?.put(key, Buffer.from('x'), 1)).rejects.toThrow('UUID');
  }
});
