export * from './cases';
export {
  DOSE_EXCLUSIONS,
  DOSE_LEVELS,
  DOSE_MODALITIES,
  type DoseExclusion,
  type DoseLevel,
  type DoseModality,
  type DoseNote,
  type DoseRow,
  type RefusedPart,
} from './dose/dose-row';
export { describeColumns } from './dose/readers/csv/describe-columns';
export { detectDoseSource, HEAD_BYTES, type DoseSource } from './dose/readers/detect-dose-source';
export { readDoseFile, type DoseBatch, type DoseFile } from './dose/readers/read-dose-file';
export { uniqueEvents } from './dose/readers/unique-events';
export { TARGET_DECISIONS, type TargetDecision } from './statistics';
