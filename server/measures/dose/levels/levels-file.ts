import {
  readFileSchemas,
  readYamlSource,
  TemplateFileError,
  type FilePath,
  type LocalisedText,
  type TemplateFileErrorCode,
  type VocabularyFile,
  type YamlSource,
} from '../../../templates';
import type { DoseModality } from '../dose-row';
import {
  QUANTITY,
  type DoseQuantity,
  type DoseUnit,
  type ExamPopulations,
  type ExamScope,
  type LevelScope,
  type LevelUse,
  type LevelVerification,
  type PopulationBasis,
  type SampleBasis,
} from './level-words';

export interface PopulationFile {
  code: string;
  basis: PopulationBasis;
  from?: number;
  below?: number;
  minSampleSize?: number;
  minSampleBasis?: SampleBasis;
  label: LocalisedText;
}

export interface ExamTypeFile {
  code: string;
  modality: DoseModality;
  scope: ExamScope;
  populations: ExamPopulations;
  phantomCm?: 16 | 32;
  label: LocalisedText;
  words: string[];
}

export interface LevelSourceFile {
  code: string;
  use: LevelUse;
  title: LocalisedText;
  inForceFrom?: string;
  inForceTo?: string;
  url: string;
  evidence: LocalisedText;
}

export interface LevelFile {
  source: string;
  exam: string;
  population: string;
  quantity: DoseQuantity;
  scope: LevelScope;
  unit: DoseUnit;
  nrd: number;
  vgd?: number;
  minSampleSize?: number;
  minSampleBasis?: SampleBasis;
  phantomCm?: 16 | 32;
  verification: LevelVerification;
  validFrom?: string;
  validTo?: string;
}

/** `reference-levels.yaml`, checked. */
export interface LevelsFile {
  populations: PopulationFile[];
  examTypes: ExamTypeFile[];
  sources: LevelSourceFile[];
  levels: LevelFile[];
}

const FILE = 'reference-levels.yaml';

/**
 * Reads and checks the examinations and reference levels of the templates folder: by their JSON Schema, against each
 * other, and against the examinations that templates name.
 * @param folder path of `audit-templates`
 * @throws TemplateFileError the first thing wrong, with file, place and remedy
 */
export function readLevelsFile(folder: string): LevelsFile {
  const schemas = readFileSchemas(folder);
  const source = schemas.check<LevelsFile>('reference-levels', readYamlSource(folder, FILE));
  const vocabulary = schemas.check<VocabularyFile>('vocabulary', readYamlSource(folder, 'vocabulary.yaml'));
  const { populations, examTypes, sources, levels } = source.content;
  for (const list of ['populations', 'examTypes', 'sources'] as const)
    refuseTwice(
      source,
      list,
      source.content[list].map(({ code }) => code),
    );
  refuseTwice(source, 'levels', levels.map(keyOfLevel));
  const exams = new Set(examTypes.map(({ code }) => code));
  const known = { populations: codesOf(populations), sources: codesOf(sources) };
  levels.forEach((level, index) => {
    const refuse = refusing(source, ['levels', index]);
    if (!exams.has(level.exam)) refuse('UNKNOWN_EXAM_TYPE', 'exam', level.exam, 'Add it to examTypes');
    if (!known.populations.has(level.population))
      refuse('UNKNOWN_POPULATION', 'population', level.population, 'Add it to populations');
    if (!known.sources.has(level.source))
      refuse('UNKNOWN_LEVEL_SOURCE', 'source', level.source, 'Add it to sources');
    if (QUANTITY[level.quantity].unit !== level.unit)
      refuse('WRONG_UNIT', 'unit', level.unit, `Convert it to ${QUANTITY[level.quantity].unit}`);
    if (level.verification === 'STATED_BY_IMPORTER')
      refuse('INVALID_VALUE', 'verification', level.verification, 'Say what of the source was read');
    if (level.vgd !== undefined && level.vgd > level.nrd)
      refuse('INVALID_VALUE', 'vgd', String(level.vgd), 'A guide value does not exceed its level');
  });
  vocabulary.content.examTypes.forEach(({ code }, index) => {
    if (!exams.has(code))
      refusing(vocabulary, ['examTypes', index])(
        'UNKNOWN_EXAM_TYPE',
        'code',
        code,
        `Add it to examTypes in ${FILE}`,
      );
  });
  return source.content;
}

/** What tells levels apart: at most one of them from a day on. */
export function keyOfLevel(
  level: Pick<LevelFile, 'source' | 'exam' | 'population' | 'quantity'> & { validFrom?: string | null },
): string {
  return [level.source, level.exam, level.population, level.quantity, level.validFrom ?? ''].join(' ');
}

function codesOf(list: readonly { code: string }[]): ReadonlySet<string> {
  return new Set(list.map(({ code }) => code));
}

function refuseTwice(source: YamlSource, list: string, keys: readonly string[]): void {
  keys.forEach((key, index) => {
    if (keys.indexOf(key) !== index)
      refusing(source, [list, index])('DUPLICATE_CODE', null, key, 'Each stands once');
  });
}

function refusing(source: YamlSource, place: FilePath) {
  return (code: TemplateFileErrorCode, key: string | null, value: string, remedy: string): never => {
    const path = key === null ? place : [...place, key];
    const problem = `"${value}" cannot stand here`;
    throw new TemplateFileError({
      code,
      file: source.file,
      path,
      line: source.lineOf(path),
      problem,
      remedy,
    });
  };
}
