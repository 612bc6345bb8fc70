import { requireState, subjectOf } from '../../audits';
import type { UnitOfWork } from '../../database/unit-of-work';
import { authorise } from '../../identity';
import { refuse } from '../../kernel/outcome';
import { EVIDENCE_STATES_OF_AUDIT } from '../add-evidence';
import { requireDecider } from '../require-decider';
import { requireEvidence } from '../require-evidence';
import type { EvidenceVerdictValue } from './evidence-verdict.entity';
import { giveVerdict } from './give-verdict';

/** Which piece of evidence, as it was looked at. */
export interface EvidenceAcceptInput {
  evidenceId: string;
  expectedVersion: number;
  reason?: string | null;
}

/** The same, with what is wrong with it. */
export interface EvidenceTurnDownInput extends EvidenceAcceptInput {
  reason: string;
}

/**
 * The team accepts a piece of evidence, asked for or not: it shows what it is meant to show.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION (the audit is elsewhere),
 *   OBSERVER_DOES_NOT_DECIDE, ASSIGNMENT_FROZEN, EVIDENCE_NOT_CHECKED
 */
export function acceptEvidence(uow: UnitOfWork, input: EvidenceAcceptInput): Promise<{ evidence: string }> {
  return judge(uow, 'evidenceAccept', 'ACCEPTED', input);
}

/**
 * The team turns a piece of evidence down, be it accepted before; a request that it alone answered is open again.
 * @throws Refusal as `acceptEvidence`
 */
export function turnDownEvidence(
  uow: UnitOfWork,
  input: EvidenceTurnDownInput,
): Promise<{ evidence: string }> {
  return judge(uow, 'evidenceTurnDown', 'TURNED_DOWN', input);
}

async function judge(uow: UnitOfWork, act: string, value: EvidenceVerdictValue, input: EvidenceAcceptInput) {
  const { audit, evidence } = await requireEvidence(uow, input.evidenceId, input.expectedVersion);
  authorise(uow, act, subjectOf(audit));
  requireState(audit, EVIDENCE_STATES_OF_AUDIT);
  const auditorId = await requireDecider(uow, audit);
  if (evidence.state !== 'CLEAN') refuse('EVIDENCE_NOT_CHECKED', ['input', 'evidenceId']);
  await giveVerdict(uow, [evidence.id], { value, reason: input.reason?.trim() || null, auditorId });
  uow.record({ act, objectType: 'Evidence', objectId: evidence.id, campaignId: audit.campaignId });
  return { evidence: evidence.id };
}
