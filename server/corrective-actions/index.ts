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
export { correctiveActionsReads, type OverdueFilter } from './corrective-actions.queries';
export {
  declareCorrectiveActionDone,
  reopenCorrectiveAction,
  startCorrectiveAction,
  verifyCorrectiveAction,
  waiveCorrectiveAction,
  type CorrectiveActionReasonInput,
  type CorrectiveActionVerifyInput,
} from './move-corrective-action';
export { noteCorrectiveAction, type CorrectiveActionNoteInput } from './note-corrective-action';
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
