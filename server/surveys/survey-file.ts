import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readFileSchemas, readYamlSource, TemplateFileError, type LocalisedText } from '../templates';
import type { SurveySide } from './survey-words';

/** A question that is answered from 1 to 5. */
export interface SurveyQuestionFile {
  code: string;
  text: LocalisedText;
}

/** `surveys/<name>.v<N>.yaml`, checked. */
export interface SurveyFile {
  code: string;
  version: number;
  title: LocalisedText;
  /** What 1 and 5 stand for. */
  likert: { lowest: LocalisedText; highest: LocalisedText };
  sides: Record<SurveySide, { questions: SurveyQuestionFile[]; remark: LocalisedText }>;
}

const FOLDER = 'surveys';

/**
 * Reads the surveys of the templates folder, each checked by its JSON Schema.
 * @param folder path of `audit-templates`
 * @throws TemplateFileError the first thing wrong, with file, place and remedy
 */
export function readSurveyFiles(folder: string): SurveyFile[] {
  const schemas = readFileSchemas(folder);
  const files = namesIn(folder).map((name) =>
    schemas.check<SurveyFile>('survey', readYamlSource(folder, `${FOLDER}/${name}`)),
  );
  const seen = new Set<string>();
  for (const { file, content } of files) {
    const codes = Object.values(content.sides).map(({ questions }) => questions.map(({ code }) => code));
    const twice = codes.flatMap((list) => list.find((code, index) => list.indexOf(code) !== index) ?? []);
    const key = `${content.code} v${content.version}`;
    if (seen.has(key) || twice.length > 0)
      throw new TemplateFileError({
        code: 'DUPLICATE_CODE',
        file,
        problem: `"${twice[0] ?? key}" stands twice`,
        remedy: 'Each stands once',
      });
    seen.add(key);
  }
  return files.map(({ content }) => content);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(join(folder, FOLDER))
      .filter((name) => name.endsWith('.yaml'))
      .sort();
  } catch {
    throw new TemplateFileError({
      code: 'FILE_MISSING',
      file: FOLDER,
      problem: 'the folder cannot be read',
      remedy: 'Put it back, or give the right templates folder',
    });
  }
}
