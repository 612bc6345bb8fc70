import type { Hindrance, StateTable } from '../kernel/states';
import type { EffectVerdict } from './effectiveness-check.entity';

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

/** States in which whoever waits for the action need not wait any more. */
export const SETTLED_STATES = ['DONE', 'VERIFIED', 'WAIVED'] as const satisfies CorrectiveActionState[];

/** What the guards of a corrective action look at. */
export interface CorrectiveActionFacts {
  auditState: string;
  /** Its audit is closed, and it is waived or was given back since: it has a life of its own. */
  isOutstanding: boolean;
  /** Proofs that hold, handed in since the start, or since the action was last reopened. */
  freshProofs: number;
  /** Actions that it waits for, and that are neither done nor waived. */
  awaited: number;
  /** The viewer owns, proposed or carried out the action, or belongs to the service. */
  isOwn: boolean;
  /** Day from which the effect can be judged. */
  effectDueOn: string;
  isEffectDue: boolean;
  /** The effect was judged since the action was last given back. */
  isEffectJudged: boolean;
  /** What is about to be said of the effect; left out when one only asks what is possible. */
  verdict?: EffectVerdict;
  /** A waiver is asked for, or a longer one while the present one runs. */
  isWaiverRequested: boolean;
  /** The day on which the waiver would end has passed. */
  isWaiverOver: boolean;
  /** The viewer asked for the waiver. */
  isWaiverOwn: boolean;
}

/** The plan is followed until the audit is closed; after that, what was given back since and what is still waived. */
const duringFollowUp = ({ auditState, isOutstanding }: CorrectiveActionFacts) =>
  auditState === 'FOLLOW_UP' || (auditState === 'CLOSED' && isOutstanding)
    ? null
    : ('AUDIT_STATE_FORBIDS' as const);

function provenDone(facts: CorrectiveActionFacts): Hindrance['code'] | Hindrance | null {
  const elsewhere = duringFollowUp(facts);
  if (elsewhere) return elsewhere;
  if (facts.awaited > 0) return { code: 'DEPENDENCY_PENDING', params: { missing: facts.awaited } };
  return facts.freshProofs > 0 ? null : 'PROOF_MISSING';
}

/** Whether it worked shows later than that it was done: often once the audit is closed. */
function effectDue(facts: CorrectiveActionFacts): Hindrance['code'] | Hindrance | null {
  if (facts.auditState !== 'FOLLOW_UP' && facts.auditState !== 'CLOSED') return 'AUDIT_STATE_FORBIDS';
  if (facts.isEffectJudged) return 'EFFECT_ALREADY_JUDGED';
  if (!facts.isEffectDue) return { code: 'EFFECTIVENESS_TOO_EARLY', params: { date: facts.effectDueOn } };
  return facts.isOwn ? 'VERIFIER_IS_OWNER' : null;
}

/** The legal moves of a corrective action. VERIFIED says that it was carried out; whether it worked is judged on its day. */
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
    { act: 'correctiveActionDeclareDone', from: ['IN_PROGRESS'], to: 'DONE', guard: provenDone },
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
      act: 'correctiveActionJudgeEffect',
      from: ['VERIFIED'],
      to: {
        among: ['VERIFIED', 'REOPENED'],
        by: ({ verdict }) => (verdict === 'NOT_EFFECTIVE' ? 'REOPENED' : 'VERIFIED'),
      },
      guard: effectDue,
    },
    {
      act: 'correctiveActionWaive',
      from: [...OWED_STATES, 'WAIVED'],
      to: 'WAIVED',
      guard: (facts) => {
        const elsewhere = duringFollowUp(facts);
        if (elsewhere) return elsewhere;
        if (!facts.isWaiverRequested) return 'WAIVER_NOT_REQUESTED';
        if (facts.isWaiverOwn || facts.isOwn) return 'WAIVER_NEEDS_SECOND_PERSON';
        return facts.isWaiverOver ? 'WAIVER_EXPIRED' : null;
      },
    },
    // Of upkeep: the last day of the waiver has passed.
    { act: 'waiverExpire', isInternal: true, from: ['WAIVED'], to: 'REOPENED' },
    // Of the documentary follow-up: what had been verified does not hold any more.
    { act: 'lapse', isInternal: true, from: ['VERIFIED'], to: 'REOPENED' },
  ],
};
