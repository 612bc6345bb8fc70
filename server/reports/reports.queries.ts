import { columns, readModel, type ReadModel } from '../database/read-model';
import { historyEdge } from '../trail';

/** How reports are read. */
export const reportsReads: readonly ReadModel[] = [
  readModel({
    type: 'Report',
    table: 'report',
    columns: columns('auditId number sha256 content amendmentReason', {
      issuedAt: 't.created_at',
      checkpointId: 'app.report_checkpoint(t.id)',
      auditedServiceId: 'app.service_of_audit(t.audit_id)',
    }),
    always: ['auditId', 'auditedServiceId'],
    edges: {
      history: historyEdge('Report'),
      audit: { kind: 'one', to: 'Audit', key: 'auditId' },
      variants: { kind: 'list', to: 'ReportVariant', column: 'report_id', sort: 'audience' },
      checkpoint: { kind: 'one', to: 'Checkpoint', key: 'checkpointId' },
    },
    sorts: { NUMBER: { column: 'number', type: 'integer' } },
    defaultSort: 'NUMBER',
  }),
];
