import type { Edge } from '../database/read-model';
import { referenceCoverageEdge } from './reference-coverage/reference-coverage';
import { evidenceProgressEdge } from './requests/evidence-progress';

/** What this room hangs on nouns of the rooms before it. */
export const evidenceEdges: Readonly<Record<string, Readonly<Record<string, Edge>>>> = {
  Audit: {
    evidenceRequests: { kind: 'many', to: 'EvidenceRequest', column: 'audit_id' },
    evidenceProgress: evidenceProgressEdge,
  },
  AuditedService: {
    evidence: { kind: 'many', to: 'Evidence', column: 'audited_service_id' },
    evidenceRequests: { kind: 'many', to: 'EvidenceRequest', column: 'audited_service_id' },
    referenceCoverage: referenceCoverageEdge,
  },
};
