import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { Client } from 'pg';
import { createDataSource } from '../../../server/database/data-source';
import type { UploadedFile } from '../../../server/evidence';
import { whenDosesUploaded } from '../../../server/measures';
import { auditDoses } from '../../../server/measures/dose/statistics/audit-doses';
import { CAMPAIGN_DOSES } from '../../../server/measures/dose/statistics/campaign-doses';
import { BenchError } from '../bench-error';
import { median, timed } from '../times';
import { openBenchDatabase, type BenchDatabase } from '../bench-database';
import { writeDoseFile } from './dose-file';
import {
  CAMPAIGN,
  IMPORTER,
  IMPORTING_AUDIT,
  IMPORTING_SERVICE,
  MEASURES_SEED,
  ONE_AUDIT,
  SIZES,
} from './seed';

/** What was measured; times in milliseconds, medians of the rounds. */
export interface MeasuresResult {
  postgres: { place: string; version: string };
  rounds: number;
  import: {
    rows: number;
    bytes: number;
    milliseconds: number;
    rowsPerSecond: number;
    /** Most memory of the process while it imported, and how much of it was there before, megabytes. */
    peakMegabytes: number;
    beforeMegabytes: number;
    /** The same for a file of `TIMES_LONGER` times as many rows: memory is bounded if it is about the same. */
    longerPeakMegabytes: number;
    /** The same rows through a bare COPY into a plain table. */
    copyMilliseconds: number;
    ratio: number;
  };
  campaign: {
    records: number;
    audits: number;
    cells: number;
    milliseconds: number;
    /** A sequential scan of the same rows that adds up one column. */
    scanMilliseconds: number;
    ratio: number;
  };
  oneAudit: { records: number; milliseconds: number };
}

const MEGABYTE = 1024 * 1024;
const TIMES_LONGER = 4;

/**
 * Imports a file of 100,000 rows beside a bare COPY of the same rows, and reads the medians of a campaign of a million
 * records beside a bare scan of them, in turns.
 * @throws BenchError, or an error of the database
 */
export async function runMeasures(rounds: number, log: (line: string) => void): Promise<MeasuresResult> {
  const database = await openBenchDatabase(process.env, MEASURES_SEED, log);
  const folder = await mkdtemp(path.join(tmpdir(), 'vis-a-vis-bench-'));
  try {
    await database.client.query('set statement_timeout = 0');
    const reads = await measureReads(database, rounds);
    const imported = await measureImports(database, folder, rounds, log);
    return {
      postgres: { place: database.place, version: database.version },
      rounds,
      import: imported,
      ...reads,
    };
  } finally {
    await rm(folder, { recursive: true });
    await database.close();
  }
}

async function measureReads(
  { client }: BenchDatabase,
  rounds: number,
): Promise<Pick<MeasuresResult, 'campaign' | 'oneAudit'>> {
  const [campaign, audit] = await idsOf(client, [CAMPAIGN, ONE_AUDIT]);
  const sql = async <T>(text: string, values: readonly unknown[]) =>
    (await client.query(text, [...values])).rows as T[];
  const whole = () => sql(CAMPAIGN_DOSES, [[campaign], 5]);
  const cells = (await whole()).length;
  const times = { whole: [] as number[], scan: [] as number[], one: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    times.whole.push(await timed(whole));
    times.scan.push(
      await timed(() => sql('select count(*), sum(ctdi_vol_mgy), sum(dap_mgy_cm2) from dose_record', [])),
    );
    times.one.push(await timed(() => auditDoses(sql, [{ id: String(audit), day: '2027-01-11' }])));
  }
  const [milliseconds, scanMilliseconds] = [median(times.whole), median(times.scan)];
  return {
    campaign: {
      records: SIZES.records,
      audits: SIZES.audits,
      cells,
      milliseconds,
      scanMilliseconds,
      ratio: milliseconds / scanMilliseconds,
    },
    oneAudit: { records: SIZES.records / SIZES.audits, milliseconds: median(times.one) },
  };
}

async function measureImports(
  { client, address }: BenchDatabase,
  folder: string,
  rounds: number,
  log: (line: string) => void,
): Promise<MeasuresResult['import']> {
  const dataSource = createDataSource(address, 4, 'runtime');
  await dataSource.initialize();
  const times = { import: [] as number[], copy: [] as number[] };
  const before = process.memoryUsage.rss();
  const peaks = { first: 0, longer: 0 };
  let bytes = 0;
  /** Imports a file of so many rows, and leaves the database as it was. */
  const importRows = async (rows: number, beside: (importId: string) => Promise<void>) => {
    const file = path.join(folder, 'doses.csv');
    await writeDoseFile(file, rows);
    const { size } = await stat(file);
    const importId = await prepare(client);
    const [audit, account] = await idsOf(client, [IMPORTING_AUDIT, IMPORTER]);
    const arrived = arrivedFile(file, size, importId, String(audit), String(account));
    let most = 0;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20);
    const took = await timed(() => whenDosesUploaded(dataSource)(arrived));
    clearInterval(watch);
    await checkImport(client, importId, rows);
    await beside(importId);
    await forget(client, importId);
    return { size, took, most };
  };
  try {
    for (let round = 0; round < rounds; round += 1) {
      const { size, took, most } = await importRows(SIZES.rows, async (importId) => {
        times.copy.push(await copyOf(client, importId, folder));
      });
      times.import.push(took);
      peaks.first = Math.max(peaks.first, most);
      bytes = size;
      log(`round ${round + 1}: import ${took.toFixed(0)} ms, copy ${times.copy.at(-1)?.toFixed(0)} ms`);
    }
    const longer = await importRows(SIZES.rows * TIMES_LONGER, () => Promise.resolve());
    peaks.longer = longer.most;
    log(`a file ${TIMES_LONGER} times longer: import ${longer.took.toFixed(0)} ms`);
  } finally {
    await dataSource.destroy();
  }
  const [milliseconds, copyMilliseconds] = [median(times.import), median(times.copy)];
  return {
    rows: SIZES.rows,
    bytes,
    milliseconds,
    rowsPerSecond: (SIZES.rows / milliseconds) * 1000,
    peakMegabytes: peaks.first / MEGABYTE,
    beforeMegabytes: before / MEGABYTE,
    longerPeakMegabytes: peaks.longer / MEGABYTE,
    copyMilliseconds,
    ratio: milliseconds / copyMilliseconds,
  };
}

async function prepare(client: Client): Promise<string> {
  const id = randomUUID();
  await client.query(
    `insert into dose_import (id, audit_id, audited_service_id, sha256, created_by_id)
     select $1, ${IMPORTING_AUDIT}, ${IMPORTING_SERVICE}, '', ${IMPORTER}`,
    [id],
  );
  return id;
}

function arrivedFile(
  file: string,
  sizeBytes: number,
  subjectId: string,
  auditId: string,
  accountId: string,
): UploadedFile {
  return {
    uploadId: randomUUID(),
    purpose: 'DOSE_IMPORT',
    subjectId,
    auditId,
    accountId,
    fileName: 'doses.csv',
    mediaType: 'text/csv',
    sizeBytes,
    sha256: '',
    open: () => Promise.resolve(createReadStream(file)),
    withLocalFile: (work) => work(file),
  };
}

/** @throws BenchError unless every row was kept and counts */
async function checkImport(client: Client, importId: string, rowCount: number): Promise<void> {
  const { rows } = await client.query<{ state: string; kept: number; counted: number }>(
    `select i.state, i.kept_count as kept,
       (select count(*)::int from dose_record r where r.dose_import_id = i.id and set_aside is null) as counted
     from dose_import i where i.id = $1`,
    [importId],
  );
  const [found] = rows;
  if (found?.state !== 'DONE' || found.kept !== rowCount || found.counted !== rowCount)
    throw new BenchError(`the import is not what it should be: ${JSON.stringify(found)}`);
}

/** How long a bare COPY of the rows of an import into a plain table of the same columns takes. */
async function copyOf(client: Client, importId: string, folder: string): Promise<number> {
  const file = path.join(folder, 'copy.txt');
  const rows = `select * from dose_record where dose_import_id = '${importId}'`;
  await pipeline(client.query(copyTo(`copy (${rows}) to stdout`)), createWriteStream(file));
  await client.query('drop table if exists plain_copy; create table plain_copy (like dose_record)');
  const took = await timed(() =>
    pipeline(createReadStream(file), client.query(copyFrom('copy plain_copy from stdin'))),
  );
  await client.query('drop table plain_copy');
  return took;
}

/** Leaves the database as it was. */
async function forget(client: Client, importId: string): Promise<void> {
  await client.query('delete from dose_record where dose_import_id = $1', [importId]);
  await client.query('update dose_import set operation_id = null where id = $1', [importId]);
  await client.query('delete from dose_import where id = $1', [importId]);
  await client.query('vacuum (analyze) dose_record');
}

async function idsOf(client: Client, expressions: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ ids: string[] }>(
    `select array[${expressions.join(', ')}]::text[] as ids`,
  );
  return rows[0]?.ids ?? [];
}

/** The result as a person reads it. */
export function measuresReport({ import: imported, campaign, oneAudit, ...result }: MeasuresResult): string {
  const ms = (value: number): string => `${value.toFixed(0)} ms`.padStart(9);
  const number = (value: number): string => Math.round(value).toLocaleString('en-GB');
  return [
    `PostgreSQL ${result.postgres.version} (${result.postgres.place}), median of ${result.rounds}`,
    `${ms(imported.milliseconds)}  import of a CSV of ${number(imported.rows)} rows: ${number(imported.rowsPerSecond)} rows/s`,
    `${ms(imported.copyMilliseconds)}  bare COPY of the same rows into a plain table: ratio ${imported.ratio.toFixed(1)}`,
    `${number(imported.peakMegabytes)} MB of memory at most while importing, ${number(imported.beforeMegabytes)} MB before; ${number(imported.longerPeakMegabytes)} MB for ${TIMES_LONGER} times as many rows`,
    `${ms(campaign.milliseconds)}  medians of all examinations of a campaign, one statement: ${number(campaign.records)} records of ${campaign.audits} audits, ${campaign.cells} cells`,
    `${ms(campaign.scanMilliseconds)}  a bare scan of the same records: ratio ${campaign.ratio.toFixed(1)}`,
    `${ms(oneAudit.milliseconds)}  everything about the doses of one audit (${number(oneAudit.records)} records)`,
  ].join('\n');
}
