import { randomUUID } from 'node:crypto';
import type { UnitOfWork } from '../../../database/unit-of-work';
import { authorise } from '../../../identity';
import { sha256Of } from '../../../kernel/file-hash';
import { refuse, type DomainError } from '../../../kernel/outcome';
import { readOrRefuse } from '../../../kernel/refuse-file';
import { isSecure } from '../../../evidence';
import { identified, insertRows } from '../../../templates';
import { readLevelsCsv, type KnownWords, type LevelLine } from './levels-csv';
import type { ExamScope, LevelUse } from './level-words';
import { keyOfLevel, type LevelFile } from './levels-file';
import { columnsOfLevel, storedLevels, type StoredLevel } from './stored-levels';
import { ReferenceLevelSource } from './reference-level-source.entity';

/** A table of levels that somebody has copied from its source, and how he has checked it. */
export interface ReferenceLevelsImportInput {
  csv: string;
  sourceCode: string;
  /** For a source that is not there yet. */
  source?: {
    titleFr: string;
    titleEn: string;
    use: LevelUse;
    inForceFrom?: string | null;
    inForceTo?: string | null;
  } | null;
  /** Where it was read. */
  url: string;
  /** Who checked it, how and when. */
  statement: string;
  /** Everything is checked and shown, nothing is written. */
  isDryRun: boolean;
}

/** What becomes of a line. */
export const LEVEL_LINE_OUTCOMES = ['ADDED', 'UNCHANGED', 'CONFLICT', 'REFUSED'] as const;
export type LevelLineOutcome = (typeof LEVEL_LINE_OUTCOMES)[number];

/** A line of the table with what becomes of it. */
export interface LevelLineResult {
  line: number;
  outcome: LevelLineOutcome;
  examCode: string | null;
  population: string | null;
  quantity: string | null;
  unit: string | null;
  nrd: number | null;
  vgd: number | null;
  errors: readonly DomainError[];
}

/**
 * Adds levels from a table. Lines with errors are refused one by one; a level that is there already with other figures is
 * shown as a conflict and stays as it is: what changes gets a new first day.
 * @throws Refusal FORBIDDEN, FILE_REFUSED (no header, no row, columns missing), LEVELS_SOURCE_INCOMPLETE, URL_NOT_SECURE,
 *   DATES_REVERSED
 */
export async function importReferenceLevels(
  uow: UnitOfWork,
  input: ReferenceLevelsImportInput,
): Promise<{ lines: LevelLineResult[]; addedCount: number }> {
  authorise(uow, 'referenceLevelsImport');
  const { sourceCode, url, statement, isDryRun } = input;
  if (!isSecure(url)) refuse('URL_NOT_SECURE', ['input', 'url']);
  // Two tables, and a start that loads the shipped one, take turns.
  await uow.sql(`select pg_advisory_xact_lock(hashtext('vis-a-vis reference levels'))`);
  const [source] = await uow.sql<{ id: string }>('select id from reference_level_source where code = $1', [
    sourceCode,
  ]);
  if (!source) checkSource(input);
  const known = await knownWords(uow);
  const lines = readOrRefuse(['input', 'csv'], () => readLevelsCsv(input.csv, sourceCode, known));
  const stored = await storedLevels(uow.sql);
  const results = lines.map((line) => resultOf(line, stored));
  const added = lines.flatMap(({ level }, index) =>
    level && results[index]?.outcome === 'ADDED' ? [level] : [],
  );
  const sourceId = source?.id ?? randomUUID();
  if (!isDryRun) {
    if (!source) await insertSource(uow, sourceId, input);
    await insertLevels(uow, input, added);
  }
  uow.record({
    act: 'referenceLevelsImport',
    objectType: 'ReferenceLevelSource',
    objectId: sourceId,
    detail: { sha256: sha256Of(input.csv), sourceCode, url, statement, isDryRun, added: added.length },
  });
  return { lines: results, addedCount: isDryRun ? 0 : added.length };
}

/** @throws Refusal LEVELS_SOURCE_INCOMPLETE, DATES_REVERSED */
function checkSource({ source, sourceCode }: ReferenceLevelsImportInput): void {
  if (!source) return refuse('LEVELS_SOURCE_INCOMPLETE', ['input', 'source'], { source: sourceCode });
  if (source.inForceFrom && source.inForceTo && source.inForceTo < source.inForceFrom)
    refuse('DATES_REVERSED', ['input', 'source', 'inForceTo']);
}

async function knownWords(uow: UnitOfWork): Promise<KnownWords> {
  const exams = await uow.sql<{ code: string; scope: ExamScope }>('select code, scope from exam_type');
  const populations = await uow.sql<{ code: string }>('select code from dose_population');
  return {
    exams: new Map(exams.map(({ code, scope }) => [code, scope])),
    populations: new Set(populations.map(({ code }) => code)),
  };
}

/** What a line is beside the levels that are there. */
function resultOf(
  { line, level, errors }: LevelLine,
  stored: ReadonlyMap<string, StoredLevel>,
): LevelLineResult {
  if (!level) {
    const nothing = { examCode: null, population: null, quantity: null, unit: null, nrd: null, vgd: null };
    return { line, outcome: 'REFUSED', ...nothing, errors };
  }
  const stated = {
    line,
    examCode: level.exam,
    population: level.population,
    quantity: level.quantity,
    unit: level.unit,
    nrd: level.nrd,
    vgd: level.vgd ?? null,
  };
  const kept = stored.get(keyOfLevel(level));
  if (!kept) return { ...stated, outcome: 'ADDED', errors };
  if (saidOf(kept) === saidOf(level)) return { ...stated, outcome: 'UNCHANGED', errors };
  const params = { nrd: kept.nrd, vgd: kept.vgd ?? '—' };
  return { ...stated, outcome: 'CONFLICT', errors: [{ code: 'LEVEL_CONFLICT', path: null, params }] };
}

/** What two tables must agree on: figures, not how they were checked. */
function saidOf({ nrd, vgd, phantomCm, minSampleSize, validTo }: StoredLevel | LevelFile): string {
  return JSON.stringify([nrd, vgd, phantomCm, minSampleSize, validTo].map((value) => value ?? null));
}

async function insertSource(
  uow: UnitOfWork,
  id: string,
  { source, sourceCode, url, statement }: ReferenceLevelsImportInput,
): Promise<void> {
  await uow.insert(ReferenceLevelSource, {
    id,
    code: sourceCode,
    use: source?.use,
    titleFr: source?.titleFr,
    titleEn: source?.titleEn,
    inForceFrom: source?.inForceFrom ?? null,
    inForceTo: source?.inForceTo ?? null,
    url,
    evidenceFr: statement,
    evidenceEn: statement,
  });
}

async function insertLevels(
  uow: UnitOfWork,
  { url, statement }: ReferenceLevelsImportInput,
  levels: readonly LevelFile[],
): Promise<void> {
  const by = { url, statement, added_by_id: uow.viewer.accountId };
  const rows = levels.map((level) => ({ ...columnsOfLevel(level), ...by }));
  await insertRows(uow.manager, 'reference_level', identified(rows));
}
