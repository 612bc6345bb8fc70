import { readFileSchemas, readVersionedFiles, refuseTwice, type LocalisedText } from '../templates';
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

/**
 * Reads the surveys of the templates folder, each checked by its JSON Schema; no survey stands twice, and no question on
 * one side.
 * @param folder path of `audit-templates`
 * @throws TemplateFileError the first thing wrong, with file, place and remedy
 */
export function readSurveyFiles(folder: string): SurveyFile[] {
  const files = readVersionedFiles<SurveyFile>(folder, 'surveys', readFileSchemas(folder), 'survey');
  for (const source of files)
    for (const { questions } of Object.values(source.content.sides))
      refuseTwice(
        source,
        questions.map(({ code }) => code),
      );
  return files.map(({ content }) => content);
}
