import { columns, readModel, type ReadModel } from '../../database/read-model';

/** How the coordination's decisions on pairs are read. */
export const decisionReads: readonly ReadModel[] = [
  readModel({
    type: 'MatchingDecision',
    table: 'matching_decision',
    columns: columns('auditId auditorId kind reason endedAt version createdAt updatedAt', {
      decidedByPersonId: 'app.person_of_account(t.decided_by_id)',
    }),
    always: ['auditId'],
    edges: {
      audit: { kind: 'one', to: 'Audit', key: 'auditId' },
      auditor: { kind: 'one', to: 'Auditor', key: 'auditorId' },
      decidedBy: { kind: 'one', to: 'Person', key: 'decidedByPersonId' },
    },
  }),
];
