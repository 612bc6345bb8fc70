import { Readable } from 'node:stream';
import { asPlatform } from '../../database/as-platform';
import type { FileStore } from '../store/file-store';
import type { FileParts } from './file-parts';

/** The bytes of pieces one after the other, as one stream. */
export function joined(store: FileStore, keys: readonly string[]): Readable {
  return Readable.from(
    (async function* () {
      for (const key of keys) yield* (await store.open(key)) as AsyncIterable<Buffer>;
    })(),
    { objectMode: false },
  );
}

/** Takes the pieces of an upload that needs them no longer out of the store; their rows go last. */
export async function dropParts({ dataSource, store }: FileParts, uploadId: string): Promise<void> {
  const parts = await asPlatform(dataSource, (manager) =>
    manager.query<{ id: string }[]>('select id from upload_part where upload_id = $1', [uploadId]),
  );
  for (const { id } of parts) await store.delete(id);
  await asPlatform(dataSource, (manager) =>
    manager.query('delete from upload_part where id = any($1::uuid[])', [parts.map(({ id }) => id)]),
  );
}
