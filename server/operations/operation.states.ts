import type { StateTable } from '../kernel/states';

export const OPERATION_STATES = ['QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED', 'TIMED_OUT'] as const;
export type OperationState = (typeof OPERATION_STATES)[number];

/** No guard of an operation looks at anything. */
export type OperationFacts = Readonly<Record<never, never>>;

/**
 * The legal moves of an operation. Only the cancellation is a mutation; the platform makes the other moves by itself
 * while it runs the work.
 */
export const operationStates: StateTable<OperationState, OperationFacts> = {
  noun: 'Operation',
  states: OPERATION_STATES,
  initial: 'QUEUED',
  moves: [
    { act: 'operationStart', from: ['QUEUED'], to: 'RUNNING' },
    { act: 'operationFinish', from: ['RUNNING'], to: 'DONE' },
    { act: 'operationFail', from: ['QUEUED', 'RUNNING'], to: 'FAILED' },
    { act: 'operationTimeOut', from: ['QUEUED', 'RUNNING'], to: 'TIMED_OUT' },
    { act: 'operationCancel', from: ['QUEUED', 'RUNNING'], to: 'CANCELLED' },
  ],
};
