export {
  COHORT_BANDS,
  DOSE_RATIO_BANDS,
  RADIATION_EVENT_KINDS,
  type CohortBand,
  type DoseRatioBand,
  type RadiationEventKind,
} from './event-words';
export { radiationEventsReads } from './radiation-events.queries';
export {
  recordRadiationEvent,
  updateRadiationEvent,
  type RadiationEventRecordInput,
  type RadiationEventUpdateInput,
} from './record-radiation-event';
export { draftScale, updateScaleDraft } from './scales/draft-scale';
export { loadEventScales, type EventScalesReport } from './scales/load-event-scales';
export { adoptScale, retireScale, startScaleTrial } from './scales/move-scale';
export type { ComparisonCell, ScaleAgreement, ScaleComparison } from './scales/scale-comparison';
export {
  SCALE_DEFINITION_STATES,
  scaleDefinitionStates,
  type ScaleDefinitionState,
} from './scales/scale-definition.states';
export { SCALE_AXES, type ScaleAxis } from './scales/scale-file';
export { SCALE_TRIAL_SIDES, type ScaleTrialSide } from './scales/scale-trial.entity';
export { scaleComparisonEdge } from './scales/scales.queries';
export { tryScale, tryScaleOnPanelCase } from './scales/try-scale';
export { shareLesson, unshareLesson } from './share-lesson';
export { refuseIdentifying, refuseTelling } from './shared-text';
export { submitToPanel, withdrawFromPanel } from './submit-to-panel';
