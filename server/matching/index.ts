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
export { requireWholeRun, runFactsOf } from './runs/run-facts';
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

// Reasons: why, why not, what blocks a seat, what differs, and a plan after a change.
export { applyRelaxation, NEW_AUDITOR } from './reasons/apply-relaxation';
export {
  comparePlans,
  type Move,
  type PlanComparison,
  type SeatChange,
  type TeamChange,
} from './reasons/compare-plans';
export {
  explainShortfalls,
  type ExplainedShortfall,
  type ShortfallOptions,
} from './reasons/explain-shortfalls';
export { planFigures, type PlanFigures } from './reasons/plan-figures';
export { planParts, totalOf, type PlanParts } from './reasons/plan-parts';
export type { Part, Reason } from './reasons/reason';
export type { ReasonNames } from './reasons/reason-names';
export { furtherMoveSentence, reasonSentence, verdictSentence } from './reasons/reason-sentences';
export { RELAXATION_KINDS, type RelaxationKind } from './reasons/relaxations';
export { resolveAfterChange, type ResolvedPlan } from './reasons/resolve-after-change';
export type { PlanChange } from './reasons/what-stays';
export { blockingSentence, relaxationSentence, shortfallSentence } from './reasons/shortfall-sentences';
export {
  substitutes,
  type FurtherMove,
  type Substitute,
  type SubstituteOptions,
} from './reasons/substitutes';
export { whyNotPair, type Scope, type Service, type WhyNotPair } from './reasons/why-not-pair';
export { whyPair, type WhyPair } from './reasons/why-pair';
