import type { AuditState } from '../../audits';
import type { Hindrance, StateTable } from '../../kernel/states';

/** States of a sample of cases. */
export const CASE_SAMPLE_STATES = ['LISTED', 'DRAWN', 'REVIEWING', 'ARBITRATION', 'COMPLETE'] as const;
export type CaseSampleState = (typeof CASE_SAMPLE_STATES)[number];

/** When a service gives its lists, and the team draws from them: before the visit, so that files can be fetched, or on it. */
export const LISTING_STATES: readonly AuditState[] = ['SELF_ASSESSMENT', 'DOCUMENT_REVIEW', 'ON_SITE'];

/** When the team judges records and settles what it judged differently. */
export const REVIEWING_STATES: readonly AuditState[] = ['DOCUMENT_REVIEW', 'ON_SITE'];

/** What the guards of a sample look at, for one viewer: nothing that he may not know. */
export interface CaseSampleFacts {
  auditState: AuditState;
  /** The viewer has submitted his reviews. */
  hasSubmitted: boolean;
  /** Ratings that the viewer still owes. */
  missing: number;
  /** Others who are on the team now and have submitted. */
  othersSubmitted: number;
  /** The viewer's reviews count. */
  isRater: boolean;
  /** Somebody on the team could arbitrate: a full member whose reviews do not count. */
  hasArbitrator: boolean;
  /** Disagreements that are left once the act is done; left out when one only asks what is possible. */
  disputesLeft?: number;
}

const inStates =
  (states: readonly AuditState[]) =>
  ({ auditState }: CaseSampleFacts) =>
    states.includes(auditState) ? null : ('AUDIT_STATE_FORBIDS' as const);

function maySubmit(facts: CaseSampleFacts): Hindrance | ReturnType<ReturnType<typeof inStates>> {
  const forbidden = inStates(REVIEWING_STATES)(facts);
  if (forbidden) return forbidden;
  if (facts.hasSubmitted) return { code: 'CASE_REVIEWS_SUBMITTED', params: {} };
  if (facts.missing === 0) return null;
  return { code: 'CASE_REVIEWS_INCOMPLETE', params: { missing: facts.missing } };
}

/** Who only asks is not told whether the two disagree anywhere: he learns it when it happens. */
const settled = ({ disputesLeft }: CaseSampleFacts): CaseSampleState =>
  disputesLeft === 0 ? 'COMPLETE' : 'ARBITRATION';

/**
 * The legal moves of a sample of cases. No review moves it, only a submission does: that one has submitted is all that the
 * other may know before he has judged for himself.
 */
export const caseSampleStates: StateTable<CaseSampleState, CaseSampleFacts> = {
  noun: 'CaseSample',
  states: CASE_SAMPLE_STATES,
  initial: 'LISTED',
  moves: [
    { act: 'caseSampleDraw', from: ['LISTED'], to: 'DRAWN', guard: inStates(LISTING_STATES) },
    { act: 'caseReviewsSubmit', from: ['DRAWN'], to: 'REVIEWING', guard: maySubmit },
    {
      act: 'caseReviewsSubmit',
      from: ['REVIEWING'],
      to: {
        among: ['REVIEWING', 'ARBITRATION', 'COMPLETE'],
        // Whoever submitted and left the team since does not count: his successor starts anew.
        by: (facts) => (facts.othersSubmitted === 0 ? 'REVIEWING' : settled(facts)),
      },
      guard: maySubmit,
    },
    {
      act: 'caseDisputesArbitrate',
      from: ['ARBITRATION'],
      to: { among: ['ARBITRATION', 'COMPLETE'], by: settled },
      guard: (facts) =>
        inStates(REVIEWING_STATES)(facts) ?? (facts.isRater ? 'CASE_RATER_DOES_NOT_ARBITRATE' : null),
    },
    {
      act: 'caseSettlementAgree',
      from: ['ARBITRATION'],
      to: { among: ['ARBITRATION', 'COMPLETE'], by: settled },
      guard: (facts) => inStates(REVIEWING_STATES)(facts) ?? maySettle(facts),
    },
  ],
};

/** Why the viewer does not settle a disagreement with the other rater; null when he may. */
export function maySettle({ isRater, hasArbitrator }: CaseSampleFacts) {
  if (hasArbitrator) return 'CASE_ARBITRATOR_PRESENT';
  return isRater ? null : 'CASE_NOT_A_RATER';
}
