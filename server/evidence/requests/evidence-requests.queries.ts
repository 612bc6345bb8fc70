import { columns, oneOfIds, readModel, type ComputedEdge, type ReadModel } from '../../database/read-model';
import { transitionsEdge } from '../../identity';
import { parisDate } from '../../kernel/working-days';
import { historyEdge } from '../../trail';
import { isReopened, standingState } from '../standing-evidence';
import { evidenceRequestStates } from './evidence-request.states';
import { requestFacts } from './require-request';

/** The service has still to answer, and its day has passed. */
const isOverdue: ComputedEdge = {
  kind: 'computed',
  needs: ['state', 'dueOn'],
  compute: (rows, { now }) =>
    Promise.resolve(
      rows.map(
        (row) =>
          ['OPEN', 'REJECTED'].includes(row['state'] as string) && (row['dueOn'] as string) < parisDate(now),
      ),
    ),
};

/** How requests and the answers to them are read. */
export const evidenceRequestReads: readonly ReadModel[] = [
  readModel({
    type: 'EvidenceRequest',
    table: 'evidence_request',
    columns: columns(
      'auditId auditedServiceId isFromTemplate text dueOn withdrawalReason askedByAuditorId version createdAt updatedAt',
      {
        state: standingState('t'),
        isReopened: isReopened('t'),
        evidenceKindId: '(select k.id from evidence_kind k where k.code = t.evidence_kind_code)',
      },
    ),
    edges: {
      history: historyEdge('EvidenceRequest'),
      audit: { kind: 'one', to: 'Audit', key: 'auditId' },
      auditedService: { kind: 'one', to: 'AuditedService', key: 'auditedServiceId' },
      evidenceKind: { kind: 'one', to: 'EvidenceKind', key: 'evidenceKindId' },
      askedBy: { kind: 'one', to: 'Auditor', key: 'askedByAuditorId', needs: ['auditId'] },
      criteria: {
        kind: 'list',
        to: 'Criterion',
        column: 'evidence_request_id',
        through: { table: 'evidence_request_criterion', key: 'criterion_id' },
        sort: 'position',
      },
      answers: { kind: 'list', to: 'EvidenceAnswer', column: 'evidence_request_id', sort: 'number' },
      isOverdue,
      availableTransitions: transitionsEdge(evidenceRequestStates, {
        needs: ['state', 'auditId', 'auditedServiceId'],
        facts: (rows, { sql }) =>
          requestFacts(
            sql,
            rows.map(({ id }) => id),
          ),
      }),
    },
    sorts: {
      CREATED_AT: { column: 'created_at', type: 'timestamptz' },
      DUE_ON: { column: 'due_on', type: 'date' },
    },
    filters: {
      states: (value, t, bind) => `${standingState(t)} = any(${bind(value)}::text[])`,
      dueBefore: (value, t, bind) => `${t}.due_on < ${bind(value)}::date`,
      criterionIds: oneOfIds(
        'Criterion',
        (t, ids) =>
          `exists (select 1 from evidence_request_criterion l where l.evidence_request_id = ${t}.id and l.criterion_id = any(${ids}))`,
      ),
    },
  }),
  readModel({
    type: 'EvidenceAnswer',
    table: 'evidence_answer',
    columns: columns(
      'evidenceRequestId auditId number remark missing verdict verdictReason decidedByAuditorId decidedAt version',
      { answeredAt: 't.created_at' },
    ),
    edges: {
      request: { kind: 'one', to: 'EvidenceRequest', key: 'evidenceRequestId' },
      evidence: {
        kind: 'list',
        to: 'Evidence',
        column: 'evidence_answer_id',
        through: { table: 'answering_evidence', key: 'evidence_id' },
        sort: 'created_at',
      },
      decidedBy: { kind: 'one', to: 'Auditor', key: 'decidedByAuditorId', needs: ['auditId'] },
    },
  }),
];
