import type { DataSource, EntityManager } from 'typeorm';
import { asking, asPlatform } from '../../../database/as-platform';
import { bringInLine, identified, insertRows, TemplateFileError } from '../../../templates';
import { keyOfLevel, readLevelsFile, type LevelFile, type LevelsFile } from './levels-file';
import { columnsOfLevel, figuresOf, storedLevels } from './stored-levels';

/** What a load of examinations and levels found and did. */
export interface LevelsReport {
  examTypes: number;
  levels: number;
  /** Rows that were added or changed; 0 when the database agreed with the file already. */
  written: number;
}

/**
 * Stores the examinations and reference levels of the templates folder: all of them or nothing. A second load writes
 * nothing, and processes that start together take turns. A level never changes: one that does is a new entry of the file
 * with its own first day.
 * @param folder path of `audit-templates`
 * @throws TemplateFileError the first thing wrong with the file, or PUBLISHED_CONTENT_CHANGED when it contradicts what is
 *   stored
 */
export async function loadReferenceLevels(dataSource: DataSource, folder: string): Promise<LevelsReport> {
  const file = readLevelsFile(folder);
  return asPlatform(dataSource, async (manager) => {
    await manager.query(`select pg_advisory_xact_lock(hashtext('vis-a-vis reference levels'))`);
    const written = (await storeWords(manager, file)) + (await storeLevels(manager, file.levels));
    return { examTypes: file.examTypes.length, levels: file.levels.length, written };
  });
}

async function storeWords(manager: EntityManager, file: LevelsFile): Promise<number> {
  const examTypes = file.examTypes.map((exam) => ({
    code: exam.code,
    modality: exam.modality,
    scope: exam.scope,
    populations: exam.populations,
    phantom_cm: exam.phantomCm ?? null,
    label_fr: exam.label.fr,
    label_en: exam.label.en,
    words: exam.words,
  }));
  const populations = file.populations.map((population) => ({
    code: population.code,
    basis: population.basis,
    from_value: population.from ?? null,
    below_value: population.below ?? null,
    min_sample_size: population.minSampleSize ?? null,
    min_sample_basis: population.minSampleBasis ?? null,
    label_fr: population.label.fr,
    label_en: population.label.en,
  }));
  const sources = file.sources.map((source) => ({
    code: source.code,
    use: source.use,
    title_fr: source.title.fr,
    title_en: source.title.en,
    in_force_from: source.inForceFrom ?? null,
    in_force_to: source.inForceTo ?? null,
    url: source.url,
    evidence_fr: source.evidence.fr,
    evidence_en: source.evidence.en,
  }));
  return (
    (await bringInLine(manager, 'exam_type', examTypes)) +
    (await bringInLine(manager, 'dose_population', populations)) +
    (await bringInLine(manager, 'reference_level_source', sources))
  );
}

async function storeLevels(manager: EntityManager, levels: readonly LevelFile[]): Promise<number> {
  const stored = await storedLevels(asking(manager));
  const added: LevelFile[] = [];
  levels.forEach((level, index) => {
    const kept = stored.get(keyOfLevel(level));
    if (!kept) added.push(level);
    // What somebody has imported first stays: starting must not depend on it.
    else if (kept.addedById === null && figuresOf(kept) !== figuresOf(level))
      throw new TemplateFileError({
        code: 'PUBLISHED_CONTENT_CHANGED',
        file: 'reference-levels.yaml',
        path: ['levels', index],
        problem: `the level ${keyOfLevel(level).trim()} is already there with other figures`,
        remedy: 'Put it back as it was, and add an entry with its own validFrom',
      });
  });
  await insertRows(manager, 'reference_level', identified(added.map(columnsOfLevel)));
  return added.length;
}
