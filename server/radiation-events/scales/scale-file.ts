import {
  readFileSchemas,
  readVersionedFiles,
  readYamlSource,
  refuseTwice,
  type LocalisedText,
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
  const scales = readVersionedFiles<EventScaleFile>(folder, 'event-scales', schemas, 'event-scale');
  for (const source of scales)
    refuseTwice(
      source,
      source.content.levels.map(({ code }) => code),
    );
  return { criteria: criteria.content, scales: scales.map(({ content }) => content) };
}
