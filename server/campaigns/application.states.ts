import type { StateTable } from '../kernel/states';

export const APPLICATION_STATES = [
  'SUBMITTED',
  'SELECTED',
  'WAITLISTED',
  'REJECTED',
  'CONFIRMED',
  'WITHDRAWN',
] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

/** What the guards of an application look at. */
export interface ApplicationFacts {
  campaignState: string;
}

const DECIDED_IN: readonly string[] = ['CALL_OPEN', 'CALL_CLOSED', 'MATCHING', 'RUNNING'];

const whileDeciding = ({ campaignState }: ApplicationFacts) =>
  DECIDED_IN.includes(campaignState) ? null : ('CAMPAIGN_NOT_RUNNING' as const);

/** The legal moves of a service's application. */
export const applicationStates: StateTable<ApplicationState, ApplicationFacts> = {
  noun: 'Application',
  states: APPLICATION_STATES,
  initial: 'SUBMITTED',
  moves: [
    { act: 'applicationSelect', from: ['SUBMITTED', 'WAITLISTED'], to: 'SELECTED', guard: whileDeciding },
    { act: 'applicationWaitlist', from: ['SUBMITTED'], to: 'WAITLISTED', guard: whileDeciding },
    { act: 'applicationReject', from: ['SUBMITTED', 'WAITLISTED'], to: 'REJECTED', guard: whileDeciding },
    { act: 'applicationConfirm', from: ['SELECTED'], to: 'CONFIRMED', guard: whileDeciding },
    { act: 'applicationWithdraw', from: ['SUBMITTED', 'SELECTED', 'WAITLISTED'], to: 'WITHDRAWN' },
  ],
};
