import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import type { AnyValidateFunction } from 'ajv/dist/core';
import type { ErrorObject } from 'ajv/dist/2020';
import { TemplateFileError } from './template-file-error';
import type { FilePath, TemplateFileErrorCode } from './template-file-error';
import type { YamlSource } from './yaml-source';

/** Files at the top of the templates folder: there is one of each kind. */
export const SHARED_FILES = [
  'scales',
  'evidence-catalogue',
  'reference-texts',
  'crosswalk',
  'conflict-rules',
  'deadlines',
  'vocabulary',
  'reference-levels',
  'reminders',
  'event-criteria',
] as const;

/** The kinds of file of the templates folder; each has its JSON Schema `schemas/<kind>.schema.json`. */
export const FILE_KINDS = ['template', ...SHARED_FILES, 'event-scale', 'survey'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** Judges sources by the JSON Schemas that stand beside them. */
export interface FileSchemas {
  /** @throws TemplateFileError MISSING_KEY, UNKNOWN_KEY or INVALID_VALUE */
  check<Content>(kind: FileKind, source: YamlSource): YamlSource<Content>;
}

/**
 * Compiles the JSON Schemas (draft 2020-12) of the templates folder.
 * @throws TemplateFileError FILE_MISSING or SCHEMA_INVALID
 */
export function readFileSchemas(folder: string): FileSchemas {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, verbose: true });
  const names = ['localised-text', ...FILE_KINDS].map((kind) => `${kind}.schema.json`);
  for (const name of names) addSchema(ajv, folder, name);
  return {
    check<Content>(kind: FileKind, source: YamlSource): YamlSource<Content> {
      const { content } = source;
      const validate = ajv.getSchema(`${kind}.schema.json`);
      if (follows<Content>(validate, content)) return { ...source, content };
      throw refusal(kind, source, validate?.errors?.[0]);
    },
  };
}

/** The schema of a kind and the interface of its content say the same; the tests compare their lists of codes. */
function follows<Content>(validate: AnyValidateFunction | undefined, content: unknown): content is Content {
  return validate?.(content) === true;
}

function addSchema(ajv: Ajv2020, folder: string, name: string): void {
  const file = `schemas/${name}`;
  let text: string;
  try {
    text = readFileSync(join(folder, file), 'utf8');
  } catch {
    throw new TemplateFileError({
      code: 'FILE_MISSING',
      file,
      problem: 'the JSON Schema cannot be read',
      remedy: 'Put it back, or give the right templates folder',
    });
  }
  try {
    const schema: unknown = JSON.parse(text);
    if (typeof schema !== 'object' || schema === null) throw new TypeError('a schema is an object');
    ajv.addSchema(schema, name);
  } catch (cause) {
    throw new TemplateFileError({
      code: 'SCHEMA_INVALID',
      file,
      problem: cause instanceof Error ? cause.message : String(cause),
      remedy: 'Correct the JSON Schema',
    });
  }
}

function refusal(kind: FileKind, source: YamlSource, error: ErrorObject | undefined): TemplateFileError {
  const parent = stepsOf(source.content, error?.instancePath ?? '');
  const found = fault(parent, error, `see schemas/${kind}.schema.json`);
  return new TemplateFileError({ ...found, file: source.file, line: source.lineOf(found.path) });
}

/** What the first broken rule of the schema means to an author. */
function fault(
  parent: FilePath,
  error: ErrorObject | undefined,
  see: string,
): { code: TemplateFileErrorCode; path: FilePath; problem: string; remedy: string } {
  if (error?.keyword === 'required') {
    const key = String(error.params['missingProperty']);
    const problem = `the key "${key}" is missing`;
    return { code: 'MISSING_KEY', path: [...parent, key], problem, remedy: `Add it; ${see}` };
  }
  if (error?.keyword === 'additionalProperties') {
    const key = String(error.params['additionalProperty']);
    const problem = `the key "${key}" is not known here`;
    const known = keysOf(error.parentSchema?.['properties']).join(', ');
    const remedy = `Remove it or correct its spelling; the keys are ${known}`;
    return { code: 'UNKNOWN_KEY', path: [...parent, key], problem, remedy };
  }
  const problem = `${shown(error?.data)} ${error ? ruleOf(error) : 'does not follow the schema'}`;
  return { code: 'INVALID_VALUE', path: parent, problem, remedy: `Correct it; ${see}` };
}

/** What the schema asked for, in words. */
function ruleOf({ keyword, params, message, schema }: ErrorObject): string {
  if (keyword === 'enum' && Array.isArray(schema)) return `must be one of ${schema.map(String).join(', ')}`;
  if (keyword === 'const') return `must be ${JSON.stringify(params['allowedValue'])}`;
  return message ?? `breaks the rule "${keyword}"`;
}

/** The steps of a JSON pointer, indexes of lists as numbers. */
function stepsOf(content: unknown, pointer: string): FilePath {
  let value = content;
  return pointer
    .split('/')
    .slice(1)
    .map((raw) => {
      const key = raw.replace(/~1/g, '/').replace(/~0/g, '~');
      const step = Array.isArray(value) ? Number(key) : key;
      value = typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined;
      return step;
    });
}

function keysOf(value: unknown): string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}

/** A short form of a refused value. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
