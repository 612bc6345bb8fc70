import type { StateTable } from '../kernel/states';

export const CONFLICT_ALERT_STATES = ['OPEN', 'VANISHED', 'LEFT', 'OVERRIDDEN'] as const;
export type ConflictAlertState = (typeof CONFLICT_ALERT_STATES)[number];

/** What the guards of an alert look at. */
export interface ConflictAlertFacts {
  /** The rule lets the coordination decide; a blocking one does not. */
  isReviewable: boolean;
}

/** The legal moves of an alert: the conflict goes, the auditor goes, or somebody answers for going on. */
export const conflictAlertStates: StateTable<ConflictAlertState, ConflictAlertFacts> = {
  noun: 'ConflictAlert',
  states: CONFLICT_ALERT_STATES,
  initial: 'OPEN',
  moves: [
    {
      act: 'conflictAlertOverride',
      from: ['OPEN'],
      to: 'OVERRIDDEN',
      guard: ({ isReviewable }) => (isReviewable ? null : 'CONFLICT_BLOCKS'),
    },
    { act: 'vanish', isInternal: true, from: ['OPEN'], to: 'VANISHED' },
    { act: 'leave', isInternal: true, from: ['OPEN'], to: 'LEFT' },
  ],
};
