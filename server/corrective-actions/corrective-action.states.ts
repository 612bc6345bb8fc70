import type { StateTable } from '../kernel/states';

/** States of a corrective action. */
export const CORRECTIVE_ACTION_STATES = [
  'PROPOSED',
  'AGREED',
  'IN_PROGRESS',
  'DONE',
  'VERIFIED',
  'REOPENED',
  'WAIVED',
] as const;
export type CorrectiveActionState = (typeof CORRECTIVE_ACTION_STATES)[number];

/** States in which the service still owes the action: its delay runs, and a waiver can be asked for. */
export const OWED_STATES = ['AGREED', 'IN_PROGRESS', 'REOPENED'] as const satisfies CorrectiveActionState[];

/** What the guards of a corrective action look at. */
export interface CorrectiveActionFacts {
  auditState: string;
  /** Proofs handed in since the start, or since the action was last reopened. */
  freshProofs: number;
  /** The viewer proposed or carried out the action, or belongs to the service. */
  isOwn: boolean;
  isWaiverRequested: boolean;
  /** The day on which the waiver would end has passed. */
  isWaiverOver: boolean;
  /** The viewer asked for the waiver. */
  isWaiverOwn: boolean;
}

const duringFollowUp = ({ auditState }: CorrectiveActionFacts) =>
  auditState === 'FOLLOW_UP' ? null : ('AUDIT_STATE_FORBIDS' as const);

/** The legal moves of a corrective action. */
export const correctiveActionStates: StateTable<CorrectiveActionState, CorrectiveActionFacts> = {
  noun: 'CorrectiveAction',
  states: CORRECTIVE_ACTION_STATES,
  initial: 'PROPOSED',
  moves: [
    // Part of planAccept: all actions of the plan at once.
    { act: 'agreeAction', isInternal: true, from: ['PROPOSED'], to: 'AGREED' },
    {
      act: 'correctiveActionStart',
      from: ['AGREED', 'REOPENED'],
      to: 'IN_PROGRESS',
      guard: duringFollowUp,
    },
    {
      act: 'correctiveActionDeclareDone',
      from: ['IN_PROGRESS'],
      to: 'DONE',
      guard: (facts) => duringFollowUp(facts) ?? (facts.freshProofs > 0 ? null : 'PROOF_MISSING'),
    },
    {
      act: 'correctiveActionVerify',
      from: ['DONE'],
      to: 'VERIFIED',
      guard: (facts) => duringFollowUp(facts) ?? (facts.isOwn ? 'VERIFIER_IS_OWNER' : null),
    },
    {
      act: 'correctiveActionReopen',
      from: ['DONE', 'VERIFIED'],
      to: 'REOPENED',
      guard: (facts) => duringFollowUp(facts) ?? (facts.isOwn ? 'VERIFIER_IS_OWNER' : null),
    },
    {
      act: 'correctiveActionWaive',
      from: OWED_STATES,
      to: 'WAIVED',
      guard: (facts) => {
        const elsewhere = duringFollowUp(facts);
        if (elsewhere) return elsewhere;
        if (!facts.isWaiverRequested) return 'WAIVER_NOT_REQUESTED';
        if (facts.isWaiverOwn || facts.isOwn) return 'WAIVER_NEEDS_SECOND_PERSON';
        return facts.isWaiverOver ? 'WAIVER_EXPIRED' : null;
      },
    },
  ],
};
