import type { StateTable } from '../kernel/states';

export const OUTSIDE_RECOMMENDATION_STATES = [
  'DRAFT',
  'SENT',
  'ANSWERED',
  'ADOPTED',
  'DECLINED',
  'WITHDRAWN',
] as const;
export type OutsideRecommendationState = (typeof OUTSIDE_RECOMMENDATION_STATES)[number];

/** What the guards of a recommendation look at. */
export interface OutsideRecommendationFacts {
  hasDueDate: boolean;
}

/** The legal moves of a recommendation to an outside body. What became of it may be known without an answer in writing. */
export const outsideRecommendationStates: StateTable<OutsideRecommendationState, OutsideRecommendationFacts> =
  {
    noun: 'OutsideRecommendation',
    states: OUTSIDE_RECOMMENDATION_STATES,
    initial: 'DRAFT',
    moves: [
      {
        act: 'outsideRecommendationSend',
        from: ['DRAFT'],
        to: 'SENT',
        guard: ({ hasDueDate }) => (hasDueDate ? null : 'ANSWER_DATE_MISSING'),
      },
      { act: 'outsideRecommendationAnswer', from: ['SENT', 'ANSWERED'], to: 'ANSWERED' },
      { act: 'outsideRecommendationAdopt', from: ['SENT', 'ANSWERED'], to: 'ADOPTED' },
      { act: 'outsideRecommendationDecline', from: ['SENT', 'ANSWERED'], to: 'DECLINED' },
      { act: 'outsideRecommendationWithdraw', from: ['DRAFT', 'SENT', 'ANSWERED'], to: 'WITHDRAWN' },
    ],
  };

/** States in which a recommendation is with its body, and may be shown to all. */
export const SENT_STATES: readonly OutsideRecommendationState[] = ['SENT', 'ANSWERED', 'ADOPTED', 'DECLINED'];
