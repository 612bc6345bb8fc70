import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash } from './content-hash';
import { checkCrossReferences } from './cross-references';
import { refuseDuplicateCodes } from './duplicate-codes';
import { readFileSchemas, SHARED_FILES } from './file-schemas';
import type { FileKind, FileSchemas } from './file-schemas';
import type { LoadedTemplates, TemplateSources } from './loaded-templates';
import { TemplateFileError } from './template-file-error';
import type { TemplateFile } from './template-shapes';
import { checkTemplateVersions, slugOf } from './template-versions';
import { readYamlSource } from './yaml-source';
import type { YamlSource } from './yaml-source';

/** Folders that hold no templates: later rooms read them. */
const FOLDERS_OF_OTHERS = ['schemas', 'event-scales', 'surveys'];

/** `v<N>.yaml`, N counted from 1. */
const VERSION_FILE = /^v([1-9]\d*)\.yaml$/;

/**
 * Reads and checks the whole templates folder: each file by its JSON Schema, then all of them against each other.
 * Nothing is returned unless everything is right.
 * @param folder path of `audit-templates`
 * @throws TemplateFileError the first thing wrong, with file, place and remedy
 */
export function readTemplateFiles(folder: string): LoadedTemplates {
  const files = listFiles(folder);
  const sources = readSources(folder, readFileSchemas(folder), files);
  refuseDuplicateCodes(sources);
  checkTemplateVersions(sources.templates);
  checkCrossReferences(sources);
  return {
    templates: sources.templates
      .map((source) => ({
        file: source.file,
        slug: slugOf(source),
        content: source.content,
        contentHash: contentHash(source.content),
      }))
      .sort((a, b) => compare(a.content.code, b.content.code) || a.content.version - b.content.version),
    scales: sources.scales.content.scales,
    evidenceKinds: sources.evidence.content.evidenceKinds,
    verificationLevels: sources.references.content.verificationLevels,
    referenceFamilies: sources.references.content.families,
    referenceTexts: sources.references.content.referenceTexts,
    crosswalk: sources.crosswalk.content.byReference,
    conflictRules: sources.conflictRules.content.rules,
    deadlines: sources.deadlines.content,
    vocabulary: sources.vocabulary.content,
  };
}

function readSources(folder: string, schemas: FileSchemas, templates: readonly string[]): TemplateSources {
  const read = <Content>(kind: FileKind, file = `${kind}.yaml`): YamlSource<Content> =>
    schemas.check<Content>(kind, readYamlSource(folder, file));
  return {
    scales: read('scales'),
    evidence: read('evidence-catalogue'),
    references: read('reference-texts'),
    crosswalk: read('crosswalk'),
    conflictRules: read('conflict-rules'),
    deadlines: read('deadlines'),
    vocabulary: read('vocabulary'),
    templates: templates.map((file) => read<TemplateFile>('template', file)),
  };
}

/** The version files of every template, by folder and version. A file that nobody would read is refused. */
function listFiles(folder: string): string[] {
  const entries = readFolder(folder, '').filter(
    ({ name }) => !isIgnored(name) && !FOLDERS_OF_OTHERS.includes(name),
  );
  const shared: readonly string[] = SHARED_FILES.map((kind) => `${kind}.yaml`);
  const stray = entries.find((entry) => !entry.isDirectory() && !shared.includes(entry.name));
  if (stray) throw unexpected(stray.name, `Use one of ${shared.join(', ')}, or a folder per template`);
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort(compare)
    .flatMap((slug) => listVersions(folder, slug));
}

function listVersions(folder: string, slug: string): string[] {
  const names = readFolder(folder, slug)
    .map(({ name }) => name)
    .filter((name) => !isIgnored(name));
  const stray = names.find((name) => !VERSION_FILE.test(name));
  if (stray)
    throw unexpected(`${slug}/${stray}`, 'Name the versions of a template v1.yaml, v2.yaml and so on');
  if (names.length === 0)
    throw new TemplateFileError({
      code: 'FILE_MISSING',
      file: `${slug}/v1.yaml`,
      problem: 'the template has no version',
      remedy: 'Add it, or remove the folder',
    });
  return names.sort((a, b) => versionOf(a) - versionOf(b)).map((name) => `${slug}/${name}`);
}

function readFolder(folder: string, name: string) {
  try {
    return readdirSync(join(folder, name), { withFileTypes: true });
  } catch {
    throw new TemplateFileError({
      code: 'FILE_MISSING',
      file: name || '.',
      problem: `the folder ${join(folder, name)} cannot be read`,
      remedy: 'Give the right templates folder',
    });
  }
}

function isIgnored(name: string): boolean {
  return name.startsWith('.') || name === 'README.md';
}

function versionOf(name: string): number {
  return Number(VERSION_FILE.exec(name)?.[1]);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function unexpected(file: string, remedy: string): TemplateFileError {
  return new TemplateFileError({ code: 'FILE_UNEXPECTED', file, problem: 'nothing reads this file', remedy });
}
