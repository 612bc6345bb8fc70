import { columns, oneOf, readModel, type ReadModel } from '../database/read-model';
import { transitionsEdge } from '../identity';
import { documentaryFollowUpStates } from './documentary-follow-up.states';
import { followUpFacts } from './require-follow-up';

/** How documentary follow-ups are read. */
export const followUpReads: readonly ReadModel[] = [
  readModel({
    type: 'DocumentaryFollowUp',
    table: 'documentary_follow_up',
    columns: columns(
      `auditId auditedServiceId campaignId state dueOn reviewerAuditorId submittedAt reviewedAt closedAt version createdAt
       updatedAt`,
      // By this name the policy knows an auditor's own.
      { auditorId: 't.reviewer_auditor_id' },
    ),
    edges: {
      audit: { kind: 'one', to: 'Audit', key: 'auditId' },
      auditedService: { kind: 'one', to: 'AuditedService', key: 'auditedServiceId' },
      reviewer: { kind: 'one', to: 'Auditor', key: 'reviewerAuditorId' },
      items: { kind: 'list', to: 'FollowUpItem', column: 'documentary_follow_up_id', sort: 'created_at' },
      availableTransitions: transitionsEdge(documentaryFollowUpStates, {
        needs: ['state', 'auditId', 'auditedServiceId', 'auditorId'],
        facts: (rows, { sql }) =>
          followUpFacts(
            sql,
            rows.map(({ id }) => id),
          ),
      }),
    },
    sorts: { DUE_ON: { column: 'due_on', type: 'date' } },
    defaultSort: 'DUE_ON',
    filters: { states: oneOf('state') },
  }),
  readModel({
    type: 'FollowUpItem',
    table: 'follow_up_item',
    columns: columns(
      'correctiveActionId subject outcome statement evidenceId conclusion conclusionReason concludedAt version',
    ),
    edges: {
      correctiveAction: { kind: 'one', to: 'CorrectiveAction', key: 'correctiveActionId' },
      evidence: { kind: 'one', to: 'Evidence', key: 'evidenceId' },
    },
  }),
];

/** What this room hangs on types of rooms before it, by type and field. */
export const followUpEdges: Readonly<Record<string, ReadModel['edges']>> = {
  Audit: { documentaryFollowUp: { kind: 'back', to: 'DocumentaryFollowUp', column: 'audit_id' } },
};
