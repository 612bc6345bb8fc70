import { columns, readModel, type Edge, type ReadModel } from '../../database/read-model';

/** How what was frozen beside a report is read. */
export const documentsReads: readonly ReadModel[] = [
  readModel({
    type: 'ReportVariant',
    table: 'report_variant',
    columns: columns('reportId audience content sha256 createdAt'),
    edges: { report: { kind: 'one', to: 'Report', key: 'reportId' } },
  }),
  readModel({
    type: 'PlanDocument',
    table: 'plan_document',
    columns: columns('auditId reportId content sha256 createdAt', { acceptedAt: 't.created_at' }),
    edges: {
      audit: { kind: 'one', to: 'Audit', key: 'auditId' },
      report: { kind: 'one', to: 'Report', key: 'reportId' },
    },
  }),
  readModel({
    type: 'Attestation',
    table: 'attestation',
    columns: columns('auditId note', { issuedAt: 't.created_at' }),
    edges: { audit: { kind: 'one', to: 'Audit', key: 'auditId' } },
  }),
];

/** What this room hangs on nouns of the rooms before it. */
export const documentsEdges: Readonly<Record<string, Readonly<Record<string, Edge>>>> = {
  Audit: {
    planDocument: { kind: 'back', to: 'PlanDocument', column: 'audit_id' },
    attestations: { kind: 'many', to: 'Attestation', column: 'audit_id' },
  },
};
