import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isCollection, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { TemplateFileError } from './template-file-error';
import type { FilePath } from './template-file-error';

/** The content of a YAML file, and where in the file each part stands. */
export interface YamlSource<Content = unknown> {
  /** Relative to the templates folder. */
  file: string;
  content: Content;
  /** Line on which a part stands, the first being 1; for a part that is absent, the line of its nearest parent. */
  lineOf(path: FilePath): number;
}

/**
 * Reads one YAML 1.2 file of the templates folder.
 * Anchors and aliases are refused: the files must read without jumping, and an alias can blow up memory.
 * @throws TemplateFileError FILE_MISSING or YAML_INVALID
 */
export function readYamlSource(folder: string, file: string): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(readText(folder, file), {
    lineCounter: lines,
    uniqueKeys: true,
    strict: true,
  });
  const [fault] = [...document.errors, ...document.warnings];
  if (fault) throw invalidYaml(file, fault.message.split('\n')[0] ?? fault.code, fault.linePos?.[0].line);
  return { file, content: plainContent(document, file), lineOf: (path) => lineOf(document, lines, path) };
}

function readText(folder: string, file: string): string {
  try {
    return readFileSync(join(folder, file), 'utf8');
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    throw new TemplateFileError({
      code: 'FILE_MISSING',
      file,
      problem: `the file cannot be read (${problem})`,
      remedy: 'Put it back, or give the right templates folder',
    });
  }
}

function plainContent(document: ReturnType<typeof parseDocument>, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch (cause) {
    throw invalidYaml(file, cause instanceof Error ? cause.message : String(cause), undefined);
  }
}

function invalidYaml(file: string, problem: string, line: number | undefined): TemplateFileError {
  return new TemplateFileError({
    code: 'YAML_INVALID',
    file,
    ...(line === undefined ? {} : { line }),
    problem: problem.replace(/[:.]+$/, ''),
    remedy: 'Correct the YAML; anchors and aliases are not used in these files',
  });
}

function lineOf(document: ReturnType<typeof parseDocument>, lines: LineCounter, path: FilePath): number {
  let node: unknown = document.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const step of path) {
    if (!isCollection(node)) break;
    const key = isMap(node)
      ? node.items.find((pair) => isScalar(pair.key) && pair.key.value === step)?.key
      : null;
    node = node.get(step, true);
    const place = isNode(key) ? key : node;
    if (!isNode(place)) break;
    offset = place.range?.[0] ?? offset;
  }
  return lines.linePos(offset).line;
}
