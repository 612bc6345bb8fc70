export { availabilityFor, type Availability } from './availability';
export { evaluateConflicts, isDeclarationMissing, type FoundConflict } from './conflicts/conflict-rules';
export { Conflict, CONFLICT_LEVELS, type ConflictLevel } from './conflicts/conflict.entity';
export { ACTIVE_ASSIGNMENT_STATES } from './conflicts/fact-tables';
export type { ConflictFacts } from './conflicts/facts';
export {
  conflictReasons,
  conflictsFor,
  conflictsOfCampaign,
  type Ask,
  type PairConflict,
  type ServiceToStaff,
} from './conflicts/find-conflicts';
export { teamConflictsOf, type TeamConflict } from './conflicts/team-conflicts';
export { matchingReads } from './matching.queries';
