import { posix } from 'node:path';
import { TemplateFileError } from './template-file-error';
import type { TemplateFileErrorCode, FilePath } from './template-file-error';
import type { TemplateFile } from './template-shapes';
import type { YamlSource } from './yaml-source';

type TemplateSource = YamlSource<TemplateFile>;

/** Name of the folder that holds the versions of a template. */
export function slugOf(source: YamlSource): string {
  return posix.dirname(source.file);
}

/**
 * The newest published version of each template: what the crosswalk covers and a new campaign would choose.
 * @param versions of any templates, in any order
 */
export function newestPublished(versions: readonly TemplateSource[]): TemplateSource[] {
  const newest = new Map<string, TemplateSource>();
  for (const source of versions) {
    const { code, status, version } = source.content;
    if (status === 'PUBLISHED' && version > (newest.get(code)?.content.version ?? 0))
      newest.set(code, source);
  }
  return [...newest.values()];
}

/**
 * Checks that folders, file names, codes and versions tell the same story: one template per folder, `v<N>.yaml`
 * holds version N, criterion codes are built from the template and its section, lineage leads to the version before.
 * @param templates sorted by folder, then by version
 * @throws TemplateFileError VERSION_MISMATCH, TEMPLATE_CODE_CHANGED, DUPLICATE_CODE, SECTION_MISMATCH or
 * UNKNOWN_CRITERION
 */
export function checkTemplateVersions(templates: readonly TemplateSource[]): void {
  const owners = new Map<string, TemplateSource>();
  let before: TemplateSource | undefined;
  for (const source of templates) {
    const { code, version } = source.content;
    const stated = posix.basename(source.file, '.yaml');
    if (stated !== `v${version}`)
      throw refusal(
        'VERSION_MISMATCH',
        source,
        ['version'],
        `version ${version} stands in ${stated}.yaml`,
        'Make the file name and the version agree',
      );
    const previous = before && slugOf(before) === slugOf(source) ? before : undefined;
    if (previous && previous.content.code !== code)
      throw refusal(
        'TEMPLATE_CODE_CHANGED',
        source,
        ['code'],
        `"${code}" is not the code "${previous.content.code}" of ${previous.file}`,
        'Keep the code from version to version, or start a new folder',
      );
    const owner = owners.get(prefixOf(source));
    if (owner && slugOf(owner) !== slugOf(source))
      throw refusal(
        'DUPLICATE_CODE',
        source,
        ['code'],
        `"${prefixOf(source)}" already begins the code of ${owner.file}`,
        'Give the template another number',
      );
    owners.set(prefixOf(source), source);
    checkSections(source);
    checkLineage(source, previous);
    before = source;
  }
}

/** `T1` of `T1-CT-JUST`: what the codes of its criteria begin with. */
function prefixOf(source: TemplateSource): string {
  return source.content.code.split('-')[0] ?? source.content.code;
}

function checkSections(source: TemplateSource): void {
  source.content.sections.forEach((section, s) =>
    section.criteria.forEach((criterion, c) => {
      const start = `${prefixOf(source)}-${section.code}`;
      if (/^\d+$/.test(criterion.code.slice(start.length)) && criterion.code.startsWith(start)) return;
      throw refusal(
        'SECTION_MISMATCH',
        source,
        ['sections', s, 'criteria', c, 'code'],
        `"${criterion.code}" does not begin with "${start}", the code of its template and section`,
        'Correct the code, or move the criterion to its section',
      );
    }),
  );
}

function checkLineage(source: TemplateSource, previous: TemplateSource | undefined): void {
  const known = new Set(
    previous?.content.sections.flatMap(({ criteria }) => criteria.map(({ code }) => code)),
  );
  source.content.sections.forEach(({ criteria }, s) =>
    criteria.forEach(({ lineage }, c) =>
      lineage?.from.forEach((code, f) => {
        if (known.has(code)) return;
        throw refusal(
          'UNKNOWN_CRITERION',
          source,
          ['sections', s, 'criteria', c, 'lineage', 'from', f],
          previous
            ? `"${code}" is not a criterion of ${previous.file}`
            : `there is no version before this one`,
          'Name criteria of the version before, or leave lineage out',
        );
      }),
    ),
  );
}

function refusal(
  code: TemplateFileErrorCode,
  source: TemplateSource,
  path: FilePath,
  problem: string,
  remedy: string,
): TemplateFileError {
  return new TemplateFileError({ code, file: source.file, path, line: source.lineOf(path), problem, remedy });
}
