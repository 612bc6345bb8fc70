import type { AuditState } from '../audits';
import type { StateTable } from '../kernel/states';
import { EVIDENCE_STATES_OF_AUDIT } from './add-evidence';
import { EVIDENCE_STATES, type EvidenceState } from './evidence.entity';
import type { EvidenceScanOutcome } from './scan/evidence-scan.entity';

/** What the guards of a piece of evidence look at. */
export interface EvidenceFacts {
  auditState: AuditState;
  /** What was found in its file; null until somebody has looked. */
  scanOutcome: EvidenceScanOutcome | null;
}

/** Only what is doubtful is for a person to decide, while the service hands evidence in. */
const isForAPerson = ({ auditState, scanOutcome }: EvidenceFacts) => {
  if (!EVIDENCE_STATES_OF_AUDIT.includes(auditState)) return 'AUDIT_STATE_FORBIDS' as const;
  return scanOutcome === 'DOUBTFUL' ? null : ('EVIDENCE_SCAN_PENDING' as const);
};

/** The legal moves of a file; a link or a note is CLEAN from the first. */
export const evidenceStates: StateTable<EvidenceState, EvidenceFacts> = {
  noun: 'Evidence',
  states: EVIDENCE_STATES,
  initial: 'UPLOADING',
  moves: [
    // Moves of its upload, which it follows.
    { act: 'uploadReceive', isInternal: true, from: ['UPLOADING'], to: 'QUARANTINED' },
    { act: 'uploadRefuse', isInternal: true, from: ['UPLOADING'], to: 'REJECTED' },
    { act: 'uploadExpire', isInternal: true, from: ['UPLOADING'], to: 'REJECTED' },
    {
      act: 'evidenceScan',
      isInternal: true,
      from: ['QUARANTINED'],
      to: {
        among: ['QUARANTINED', 'CLEAN', 'REJECTED'],
        by: ({ scanOutcome }) =>
          scanOutcome === 'CLEAN' || scanOutcome === 'REJECTED' ? scanOutcome : 'QUARANTINED',
      },
    },
    { act: 'evidenceRelease', from: ['QUARANTINED'], to: 'CLEAN', guard: isForAPerson },
    { act: 'evidenceRefuse', from: ['QUARANTINED'], to: 'REJECTED', guard: isForAPerson },
  ],
};
