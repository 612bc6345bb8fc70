export {
  campaignConflictsEdge,
  type CampaignConflict,
  type CampaignConflictFilter,
} from './campaign-conflicts';
export { availabilityFor } from './availability';
export { isDeclarationMissing, type FoundConflict } from './conflicts/conflict-rules';
export { Conflict, type ConflictLevel } from './conflicts/conflict.entity';
export { CONFLICT_FACT_KINDS, ConflictFact, type ConflictFactKind } from './conflicts/conflict-fact.entity';
export { ACTIVE_ASSIGNMENT_STATES } from './conflicts/fact-tables';
export {
  declareConflictFact,
  endConflictFact,
  type ConflictFactDeclareInput,
  type ConflictFactEndInput,
} from './conflicts/declare-conflict-fact';
export { factFor, type FactSentence } from './conflicts/fact-sentences';
export {
  conflictReasons,
  conflictsBetween,
  conflictsFor,
  conflictsOfCampaign,
  type Ask,
  type Between,
  type PairConflict,
} from './conflicts/find-conflicts';
export { teamConflictsOf } from './conflicts/team-conflicts';
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
export { MATCHING_RUN_STATES, matchingRunStates, type MatchingRunState } from './runs/matching-run.states';
export { ProposedMember, type ProposedSeat } from './runs/proposed-member.entity';
export { requireWholeRun, runFactsOf } from './runs/run-facts';
export { comparisonEdge, shortfallsEdge, substitutesEdge, whyEdge, whyNotEdge } from './runs/run-reasons';
export { startMatchingRun, type MatchingRunStartInput } from './runs/start-run';
export { FAIRNESS, type Fairness } from './matcher/instance';
export { PLAN_STATUSES, STOPPED_BY, type BoundCovers, type PlanStatus, type StoppedBy } from './matcher/plan';

// Reasons: why, why not, what blocks a seat, what differs, and a plan after a change.
