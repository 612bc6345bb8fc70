import type { AuditState } from '../audits';
import type { StateTable } from '../kernel/states';
import type { FindingReplyKind } from './finding-reply.entity';

/** States of a finding. */
export const FINDING_STATES = [
  'DRAFT',
  'SHARED',
  'CONTESTED',
  'MAINTAINED',
  'AMENDED',
  'WITHDRAWN',
  'FINAL',
] as const;
export type FindingState = (typeof FINDING_STATES)[number];

/** What a disposition can make of a contested finding. */
export type FindingOutcome = Extract<FindingState, 'MAINTAINED' | 'AMENDED' | 'WITHDRAWN'>;

/** What the guards of a finding look at. */
export interface FindingFacts {
  auditState: AuditState;
  /** The service has said that it has nothing to add. */
  isContradictoryAnswered: boolean;
  /** Last day for the service to reply. */
  contradictoryUntil: string | null;
  /** That day has passed. */
  isContradictoryOver: boolean;
  /** How the service is about to reply; left out when one only asks what is possible. */
  replyKind?: FindingReplyKind;
  /** What the team is about to make of the reply; left out when one only asks what is possible. */
  outcome?: FindingOutcome;
}

/** States of the audit in which the team writes its findings. */
export const WRITING_STATES: readonly AuditState[] = ['ON_SITE', 'DRAFT_REPORT'];

/** The legal moves of a finding. A finding withdrawn as a draft was never shared, and stays with the team. */
export const findingStates: StateTable<FindingState, FindingFacts> = {
  noun: 'Finding',
  states: FINDING_STATES,
  initial: 'DRAFT',
  moves: [
    {
      act: 'findingDiscard',
      from: ['DRAFT'],
      to: 'WITHDRAWN',
      guard: ({ auditState }) => (WRITING_STATES.includes(auditState) ? null : 'AUDIT_STATE_FORBIDS'),
    },
    // Part of draftReportSubmit: all drafts of an audit at once.
    { act: 'shareFinding', isInternal: true, from: ['DRAFT'], to: 'SHARED' },
    {
      act: 'findingReply',
      // A reply may be said anew.
      from: ['SHARED', 'CONTESTED'],
      to: {
        among: ['SHARED', 'CONTESTED'],
        by: ({ replyKind }) => (replyKind === 'ACCEPTED' ? 'SHARED' : 'CONTESTED'),
      },
      guard: ({ auditState, isContradictoryAnswered, isContradictoryOver, contradictoryUntil }) => {
        if (auditState !== 'CONTRADICTORY') return 'AUDIT_STATE_FORBIDS';
        if (isContradictoryAnswered) return 'CONTRADICTORY_ANSWERED';
        if (!isContradictoryOver) return null;
        return { code: 'CONTRADICTORY_OVER', params: { date: contradictoryUntil ?? '—' } };
      },
    },
    {
      act: 'findingDispose',
      from: ['CONTESTED'],
      to: { among: ['MAINTAINED', 'AMENDED', 'WITHDRAWN'], by: ({ outcome }) => outcome ?? 'MAINTAINED' },
      guard: ({ auditState }) => (auditState === 'FINALISATION' ? null : 'AUDIT_STATE_FORBIDS'),
    },
    // Part of reportIssue: all findings that stand, at once.
    { act: 'finaliseFinding', isInternal: true, from: ['SHARED', 'MAINTAINED', 'AMENDED'], to: 'FINAL' },
  ],
};
