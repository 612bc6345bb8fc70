import type { CampaignState } from '../campaigns';
import type { StateTable } from '../kernel/states';

export const SHARED_PRACTICE_STATES = ['SHARED', 'WITHDRAWN'] as const;
export type SharedPracticeState = (typeof SHARED_PRACTICE_STATES)[number];

/** What the guards of a shared practice look at. */
export interface SharedPracticeFacts {
  campaignState: CampaignState;
}

const beforeSynthesis = ({ campaignState }: SharedPracticeFacts) =>
  campaignState === 'SYNTHESIS_PUBLISHED' ? ('PRACTICE_PUBLISHED' as const) : null;

/** Consent holds until it is taken back, which a service may do until the synthesis that shows the practice is out. */
export const sharedPracticeStates: StateTable<SharedPracticeState, SharedPracticeFacts> = {
  noun: 'SharedPractice',
  states: SHARED_PRACTICE_STATES,
  initial: 'SHARED',
  moves: [
    { act: 'practiceShare', from: ['SHARED', 'WITHDRAWN'], to: 'SHARED', guard: beforeSynthesis },
    { act: 'practiceUnshare', from: ['SHARED'], to: 'WITHDRAWN', guard: beforeSynthesis },
  ],
};
