export {
  CORRECTIVE_ACTION_NOTE_KINDS,
  CorrectiveActionNote,
  type CorrectiveActionNoteKind,
} from './corrective-action-note.entity';
export { CorrectiveAction } from './corrective-action.entity';
export {
  CORRECTIVE_ACTION_STATES,
  correctiveActionStates,
  OWED_STATES,
  type CorrectiveActionFacts,
  type CorrectiveActionState,
} from './corrective-action.states';
export {
  correctiveActionsEdges,
  correctiveActionsReads,
  type OverdueFilter,
} from './corrective-actions.queries';
export {
  reopenCorrectiveAction,
  verifyCorrectiveAction,
  waiveCorrectiveAction,
  type CorrectiveActionReasonInput,
  type CorrectiveActionVerifyInput,
} from './check-corrective-action';
export { addDependency, removeDependency, type CorrectiveActionDependencyInput } from './depend-on-action';
export { EFFECT_VERDICTS, type EffectVerdict } from './effectiveness-check.entity';
export { giveBack } from './give-back';
export { judgeEffect, type CorrectiveActionJudgeEffectInput } from './judge-effect';
export { lastLateDueDate, latenessOf, type Lateness } from './lateness';
export { declareCorrectiveActionDone, startCorrectiveAction } from './move-corrective-action';
export { evidenceOf, noteCorrectiveAction, type CorrectiveActionNoteInput } from './note-corrective-action';
export {
  acceptPlan,
  openPlan,
  returnPlan,
  submitPlan,
  type PlanActInput,
  type PlanReturnInput,
} from './plan';
export {
  proposeCorrectiveAction,
  updateCorrectiveAction,
  type CorrectiveActionProposeInput,
  type CorrectiveActionUpdateInput,
} from './propose-corrective-action';
export { requestWaiver, type CorrectiveActionRequestWaiverInput } from './request-waiver';
export type { CorrectiveActionMoveInput } from './require-corrective-action';
export { factsOfAction } from './require-corrective-action';
export { issueReportAndRelapses, type FindingPrecedent, type PrecedentAction } from './precedents';
export { reviewWaiversDaily } from './review-waivers-daily';
export { timeToEffective, type TimeToEffective } from './time-to-effective';
export { writeNote } from './write-note';
