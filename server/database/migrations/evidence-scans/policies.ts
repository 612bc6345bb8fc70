import type { RowPolicies } from '../../row-level-security';
import { ME, ofMyService, PLATFORM } from '../second-wall/conditions';

const ofMyEvidence = (key: string): string =>
  `exists (select 1 from evidence e where e.id = ${key} and ${ofMyService('e.audited_service_id')})`;

/** What stands in a file is its service's alone: even that a patient's name may stand on page 3 is not for the team. */
export const SCAN_POLICIES: Readonly<Record<string, RowPolicies>> = {
  evidence_scan: {
    select: ofMyEvidence('evidence_scan.id'),
    insert: PLATFORM,
    update: PLATFORM,
    fixed: ['sent_sha256'],
  },
  evidence_scan_decision: {
    select: ofMyEvidence('evidence_scan_decision.id'),
    insert: `decided_by_id = ${ME} and ${ofMyEvidence('evidence_scan_decision.id')}`,
  },
};
