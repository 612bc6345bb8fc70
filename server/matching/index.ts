export { availabilityFor, type Availability } from './availability';
export { Conflict, CONFLICT_LEVELS, type ConflictLevel } from './conflict.entity';
export {
  ACTIVE_ASSIGNMENT_STATES,
  conflictReasons,
  conflictsFor,
  type Ask,
  type AuditToStaff,
} from './conflict-facts';
export {
  evaluateConflicts,
  isDeclarationMissing,
  type ConflictFacts,
  type FoundConflict,
} from './conflict-rules';
export { matchingReads } from './matching.queries';
