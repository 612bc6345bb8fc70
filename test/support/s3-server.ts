import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import S3rver from 's3rver';
import type { S3Place } from '../../server/evidence/store/s3-store';

/** A real S3 server on a free port of this machine, with one bucket. */
export async function openS3Server(): Promise<{ place: S3Place; close(): Promise<void> }> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'vav-s3-'));
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: 'evidence', configs: [] }],
  });
  const { port } = await server.run();
  return {
    place: {
      bucket: 'evidence',
      prefix: 'vis-a-vis/',
      endpoint: `http://127.0.0.1:${port}`,
      region: 'eu-west-3',
      isPathStyle: true,
      credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
    },
    async close() {
      await server.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
