/** Why a file of the templates folder was refused. Stable: tests and scripts rely on them. */
export type TemplateFileErrorCode =
  | 'FILE_MISSING'
  | 'FILE_UNEXPECTED'
  | 'YAML_INVALID'
  | 'SCHEMA_INVALID'
  | 'MISSING_KEY'
  | 'UNKNOWN_KEY'
  | 'INVALID_VALUE'
  | 'DUPLICATE_CODE'
  | 'VERSION_MISMATCH'
  | 'TEMPLATE_CODE_CHANGED'
  | 'SECTION_MISMATCH'
  | 'UNKNOWN_SCALE'
  | 'UNKNOWN_SCALE_VALUE'
  | 'METRIC_NOT_ON_SCALE'
  | 'UNKNOWN_EVIDENCE'
  | 'EVIDENCE_TYPE_MISMATCH'
  | 'UNKNOWN_EXAM_TYPE'
  | 'UNKNOWN_POPULATION'
  | 'UNKNOWN_LEVEL_SOURCE'
  | 'WRONG_UNIT'
  | 'UNKNOWN_REFERENCE'
  | 'UNKNOWN_VERIFICATION_LEVEL'
  | 'UNKNOWN_FAMILY'
  | 'UNKNOWN_CRITERION'
  | 'CROSSWALK_MISMATCH'
  | 'SETTING_OUT_OF_BOUNDS'
  | 'PUBLISHED_CONTENT_CHANGED'
  | 'STATUS_REVERSED';

/** Keys and indexes that lead to a place in a file. */
export type FilePath = readonly (string | number)[];

/** A place in a file as a JSON pointer (RFC 6901), `/sections/0/code`; the empty text is the whole file. */
export function pointerTo(path: FilePath): string {
  return path.map((step) => `/${String(step).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
}

interface Refusal {
  code: TemplateFileErrorCode;
  /** Relative to the templates folder. */
  file: string;
  path?: FilePath;
  line?: number;
  /** What is wrong, without a full stop. */
  problem: string;
  /** What the author should do, without a full stop. */
  remedy: string;
}

/** The first thing wrong with the templates folder: which file, where in it, and what to do. */
export class TemplateFileError extends Error {
  readonly code: TemplateFileErrorCode;
  readonly file: string;
  /** JSON pointer into the file. */
  readonly path: string;
  /** Line of the file, the first being 1; null when the file as a whole is meant. */
  readonly line: number | null;

  constructor({ code, file, path = [], line, problem, remedy }: Refusal) {
    const pointer = pointerTo(path);
    const place = [file, line].filter((part) => part !== undefined).join(':');
    super(`${code} in ${place}${pointer && ` at ${pointer}`}: ${problem}. ${remedy}.`);
    this.name = 'TemplateFileError';
    this.code = code;
    this.file = file;
    this.path = pointer;
    this.line = line ?? null;
  }
}
