import { columns, readModel, type ComputedEdge, type ReadModel } from '../database/read-model';
import { historyEdge } from '../trail';
import type { ReportDocument } from './document/report-document';

/** `Report.signatures`, as they stand in the frozen content; versions of the first schema have none in it. */
const signaturesEdge: ComputedEdge = {
  kind: 'computed',
  needs: ['content'],
  compute: (reports) =>
    Promise.resolve(
      reports.map(({ content }) => {
        const { signatures } = JSON.parse(String(content)) as Partial<ReportDocument>;
        return signatures ?? [];
      }),
    ),
};

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
      signatures: signaturesEdge,
      audit: { kind: 'one', to: 'Audit', key: 'auditId' },
      variants: { kind: 'list', to: 'ReportVariant', column: 'report_id', sort: 'audience' },
      checkpoint: { kind: 'one', to: 'Checkpoint', key: 'checkpointId' },
    },
    sorts: { NUMBER: { column: 'number', type: 'integer' } },
    defaultSort: 'NUMBER',
  }),
];
