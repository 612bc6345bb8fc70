import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { DataSource } from 'typeorm';
import { readConfig } from '../server/config';
import { createDataSource } from '../server/database/data-source';
import { ensureDatabase, startEmbeddedPostgres } from '../server/database/embedded-postgres';

/** What a person asks of the trail's commands. */
export interface TrailOptions {
  /** A file with the trail; without it, the database is read. */
  bundle: string | undefined;
  /** Files with checkpoints that one has kept. */
  checkpoints: { name: string; note: string }[];
  /** Verifier keys that one has kept, from a file of /.well-known/trail-keys.json or with one key on each line. */
  keys: string[] | undefined;
  withPayloads: boolean;
}

/** Reads the command line. @throws Error when a file is missing or an option is unknown */
export function trailOptions(args: readonly string[]): TrailOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      bundle: { type: 'string' },
      checkpoint: { type: 'string', multiple: true },
      keys: { type: 'string' },
      'with-payloads': { type: 'boolean' },
    },
  });
  return {
    bundle: values.bundle ?? positionals[0],
    checkpoints: (values.checkpoint ?? []).map((file) => ({
      name: path.basename(file),
      note: readFileSync(file, 'utf8'),
    })),
    keys: values.keys === undefined ? undefined : keysFrom(readFileSync(values.keys, 'utf8')),
    withPayloads: values['with-payloads'] ?? false,
  };
}

/** Verifier keys of a file: of /.well-known/trail-keys.json, or with one key on each line. */
export function keysFrom(text: string): string[] {
  if (!text.trimStart().startsWith('{')) return text.split('\n').filter((line) => line.trim() !== '');
  const { keys } = JSON.parse(text) as { keys: { verifierKey: string }[] };
  return keys.map(({ verifierKey }) => verifierKey);
}

/** Gives the database of the settings to an act, with the rights of the reading role, and closes it. */
export async function withTrailDatabase<T>(act: (dataSource: DataSource) => Promise<T>): Promise<T> {
  const { DATABASE_URL, DATA_DIR } = readConfig({ ...process.env, NODE_ENV: 'development' });
  const embedded = DATABASE_URL
    ? null
    : await startEmbeddedPostgres({ dataDir: path.resolve(DATA_DIR, 'postgres') });
  try {
    const address = embedded
      ? await ensureDatabase(embedded.connection, 'vis_a_vis')
      : { url: DATABASE_URL ?? '' };
    const dataSource = await createDataSource(address, 1, 'reader').initialize();
    try {
      return await act(dataSource);
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await embedded?.stop();
  }
}
