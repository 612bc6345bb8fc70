import type { StateTable } from '../kernel/states';

export const CAMPAIGN_STATES = [
  'DRAFT',
  'CALL_OPEN',
  'CALL_CLOSED',
  'MATCHING',
  'RUNNING',
  'CLOSED',
  'SYNTHESIS_PUBLISHED',
  'CANCELLED',
] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

/** What the guards of a campaign look at. */
export interface CampaignFacts {
  hasCallDate: boolean;
  /** Without those of services that whoever asks has a tie with, as for the audits. */
  undecidedApplications: number;
  unfinishedAudits: number;
  /** Whoever asks has a tie with some service, in the campaign or not: audits may be hidden from him. */
  isTied: boolean;
}

/** The legal moves of a campaign (domain: one round of audits, from the call to the synthesis). */
export const campaignStates: StateTable<CampaignState, CampaignFacts> = {
  noun: 'Campaign',
  states: CAMPAIGN_STATES,
  initial: 'DRAFT',
  moves: [
    {
      act: 'campaignOpenCall',
      from: ['DRAFT'],
      to: 'CALL_OPEN',
      guard: ({ hasCallDate }) => (hasCallDate ? null : 'CALL_DATE_MISSING'),
    },
    { act: 'campaignCloseCall', from: ['CALL_OPEN'], to: 'CALL_CLOSED' },
    {
      act: 'campaignStartMatching',
      from: ['CALL_CLOSED'],
      to: 'MATCHING',
      guard: ({ undecidedApplications }) => (undecidedApplications > 0 ? 'APPLICATIONS_UNDECIDED' : null),
    },
    { act: 'campaignStart', from: ['MATCHING'], to: 'RUNNING' },
    {
      act: 'campaignClose',
      from: ['RUNNING'],
      to: 'CLOSED',
      // Said of all who have a tie: were it said only where an audit is hidden, it would tell of it.
      guard: ({ unfinishedAudits, isTied }) => {
        if (unfinishedAudits > 0) return 'AUDITS_NOT_ENDED';
        return isTied ? 'CAMPAIGN_CLOSER_TIED' : null;
      },
    },
    // Part of synthesisPublish: the campaign has said what it has to say.
    { act: 'publishSynthesis', isInternal: true, from: ['CLOSED'], to: 'SYNTHESIS_PUBLISHED' },
    { act: 'campaignCancel', from: ['DRAFT', 'CALL_OPEN', 'CALL_CLOSED', 'MATCHING'], to: 'CANCELLED' },
  ],
};
