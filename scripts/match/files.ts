import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readPlan } from '../../server/matching/checker/read-plan';
import type { Instance } from '../../server/matching/matcher/instance';
import { placeOf, problemLine } from '../../server/matching/matcher/instance-problem';
import type { Plan } from '../../server/matching/matcher/plan';
import { readInstanceText } from '../../server/matching/matcher/read-instance';

/** A file that is missing or wrong; its message is one line. */
export class FileError extends Error {}

const TOLD = 5;

/**
 * Reads an instance.
 * @throws FileError with the first things that are wrong with it
 */
export function instanceFrom(file: string): Instance {
  const read = readInstanceText(textOf(file));
  if ('instance' in read) return read.instance;
  throw new FileError(firstOf(file, read.problems.map(problemLine)));
}

/**
 * Reads a result.
 * @throws FileError with the first things that are wrong with it
 */
export function planFrom(file: string): Plan {
  let given: unknown;
  try {
    given = JSON.parse(textOf(file));
  } catch (error) {
    throw error instanceof FileError ? error : new FileError(`${file}: ${messageOf(error)}`);
  }
  const read = readPlan(given);
  if ('plan' in read) return read.plan;
  throw new FileError(
    firstOf(
      file,
      read.problems.map(({ path: at, message }) => `${placeOf(at)}: ${message}`),
    ),
  );
}

/**
 * Writes a file whole or not at all: whoever looks meanwhile sees the former one.
 * @throws FileError when it cannot be written
 */
export function writeWhole(file: string, content: unknown): void {
  const draft = `${file}.${process.pid}.part`;
  try {
    writeFileSync(draft, `${JSON.stringify(content, null, 2)}\n`);
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw new FileError(`${file} cannot be written: ${messageOf(error)}`);
  }
}

/**
 * Says before the work whether its result will have a place.
 * @throws FileError when there is no such folder
 */
export function requireFolderOf(file: string): void {
  const folder = path.dirname(path.resolve(file));
  try {
    const probe = path.join(folder, `.${process.pid}.probe`);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    throw new FileError(`${file} cannot be written: ${messageOf(error)}`);
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new FileError(`${file} cannot be read: ${messageOf(error)}`);
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

function firstOf(file: string, lines: readonly string[]): string {
  const more = lines.length > TOLD ? `\n… and ${lines.length - TOLD} more` : '';
  return `${lines
    .slice(0, TOLD)
    .map((line) => `${file}: ${line}`)
    .join('\n')}${more}`;
}
