export { COMPARISON_TRAITS, type ComparisonTrait } from './comparison/traits';
export type { ComparedFigure, OwnFigure } from './comparison/compared-figures';
export { requestComparison, type ServiceComparisonRequestInput } from './comparison/request-comparison';
export type { Spread } from './disclosure/spread';
export { prepareSynthesis, type SynthesisPrepareInput } from './prepare-synthesis';
export { publishSynthesis, type SynthesisPublishInput } from './publish-synthesis';
export { SYNTHESIS_STATES, synthesisStates, type SynthesisState } from './synthesis.states';
export { synthesisEdges, synthesisReads } from './synthesis.queries';
