export * from './cases';
export {
  DOSE_EXCLUSIONS,
  DOSE_LEVELS,
  DOSE_MODALITIES,
  type DoseExclusion,
  type DoseLevel,
  type DoseModality,
  type DoseRow,
  type RefusedPart,
} from './dose/dose-row';
export { TARGET_DECISIONS, type TargetDecision } from './statistics';
