import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { readTemplateFiles } from '../../../server/templates/template-files';
import type { TemplateFileErrorCode } from '../../../server/templates/template-file-error';
import { TemplateFileError } from '../../../server/templates/template-file-error';

/** The templates that ship. */
export const SHIPPED = join(__dirname, '..', '..', '..', 'audit-templates');

/**
 * A fault to put into a file: what it is, where, the value put there (undefined removes what stands there), and the
 * code of the refusal, with its JSON pointer when it is not where the fault was put.
 */
export type Fault = [
  fault: string,
  at: readonly (string | number)[],
  value: unknown,
  code: TemplateFileErrorCode,
  path?: string,
];

const copies: string[] = [];

/** A copy of the shipped folder that a test may break. */
export function copyOfTemplates(): string {
  const folder = mkdtempSync(join(tmpdir(), 'audit-templates-'));
  copies.push(folder);
  cpSync(SHIPPED, folder, { recursive: true });
  return folder;
}

export function removeCopies(): void {
  for (const folder of copies.splice(0)) rmSync(folder, { recursive: true });
}

/** Replaces one piece of text, which must be there, in a file of a copy. */
export function replaceIn(folder: string, file: string, from: string, to: string): void {
  const text = readFileSync(join(folder, file), 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not hold: ${from}`);
  writeFileSync(
    join(folder, file),
    text.replace(from, () => to),
  );
}

/**
 * Sets, adds or (with undefined) removes one value of a YAML file of a copy; every key and index before the last
 * must be there.
 */
export function setIn(
  folder: string,
  file: string,
  path: readonly (string | number)[],
  value: unknown,
): void {
  const content: unknown = parse(readFileSync(join(folder, file), 'utf8'));
  let parent = content;
  for (const step of path.slice(0, -1)) parent = childOf(parent, step, file);
  const last = path.at(-1);
  if (typeof parent !== 'object' || parent === null || last === undefined)
    throw new Error(`no place in ${file}`);
  if (value === undefined) Reflect.deleteProperty(parent, last);
  else Reflect.set(parent, last, value);
  writeFileSync(join(folder, file), stringify(content, { aliasDuplicateObjects: false }));
}

function childOf(parent: unknown, step: string | number, file: string): unknown {
  if (typeof parent !== 'object' || parent === null || !(step in parent))
    throw new Error(`${file} has no ${step}`);
  return Reflect.get(parent, step);
}

/** The refusal that reading a folder ends in; fails when it is read without one. */
export function refusalOf(folder: string): TemplateFileError {
  try {
    readTemplateFiles(folder);
  } catch (error) {
    if (error instanceof TemplateFileError) return error;
    throw error;
  }
  throw new Error('the folder was read without a refusal');
}
