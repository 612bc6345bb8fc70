import type { StateTable } from '../kernel/states';

/** States of a documentary follow-up. */
export const DOCUMENTARY_FOLLOW_UP_STATES = ['SCHEDULED', 'OPEN', 'SUBMITTED', 'REVIEWED', 'CLOSED'] as const;
export type DocumentaryFollowUpState = (typeof DOCUMENTARY_FOLLOW_UP_STATES)[number];

/** What the guards of a documentary follow-up look at. */
export interface DocumentaryFollowUpFacts {
  /** Actions of which the service has not said what became of them. */
  unstated: number;
  /** Statements that the reviewer has not concluded on. */
  unconcluded: number;
}

/**
 * The legal moves of a documentary follow-up: a light audit at half-cycle, on paper. Stating and concluding, one action at a
 * time, leave the state as it is.
 */
export const documentaryFollowUpStates: StateTable<DocumentaryFollowUpState, DocumentaryFollowUpFacts> = {
  noun: 'DocumentaryFollowUp',
  states: DOCUMENTARY_FOLLOW_UP_STATES,
  initial: 'SCHEDULED',
  moves: [
    { act: 'documentaryFollowUpOpen', from: ['SCHEDULED'], to: 'OPEN' },
    // Of upkeep, on its day.
    { act: 'followUpFallDue', isInternal: true, from: ['SCHEDULED'], to: 'OPEN' },
    {
      act: 'documentaryFollowUpSubmit',
      from: ['OPEN'],
      to: 'SUBMITTED',
      guard: ({ unstated }) =>
        unstated > 0 ? { code: 'FOLLOW_UP_INCOMPLETE', params: { missing: unstated } } : null,
    },
    {
      act: 'documentaryFollowUpReview',
      from: ['SUBMITTED'],
      to: 'REVIEWED',
      guard: ({ unconcluded }) =>
        unconcluded > 0 ? { code: 'CONCLUSIONS_MISSING', params: { missing: unconcluded } } : null,
    },
    { act: 'documentaryFollowUpClose', from: ['REVIEWED'], to: 'CLOSED' },
  ],
};
