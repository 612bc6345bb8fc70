import { columns, oneOf, oneOfIds, readModel, type ReadModel } from '../database/read-model';
import { historyEdge } from '../trail';
import { uploadEdge, uploadReads } from './uploads/uploads.queries';
import { evidenceScanReads, evidenceTransitions, scanEdge } from './scan/evidence-scans.queries';
import { coverageReads } from './reference-coverage/reference-coverage';
import { evidenceRequestReads } from './requests/evidence-requests.queries';
import { validityColumns, validityEdges, validityFilters } from './validity/evidence-validity.queries';
import { evidenceVerdictReads, verdictEdge } from './verdicts/evidence-verdicts.queries';

/** How evidence is read. */
export const evidenceReads: readonly ReadModel[] = [
  readModel({
    type: 'Evidence',
    table: 'evidence',
    columns: columns(
      'auditId auditedServiceId kind state title url note periodFrom periodTo version createdAt updatedAt',
      {
        evidenceKindId: '(select k.id from evidence_kind k where k.code = t.evidence_kind_code)',
        ...validityColumns,
      },
    ),
    always: ['auditId', 'auditedServiceId', 'state'],
    edges: {
      history: historyEdge('Evidence'),
      audit: { kind: 'one', to: 'Audit', key: 'auditId' },
      auditedService: { kind: 'one', to: 'AuditedService', key: 'auditedServiceId' },
      file: { kind: 'back', to: 'EvidenceFile', column: 'id' },
      upload: uploadEdge,
      scan: scanEdge,
      availableTransitions: evidenceTransitions,
      evidenceKind: { kind: 'one', to: 'EvidenceKind', key: 'evidenceKindId' },
      criteria: {
        kind: 'list',
        to: 'Criterion',
        column: 'evidence_id',
        through: { table: 'evidence_criterion', key: 'criterion_id' },
        sort: 'position',
      },
      verdict: verdictEdge,
      answers: {
        kind: 'list',
        to: 'EvidenceAnswer',
        column: 'evidence_id',
        through: { table: 'answering_evidence', key: 'evidence_answer_id' },
        sort: 'created_at',
      },
      ...validityEdges,
    },
    filters: {
      kinds: oneOf('kind'),
      states: oneOf('state'),
      ...validityFilters,
      criterionIds: oneOfIds(
        'Criterion',
        (t, ids) =>
          `exists (select 1 from evidence_criterion l where l.evidence_id = ${t}.id and l.criterion_id = any(${ids}))`,
      ),
    },
  }),
  ...uploadReads,
  ...evidenceScanReads,
  ...evidenceRequestReads,
  ...evidenceVerdictReads,
  ...coverageReads,
];
