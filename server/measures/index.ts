import type { Edge, ReadModel } from '../database/read-model';
import { casesReads } from './cases';
import { auditMeasureEdges, criteriaReads } from './criteria/criteria.queries';
import { doseImportReads, doseImportsEdge } from './dose/imports/imports.queries';
import { levelReads } from './dose/levels/levels.queries';
import { unmappedProtocolsEdge } from './dose/mapping/unmapped-protocols';
import { campaignDosesEdge, doseStatisticsEdge } from './dose/statistics/doses-edges';

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
export { campaignAgreementEdge, type CampaignAgreement } from './agreement/campaign-agreement';
export { ownAgreementEdge, type OwnAgreement } from './agreement/own-agreement';
export { campaignBurdenEdge, type CampaignBurden } from './burden/campaign-burden';
export { MEASURE_STAGES, type MeasureStage } from './criteria/criterion-measure.entity';
export { MEASURE_SOURCES, type MeasureSource } from './criteria/measured-criterion';
export { proposedGrades } from './criteria/proposed-grades';
export { recordMeasure, type MeasureRecordInput } from './criteria/record-measure';
export {
  AGREEMENT_BANDS,
  UNDEFINED_AGREEMENTS,
  type AgreementBand,
  type UndefinedAgreement,
} from './statistics';
export { TARGET_DECISIONS, type TargetDecision } from './statistics';
export { whenDosesUploaded, type ReadDoses } from './dose/imports/begin-import';
export {
  DOSE_IMPORT_STATES,
  doseImportStates,
  type DoseImportState,
} from './dose/imports/dose-import.states';
export { prepareDoseImport, type DoseImportPrepareInput } from './dose/imports/prepare-import';
export { DOSE_SET_ASIDES, type DoseSetAside } from './dose/imports/set-aside';
export { withdrawDoseImport, type DoseImportWithdrawInput } from './dose/imports/withdraw-import';
export {
  importReferenceLevels,
  LEVEL_LINE_OUTCOMES,
  type LevelLineOutcome,
  type LevelLineResult,
  type ReferenceLevelsImportInput,
} from './dose/levels/import-levels';
export {
  DOSE_QUANTITIES,
  DOSE_UNITS,
  EXAM_POPULATIONS,
  EXAM_SCOPES,
  LEVEL_SCOPES,
  LEVEL_USES,
  LEVEL_VERIFICATIONS,
  POPULATION_BASES,
  SAMPLE_BASES,
  type DoseQuantity,
  type DoseUnit,
  type ExamPopulations,
  type ExamScope,
  type LevelScope,
  type LevelUse,
  type LevelVerification,
  type PopulationBasis,
  type SampleBasis,
} from './dose/levels/level-words';
export { loadReferenceLevels, type LevelsReport } from './dose/levels/load-reference-levels';
export { setProtocolMapping, type ProtocolMappingSetInput } from './dose/mapping/set-mapping';
export type { UnmappedProtocol } from './dose/mapping/unmapped-protocols';
export { DOSE_POSITIONS, type DosePosition } from './dose/statistics/dose-position';
export { dosePositions, type DosePositions } from './dose/statistics/dose-positions';
export { dayOfLevels } from './dose/statistics/doses-edges';
export { describeColumns } from './dose/readers/csv/describe-columns';
export { detectDoseSource, HEAD_BYTES, type DoseSource } from './dose/readers/detect-dose-source';
export { readDoseFile, type DoseBatch, type DoseFile } from './dose/readers/read-dose-file';
export { uniqueEvents } from './dose/readers/unique-events';

/** How the types of this room are read. */
export const measuresReads: readonly ReadModel[] = [
  ...levelReads,
  ...doseImportReads,
  ...casesReads,
  ...criteriaReads,
];

/** What this room hangs on types of rooms before it, by type and field. */
export const measuresEdges: Readonly<Record<string, Readonly<Record<string, Edge>>>> = {
  Audit: {
    doseImports: doseImportsEdge,
    doseStatistics: doseStatisticsEdge,
    unmappedProtocols: unmappedProtocolsEdge('audit_id'),
    ...auditMeasureEdges,
  },
  Campaign: { doseStatistics: campaignDosesEdge },
};
