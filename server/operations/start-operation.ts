import type { UnitOfWork } from '../database/unit-of-work';
import { Operation, type OperationKind } from './operation.entity';
import { operationStates } from './operation.states';

/** Work that has not ended by then is given up as TIMED_OUT. */
export const OPERATION_MINUTES = 10;

/** What is known of the work before it runs. */
export interface OperationPlan {
  /** Everything is checked and nothing is written. */
  isDryRun: boolean;
  /** Number of rows to go through; null until it is known. */
  totalCount: number | null;
  /** Minutes after which the work is given up; OPERATION_MINUTES when left out. */
  minutes?: number;
}

/**
 * Queues long work as part of a mutation; `uow.afterCommit(() => runOperation(…))` then runs it.
 * @returns id of the operation, QUEUED
 */
export function startOperation(uow: UnitOfWork, kind: OperationKind, plan: OperationPlan): Promise<string> {
  const { accountId } = uow.viewer;
  const { minutes = OPERATION_MINUTES, ...columns } = plan;
  if (accountId === null) throw new Error('an operation needs somebody who asked for it');
  return uow.insert(Operation, {
    kind,
    ...columns,
    state: operationStates.initial,
    accountId,
    // The machine's time, not the clock of the platform: it bounds a process that runs now.
    deadlineAt: new Date(Date.now() + minutes * 60_000).toISOString(),
  });
}
