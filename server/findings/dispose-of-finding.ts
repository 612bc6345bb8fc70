import { subjectOf } from '../audits';
import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { refuse } from '../kernel/outcome';
import { dispositionOutcome } from './disposition-outcome';
import { FindingReply, type Disposition } from './finding-reply.entity';
import { Finding, type FindingSeverity } from './finding.entity';
import { findingStates } from './finding.states';
import { findingFacts, requireFinding } from './require-finding';
import { voidSignatures } from './void-signatures';

/** What the team makes of a reply. */
export interface FindingDisposeInput {
  findingId: string;
  expectedVersion: number;
  disposition: Disposition;
  reason: string;
  /** Withdraws the finding (with ACCEPTED only). */
  withdraw?: boolean | null;
  /** The finding as it reads from now on (with ACCEPTED or PARTLY). */
  amendedStatement?: string | null;
  /** Another severity for an amended non-conformity. */
  amendedSeverity?: FindingSeverity | null;
}

/**
 * Disposes of the service's reply to a finding, with a reason; what was drafted stays readable beside what became of
 * it. Signatures given to the report before are taken back.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, NOTHING_TO_DISPOSE, ILLEGAL_TRANSITION, AUDIT_STATE_FORBIDS,
 *   AMENDED_STATEMENT_MISSING, DISPOSITION_MISMATCH, SEVERITY_MISMATCH
 */
export async function disposeOfFinding(
  uow: UnitOfWork,
  input: FindingDisposeInput,
): Promise<{ finding: string }> {
  const path = ['input', 'findingId'];
  const { audit, finding } = await requireFinding(uow, input.findingId, path, input.expectedVersion);
  authorise(uow, 'findingDispose', subjectOf(audit));
  const reply = await uow.manager.findOneBy(FindingReply, { findingId: finding.id });
  if (reply?.kind === 'ACCEPTED') refuse('NOTHING_TO_DISPOSE', path);
  const amended = checkTerms(finding, input);
  const facts = { ...(await findingFacts(uow, finding)), outcome: amended.outcome };
  await uow.move(findingStates, Finding, finding, 'findingDispose', facts, amended.patch);
  if (!reply) throw new Error('a contested finding without a reply');
  await uow.change(FindingReply, reply, {
    disposition: input.disposition,
    dispositionReason: input.reason,
    disposedByAuditorId: uow.viewer.auditorId,
    disposedAt: uow.now().toISOString(),
  });
  await voidSignatures(uow, audit.id, 'REPORT');
  uow.record({
    act: 'findingDispose',
    objectType: 'Finding',
    objectId: finding.id,
    campaignId: audit.campaignId,
    detail: { disposition: input.disposition, outcome: amended.outcome },
  });
  return { finding: finding.id };
}

function checkTerms(finding: Finding, input: FindingDisposeInput) {
  const statement = input.amendedStatement?.trim() || null;
  const severity = input.amendedSeverity ?? null;
  const decided = dispositionOutcome({
    disposition: input.disposition,
    isWithdrawn: input.withdraw ?? false,
    amendedStatement: statement,
  });
  if ('refusal' in decided) {
    const isMissing = decided.refusal === 'AMENDED_STATEMENT_MISSING';
    refuse(decided.refusal, ['input', isMissing ? 'amendedStatement' : 'disposition']);
  }
  const { outcome } = decided;
  if (severity && (outcome !== 'AMENDED' || finding.kind !== 'NON_CONFORMITY'))
    refuse('SEVERITY_MISMATCH', ['input', 'amendedSeverity']);
  return {
    outcome,
    patch: { ...(statement ? { statement } : {}), ...(severity ? { severity } : {}) },
  };
}
