import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Lines of a golden file: what is said of each thing, under each heading. */
export type Golden = Record<string, Record<string, string>>;

const fileOf = (name: string): string => path.join(__dirname, `${name}.golden.txt`);

/** The committed file. */
export function readGolden(name: string): Golden {
  const golden: Golden = {};
  let heading = '';
  for (const line of readFileSync(fileOf(name), 'utf8').split('\n')) {
    if (line.startsWith('#') || line === '') continue;
    if (!line.startsWith('  ')) golden[(heading = line)] = {};
    else {
      const [key = '', value = ''] = line.trim().split(/: (.*)/s);
      (golden[heading] ??= {})[key] = value;
    }
  }
  return golden;
}

/**
 * Fails unless what was found is what the committed file says; with UPDATE_GOLDEN=1 writes the file instead, for a person
 * to read what has changed.
 * @param preface what the file says, for its first lines
 */
export function expectGolden(name: string, found: Golden, preface: readonly string[]): void {
  if (process.env['UPDATE_GOLDEN'] === '1') {
    const blocks = Object.entries(found).map(([heading, lines]) =>
      [heading, ...Object.entries(lines).map(([key, value]) => `  ${key}: ${value}`)].join('\n'),
    );
    writeFileSync(
      fileOf(name),
      [...preface.map((line) => `# ${line}`), '', blocks.join('\n\n'), ''].join('\n'),
    );
  }
  expect(found).toEqual(readGolden(name));
}
