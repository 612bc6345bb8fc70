import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  readFileSchemas,
  readYamlSource,
  TemplateFileError,
  type LocalisedText,
  type YamlSource,
} from '../../templates';

/** What a scale looks at when it tells levels apart. */
export const SCALE_AXES = ['CLINICAL_EFFECT', 'COHORT_BAND', 'DOSE_RATIO'] as const;
export type ScaleAxis = (typeof SCALE_AXES)[number];

/** A level of a scale. */
export interface ScaleLevel {
  code: string;
  label: LocalisedText;
  /** When an event is of this level. */
  criterion: LocalisedText;
}

/** `event-scales/<name>.v<N>.yaml`, checked. */
export interface EventScaleFile {
  code: string;
  version: number;
  status: 'TRIAL' | 'ADOPTED' | 'RETIRED';
  title: LocalisedText;
  note: LocalisedText;
  inForceFrom?: string;
  inForceTo?: string;
  source: LocalisedText;
  url?: string;
  verificationLevel: string;
  levels: ScaleLevel[];
  axes: ScaleAxis[];
}

/** `event-criteria.yaml`, checked. */
export interface EventCriteriaFile {
  source: LocalisedText;
  criteria: { code: string; label: LocalisedText; verificationLevel: string }[];
}

const FOLDER = 'event-scales';

/**
 * Reads the criteria of declaration and the scales of the templates folder, each checked by its JSON Schema; no criterion,
 * scale or level stands twice.
 * @param folder path of `audit-templates`
 * @throws TemplateFileError the first thing wrong, with file, place and remedy
 */
export function readEventFiles(folder: string): { criteria: EventCriteriaFile; scales: EventScaleFile[] } {
  const schemas = readFileSchemas(folder);
  const criteria = schemas.check<EventCriteriaFile>(
    'event-criteria',
    readYamlSource(folder, 'event-criteria.yaml'),
  );
  refuseTwice(
    criteria,
    criteria.content.criteria.map(({ code }) => code),
  );
  const scales = namesIn(folder).map((name) => {
    const source = schemas.check<EventScaleFile>('event-scale', readYamlSource(folder, `${FOLDER}/${name}`));
    refuseTwice(
      source,
      source.content.levels.map(({ code }) => code),
    );
    return source;
  });
  scales.forEach((source, index) => {
    const key = keyOf(source.content);
    if (scales.findIndex(({ content }) => keyOf(content) === key) !== index) refuseTwice(source, [key, key]);
  });
  return { criteria: criteria.content, scales: scales.map(({ content }) => content) };
}

const keyOf = ({ code, version }: EventScaleFile): string => `${code} v${version}`;

function namesIn(folder: string): string[] {
  try {
    return readdirSync(join(folder, FOLDER))
      .filter((name) => name.endsWith('.yaml'))
      .sort();
  } catch {
    throw new TemplateFileError({
      code: 'FILE_MISSING',
      file: FOLDER,
      problem: 'the folder cannot be read',
      remedy: 'Put it back, or give the right templates folder',
    });
  }
}

function refuseTwice(source: YamlSource, codes: readonly string[]): void {
  const twice = codes.find((code, index) => codes.indexOf(code) !== index);
  if (twice === undefined) return;
  throw new TemplateFileError({
    code: 'DUPLICATE_CODE',
    file: source.file,
    problem: `"${twice}" stands twice`,
    remedy: 'Each stands once',
  });
}
