// A process that takes uploads, to be killed: see test/faults/uploads-killed.test.ts.
import type { AddressInfo } from 'node:net';
import fastify from 'fastify';
import { pino } from 'pino';
import { createDataSource, type DatabaseAddress } from '../../server/database/data-source';
import { filesOf, folderStore } from '../../server/evidence';
import { FILE_PATIENCE } from '../../server/http/file-patience';
import { uploadRoutes } from '../../server/http/files-upload';
import { settableClock } from '../../server/kernel/clock';

/** What the process is told. */
export interface UploadServerSettings {
  address: DatabaseAddress;
  folder: string;
  now: string;
}

async function serve({ address, folder, now }: UploadServerSettings): Promise<void> {
  const dataSource = createDataSource(address, 4, 'runtime');
  await dataSource.initialize();
  const files = filesOf({
    dataSource,
    clock: settableClock(now),
    store: folderStore(folder),
    whenUploaded: { EVIDENCE: () => Promise.resolve() },
  });
  await files.keepUp();
  const http = fastify();
  uploadRoutes(http, { files, patience: FILE_PATIENCE, log: pino({ level: 'silent' }) });
  await http.listen({ host: '127.0.0.1', port: 0 });
  process.send?.((http.server.address() as AddressInfo).port);
}

process.once('message', (settings: UploadServerSettings) => void serve(settings));
