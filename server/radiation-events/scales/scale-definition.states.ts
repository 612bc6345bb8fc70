import type { StateTable } from '../../kernel/states';

export const SCALE_DEFINITION_STATES = ['DRAFT', 'TRIAL', 'ADOPTED', 'RETIRED'] as const;
export type ScaleDefinitionState = (typeof SCALE_DEFINITION_STATES)[number];

/** What the guards of a scale look at. */
export interface ScaleDefinitionFacts {
  /** It came with the templates folder, which alone says what becomes of it. */
  isLoaded: boolean;
}

const notLoaded = ({ isLoaded }: ScaleDefinitionFacts) => (isLoaded ? ('SCALE_IS_LOADED' as const) : null);

/** The legal moves of a scale: drafted, tried, adopted or not. From the trial on its content never changes. */
export const scaleDefinitionStates: StateTable<ScaleDefinitionState, ScaleDefinitionFacts> = {
  noun: 'ScaleDefinition',
  states: SCALE_DEFINITION_STATES,
  initial: 'DRAFT',
  moves: [
    { act: 'scaleDefinitionStartTrial', from: ['DRAFT'], to: 'TRIAL', guard: notLoaded },
    { act: 'scaleDefinitionAdopt', from: ['TRIAL'], to: 'ADOPTED', guard: notLoaded },
    {
      act: 'scaleDefinitionRetire',
      from: ['DRAFT', 'TRIAL', 'ADOPTED'],
      to: 'RETIRED',
      guard: notLoaded,
    },
  ],
};

/** On which scales events are valued. */
export const VALUED_STATES: readonly ScaleDefinitionState[] = ['TRIAL', 'ADOPTED'];
