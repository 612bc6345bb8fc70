export { Assignment, SEATS, type Seat } from './assignment.entity';
export { acceptAssignment, type AssignmentAcceptInput } from './accept-assignment';
export { ASSIGNMENT_STATES, assignmentStates, type AssignmentState } from './assignment.states';
export { Audit } from './audit.entity';
export { auditFacts, stepFacts, type AuditFactsRow, type StepFacts } from './audit-facts';
export { AUDIT_STATES, auditStates, BEFORE_REPORT, type AuditFacts, type AuditState } from './audit.states';
export { AUDIT_TURNS, TURNS_BY_STATE, whoseTurn, type AuditTurn, type TurnFacts } from './audit-turns';
export { auditsReads } from './audits.queries';
export { candidatesEdge, conflictsOfEdge, type Candidate } from './candidates-edge';
export { closeAudit } from './close-audit';
export {
  endDecision,
  forbidPair,
  pinPair,
  type MatchingDecideInput,
  type MatchingDecisionEndInput,
} from './decide-pair';
export {
  AUDIT_DEADLINES,
  currentDeadline,
  isOverdue,
  type AuditDays,
  type AuditDeadline,
} from './current-deadline';
export { endVisit, startVisit } from './conduct-visit';
export { escalateSafety, type AuditEscalateSafetyInput } from './escalate-safety';
export { fileRecusal, type RecusalFileInput } from './file-recusal';
export { cancelAudit, resumeAudit, suspendAudit } from './interrupt-audit';
export {
  declareConflict,
  declineAssignment,
  replaceAssignment,
  type AssignmentLeaveInput,
} from './leave-assignment';
export {
  auditFor,
  factsOf,
  moveAudit,
  recordAudit,
  type AuditMoveInput,
  type AuditReasonInput,
} from './move-audit';
export {
  appealRecusal,
  grantAppeal,
  grantRecusal,
  refuseAppeal,
  refuseRecusal,
  type RecusalMoveInput,
} from './move-recusal';
export { openSelfAssessment, recordDefault } from './open-self-assessment';
export { planAudit, type AuditPlanInput } from './plan-audit';
export { campaignOf, planVisit, type AuditPlanVisitInput } from './plan-visit';
export { proposeAssignment, type AssignmentProposeInput } from './propose-assignment';
export { publishRun, type MatchingRunPublishInput } from './publish-run';
export { undoRun } from './undo-run';
export { Recusal } from './recusal.entity';
export { RECUSAL_STATES, recusalStates, type RecusalState } from './recusal.states';
export { agreeTeam, confirmTeam, proposeTeam, showTeam } from './settle-team';
export { requireAudit, requireState, subjectOf } from './require-audit';
export { agreeToAllConsensus, agreeToConsensus, proposeConsensus } from './consensus';
export { ERROR_POLICIES, type ErrorPolicy, type GradeRowResult } from './grade-batch';
export { Grade, GRADE_STAGES, GRADE_VALUES, type GradeStage, type GradeValue } from './grade.entity';
export { gradeSelf, gradesSelf } from './grade-self';
export { comparableSections, gradersOf, requireGrader, submittedSections } from './graders';
export { GRADING_STATES, recordGrade, recordGrades } from './record-grade';
export { GradeDifference } from './grade-difference.entity';
export { isSigned, NEED } from './signed-seats';
export { sectionScores, type ScoredCriterion, type ScoredGrade, type SectionScore } from './scoring';
export { submitSection } from './submit-section';
export { submitSelfAssessment } from './submit-self-assessment';
export { OWN_FACTS } from './team-conflicts';
export { ALERT_LEVELS, ConflictAlert, type AlertLevel } from './conflict-alert.entity';
export { CONFLICT_ALERT_STATES, conflictAlertStates, type ConflictAlertState } from './conflict-alert.states';
export { requireThawed } from './frozen-assignments';
export { blockingTies, requireUnconflicted } from './require-unconflicted';
export { overrideConflictAlert, type ConflictAlertOverrideInput } from './override-conflict-alert';
export { reviewFacts } from './review-facts';
export { substitutesEdge } from './conflict-alerts.queries';
export type { Substitute } from './substitutes';
export { reviewFactsDaily } from './review-daily';
