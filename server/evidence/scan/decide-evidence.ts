import { subjectOf } from '../../audits';
import type { UnitOfWork } from '../../database/unit-of-work';
import { authorise } from '../../identity';
import { Evidence } from '../evidence.entity';
import { evidenceStates } from '../evidence.states';
import { requireEvidence } from '../require-evidence';
import { EvidenceScanDecision, type ScanDecision } from './evidence-scan-decision.entity';
import { evidenceFacts } from './evidence-facts';

/** Which doubtful file, as it was read, and why the decision falls as it does. */
export interface EvidenceDecideInput {
  evidenceId: string;
  expectedVersion: number;
  reason: string;
}

/**
 * The service has looked at its own doubtful file and answers for it: no patient can be told from it. It is evidence from
 * then on. Nobody else may decide: whoever looks sees what may be a patient's, and that is the service's to see alone.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION, AUDIT_STATE_FORBIDS, EVIDENCE_SCAN_PENDING
 */
export function releaseEvidence(uow: UnitOfWork, input: EvidenceDecideInput): Promise<{ evidence: string }> {
  return decide(uow, 'evidenceRelease', 'RELEASED', input);
}

/**
 * The service has looked at its own doubtful file and takes it back: its bytes are deleted, and it sends another.
 * @throws Refusal as `releaseEvidence`
 */
export function refuseEvidence(uow: UnitOfWork, input: EvidenceDecideInput): Promise<{ evidence: string }> {
  return decide(uow, 'evidenceRefuse', 'REFUSED', input);
}

async function decide(uow: UnitOfWork, act: string, decision: ScanDecision, input: EvidenceDecideInput) {
  const { audit, evidence } = await requireEvidence(uow, input.evidenceId, input.expectedVersion);
  authorise(uow, act, subjectOf(audit));
  const [facts] = await evidenceFacts(uow.sql, [evidence.id]);
  if (!facts) throw new Error('evidence without an audit');
  await uow.move(evidenceStates, Evidence, evidence, act, facts);
  await uow.insert(EvidenceScanDecision, {
    id: evidence.id,
    decision,
    reason: input.reason.trim(),
    decidedById: uow.viewer.accountId,
  });
  uow.record({ act, objectType: 'Evidence', objectId: evidence.id, campaignId: audit.campaignId });
  return { evidence: evidence.id };
}
