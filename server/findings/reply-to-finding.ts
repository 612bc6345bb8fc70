import { subjectOf } from '../audits';
import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { refuse } from '../kernel/outcome';
import { FindingReply, type FindingReplyKind } from './finding-reply.entity';
import { Finding } from './finding.entity';
import { findingStates } from './finding.states';
import { findingFacts, requireFinding } from './require-finding';

/** What the service answers to a finding. */
export interface FindingReplyInput {
  findingId: string;
  expectedVersion: number;
  kind: FindingReplyKind;
  /** Compulsory unless the finding is accepted. */
  argument?: string | null;
}

/**
 * The service replies to a finding, once and within its delay. Accepting leaves the finding as it is; contesting it or
 * asking for a correction calls for a disposition.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, REASON_MISSING, ILLEGAL_TRANSITION, AUDIT_STATE_FORBIDS,
 *   FINDING_ALREADY_REPLIED, CONTRADICTORY_OVER
 */
export async function replyToFinding(
  uow: UnitOfWork,
  input: FindingReplyInput,
): Promise<{ finding: string }> {
  const path = ['input', 'findingId'];
  const { audit, finding } = await requireFinding(uow, input.findingId, path, input.expectedVersion);
  authorise(uow, 'findingReply', subjectOf(audit));
  const { kind } = input;
  const argument = input.argument?.trim() || null;
  if (kind !== 'ACCEPTED' && !argument) refuse('REASON_MISSING', ['input', 'argument']);
  const facts = { ...(await findingFacts(uow, finding)), replyKind: kind };
  await uow.move(findingStates, Finding, finding, 'findingReply', facts);
  await uow.insert(FindingReply, {
    findingId: finding.id,
    auditId: audit.id,
    kind,
    argument,
    repliedById: uow.viewer.accountId,
  });
  uow.record({
    act: 'findingReply',
    objectType: 'Finding',
    objectId: finding.id,
    campaignId: audit.campaignId,
    detail: { kind },
  });
  return { finding: finding.id };
}
