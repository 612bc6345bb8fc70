import { columns, oneOf, readModel, type ComputedEdge, type ReadModel } from '../database/read-model';
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
  readModel({
    type: 'ConflictFact',
    table: 'conflict_fact',
    columns: columns(
      `kind personId organisationId auditedServiceId otherPersonId otherOrganisationId otherAuditedServiceId otherParty
       description fromDate toDate source createdAt`,
    ),
    always: ['personId'],
    edges: {
      person: { kind: 'one', to: 'Person', key: 'personId' },
      organisation: { kind: 'one', to: 'Organisation', key: 'organisationId' },
      auditedService: { kind: 'one', to: 'AuditedService', key: 'auditedServiceId' },
      otherPerson: { kind: 'one', to: 'Person', key: 'otherPersonId' },
      otherOrganisation: { kind: 'one', to: 'Organisation', key: 'otherOrganisationId' },
      otherAuditedService: { kind: 'one', to: 'AuditedService', key: 'otherAuditedServiceId' },
    },
    filters: { kinds: oneOf('kind') },
  }),
  ...decisionReads,
  ...runReads,
];
