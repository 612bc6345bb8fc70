import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { DataSource } from 'typeorm';
import type { UploadedFile } from '../../server/evidence';
import { globalId } from '../../server/kernel/ids';
import { whenDosesUploaded, type DoseBatch, type DoseRow, type RefusedPart } from '../../server/measures';
import type { ApiClient, Json } from './api';
import { uuidIn } from './grades-factories';

let number = 0;

/** A single acquisition of an adult's chest, each with a study and an event of its own; changed as wanted. */
export function doseRow(change: Partial<DoseRow> = {}): DoseRow {
  number += 1;
  return {
    place: `row ${number}`,
    modality: 'CT',
    level: 'EVENT',
    studyUid: `1.2.3.${number}`,
    eventUid: `1.2.3.${number}.1`,
    performedOn: '2026-11-03',
    protocol: 'Thorax',
    examination: 'Scanner thoracique',
    acquisitionType: 'Spiral Acquisition',
    equipment: 'Maker Model',
    ageYears: 54,
    weightKg: 70,
    ctdiVolMgy: 8,
    phantomCm: 32,
    dlpMgyCm: 300,
    scanningLengthMm: 350,
    dapMgyCm2: null,
    entranceDoseMgy: null,
    meanGlandularDoseMgy: null,
    compressedThicknessMm: null,
    fluoroscopySeconds: null,
    exclusion: null,
    ...change,
  };
}

/** A view of an adult's chest with this dose-area product, mGy.cm². */
export function chestView(dapMgyCm2: number, change: Partial<DoseRow> = {}): DoseRow {
  return doseRow({
    modality: 'RADIOGRAPHY',
    protocol: 'Thorax face',
    acquisitionType: null,
    ctdiVolMgy: null,
    phantomCm: null,
    dlpMgyCm: null,
    scanningLengthMm: null,
    dapMgyCm2,
    ...change,
  });
}

/** What a reader would make of a file: rows in batches of `size`, then what was refused. */
export async function* batchesOf(
  rows: readonly DoseRow[],
  refused: readonly RefusedPart[] = [],
  size = 100,
): AsyncGenerator<DoseBatch> {
  for (let from = 0; from < rows.length; from += size)
    yield await Promise.resolve({ rows: rows.slice(from, from + size) });
  for (const part of refused) yield { refused: part };
}

const PREPARED = 'doseImport { id state version } uploadTicket { url }';

/** Announces a file of doses; gives the payload. */
export function prepareDoses(
  client: ApiClient,
  auditId: string,
  change: Record<string, unknown> = {},
): Promise<Json> {
  const sha256 = createHash('sha256').update(randomUUID()).digest('hex');
  const file = { fileName: 'doses.csv', mediaType: 'text/csv', sizeBytes: 1000, sha256 };
  return client.act('doseImportPrepare', { auditId, file, ...change }, PREPARED);
}

/** A file that has arrived for an import, as the room of uploads hands it on. */
export function arrivedFile(importId: string, auditUuid: string, accountId: string): UploadedFile {
  return {
    uploadId: randomUUID(),
    purpose: 'DOSE_IMPORT',
    subjectId: importId,
    auditId: auditUuid,
    accountId,
    fileName: 'doses.csv',
    mediaType: 'text/csv',
    sizeBytes: 1000,
    sha256: '0'.repeat(64),
    open: () => Promise.resolve(Readable.from([])),
    withLocalFile: (work) => work(''),
  };
}

/**
 * Imports rows into an audit as its service does, up to the end of the operation.
 * @returns global id of the import
 */
export async function importDoses(
  dataSource: DataSource,
  client: ApiClient,
  audit: { auditId: string; uuid: string; accountId: string },
  batches: AsyncIterable<DoseBatch>,
): Promise<string> {
  const { doseImport, userErrors } = await prepareDoses(client, audit.auditId);
  if (!doseImport) throw new Error(JSON.stringify(userErrors));
  const id = uuidIn(doseImport.id);
  await whenDosesUploaded(dataSource, () => batches)(arrivedFile(id, audit.uuid, audit.accountId));
  return globalId('DoseImport', id);
}

/** Says what a protocol name stands for; fails when it is refused. */
export async function mapProtocol(
  client: ApiClient,
  serviceId: string,
  modality: string,
  protocol: string,
  examCode: string | null,
  expectedVersion = 0,
): Promise<Json> {
  const payload = await client.act(
    'protocolMappingSet',
    {
      auditedServiceId: globalId('AuditedService', serviceId),
      modality,
      protocol,
      examCode,
      expectedVersion,
    },
    'protocolMapping { id protocol modality version examType { code } }',
  );
  if (payload.userErrors.length > 0) throw new Error(JSON.stringify(payload.userErrors));
  return payload.protocolMapping;
}

const STATISTICS = `query ($id: ID!, $with: [String!]) { audit(id: $id) { doseStatistics(compareWith: $with) {
  excluded { reason count }
  exams { examCode examLabel position excluded { reason count }
    populations { population populationLabel position
      quantities { quantity unit n median q1 q3 medianInterval { low high coverage } position isBorderline
        level { sourceCode use nrd vgd minSampleSize }
        comparisons { position isBorderline level { sourceCode use nrd } } } } } } } }`;

/** The dose statistics of an audit as a client reads them. */
export async function readStatistics(
  client: ApiClient,
  auditId: string,
  compareWith?: string[],
): Promise<Json> {
  const { data, errors } = await client.run(STATISTICS, { id: auditId, with: compareWith });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.audit?.doseStatistics;
}

const IMPORT = `query ($id: ID!) { doseImport(id: $id) {
  state readCount keptCount excludedCount duplicateCount refusedCount message version
  operation { state doneCount }
  unmappedProtocols { modality protocol count suggestions }
  records(first: 100) { totalCount nodes { place protocol examCode population isCounted exclusion setAside performedIn } }
  refusals(first: 10) { totalCount nodes { place code message } }
  availableTransitions { act isAvailable reason } } }`;

/** A dose import as a client reads it; null when it is hidden. */
export async function readImport(client: ApiClient, id: string): Promise<Json> {
  const { data, errors } = await client.run(IMPORT, { id });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.doseImport;
}
