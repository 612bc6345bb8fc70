import type { TemplateSources } from './loaded-templates';
import { TemplateFileError } from './template-file-error';
import type { FilePath } from './template-file-error';
import type { YamlSource } from './yaml-source';

/** A code and where it is given. */
interface Given {
  code: string;
  path: FilePath;
}

/**
 * Refuses a code that is given twice in the same list.
 * @throws TemplateFileError DUPLICATE_CODE at the second one
 */
export function refuseDuplicateCodes(sources: TemplateSources): void {
  const { scales, evidence, references, conflictRules, deadlines, vocabulary } = sources;
  refuse(scales, listed(scales.content.scales, ['scales']));
  scales.content.scales.forEach(({ values }, i) => refuse(scales, listed(values, ['scales', i, 'values'])));
  refuse(evidence, listed(evidence.content.evidenceKinds, ['evidenceKinds']));
  refuse(references, listed(references.content.verificationLevels, ['verificationLevels']));
  refuse(references, listed(references.content.families, ['families']));
  refuse(references, listed(references.content.referenceTexts, ['referenceTexts']));
  refuse(
    conflictRules,
    conflictRules.content.rules.map(({ id, version }, i) => ({
      code: `${id} version ${version}`,
      path: ['rules', i, 'id'],
    })),
  );
  refuse(deadlines, keyed(deadlines.content.deadlines, 'deadlines'));
  refuse(deadlines, keyed(deadlines.content.settings, 'settings'));
  for (const [name, terms] of Object.entries(vocabulary.content) as [string, readonly { code: string }[]][])
    refuse(vocabulary, listed(terms, [name]));
  for (const source of sources.templates) {
    const { recordGrid, sections } = source.content;
    refuse(source, listed(recordGrid, ['recordGrid']));
    refuse(source, listed(sections, ['sections']));
    refuse(
      source,
      sections.flatMap(({ criteria }, i) => listed(criteria, ['sections', i, 'criteria'])),
    );
  }
}

function listed(items: readonly { code: string }[], path: FilePath): Given[] {
  return items.map(({ code }, i) => ({ code, path: [...path, i, 'code'] }));
}

function keyed(items: readonly { key: string }[], list: string): Given[] {
  return items.map(({ key }, i) => ({ code: key, path: [list, i, 'key'] }));
}

function refuse(source: YamlSource, codes: readonly Given[]): void {
  const seen = new Map<string, FilePath>();
  for (const { code, path } of codes) {
    const first = seen.get(code);
    if (first) {
      throw new TemplateFileError({
        code: 'DUPLICATE_CODE',
        file: source.file,
        path,
        line: source.lineOf(path),
        problem: `"${code}" is already given on line ${source.lineOf(first)}`,
        remedy: 'Give each entry its own code',
      });
    }
    seen.set(code, path);
  }
}
