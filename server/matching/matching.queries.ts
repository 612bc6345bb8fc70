import { columns, readModel, type ComputedEdge, type ReadModel } from '../database/read-model';
import { factFor, type FactSentence } from './conflicts/fact-sentences';
import { decisionReads } from './needs/needs.queries';
import { runReads } from './runs/runs.queries';

/** What a rule saw, in the viewer's language and as far as he may know it. */
const localisedFacts: ComputedEdge = {
  kind: 'computed',
  needs: ['storedFacts'],
  compute: (rows, { viewer }) =>
    Promise.resolve(
      rows.map((row) => (row['storedFacts'] as FactSentence[]).map((fact) => factFor(fact, viewer))),
    ),
};

/** How recorded conflicts, decisions on pairs and runs are read. */
export const matchingReads: readonly ReadModel[] = [
  readModel({
    type: 'Conflict',
    table: 'conflict',
    columns: columns('auditId assignmentId auditorId ruleCode ruleNumber level overrideReason createdAt', {
      storedFacts: 't.facts',
      overriddenByPersonId: 'app.person_of_account(t.overridden_by_id)',
    }),
    edges: {
      facts: localisedFacts,
      audit: { kind: 'one', to: 'Audit', key: 'auditId' },
      assignment: { kind: 'one', to: 'Assignment', key: 'assignmentId' },
      auditor: { kind: 'one', to: 'Auditor', key: 'auditorId' },
      overriddenBy: { kind: 'one', to: 'Person', key: 'overriddenByPersonId' },
    },
  }),
  ...decisionReads,
  ...runReads,
];
