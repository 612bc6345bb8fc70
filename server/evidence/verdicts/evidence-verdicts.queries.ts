import { columns, readModel, type BackEdge, type ReadModel } from '../../database/read-model';

/** `Evidence.verdict`: what was said of the evidence as it is now. */
export const verdictEdge: BackEdge = {
  kind: 'back',
  to: 'EvidenceVerdict',
  column: 'evidence_id',
  where: (t) =>
    `exists (select 1 from evidence e where e.id = ${t}.evidence_id and e.version = ${t}.evidence_version)`,
};

/** How verdicts on evidence are read. */
export const evidenceVerdictReads: readonly ReadModel[] = [
  readModel({
    type: 'EvidenceVerdict',
    table: 'evidence_verdict',
    columns: columns('evidenceId auditId value reason evidenceVersion decidedByAuditorId decidedAt version'),
    edges: {
      evidence: { kind: 'one', to: 'Evidence', key: 'evidenceId' },
      decidedBy: { kind: 'one', to: 'Auditor', key: 'decidedByAuditorId', needs: ['auditId'] },
    },
  }),
];
