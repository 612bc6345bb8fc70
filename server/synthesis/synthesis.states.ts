import type { StateTable } from '../kernel/states';

/** States of a synthesis. */
export const SYNTHESIS_STATES = ['DRAFT', 'PUBLISHED'] as const;
export type SynthesisState = (typeof SYNTHESIS_STATES)[number];

/** What the guards of a synthesis look at. */
export interface SynthesisFacts {
  /** Whoever asks prepared it. */
  isOwn: boolean;
  /** Whoever asks has a tie with some service, in the campaign or not. */
  isTied: boolean;
}

/** The legal moves of a synthesis. Preparing it anew is no move: it stays a draft. */
export const synthesisStates: StateTable<SynthesisState, SynthesisFacts> = {
  noun: 'Synthesis',
  states: SYNTHESIS_STATES,
  initial: 'DRAFT',
  moves: [
    {
      act: 'synthesisPublish',
      from: ['DRAFT'],
      to: 'PUBLISHED',
      guard: ({ isOwn, isTied }) => {
        if (isTied) return 'SYNTHESIS_TIED';
        return isOwn ? 'SYNTHESIS_NEEDS_SECOND_PERSON' : null;
      },
    },
  ],
};
