export { concludeFollowUpItem, type FollowUpItemConcludeInput } from './conclude-item';
export { DocumentaryFollowUp } from './documentary-follow-up.entity';
export {
  DOCUMENTARY_FOLLOW_UP_STATES,
  documentaryFollowUpStates,
  type DocumentaryFollowUpState,
} from './documentary-follow-up.states';
export { FOLLOW_UP_OUTCOMES, FollowUpItem, type FollowUpOutcome } from './follow-up-item.entity';
export { followUpEdges, followUpReads } from './follow-up.queries';
export { closeFollowUp, openFollowUp, reviewFollowUp, submitFollowUp } from './move-follow-up';
export { nameReviewer, type DocumentaryFollowUpNameReviewerInput } from './name-reviewer';
export { openFollowUpsDaily } from './open-follow-ups-daily';
export type { DocumentaryFollowUpMoveInput } from './require-follow-up';
export { acceptPlanAndFollowUp } from './schedule-follow-up';
export { stateFollowUpItem, type FollowUpItemStateInput } from './state-item';
