import { columns, readModel, type ReadModel } from '../database/read-model';
import { transitionsEdge } from '../identity';
import { parisDate } from '../kernel/working-days';
import { findingStates, type FindingFacts } from './finding.states';
import { repliedAt, replyVersionsEdge } from './reply-versions';
import { historyEdge } from '../trail';

/** What the guards of findings look at, for many findings at once: $1 their ids, $2 today. */
export const FINDING_FACTS = `
  select f.id, a.state as "auditState", a.is_contradictory_answered as "isContradictoryAnswered",
    a.contradictory_until as "contradictoryUntil",
    coalesce(a.contradictory_until < $2::date, false) as "isContradictoryOver"
  from finding f
  join audit a on a.id = f.audit_id
  where f.id = any($1::uuid[])`;

/** How findings and the replies to them are read. */
export const findingsReads: readonly ReadModel[] = [
  readModel({
    type: 'Finding',
    table: 'finding',
    columns: columns(
      'auditId criterionId number kind severity state statement draftedStatement draftedSeverity authorAuditorId version createdAt updatedAt',
      { auditedServiceId: '(select a.audited_service_id from audit a where a.id = t.audit_id)' },
    ),
    edges: {
      history: historyEdge('Finding'),
      audit: { kind: 'one', to: 'Audit', key: 'auditId' },
      criterion: { kind: 'one', to: 'Criterion', key: 'criterionId' },
      author: { kind: 'one', to: 'Auditor', key: 'authorAuditorId', needs: ['auditId'] },
      reply: { kind: 'back', to: 'FindingReply', column: 'finding_id' },
      correctiveActions: { kind: 'many', to: 'CorrectiveAction', column: 'finding_id' },
      availableTransitions: transitionsEdge(findingStates, {
        needs: ['state', 'auditId', 'auditedServiceId'],
        facts: (rows, { sql, now }) =>
          sql<FindingFacts & { id: string }>(FINDING_FACTS, [rows.map((row) => row.id), parisDate(now)]),
      }),
    },
    sorts: { NUMBER: { column: 'number', type: 'integer' } },
    defaultSort: 'NUMBER',
  }),
  readModel({
    type: 'FindingReply',
    table: 'finding_reply',
    columns: columns('auditId findingId kind argument disposition dispositionReason disposedAt version', {
      auditedServiceId: '(select a.audited_service_id from audit a where a.id = t.audit_id)',
      repliedAt: repliedAt('t'),
    }),
    always: ['auditId', 'auditedServiceId'],
    edges: {
      finding: { kind: 'one', to: 'Finding', key: 'findingId' },
      versions: replyVersionsEdge,
    },
  }),
];
