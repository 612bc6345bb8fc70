import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FileKind, FileSchemas } from './file-schemas';
import { TemplateFileError } from './template-file-error';
import { readYamlSource, type YamlSource } from './yaml-source';

/** What the files of one folder within the templates folder have in common. */
interface Versioned {
  code: string;
  version: number;
}

/**
 * Reads the files `<name>.v<N>.yaml` of a folder within the templates folder, in the order of their names, each checked by
 * its JSON Schema; no version of a code stands twice.
 * @param folder path of `audit-templates`
 * @param place the folder within it
 * @throws TemplateFileError FILE_MISSING without the folder, DUPLICATE_CODE, and those of `readYamlSource` and the schema
 */
export function readVersionedFiles<Content extends Versioned>(
  folder: string,
  place: string,
  schemas: FileSchemas,
  kind: FileKind,
): YamlSource<Content>[] {
  const sources = namesIn(folder, place).map((name) =>
    schemas.check<Content>(kind, readYamlSource(folder, `${place}/${name}`)),
  );
  const keys = sources.map(({ content }) => `${content.code} v${content.version}`);
  sources.forEach((source, index) => {
    refuseTwice(source, keys.slice(0, index + 1));
  });
  return sources;
}

/** Refuses codes of a file of which one stands twice. @throws TemplateFileError DUPLICATE_CODE */
export function refuseTwice(source: YamlSource, codes: readonly string[]): void {
  const twice = codes.find((code, index) => codes.indexOf(code) !== index);
  if (twice === undefined) return;
  throw new TemplateFileError({
    code: 'DUPLICATE_CODE',
    file: source.file,
    problem: `"${twice}" stands twice`,
    remedy: 'Each stands once',
  });
}

function namesIn(folder: string, place: string): string[] {
  try {
    return readdirSync(join(folder, place))
      .filter((name) => name.endsWith('.yaml'))
      .sort();
  } catch {
    throw new TemplateFileError({
      code: 'FILE_MISSING',
      file: place,
      problem: 'the folder cannot be read',
      remedy: 'Put it back, or give the right templates folder',
    });
  }
}
