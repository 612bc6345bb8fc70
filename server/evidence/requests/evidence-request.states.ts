import type { AuditState } from '../../audits';
import type { StateTable } from '../../kernel/states';

/** States of a request for evidence. */
export const EVIDENCE_REQUEST_STATES = ['OPEN', 'ANSWERED', 'ACCEPTED', 'REJECTED', 'WITHDRAWN'] as const;
export type EvidenceRequestState = (typeof EVIDENCE_REQUEST_STATES)[number];

/** When the team asks, decides and withdraws: once it is confirmed, until its report is out. */
export const ASKING_STATES: readonly AuditState[] = [
  'TEAM_CONFIRMED',
  'SELF_ASSESSMENT',
  'DOCUMENT_REVIEW',
  'ON_SITE',
  'DRAFT_REPORT',
  'CONTRADICTORY',
  'FINALISATION',
];

/** When the service answers: as soon as it hands evidence in, until the report is out. */
export const ANSWERING_STATES: readonly AuditState[] = ASKING_STATES.filter(
  (state) => state !== 'TEAM_CONFIRMED',
);

/** What the guards of a request look at. */
export interface EvidenceRequestFacts {
  auditState: AuditState;
  /** Pieces of the last answer that nobody has looked into yet. */
  uncheckedCount: number;
}

const among =
  (states: readonly AuditState[]) =>
  ({ auditState }: EvidenceRequestFacts) =>
    states.includes(auditState) ? null : ('AUDIT_STATE_FORBIDS' as const);

/**
 * The legal moves of a request. Until the team has decided, the service may answer anew; after a rejection it may answer
 * again. `loseEvidence` is what `standingState` reads: no act makes it.
 */
export const evidenceRequestStates: StateTable<EvidenceRequestState, EvidenceRequestFacts> = {
  noun: 'EvidenceRequest',
  states: EVIDENCE_REQUEST_STATES,
  initial: 'OPEN',
  moves: [
    {
      act: 'evidenceRequestAnswer',
      from: ['OPEN', 'ANSWERED', 'REJECTED'],
      to: 'ANSWERED',
      guard: among(ANSWERING_STATES),
    },
    {
      act: 'evidenceRequestAccept',
      from: ['ANSWERED'],
      to: 'ACCEPTED',
      guard: (facts) => {
        const forbids = among(ANSWERING_STATES)(facts);
        if (forbids || facts.uncheckedCount === 0) return forbids;
        return { code: 'EVIDENCE_UNCHECKED', params: { count: facts.uncheckedCount } };
      },
    },
    {
      act: 'evidenceRequestReject',
      from: ['ANSWERED'],
      to: 'REJECTED',
      guard: among(ANSWERING_STATES),
    },
    {
      act: 'evidenceRequestWithdraw',
      from: ['OPEN', 'ANSWERED', 'REJECTED'],
      to: 'WITHDRAWN',
      guard: among(ASKING_STATES),
    },
    // All that the last answer gave was refused by the scan, withdrawn or turned down.
    { act: 'loseEvidence', isInternal: true, from: ['ANSWERED', 'ACCEPTED'], to: 'OPEN' },
  ],
};
