import { columns, oneOf, readModel, type ComputedEdge, type ReadModel } from '../../database/read-model';

/** Counts as a list, in the order of the alphabet: an object of arbitrary keys is no type. */
const counts: ComputedEdge = {
  kind: 'computed',
  needs: ['storedCounts'],
  compute: (rows) =>
    Promise.resolve(
      rows.map((row) => {
        const stored = row['storedCounts'] as Record<string, number> | null;
        return stored && Object.entries(stored).map(([value, count]) => ({ value, count }));
      }),
    ),
};

/** How measures are read that auditors entered. */
export const criteriaReads: readonly ReadModel[] = [
  readModel({
    type: 'CriterionMeasure',
    table: 'criterion_measure',
    columns: columns('auditId criterionId stage auditorId share version createdAt updatedAt', {
      storedCounts: 't.counts',
    }),
    edges: {
      audit: { kind: 'one', to: 'Audit', key: 'auditId' },
      criterion: { kind: 'one', to: 'Criterion', key: 'criterionId' },
      auditor: { kind: 'one', to: 'Auditor', key: 'auditorId', needs: ['auditId'] },
      counts,
    },
    filters: { stages: oneOf('stage') },
  }),
];
