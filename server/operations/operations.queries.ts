import { columns, oneOf, readModel, type ComputedEdge, type ReadModel } from '../database/read-model';
import { transitionsEdge } from '../identity';
import { messageFor } from '../kernel/messages';
import type { OperationFailure } from './operation.entity';
import { operationStates } from './operation.states';

const transitions: ComputedEdge = transitionsEdge(operationStates, {
  needs: ['state', 'accountId'],
  facts: (rows) => Promise.resolve(rows.map(({ id }) => ({ id }))),
});

/** Why the operation failed, in the viewer's language. */
const message: ComputedEdge = {
  kind: 'computed',
  needs: ['failure'],
  compute: (rows, { viewer }) =>
    Promise.resolve(
      rows.map((row) => {
        const failure = row['failure'] as OperationFailure | null;
        return failure && messageFor(failure.code, viewer.locale, failure.params);
      }),
    ),
};

/** How operations and their problems are read. */
export const operationsReads: readonly ReadModel[] = [
  readModel({
    type: 'Operation',
    table: 'operation',
    columns: columns(
      'kind state isDryRun doneCount totalCount failure accountId deadlineAt createdAt finishedAt version',
      {
        createdCount: `(t.result->>'created')::int`,
        changedCount: `(t.result->>'changed')::int`,
        refusedCount: `(t.result->>'refused')::int`,
      },
    ),
    always: ['accountId', 'state'],
    edges: {
      problems: { kind: 'many', to: 'OperationProblem', column: 'operation_id' },
      message,
      availableTransitions: transitions,
    },
    filters: { states: oneOf('state') },
  }),
  readModel({
    type: 'OperationProblem',
    table: 'operation_problem',
    columns: columns('line severity code field value position'),
    sorts: { POSITION: { column: 'position', type: 'integer' } },
    defaultSort: 'POSITION',
  }),
];
