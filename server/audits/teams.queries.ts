import { columns, oneOf, readModel, type ComputedEdge, type ReadModel } from '../database/read-model';
import { transitionsEdge } from '../identity';
import { assignmentStates } from './assignment.states';
import { recusalStates } from './recusal.states';
import { assignmentFacts, recusalFacts } from './team-facts';
import { historyEdge } from '../trail';

const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

const assignmentTransitions: ComputedEdge = transitionsEdge(assignmentStates, {
  needs: ['state', 'auditorId', 'auditedServiceId'],
  facts: (rows, { sql, now }) => assignmentFacts(sql, idsOf(rows), now),
});

const recusalTransitions: ComputedEdge = transitionsEdge(recusalStates, {
  needs: ['state', 'auditedServiceId'],
  facts: (rows, { sql, viewer, now }) => recusalFacts(sql, idsOf(rows), viewer, now),
});

// Asked of the database's facts: who is called on for an audit does not see the audit yet.
const OF_AUDIT = {
  auditedServiceId: 'app.service_of_audit(t.audit_id)',
  campaignId: 'app.campaign_of_audit(t.audit_id)',
};

/** How assignments and recusals are read. */
export const teamReads: readonly ReadModel[] = [
  readModel({
    type: 'Assignment',
    table: 'assignment',
    columns: columns(
      `auditId auditorId seat isLead state reason respondBy attestedAt respondedAt draftSignedAt reportSignedAt
       version createdAt updatedAt`,
      OF_AUDIT,
    ),
    always: ['auditId', 'auditedServiceId', 'auditorId', 'state'],
    edges: {
      history: historyEdge('Assignment'),
      audit: { kind: 'one', to: 'Audit', key: 'auditId' },
      campaign: { kind: 'one', to: 'Campaign', key: 'campaignId' },
      auditedService: { kind: 'one', to: 'AuditedService', key: 'auditedServiceId' },
      auditor: { kind: 'one', to: 'Auditor', key: 'auditorId' },
      recusal: { kind: 'back', to: 'Recusal', column: 'assignment_id' },
      conflicts: { kind: 'many', to: 'Conflict', column: 'assignment_id' },
      availableTransitions: assignmentTransitions,
    },
    filters: { states: oneOf('state'), seats: oneOf('seat') },
  }),
  readModel({
    type: 'Recusal',
    table: 'recusal',
    columns: columns(
      `auditId assignmentId state reason isLate decideBy decisionReason decidedAt appealReason appealUntil
       appealDecisionReason version createdAt updatedAt`,
      {
        auditedServiceId: OF_AUDIT.auditedServiceId,
        challengedAuditorId: 'app.auditor_of_assignment(t.assignment_id)',
      },
    ),
    always: ['auditId', 'auditedServiceId', 'state'],
    edges: {
      history: historyEdge('Recusal'),
      audit: { kind: 'one', to: 'Audit', key: 'auditId' },
      assignment: { kind: 'one', to: 'Assignment', key: 'assignmentId' },
      auditor: { kind: 'one', to: 'Auditor', key: 'challengedAuditorId' },
      availableTransitions: recusalTransitions,
    },
    filters: { states: oneOf('state') },
  }),
];
