import type { CampaignState } from '../campaigns';
import type { StateTable } from '../kernel/states';

export const SURVEY_STATES = ['OPEN', 'CLOSED'] as const;
export type SurveyState = (typeof SURVEY_STATES)[number];

/** What the guard of a survey looks at. */
export interface SurveyFacts {
  campaignState: CampaignState;
}

/** The life of a survey: open while reports come out, closed for good once its campaign is. */
export const surveyStates: StateTable<SurveyState, SurveyFacts> = {
  noun: 'Survey',
  states: SURVEY_STATES,
  initial: 'OPEN',
  moves: [
    {
      act: 'surveyClose',
      from: ['OPEN'],
      to: 'CLOSED',
      guard: ({ campaignState }) =>
        campaignState === 'CLOSED' || campaignState === 'SYNTHESIS_PUBLISHED' ? null : 'CAMPAIGN_NOT_CLOSED',
    },
  ],
};
