import type { Edge, ReadModel } from '../../database/read-model';
import { doseImportReads, doseImportsEdge } from './imports/imports.queries';
import { levelReads } from './levels/levels.queries';
import { unmappedProtocolsEdge } from './mapping/unmapped-protocols';
import { campaignDosesEdge, doseStatisticsEdge } from './statistics/doses-edges';

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
} from './dose-row';
export { whenDosesUploaded, type ReadDoses } from './imports/begin-import';
export { DOSE_IMPORT_STATES, doseImportStates, type DoseImportState } from './imports/dose-import.states';
export { prepareDoseImport, type DoseImportPrepareInput } from './imports/prepare-import';
export { DOSE_SET_ASIDES, type DoseSetAside } from './imports/set-aside';
export { withdrawDoseImport, type DoseImportWithdrawInput } from './imports/withdraw-import';
export {
  importReferenceLevels,
  LEVEL_LINE_OUTCOMES,
  type LevelLineOutcome,
  type LevelLineResult,
  type ReferenceLevelsImportInput,
} from './levels/import-levels';
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
} from './levels/level-words';
export { loadReferenceLevels, type LevelsReport } from './levels/load-reference-levels';
export { setProtocolMapping, type ProtocolMappingSetInput } from './mapping/set-mapping';
export type { UnmappedProtocol } from './mapping/unmapped-protocols';
export { campaignDoses, FEWEST_FOR_QUARTILES, type CampaignDoses } from './statistics/campaign-doses';
export { auditDoses, type AuditDoses } from './statistics/audit-doses';
export { DOSE_POSITIONS, type DosePosition } from './statistics/dose-position';
export { dosePositions, type DosePositions } from './statistics/dose-positions';
export { dayOfLevels } from './statistics/doses-edges';
export { describeColumns } from './readers/csv/describe-columns';
export { detectDoseSource, HEAD_BYTES, type DoseSource } from './readers/detect-dose-source';
export { readDoseFile, type DoseBatch, type DoseFile } from './readers/read-dose-file';
export { uniqueEvents } from './readers/unique-events';

/** How the examinations, levels and doses are read. */
export const doseReads: readonly ReadModel[] = [...levelReads, ...doseImportReads];

/** What doses hang on types of rooms before it, by type and field. */
export const doseEdges: Readonly<Record<string, Readonly<Record<string, Edge>>>> = {
  Audit: {
    doseImports: doseImportsEdge,
    doseStatistics: doseStatisticsEdge,
    unmappedProtocols: unmappedProtocolsEdge('audit_id'),
  },
  Campaign: { doseStatistics: campaignDosesEdge },
};
