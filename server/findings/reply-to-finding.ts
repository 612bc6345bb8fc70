import { subjectOf, type Audit } from '../audits';
import type { UnitOfWork } from '../database/unit-of-work';
import { usableEvidence } from '../evidence';
import { authorise } from '../identity';
import { refuse } from '../kernel/outcome';
import { FindingReplyEvidence } from './finding-reply-evidence.entity';
import { FindingReplyVersion } from './finding-reply-version.entity';
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
  /** What the argument rests on: evidence of the same audit. */
  evidenceIds?: readonly string[] | null;
}

/**
 * The service replies to a finding within its delay, or says its reply anew until it has nothing to add; each wording is
 * kept. Accepting leaves the finding as it is; contesting it or asking for a correction calls for a disposition.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, REASON_MISSING, ILLEGAL_TRANSITION, AUDIT_STATE_FORBIDS,
 *   CONTRADICTORY_ANSWERED, CONTRADICTORY_OVER, EVIDENCE_NOT_OF_AUDIT, EVIDENCE_NOT_USABLE
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
  const evidenceIds = await usableEvidence(uow, audit, input.evidenceIds ?? []);
  const number = await write(uow, audit, finding.id, { kind, argument, evidenceIds });
  uow.record({
    act: 'findingReply',
    objectType: 'Finding',
    objectId: finding.id,
    campaignId: audit.campaignId,
    detail: { kind, number },
  });
  return { finding: finding.id };
}

/** Writes the reply as it stands and keeps the wording; gives its number. */
async function write(
  uow: UnitOfWork,
  { id: auditId }: Audit,
  findingId: string,
  said: { kind: FindingReplyKind; argument: string | null; evidenceIds: readonly string[] },
): Promise<number> {
  const { kind, argument, evidenceIds } = said;
  const repliedById = uow.viewer.accountId;
  const reply = await uow.manager.findOneBy(FindingReply, { findingId });
  const findingReplyId = reply
    ? reply.id
    : await uow.insert(FindingReply, { findingId, auditId, kind, argument, repliedById });
  if (reply) await uow.change(FindingReply, reply, { kind, argument });
  const number = 1 + (await uow.manager.countBy(FindingReplyVersion, { findingReplyId }));
  const findingReplyVersionId = await uow.insert(FindingReplyVersion, {
    findingReplyId,
    auditId,
    number,
    kind,
    argument,
    repliedById,
    // By the clock that the last day is counted with: reports tell when this was said.
    createdAt: uow.now().toISOString(),
  });
  for (const evidenceId of evidenceIds)
    await uow.insert(FindingReplyEvidence, { findingReplyVersionId, auditId, evidenceId });
  return number;
}
