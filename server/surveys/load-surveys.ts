import { isDeepStrictEqual } from 'node:util';
import type { DataSource } from 'typeorm';
import { asPlatform } from '../database/as-platform';
import { identified, insertRows, TemplateFileError } from '../templates';
import { readSurveyFiles } from './survey-file';

/**
 * Stores the surveys of the templates folder: all of them or nothing. A version that is stored never changes.
 * @param folder path of `audit-templates`
 * @returns how many were added; 0 when the database had them already
 * @throws TemplateFileError the first thing wrong with the files, or PUBLISHED_CONTENT_CHANGED
 */
export async function loadSurveys(dataSource: DataSource, folder: string): Promise<number> {
  const files = readSurveyFiles(folder);
  return asPlatform(dataSource, async (manager) => {
    await manager.query(`select pg_advisory_xact_lock(hashtext('vis-a-vis surveys'))`);
    let added = 0;
    for (const content of files) {
      const [kept] = await manager.query<{ content: unknown }[]>(
        'select content from survey_form where code = $1 and number = $2',
        [content.code, content.version],
      );
      if (kept && !isDeepStrictEqual(kept.content, content))
        throw new TemplateFileError({
          code: 'PUBLISHED_CONTENT_CHANGED',
          file: `surveys (${content.code} v${content.version})`,
          problem: 'the survey is already there with another content',
          remedy: 'Put it back as it was, and add another version',
        });
      if (kept) continue;
      const { code, version: number, title } = content;
      const row = { code, number, title_fr: title.fr, title_en: title.en, content };
      await insertRows(manager, 'survey_form', identified([row]));
      added += 1;
    }
    return added;
  });
}
