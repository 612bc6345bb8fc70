import type { AuditState } from '../../../server/audits/audit.states';
import type { WorldAudit } from './world-audits';
import { worldId, type WorldRows } from './world-rows';

/** What was found in the file of an audit, and what its service decided. */
const SCANS: Partial<Record<AuditState, readonly [string, string | null]>> = {
  CONTRADICTORY: ['DOUBTFUL', null],
  FOLLOW_UP: ['DOUBTFUL', 'RELEASED'],
  CLOSED: ['REJECTED', null],
};

/** What was found in files of evidence. */
export function addEvidenceScan(rows: WorldRows, audit: WorldAudit): void {
  const [outcome, decision] = SCANS[audit.state] ?? [];
  if (!outcome) return;
  const id = worldId('evidence', `${audit.name}/evidence`);
  rows.link('evidence_scan', {
    id,
    outcome,
    media_type: 'application/pdf',
    reasons: JSON.stringify([
      { code: 'BIRTH_DATE', count: 1, places: [{ kind: 'PAGE', number: 3 }], params: {} },
    ]),
    sent_sha256: 'b'.repeat(64),
    scanner: '1',
    scanned_at: '2027-01-08T10:00:00Z',
  });
  if (!decision) return;
  rows.link('evidence_scan_decision', {
    id,
    decision,
    reason: `Décision ${audit.name}`,
    decided_by_id: worldId('account', `manager ${audit.service}`),
  });
}
