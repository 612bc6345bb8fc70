import type { DataSource, EntityManager } from 'typeorm';
import { asPlatform } from '../database/as-platform';
import { bringInLine } from './bulk-rows';
import type { LoadedTemplates } from './loaded-templates';
import { storeRules } from './store-rules';
import { storeTemplateVersion } from './store-template-version';
import { readTemplateFiles } from './template-files';

/** What a load found and did. */
export interface LoadReport {
  /** Template versions in the folder. */
  versions: number;
  /** Criteria in all of them. */
  criteria: number;
  /** Rows that were added or changed; 0 when the database agreed with the folder already. */
  written: number;
}

/**
 * Stores the templates folder in the database: all of it or nothing. A second load writes nothing, and processes that
 * start together take turns. Published versions of templates, rules and delays never change.
 * @param folder path of `audit-templates`
 * @throws TemplateFileError the first thing wrong with the files, or PUBLISHED_CONTENT_CHANGED or STATUS_REVERSED when
 * they contradict what is stored
 */
export async function loadTemplates(dataSource: DataSource, folder: string): Promise<LoadReport> {
  const files = readTemplateFiles(folder);
  return asPlatform(dataSource, async (manager) => {
    await manager.query(`select pg_advisory_xact_lock(hashtext('vis-a-vis audit templates'))`);
    let written = await storeSharedFiles(manager, files);
    for (const template of files.templates) written += await storeTemplateVersion(manager, template);
    written += await storeRules(manager, files);
    const sections = files.templates.flatMap(({ content }) => content.sections);
    return {
      versions: files.templates.length,
      criteria: sections.reduce((sum, section) => sum + section.criteria.length, 0),
      written,
    };
  });
}

/** What the templates refer to by code; these words may be corrected at any time. */
async function storeSharedFiles(manager: EntityManager, files: LoadedTemplates): Promise<number> {
  const scales = files.scales.map((scale) => ({
    code: scale.code,
    kind: scale.kind,
    title_fr: scale.title.fr,
    title_en: scale.title.en,
    definition: scale,
  }));
  const evidenceKinds = files.evidenceKinds.map(({ code, type, label }) => ({
    code,
    type,
    label_fr: label.fr,
    label_en: label.en,
  }));
  const levels = files.verificationLevels.map(({ code, label }, index) => ({
    code,
    position: index + 1,
    label_fr: label.fr,
    label_en: label.en,
  }));
  const families = files.referenceFamilies.map(({ code, label }, index) => ({
    code,
    position: index + 1,
    label_fr: label.fr,
    label_en: label.en,
    text_codes: files.referenceTexts.filter(({ family }) => family === code).map((text) => text.code),
  }));
  const texts = files.referenceTexts.map(({ code, title, locator, verification, url }) => ({
    code,
    title_fr: title.fr,
    title_en: title.en,
    locator_fr: locator.fr,
    locator_en: locator.en,
    verification_level: verification,
    url: url ?? null,
  }));
  return (
    (await bringInLine(manager, 'scale', scales)) +
    (await bringInLine(manager, 'evidence_kind', evidenceKinds)) +
    (await bringInLine(manager, 'verification_level', levels)) +
    (await bringInLine(manager, 'reference_text', texts)) +
    (await bringInLine(manager, 'reference_family', families))
  );
}
