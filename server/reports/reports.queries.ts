import { columns, readModel, type ReadModel } from '../database/read-model';

/** How reports are read. */
export const reportsReads: readonly ReadModel[] = [
  readModel({
    type: 'Report',
    table: 'report',
    columns: columns('auditId number sha256 content amendmentReason', { issuedAt: 't.created_at' }),
    edges: { audit: { kind: 'one', to: 'Audit', key: 'auditId' } },
    sorts: { NUMBER: { column: 'number', type: 'integer' } },
    defaultSort: 'NUMBER',
  }),
];
