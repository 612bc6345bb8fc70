import type { StateTable } from '../../kernel/states';

export const MATCHING_RUN_STATES = [
  'QUEUED',
  'RUNNING',
  'SOLVED',
  'INFEASIBLE',
  'TIMED_OUT',
  'FAILED',
  'PUBLISHED',
  'DISCARDED',
] as const;
export type MatchingRunState = (typeof MATCHING_RUN_STATES)[number];

/** What the guards of a run look at. */
export interface MatchingRunFacts {
  isDryRun: boolean;
  /** Required seats that its plan leaves empty. */
  missingSeats: number;
  /** The campaign still composes teams. */
  isComposing: boolean;
  /** Assignments that its publication made and that an auditor has accepted since. */
  accepted: number;
  /** No run of the campaign was published after it. */
  isLatestPublished: boolean;
}

/**
 * The legal moves of a run. INFEASIBLE is a plan as well: one that leaves required seats empty, and says why. The end of
 * its operation moves a run that has no plan yet; whoever started it may cancel that operation.
 */
export const matchingRunStates: StateTable<MatchingRunState, MatchingRunFacts> = {
  noun: 'MatchingRun',
  states: MATCHING_RUN_STATES,
  initial: 'QUEUED',
  moves: [
    { act: 'matchingRunBegin', isInternal: true, from: ['QUEUED'], to: 'RUNNING' },
    {
      act: 'matchingRunFinish',
      isInternal: true,
      from: ['RUNNING'],
      to: { among: ['SOLVED', 'INFEASIBLE'], by: withPlan },
    },
    { act: 'matchingRunFail', isInternal: true, from: ['QUEUED', 'RUNNING'], to: 'FAILED' },
    { act: 'matchingRunTimeOut', isInternal: true, from: ['QUEUED', 'RUNNING'], to: 'TIMED_OUT' },
    { act: 'matchingRunCancel', isInternal: true, from: ['QUEUED', 'RUNNING'], to: 'DISCARDED' },
    {
      act: 'matchingRunPublish',
      from: ['SOLVED', 'INFEASIBLE'],
      to: 'PUBLISHED',
      guard: ({ isDryRun, isComposing }) => {
        if (isDryRun) return 'MATCHING_DRY_RUN';
        return isComposing ? null : 'CAMPAIGN_NOT_RUNNING';
      },
    },
    {
      act: 'matchingRunUndo',
      from: ['PUBLISHED'],
      to: { among: ['SOLVED', 'INFEASIBLE'], by: withPlan },
      guard: ({ accepted, isLatestPublished }) => {
        if (!isLatestPublished) return 'MATCHING_RUN_SUPERSEDED';
        return accepted > 0 ? { code: 'MATCHING_RUN_ACCEPTED', params: { accepted } } : null;
      },
    },
    {
      act: 'matchingRunDiscard',
      from: ['SOLVED', 'INFEASIBLE', 'TIMED_OUT', 'FAILED'],
      to: 'DISCARDED',
    },
  ],
};

function withPlan({ missingSeats }: MatchingRunFacts): 'SOLVED' | 'INFEASIBLE' {
  return missingSeats > 0 ? 'INFEASIBLE' : 'SOLVED';
}
