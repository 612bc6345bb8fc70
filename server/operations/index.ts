export { cancelOperation, type OperationCancelInput } from './cancel-operation';
export { failOrphanedOperations } from './fail-orphaned-operations';
export { keepWaiting } from './operation-rows';
export { Operation, OPERATION_KINDS, type OperationFailure, type OperationKind } from './operation.entity';
export { OPERATION_STATES, operationStates, type OperationState } from './operation.states';
export { OperationProblem, PROBLEM_SEVERITIES } from './operation-problem.entity';
export { operationsReads } from './operations.queries';
export { operationsSettled, runOperation, type OperationOutcome, type Progress } from './run-operation';
export { startOperation, type OperationPlan } from './start-operation';
