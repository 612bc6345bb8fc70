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
  conflictsFor,
  conflictsOfCampaign,
  type Ask,
  type PairConflict,
  type ServiceToStaff,
} from './conflicts/find-conflicts';
export { teamConflictsOf, type TeamConflict } from './conflicts/team-conflicts';
export { distancesFor } from './distances';
export { matchingReads } from './matching.queries';
export { DECISION_KINDS, MatchingDecision, type DecisionKind } from './needs/matching-decision.entity';
export { matchingSettingsEdge } from './needs/settings-edge';
export {
  setMatchingSettings,
  type MatchingSettingsSetInput,
  type SettingsView,
} from './needs/set-matching-settings';
export { setStaffingNeed, type StaffingNeedSetInput } from './needs/set-staffing-need';
export {
  NEEDED_SEATS,
  staffingNeedEdge,
  staffingNeedOfServiceEdge,
  staffingNeeds,
  type StaffingNeedView,
} from './needs/staffing-need-view';
export { discardRun, type MatchingRunMoveInput } from './runs/discard-run';
export { BOUND_COVERS, MatchingRun } from './runs/matching-run.entity';
export {
  MATCHING_RUN_STATES,
  matchingRunStates,
  type MatchingRunFacts,
  type MatchingRunState,
} from './runs/matching-run.states';
export { PROPOSED_SEATS, ProposedMember, type ProposedSeat } from './runs/proposed-member.entity';
export { isRunWalled, runFactsOf } from './runs/run-facts';
export {
  comparisonEdge,
  shortfallsEdge,
  substitutesEdge,
  whyEdge,
  whyNotEdge,
  type ReasonView,
} from './runs/run-reasons';
export { startMatchingRun, type MatchingRunStartInput } from './runs/start-run';
export { FAIRNESS, type Fairness, type Weights } from './matcher/instance';
export { PLAN_STATUSES, STOPPED_BY, type BoundCovers, type PlanStatus, type StoppedBy } from './matcher/plan';
