import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { Operation } from './operation.entity';
import { operationStates } from './operation.states';

/** Which operation to give up. */
export interface OperationCancelInput {
  operationId: string;
}

/**
 * Gives up an operation that one has started: whatever it has written so far is rolled back.
 * @throws Refusal NOT_FOUND, ILLEGAL_TRANSITION once it has ended
 */
export async function cancelOperation(
  uow: UnitOfWork,
  input: OperationCancelInput,
): Promise<{ operation: string }> {
  const operation = await uow.require(Operation, input.operationId, ['input', 'operationId']);
  authorise(uow, 'operationCancel', { accountId: operation.accountId });
  const finishedAt = new Date().toISOString();
  await uow.move(operationStates, Operation, operation, 'operationCancel', {}, { finishedAt });
  uow.record({ act: 'operationCancel', objectType: 'Operation', objectId: operation.id });
  return { operation: operation.id };
}
