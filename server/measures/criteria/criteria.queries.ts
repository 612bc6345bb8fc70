import {
  columns,
  oneOf,
  readModel,
  type ComputedEdge,
  type Edge,
  type ReadModel,
} from '../../database/read-model';
import { auditMeasuresEdge } from './audit-measures-edge';

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
  // Made by `Audit.measures`, never read by itself: its criterion is an edge like any other.
  readModel({
    type: 'MeasuredCriterion',
    table: 'criterion',
    columns: columns('', { criterionId: 't.id' }),
    edges: { criterion: { kind: 'one', to: 'Criterion', key: 'criterionId' } },
  }),
];

/** What hangs on an audit of its measures. */
export const auditMeasureEdges: Readonly<Record<string, Edge>> = {
  measures: auditMeasuresEdge,
  measureEntries: { kind: 'many', to: 'CriterionMeasure', column: 'audit_id' },
};
