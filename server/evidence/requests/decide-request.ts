import { IsNull } from 'typeorm';
import { subjectOf, type Audit } from '../../audits';
import type { UnitOfWork } from '../../database/unit-of-work';
import { authorise } from '../../identity';
import { requireDecider } from '../require-decider';
import { ofLastAnswer, stands } from '../standing-evidence';
import { giveVerdict } from '../verdicts/give-verdict';
import { EvidenceAnswer, type AnswerVerdict } from './evidence-answer.entity';
import { EvidenceRequest } from './evidence-request.entity';
import { evidenceRequestStates } from './evidence-request.states';
import { requireRequest } from './require-request';

/** Which request, as it was read. */
export interface EvidenceRequestMoveInput {
  evidenceRequestId: string;
  expectedVersion: number;
}

/** The same with a reason. */
export interface EvidenceRequestReasonInput extends EvidenceRequestMoveInput {
  reason: string;
}

type Decided = Promise<{ evidenceRequest: string }>;

/**
 * The team accepts the answer to a request, and with it each piece of evidence that it gives and that still stands.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, OBSERVER_DOES_NOT_DECIDE, ASSIGNMENT_FROZEN, ILLEGAL_TRANSITION,
 *   AUDIT_STATE_FORBIDS, EVIDENCE_UNCHECKED
 */
export async function acceptAnswer(
  uow: UnitOfWork,
  input: EvidenceRequestMoveInput & { reason?: string | null },
): Decided {
  const { audit, request, auditorId } = await decide(uow, 'evidenceRequestAccept', input, 'ACCEPTED');
  const given = await uow.sql<{ id: string }>(`select e.id ${ofLastAnswer('$1')} and ${stands('e')}`, [
    request.id,
  ]);
  await giveVerdict(
    uow,
    given.map(({ id }) => id),
    { value: 'ACCEPTED', reason: null, auditorId },
  );
  record(uow, 'evidenceRequestAccept', audit, request);
  return { evidenceRequest: request.id };
}

/**
 * The team does not take the answer to a request, and says what is wanting: the service may answer again. Its evidence
 * may serve elsewhere, and is not turned down with it.
 * @throws Refusal as `acceptAnswer`, but for EVIDENCE_UNCHECKED
 */
export async function rejectAnswer(uow: UnitOfWork, input: EvidenceRequestReasonInput): Decided {
  const { audit, request } = await decide(uow, 'evidenceRequestReject', input, 'REJECTED');
  record(uow, 'evidenceRequestReject', audit, request);
  return { evidenceRequest: request.id };
}

/**
 * The team asks no more, and says why.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, OBSERVER_DOES_NOT_DECIDE, ASSIGNMENT_FROZEN, ILLEGAL_TRANSITION,
 *   AUDIT_STATE_FORBIDS
 */
export async function withdrawRequest(uow: UnitOfWork, input: EvidenceRequestReasonInput): Decided {
  const act = 'evidenceRequestWithdraw';
  const { audit, request, facts } = await requireRequest(uow, input);
  authorise(uow, act, subjectOf(audit));
  await requireDecider(uow, audit);
  await uow.move(evidenceRequestStates, EvidenceRequest, request, act, facts, {
    withdrawalReason: input.reason,
  });
  record(uow, act, audit, request);
  return { evidenceRequest: request.id };
}

/** Moves the request and writes the verdict on the answer that waits. */
async function decide(
  uow: UnitOfWork,
  act: string,
  input: EvidenceRequestMoveInput & { reason?: string | null },
  verdict: AnswerVerdict,
) {
  const { audit, request, facts } = await requireRequest(uow, input);
  authorise(uow, act, subjectOf(audit));
  const auditorId = await requireDecider(uow, audit);
  await uow.move(evidenceRequestStates, EvidenceRequest, request, act, facts);
  const answer = await uow.manager.findOneByOrFail(EvidenceAnswer, {
    evidenceRequestId: request.id,
    verdict: IsNull(),
  });
  await uow.change(EvidenceAnswer, answer, {
    verdict,
    verdictReason: input.reason?.trim() || null,
    decidedByAuditorId: auditorId,
    decidedAt: uow.now().toISOString(),
  });
  return { audit, request, auditorId };
}

function record(uow: UnitOfWork, act: string, audit: Audit, request: EvidenceRequest): void {
  uow.record({ act, objectType: 'EvidenceRequest', objectId: request.id, campaignId: audit.campaignId });
}
