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
    { act: 'operationStart', isInternal: true, from: ['QUEUED'], to: 'RUNNING' },
    { act: 'operationFinish', isInternal: true, from: ['RUNNING'], to: 'DONE' },
    { act: 'operationFail', isInternal: true, from: ['QUEUED', 'RUNNING'], to: 'FAILED' },
    { act: 'operationTimeOut', isInternal: true, from: ['QUEUED', 'RUNNING'], to: 'TIMED_OUT' },
    { act: 'operationCancel', from: ['QUEUED', 'RUNNING'], to: 'CANCELLED' },
  ],
};
