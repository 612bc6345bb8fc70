export {
  campaignConflictsEdge,
  type CampaignConflict,
  type CampaignConflictFilter,
} from './campaign-conflicts';
export { availabilityFor, type Availability } from './availability';
export { evaluateConflicts, isDeclarationMissing, type FoundConflict } from './conflicts/conflict-rules';
export { Conflict, CONFLICT_LEVELS, type ConflictLevel } from './conflicts/conflict.entity';
export { CONFLICT_FACT_KINDS, ConflictFact, type ConflictFactKind } from './conflicts/conflict-fact.entity';
export { ACTIVE_ASSIGNMENT_STATES } from './conflicts/fact-tables';
export {
  declareConflictFact,
  endConflictFact,
  type ConflictFactDeclareInput,
  type ConflictFactEndInput,
} from './conflicts/declare-conflict-fact';
export { factFor, type FactSentence } from './conflicts/fact-sentences';
export type { ConflictFacts } from './conflicts/facts';
export {
  conflictReasons,
  conflictsBetween,
  conflictsFor,
  conflictsOfCampaign,
  type Ask,
  type Between,
  type PairConflict,
  type ServiceToStaff,
} from './conflicts/find-conflicts';
export { teamConflictsOf, type TeamConflict } from './conflicts/team-conflicts';
export { distancesFor } from './distances';
export { matchingReads } from './matching.queries';
